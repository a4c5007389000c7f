package care

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// questionPage asks the safety questions.
func (s *Screen) questionPage() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widget.NewStack(theme.Space3, widget.NewHeading(lang.L("Questions about safety"), theme.SizeTitle),
			widget.NewParagraph(s.deps.Care.Intro),
			widget.NewQuietRow(s.names.Add("leave at once", widget.NewQuietButton(lang.L("Leave without answering"), s.leaveQuestions)))),
		s.questions.Content(),
		widget.NewRow(theme.Space2,
			s.names.Add("done", widget.NewPrimaryButton(lang.L("Done"), s.onDone)),
			s.names.Add("leave", widget.NewQuietButton(lang.L("Leave without answering"), s.leaveQuestions))),
	}
}

// ask shows the questions, with none answered.
func (s *Screen) ask() {
	s.asking = true
	s.questions.SetRole(s.profile.Role)
	s.show()
	s.scroll.ScrollToTop()
	s.deps.Window.Canvas().Focus(s.questions.First())
}

// leaveQuestions goes back to the page. What was answered is forgotten.
func (s *Screen) leaveQuestions() {
	s.questions.Forget()
	s.asking = false
	s.turnTo("ask")
	s.scroll.ScrollToTop()
}

// Leave forgets what was answered: another place is gone to.
func (s *Screen) Leave() { s.questions.Forget() }

// onDone folds after a yes, keeps the answers if the person said so, and forgets
// them.
func (s *Screen) onDone() {
	answers, care := s.questions.Answers(), s.deps.Care
	entry := answers.Entry(s.deps.Now())
	if !answers.Yes() && entry == nil {
		s.leaveQuestions()
		return
	}
	var p journal.Profile
	s.change(func(ctx context.Context, store Store) (err error) {
		p, err = editProfile(ctx, store, func(p *journal.Profile) {
			if answers.Yes() {
				p.FoldForSafety(care)
			}
		})
		if err == nil && entry != nil {
			_, err = store.CreateEntry(ctx, *entry)
		}
		return err
	}, func() {
		s.deps.OnProfile(p)
		s.folded = answers.Yes()
		s.support.Open(p.Role, answers)
		s.questions.Forget()
		s.asking, s.next = false, "ask"
		if s.folded {
			s.next = "back" // with what came of it in view
		}
		s.scroll.ScrollToTop()
	})
}

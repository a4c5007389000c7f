package welcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/safety"
	"mend/ui/theme"
	"mend/ui/widget"
)

// safetyPage asks the safety questions. It is complete as it is: nobody has to
// answer, and Enter goes on.
type safetyPage struct {
	questions *safety.Questions
	body      fyne.CanvasObject
}

func newSafetyPage(care journal.Care, h safety.Hooks, skip func()) *safetyPage {
	p := &safetyPage{questions: safety.NewQuestions(care, journal.Unsure, h)}
	passing := widget.NewQuietButton(lang.L("Skip these questions"), skip)
	passing.OnKey = h.OnKey
	p.body = widget.NewStack(theme.Space4,
		title(lang.L("Questions about safety")),
		widget.NewParagraph(care.Intro),
		widget.NewMutedParagraph(lang.L("They are there any day, in the Help menu under Support and safety.")),
		widget.NewQuietRow(passing),
		widget.InsetXY(0, theme.Space2, p.questions.Content()),
	)
	return p
}

func (p *safetyPage) content() fyne.CanvasObject        { return p.body }
func (p *safetyPage) first() fyne.Focusable             { return nil }
func (p *safetyPage) missing() (string, fyne.Focusable) { return "", nil }

// supportPage is what a yes leads to, before the first run goes on.
type supportPage struct {
	support *safety.Support
	body    fyne.CanvasObject
}

func newSupportPage(d Deps, h safety.Hooks) *supportPage {
	p := &supportPage{support: safety.NewSupport(d.Care, d.Copy, h)}
	p.body = widget.NewStack(theme.Space4,
		title(lang.L("Support and safety")),
		p.support.Danger(),
		widget.NewParagraph(lang.L("The parts of Mend that are meant for two begin folded away. You can open each of them whenever you want, on the Path or on this page, which is in the Help menu. What you do here for yourself alone stays open.")),
		widget.InsetXY(0, theme.Space3, widget.NewStack(theme.Space8, p.support.Outside(), p.support.Advice())),
	)
	return p
}

func (p *supportPage) content() fyne.CanvasObject        { return p.body }
func (p *supportPage) first() fyne.Focusable             { return nil }
func (p *supportPage) missing() (string, fyne.Focusable) { return "", nil }

// addSafety adds the questions to the pages, if there are any.
func (s *Screen) addSafety() {
	if len(s.deps.Care.Questions) == 0 {
		return
	}
	resized := func() { s.content.Refresh() }
	s.support = newSupportPage(s.deps, safety.Hooks{OnKey: s.onKey, OnResized: resized})
	s.safety = newSafetyPage(s.deps.Care, safety.Hooks{OnKey: s.onKey, OnResized: resized, OnChanged: s.onAnswered}, s.skipSafety)
	s.pages = append(s.pages, s.safety)
}

// skipSafety goes on without an answer.
func (s *Screen) skipSafety() {
	s.safety.questions.Forget()
	s.onAnswered()
	s.onNext()
}

// onAnswered adds the page of support after a yes, and takes it away again when
// no yes is left.
func (s *Screen) onAnswered() {
	s.pages = slices.DeleteFunc(s.pages, func(p page) bool { return p == page(s.support) })
	if s.safety.questions.Answers().Yes() {
		s.pages = append(s.pages, s.support)
	}
	s.next.SetText(s.verb())
	s.buttons.Refresh()
}

// prepare has the page that is turned to follow the pages before it.
func (s *Screen) prepare(p page) {
	role := s.person.profile().Role
	switch p {
	case page(s.safety):
		s.safety.questions.SetRole(role)
		s.onAnswered()
	case page(s.support):
		s.support.support.Open(role, s.safety.questions.Answers())
	}
}

// answers is what came of the safety questions.
func (s *Screen) answers() safety.Answers {
	if s.safety == nil {
		return safety.Answers{}
	}
	return s.safety.questions.Answers()
}

// profile is what the person chose, with what is folded away after a yes.
func (s *Screen) profile() journal.Profile {
	p := s.person.profile()
	if s.answers().Yes() {
		p.FoldForSafety(s.deps.Care)
	}
	return p
}

// forget drops the answers, and the page they lead to.
func (s *Screen) forget() {
	if s.safety != nil {
		s.safety.questions.Forget()
		s.pages = slices.DeleteFunc(s.pages, func(p page) bool { return p == page(s.support) })
	}
}

package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// question asks one thing to write about, with why where the person wants to
// know, and a way on to the next.
func (s *Screen) question(snap snapshot) fyne.CanvasObject {
	if !snap.read {
		return nil
	}
	if snap.facts() {
		return s.factsQuestion(snap)
	}
	a, ok := snap.asking()
	if !ok {
		return nil
	}
	card := s.asked(a.Text, func() { s.deps.OnWrite(a.Stage, a.Step, a.Text) },
		s.named("why", widget.NewQuietButton(lang.L("Why this question"), func() {
			s.why = !s.why
			s.show(s.snap)
		})))
	if s.why {
		card.Add(s.reason(a, snap))
	}
	return section(lang.L("A question for today"), widget.NewCard(card))
}

// factsQuestion asks for facts alone.
func (s *Screen) factsQuestion(snap snapshot) fyne.CanvasObject {
	all := []string{
		lang.L("What happened today, as a camera would have seen it?"),
		lang.L("What was said, word for word, as far as you remember?"),
		lang.L("What did you do today, from morning to evening?"),
		lang.L("What was agreed, by whom, and until when?"),
	}
	text := all[snap.walk.Profile.Skips(snap.today)%len(all)]
	return section(lang.L("Plain facts of today"),
		widget.NewCard(s.asked(text, func() { s.deps.OnFacts(text) })))
}

// asked shows a question with what can be done about it.
func (s *Screen) asked(text string, write func(), more ...fyne.CanvasObject) *fyne.Container {
	words := widget.NewParagraph(text)
	words.TextSize = theme.SizeHeading
	buttons := widget.NewFlow(theme.Space1,
		s.named("write", widget.NewQuietButton(lang.L("Write about it"), write)),
		s.named("skip", widget.NewQuietButton(lang.L("Skip"), s.skip)))
	buttons.Objects = append(buttons.Objects, more...)
	return widget.NewStack(theme.Space2, words, outdented(buttons))
}

// skip goes on to the next question. It stays skipped for the day.
func (s *Screen) skip() {
	day := s.snap.today
	s.changeProfile(func(p *journal.Profile) { p.Skip(day) })
}

// reason says why a question is asked, and lets the person have their own.
func (s *Screen) reason(a journal.Asking, snap snapshot) fyne.CanvasObject {
	why := whyWords(a, snap) + " " + lang.L("Skipping it costs nothing.")
	buttons := widget.NewFlow(theme.Space1,
		s.named("own", widget.NewQuietButton(lang.L("Add a question of your own…"), s.addOwn)))
	if a.Why == journal.AskedByOwn {
		buttons.Add(s.named("own-away", widget.NewQuietButton(lang.L("Ask this no more"), func() { s.dropOwn(a.Text) })))
	}
	return widget.NewStack(theme.Space1, widget.NewMutedParagraph(why), outdented(buttons))
}

func (s *Screen) addOwn() {
	dialogs.AskText(s.deps.Window, dialogs.TextQuestion{
		Title: lang.L("A question of your own"),
		Text:  lang.L("It comes up here on some days, among the others."),
		Verb:  lang.L("Keep it"), Lines: 3,
	}, func(text string) {
		if text == "" {
			return
		}
		s.change(func(ctx context.Context, store Store) error {
			_, err := store.SetPrompt(ctx, journal.OwnPrompt{ID: uuid.New(), Text: text})
			return err
		})
	})
}

// dropOwn takes the person's question away, after it was named to them.
func (s *Screen) dropOwn(text string) {
	at := -1
	for i, p := range s.snap.walk.Prompts {
		if p.Text == text {
			at = i
		}
	}
	if at < 0 {
		return
	}
	id := s.snap.walk.Prompts[at].ID
	dialogs.Confirm(s.deps.Window, dialogs.Question{
		Title: lang.L("Ask this no more?"),
		Text:  lang.L("“{{.Question}}” is removed. What you wrote about it stays. This can't be undone, but you can add it again.", map[string]any{"Question": text}),
		Verb:  lang.L("Remove the question"),
	}, func() {
		s.change(func(ctx context.Context, store Store) error { return store.DeletePrompt(ctx, id) })
	})
}

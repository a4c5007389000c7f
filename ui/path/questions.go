package path

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// undoable is what was taken away last, and what brings it back.
type undoable struct {
	text string
	undo func()
}

// questions lists what else there is to write about in this stage: the guide's
// questions, and then the person's own.
func (s *Screen) questions(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, prompt := range stage.Prompts {
		if snap.profile.Role.Sees(prompt.For) {
			rows = append(rows, s.named("question "+string(rune('a'+i)), s.ask(prompt.Text)))
		}
	}
	rows = append(rows, s.ownRows(snap)...)
	add := s.named("own", widget.NewQuietButton(lang.L("Add a question of your own…"),
		func() { s.askPrompt(journal.OwnPrompt{Stage: stage.ID}) }))
	return section(lang.L("Questions to write about"), pressables(append(rows, widget.InsetXY(theme.Space2, 0, widget.NewRow(0, add)))))
}

// ownQuestions lists the person's own questions in a stage that the guide does
// not show.
func (s *Screen) ownQuestions(snap snapshot) fyne.CanvasObject {
	rows := s.ownRows(snap)
	if rows == nil {
		return nil
	}
	return section(lang.L("Your own questions"), pressables(rows))
}

// ask is a question that a tap begins an entry about.
func (s *Screen) ask(text string) *widget.Pressable {
	return widget.NewPressable(text, widget.NewParagraph(text), func() { s.deps.OnWrite(s.stage, "", text) })
}

// ownRows are the person's own questions, each with what changes and removes it.
func (s *Screen) ownRows(snap snapshot) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, p := range snap.prompts {
		id := p.ID.String()
		rows = append(rows, widget.NewStack(0, s.named("own "+id, s.ask(p.Text)), widget.InsetXY(theme.Space2, 0,
			widget.NewRow(theme.Space1,
				s.named("change "+id, widget.NewQuietButton(lang.L("Change…"), func() { s.askPrompt(p) })),
				s.named("remove "+id, widget.NewQuietButton(lang.L("Remove"), func() { s.removePrompt(p) }))))))
	}
	if s.undone != nil {
		line := widget.NewUndoLine(s.undone.text, s.undone.undo, func() {
			s.undone, s.next = nil, "own"
			s.load()
		})
		s.named("undo", line.Undo)
		s.named("dismiss", line.Dismiss)
		rows = append(rows, widget.InsetXY(theme.Space4, theme.Space1, line.Content))
	}
	return rows
}

// askPrompt asks for a question of the person's own, new or as it is to be.
func (s *Screen) askPrompt(p journal.OwnPrompt) {
	title, verb := lang.L("A question of your own"), lang.L("Add")
	if p.Text != "" {
		title, verb = lang.L("Change your question"), lang.L("Keep")
	}
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{Title: title, Verb: verb, Blanks: []dialogs.Blank{{
		Label: lang.L("Something to come back to and write about, in this stage"), Value: p.Text, Lines: 3,
		Needed: lang.L("Write the question first."),
	}}}, func(texts []string) {
		p.Text = texts[0]
		s.keepPrompt(p)
	})
}

func (s *Screen) keepPrompt(p journal.OwnPrompt) {
	s.changeThen(func(ctx context.Context, store Store) (err error) {
		p, err = store.SetPrompt(ctx, p)
		return err
	}, func() { s.undone, s.next = nil, "own "+p.ID.String() })
}

func (s *Screen) removePrompt(p journal.OwnPrompt) {
	s.changeThen(func(ctx context.Context, store Store) error { return store.DeletePrompt(ctx, p.ID) }, func() {
		s.undone = &undoable{lang.L("Your question is removed."), func() { s.keepPrompt(p) }}
		s.next = "undo"
	})
}

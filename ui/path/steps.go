package path

import (
	"cmp"
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stepList lists steps of a stage, each to be ticked, noted and written about.
func (s *Screen) stepList(title, stage string, steps []journal.Step, snap snapshot) fyne.CanvasObject {
	if len(steps) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, step := range steps {
		if snap.profile.IsFolded(step.ID, false) {
			s.first = cmp.Or(s.first, "open "+step.ID)
			rows = append(rows, widget.Indented(s.foldedRow(step.ID, step.Title, "tick "+step.ID)))
			continue
		}
		s.first = cmp.Or(s.first, "tick "+step.ID)
		rows = append(rows, s.stepRow(stage, step, snap.standing(step.ID)))
	}
	return section(title, widget.InsetXY(-theme.Space2, 0, widget.NewStack(theme.Space2, rows...)))
}

// outdented moves quiet buttons to the left by the room they keep round their
// text, so that the text lines up with what is above it.
func outdented(buttons fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space2, 0, buttons)
}

func (s *Screen) stepRow(stage string, step journal.Step, st standing) fyne.CanvasObject {
	tick := st.tick
	box := widget.NewTickBox(step.Title, func(done bool) { s.tick(step.ID, done, tick.Note) })
	box.SetTicked(tick.Done)

	row := widget.NewStack(0, s.named("tick "+step.ID, box))
	under := widget.NewStack(0)
	if told := toldOf(st); told != "" {
		line := widget.NewMutedParagraph(told)
		line.TextSize = theme.SizeSmall
		under.Add(line)
	}
	acts := widget.NewFlow(theme.Space1,
		s.named("write "+step.ID, widget.NewFaintButton(lang.L("Write about this"),
			func() { s.deps.OnWrite(stage, step.ID, step.Prompt) })),
		s.named("note "+step.ID, widget.NewFaintButton(noteVerb(tick), func() { s.askNote(step, tick) })))
	if s.isAboutSafety(step.ID) {
		acts.Add(s.named("care "+step.ID, widget.NewQuietButton(lang.L("Support and safety"), s.deps.OnCare)))
	}
	if s.canFold(step.ID) {
		acts.Add(s.foldButton(step.ID))
	}
	under.Add(outdented(acts))
	row.Add(widget.Indented(under))
	return row
}

func noteVerb(tick journal.Tick) string {
	if tick.Note != "" {
		return lang.L("Change the note")
	}
	return lang.L("Add a note")
}

// toldOf says when and why a step was ticked, unticked or noted.
func toldOf(st standing) string {
	if st.tick.At.IsZero() {
		return ""
	}
	on := func(t time.Time) map[string]any { return map[string]any{"Day": dates.Of(t)} }
	told := lang.L("Noted on {{.Day}}", on(st.tick.At))
	switch {
	case st.tick.Done:
		told = lang.L("Ticked on {{.Day}}", on(st.since))
	case st.was:
		told = lang.L("Unticked on {{.Day}}", on(st.since))
	}
	return joined(told, st.tick.Note)
}

func (s *Screen) tick(step string, done bool, note string) {
	s.change(func(ctx context.Context, store Store) error {
		_, err := store.Tick(ctx, journal.Tick{Step: step, Done: done, Note: note})
		return err
	})
}

// askNote asks for the note beside a step, ticked or not.
func (s *Screen) askNote(step journal.Step, tick journal.Tick) {
	dialogs.AskText(s.deps.Window, dialogs.TextQuestion{
		Title: lang.L("A note beside this step"), Text: step.Title,
		Value: tick.Note, Verb: lang.L("Keep"), Lines: 4,
	}, func(note string) { s.tick(step.ID, tick.Done, note) })
}

// named remembers a control of the page under a name.
func (s *Screen) named(name string, c widget.Control) fyne.CanvasObject { return s.names.Add(name, c) }

// refocus gives the focus to the control with the name.
func (s *Screen) refocus(name string) { s.names.Focus(s.deps.Window.Canvas(), name) }

package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// steps lists what comes next on the path. A step that is ticked here stays
// until the screen is shown anew, so that the tick can be taken back.
func (s *Screen) steps(snap snapshot) fyne.CanvasObject {
	if len(snap.steps) == 0 {
		return nil
	}
	ticks := journal.CurrentTicks(snap.walk.Ticks)
	rows := widget.NewStack(theme.Space2)
	for _, next := range snap.steps {
		rows.Add(s.stepRow(next, ticks[next.Step.ID]))
	}
	return section(lang.L("Next steps, if you like"), outdented(rows))
}

func (s *Screen) stepRow(next journal.NextStep, tick journal.Tick) fyne.CanvasObject {
	id := next.Step.ID
	box := widget.NewTickBox(next.Step.Title, func(done bool) {
		s.change(func(ctx context.Context, store Store) error {
			_, err := store.Tick(ctx, journal.Tick{Step: id, Done: done, Note: tick.Note})
			return err
		})
	})
	box.SetTicked(tick.Done)
	under := widget.NewStack(0, widget.NewText(next.Stage.Title, theme.ColorMuted, theme.SizeSmall),
		outdented(widget.NewFlow(theme.Space1,
			s.named("write "+id, widget.NewFaintButton(lang.L("Write about this"), func() { s.writeAbout(next) })),
			s.named("path "+id, widget.NewFaintButton(lang.L("Show on the Path"), func() { s.deps.OnOpenStage(next.Stage.ID) })))))
	return widget.NewStack(0, s.named("tick "+id, box), widget.Indented(under))
}

// writeAbout begins an entry about a step. Who keeps to facts is not asked for
// more.
func (s *Screen) writeAbout(next journal.NextStep) {
	if s.snap.facts() {
		s.deps.OnFacts("")
		return
	}
	s.deps.OnWrite(next.Stage.ID, next.Step.ID, next.Step.Prompt)
}

package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// promises lists what is promised for today, each to be noted in one tap. A
// second tap takes it back.
func (s *Screen) promises(snap snapshot) fyne.CanvasObject {
	if len(snap.promises) == 0 {
		return nil
	}
	rows := widget.NewStack(theme.Space4)
	for _, log := range snap.promises {
		rows.Add(s.promiseRow(log, snap.today))
	}
	rows.Add(widget.NewQuietRow(s.named("promises", widget.NewQuietButton(lang.L("All promises"), s.deps.OnPromises))))
	return section(lang.L("Promised for today"), rows)
}

func (s *Screen) promiseRow(log journal.PromiseLog, day journal.Day) fyne.CanvasObject {
	p := log.Current()
	seen, noted := log.On(day)
	chips := widget.NewFlow(theme.Space2)
	for _, result := range journal.Results() {
		chosen := noted && seen.Result == result
		chip := widget.NewChip(resultWord(result), func() {
			if chosen {
				s.unobserve(p.ID, day)
				return
			}
			s.observe(p.ID, journal.Observation{Day: day, Result: result, Note: seen.Note})
		})
		chip.SetSelected(chosen)
		chips.Add(s.named("promise "+p.ID.String()+string(result), chip))
	}
	return widget.NewStack(theme.Space1, widget.NewParagraph(p.Text),
		widget.NewText(whoWord(p.Who), theme.ColorMuted, theme.SizeSmall), chips)
}

func (s *Screen) observe(promise uuid.UUID, o journal.Observation) {
	s.change(func(ctx context.Context, store Store) error {
		_, err := store.Observe(ctx, promise, o)
		return err
	})
}

func (s *Screen) unobserve(promise uuid.UUID, day journal.Day) {
	s.change(func(ctx context.Context, store Store) error { return store.Unobserve(ctx, promise, day) })
}

package path

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// firstThing stands for the first thing to do on a page, whatever its name.
const firstThing = "first"

// foldedPage is all that shows of a stage that is folded away.
func (s *Screen) foldedPage(stage journal.Stage) []fyne.CanvasObject {
	open := s.named("unfold", widget.NewButton(lang.L("Open this stage"), func() { s.unfold(stage.ID, firstThing) }))
	return []fyne.CanvasObject{
		widget.NewHeading(stage.Title, theme.SizeTitle),
		widget.NewCard(
			widget.NewParagraph(lang.L("This stage is folded away until you want it. It is never due, and leaving it closed is a complete answer. What you keep in it stays, and what you wrote is in the Journal.")),
			widget.InsetXY(0, theme.Space1, widget.NewRow(0, open))),
	}
}

// foldAway folds a stage away, from the end of its page.
func (s *Screen) foldAway(stage journal.Stage) fyne.CanvasObject {
	return widget.NewQuietRow(s.named("fold", widget.NewQuietButton(lang.L("Fold this stage away"), func() {
		s.scroll.ScrollToTop()
		s.foldOne(stage.ID, "unfold")
	})))
}

// foldedRow is all that shows of a step or page that is folded away; the focus
// goes on to the control with the name next when it is opened.
func (s *Screen) foldedRow(id, title, next string) fyne.CanvasObject {
	open := s.named("open "+id, widget.NewQuietButton(lang.L("Open"), func() { s.unfold(id, next) }))
	return container.NewBorder(nil, nil, nil, container.NewVBox(widget.NewQuietRow(open)),
		widget.InsetXY(0, theme.Space2, widget.NewMutedParagraph(lang.L("{{.Title}} (folded away)", map[string]any{"Title": title}))))
}

// foldButton folds a step or page away.
func (s *Screen) foldButton(id string) fyne.CanvasObject {
	return s.named("fold "+id, widget.NewFaintButton(lang.L("Fold away"), func() { s.foldOne(id, "open "+id) }))
}

// canFold reports whether what has the id can be folded away by hand.
func (s *Screen) canFold(id string) bool { return slices.Contains(s.deps.Folds, id) }

func (s *Screen) foldOne(id, next string) {
	s.changeProfile(func(p *journal.Profile) { p.Fold(id) }, next)
}

func (s *Screen) unfold(id, next string) {
	s.changeProfile(func(p *journal.Profile) { p.Unfold(id) }, next)
}

// changeProfile saves what edit does to the profile, and gives the focus to the
// control with the name next.
func (s *Screen) changeProfile(edit func(*journal.Profile), next string) {
	var p journal.Profile
	s.changeThen(func(ctx context.Context, store Store) (err error) {
		if p, err = store.GetProfile(ctx); err != nil {
			return err
		}
		edit(&p)
		return store.UpdateProfile(ctx, p)
	}, func() {
		s.next = next
		if s.deps.OnProfile != nil {
			s.deps.OnProfile(p)
		}
	})
}

package guides

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// showShelf lists all guides: the person's own, then those of the program.
func (s *Screen) showShelf() {
	s.shelf.Objects = []fyne.CanvasObject{s.shelfHead()}
	for _, g := range s.own {
		s.shelf.Add(s.card(g.Guide,
			s.changeButton(g.ID, lang.L("Change"), func() { s.change(g) }),
			s.named("copy "+g.ID, widget.NewQuietButton(lang.L("Copy"), func() { s.askCopy(g.Guide, g.Base) })),
			s.named("delete "+g.ID, widget.NewQuietButton(lang.L("Delete…"), func() { s.askDelete(g) })),
		))
	}
	for _, g := range s.deps.Guides {
		s.shelf.Add(s.card(g, s.changeButton(g.ID, lang.L("Copy and change"), func() { s.askCopy(g, g.ID) })))
	}
	s.shelf.Refresh()
}

// changeButton is what leads to changing a guide. It steps back where the guide
// can be followed, which is asked for more.
func (s *Screen) changeButton(id, verb string, change func()) fyne.CanvasObject {
	b := widget.NewQuietButton(verb, change)
	if s.isFollowed(id) {
		b.Importance = widget.Normal
	}
	return s.named("change "+id, b)
}

func (s *Screen) shelfHead() fyne.CanvasObject {
	buttons := widget.NewFlow(theme.Space1, s.named("back", widget.NewQuietButton(s.deps.Back(), s.deps.OnBack)))
	if len(s.past) > 0 {
		buttons.Add(s.named("undo", widget.NewQuietButton(lang.L("Undo"), func() { s.Undo() })))
	}
	return widget.NewStack(theme.Space2,
		widget.InsetXY(-theme.Space2, 0, buttons),
		widget.NewHeading(lang.L("Guides"), theme.SizeTitle),
		widget.NewMutedParagraph(lang.L("A guide gives the stages of the Path their order and words. Copy one to make it your own: then you can add, reword, move and hide what you like. The guides that came with Mend stay as they are.")))
}

// card shows a guide and what can be done with it.
func (s *Screen) card(g journal.Guide, acts ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{titled(g.Title, theme.SizeHeading)}
	if s.isFollowed(g.ID) {
		mark := label(lang.L("The guide you follow"))
		mark.SetColor(theme.ColorAccent)
		parts = append(parts, mark)
	} else {
		acts = slices.Insert(acts, 0, s.named("follow "+g.ID,
			widget.NewButton(lang.L("Follow this guide"), func() { s.follow(g.ID) })))
	}
	if g.About != "" {
		parts = append(parts, widget.NewMutedParagraph(g.About))
	}
	return widget.NewCard(append(parts, widget.InsetXY(0, theme.Space1, widget.NewFlow(theme.Space2, acts...)))...)
}

// isFollowed reports whether the guide with the id is the one that is followed,
// which is the default guide if there is none of the id that is kept.
func (s *Screen) isFollowed(id string) bool {
	if _, own := s.guide(s.followed); !own && !s.comesWithMend(s.followed) {
		return id == s.deps.Guides[0].ID
	}
	return id == s.followed
}

func (s *Screen) comesWithMend(id string) bool {
	return slices.ContainsFunc(s.deps.Guides, func(g journal.Guide) bool { return g.ID == id })
}

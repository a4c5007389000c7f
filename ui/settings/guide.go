package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// guidePart is the section about the guide. Another one can be followed at any
// time: what was ticked and written stays as it is.
type guidePart struct {
	list    func() []journal.Guide
	follow  func(guide string)
	guides  []journal.Guide // as they are offered
	choices *widget.Choices
	offered *fyne.Container // the choices
	content fyne.CanvasObject
}

func (s *Screen) newGuidePart() *guidePart {
	p := &guidePart{list: s.deps.Guides, offered: widget.NewStack(0)}
	p.follow = func(guide string) {
		s.change(func(profile *journal.Profile) { profile.Guide = guide })
	}
	objects := []fyne.CanvasObject{p.offered}
	if s.deps.OnGuides != nil {
		objects = append(objects, widget.InsetXY(0, theme.Space1,
			widget.NewRow(0, widget.NewButton(lang.L("Change this guide…"), s.deps.OnGuides))))
	}
	p.content = part(lang.L("Your guide"),
		lang.L("It gives the stages of the Path their order. You can follow another one at any time: what you ticked and wrote is kept, and where the other guide lacks it, the Path shows it under “From another guide”."),
		objects...)
	return p
}

// show shows the guides there are and which one p follows.
func (p *guidePart) show(profile journal.Profile) {
	guides := p.list()
	same := func(a, b journal.Guide) bool { return a.ID == b.ID && a.Title == b.Title && a.About == b.About }
	if p.choices == nil || !slices.EqualFunc(p.guides, guides, same) {
		p.offer(guides)
	}
	p.choices.Select(max(slices.IndexFunc(p.guides, func(g journal.Guide) bool { return g.ID == profile.Guide }), 0))
}

// offer lists the guides to choose from.
func (p *guidePart) offer(guides []journal.Guide) {
	p.guides = guides
	options := make([]widget.Option, len(guides))
	for i, g := range guides {
		options[i] = widget.Option{Label: g.Title, About: g.About}
	}
	p.choices = widget.NewChoices(options, func(i int) { p.follow(guides[i].ID) })
	p.offered.Objects = []fyne.CanvasObject{widget.InsetXY(-theme.Space2, 0, p.choices)}
	p.offered.Refresh()
}

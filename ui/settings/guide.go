package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/widget"
)

// guidePart is the section about the guide. Another one can be followed at any
// time: what was ticked and written stays as it is.
type guidePart struct {
	guides  []journal.Guide
	choices *widget.Choices
	content fyne.CanvasObject
}

func (s *Screen) newGuidePart() *guidePart {
	p := &guidePart{guides: s.deps.Guides}
	var options []widget.Option
	for _, g := range p.guides {
		options = append(options, widget.Option{Label: g.Title, About: g.About})
	}
	p.choices = widget.NewChoices(options, func(i int) {
		s.change(func(profile *journal.Profile) { profile.Guide = p.guides[i].ID })
	})
	p.content = part(lang.L("Your guide"),
		lang.L("It gives the stages of the Path their order. You can follow another one at any time: what you ticked and wrote is kept, and where the other guide lacks it, the Path shows it under “From another guide”."),
		p.choices)
	return p
}

// show shows the guide that p follows.
func (p *guidePart) show(profile journal.Profile) {
	p.choices.Select(max(slices.IndexFunc(p.guides, func(g journal.Guide) bool { return g.ID == profile.Guide }), 0))
}

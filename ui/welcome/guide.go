package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// guideChoice asks for the guide. It shows the first, which is chosen unless
// another is, and the others only when they are asked for: nobody has to
// compare six of them on the first evening.
type guideChoice struct {
	hooks   hooks
	guides  []journal.Guide
	content *fyne.Container
	offer   *widget.Choices // nil until the others were asked for
}

// hooks are what a page needs of the screen around it.
type hooks struct {
	onKey   func(*fyne.KeyEvent) bool // asked first by everything that takes the focus
	focus   func(fyne.Focusable)
	resized func() // the page takes more or less room
}

func newGuideChoice(guides []journal.Guide, h hooks) *guideChoice {
	c := &guideChoice{hooks: h, guides: guides}
	first := guides[0]
	c.content = widget.NewStack(theme.Space3, widget.NewHeading(lang.L("Your guide"), theme.SizeHeading),
		widget.NewCard(widget.NewHeading(first.Title, theme.SizeText), widget.NewMutedParagraph(first.About)))
	if len(guides) > 1 {
		others := widget.NewQuietButton(lang.L("Other guides…"), c.showAll)
		others.OnKey = h.onKey
		c.content.Add(widget.NewQuietRow(others))
	}
	return c
}

// showAll offers every guide in the place of the first.
func (c *guideChoice) showAll() {
	var options []widget.Option
	for _, g := range c.guides {
		options = append(options, widget.Option{Label: g.Title, About: g.About})
	}
	c.offer = widget.NewChoices(options, nil)
	c.offer.Select(0)
	c.offer.OnKey = c.hooks.onKey
	c.content.Objects = []fyne.CanvasObject{c.content.Objects[0],
		widget.NewMutedParagraph(lang.L("Each goes another way through much the same steps. You can change it any day; nothing is lost.")),
		widget.InsetXY(-theme.Space2, 0, c.offer)}
	c.hooks.resized()
	c.hooks.focus(c.offer)
}

func (c *guideChoice) chosen() journal.Guide {
	if c.offer == nil {
		return c.guides[0]
	}
	return c.guides[c.offer.Selected]
}

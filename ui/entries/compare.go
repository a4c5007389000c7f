package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/editor"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// compare stands in the place of the paper and shows two letters side by side,
// the earlier one first. Both are only read.
type compare struct {
	days    [2]*widget.Paragraph
	texts   [2]*editor.Editor
	back    *widget.Button
	scroll  *container.Scroll
	inside  *fyne.Container
	content fyne.CanvasObject
}

// comparedLines is how many lines of a letter are shown before it scrolls
// within itself.
const comparedLines = 400

func newCompare(every func(time.Duration, func()) (stop func()), back func()) *compare {
	c := &compare{}
	c.back = widget.NewQuietButton(lang.L("Back to the letter"), back)
	var sides [2]fyne.CanvasObject
	for i := range sides {
		day, text := widget.NewParagraph(""), editor.New(every)
		day.Bold = true
		text.SetReadOnly(true)
		text.Grow(3, comparedLines)
		text.OnScrolledPast = func(ev *fyne.ScrollEvent) { c.scroll.Scrolled(ev) }
		c.days[i], c.texts[i] = day, text
		sides[i] = widget.NewStack(theme.Space1, widget.InsetXY(editor.Padding, 0, day), text)
	}
	c.inside = widget.NewStack(0, form.NewTwo(sides[0], sides[1]))
	c.scroll = container.NewVScroll(c.inside)
	head := widget.InsetXY(-theme.Space2, 0, widget.NewRow(0, c.back))
	title := widget.NewHeading(lang.L("Then and now"), theme.SizeHeading)
	c.content = widget.InsetXY(theme.Space4, theme.Space3, container.NewBorder(
		widget.NewStack(theme.Space3, head, title), nil, nil, nil,
		container.New(topLayout{}, container.New(fitLayout{c.scroll, c.inside}, c.scroll))))
	c.content.Hide()
	return c
}

// Show shows two letters with their days, the earlier one first.
func (c *compare) Show(thenDay, then, nowDay, now string) {
	c.days[0].SetText(thenDay)
	c.days[1].SetText(nowDay)
	c.texts[0].SetText(then)
	c.texts[1].SetText(now)
	c.scroll.Offset.Y = 0
	fitScrolled(c.scroll, c.inside)
}

// Forget lets go of the texts.
func (c *compare) Forget() {
	for _, text := range c.texts {
		if text.Text() != "" {
			text.SetText("")
		}
	}
}

// fitLayout gives a scroll all the room, and what is in it the height it needs
// at that width.
type fitLayout struct {
	scroll *container.Scroll
	inside *fyne.Container
}

// Layout implements fyne.Layout.
func (l fitLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.scroll.Resize(size)
	fitScrolled(l.scroll, l.inside)
}

// MinSize implements fyne.Layout.
func (fitLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 160) }

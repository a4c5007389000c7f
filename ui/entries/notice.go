package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// notice is a calm bar above the page: what happened, and how to undo it.
type notice struct {
	content fyne.CanvasObject
	text    *widget.Paragraph
	undo    *widget.Button
	dismiss *widget.Button
	changed func() // told when the bar came, went or grew
}

func newNotice(changed func()) *notice {
	n := &notice{text: widget.NewParagraph(""), changed: changed}
	n.undo = widget.NewQuietButton(lang.L("Undo"), nil)
	n.dismiss = widget.NewQuietButton(lang.L("Dismiss"), n.Hide)
	bar := container.NewBorder(nil, nil, nil, widget.NewRow(theme.Space1, n.undo, n.dismiss),
		container.New(middleLayout{}, n.text))
	n.content = widget.NewColumn(container.New(topLayout{}, widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space2, bar))))
	n.content.Hide()
	return n
}

// Show tells text; undo, if not nil, is offered.
func (n *notice) Show(text string, undo func()) {
	n.text.SetText(text)
	n.undo.Hidden = undo == nil
	n.undo.OnTap = func() {
		n.Hide()
		undo()
	}
	n.content.Show()
	n.changed()
}

// Hide takes the bar away.
func (n *notice) Hide() {
	if n.content.Visible() {
		n.content.Hide()
		n.changed()
	}
}

// holds reports whether the focus is on one of its buttons.
func (n *notice) holds(focus fyne.Focusable) bool {
	return focus == fyne.Focusable(n.undo) || focus == fyne.Focusable(n.dismiss)
}

// topLayout leaves a little room above its one object.
type topLayout struct{}

func (topLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		widget.Place(o, 0, theme.Space3, size.Width, max(size.Height-theme.Space3, 0))
	}
}

func (topLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(0, theme.Space3)
}

// belowLayout puts a bar that may be hidden over the page, which gets the rest.
type belowLayout struct{}

func (belowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar, page := objects[0], objects[1]
	y := float32(0)
	if bar.Visible() {
		bar.Resize(fyne.NewSize(size.Width, bar.Size().Height)) // its text learns its width
		y = bar.MinSize().Height
		widget.Place(bar, 0, 0, size.Width, y)
	}
	widget.Place(page, 0, y, size.Width, max(size.Height-y, 0))
}

func (belowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize()
}

// middleLayout gives its one object the whole width and puts it in the middle
// of the height.
type middleLayout struct{}

func (middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size) // a wrapped text learns its width
		height := min(o.MinSize().Height, size.Height)
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
	}
}

func (middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

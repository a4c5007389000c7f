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
	changed func() // told when the bar came, went or grew
}

func newNotice(changed func()) *notice {
	n := &notice{text: widget.NewParagraph(""), changed: changed}
	n.undo = widget.NewQuietButton(lang.L("Undo"), nil)
	dismiss := widget.NewQuietButton(lang.L("Dismiss"), n.Hide)
	bar := container.NewBorder(nil, nil, nil, widget.NewRow(theme.Space1, n.undo, dismiss),
		container.New(middleLayout{}, n.text))
	n.content = widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space2, bar))
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

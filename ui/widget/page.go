package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// NewPage returns content that stands alone in the window: at most width wide
// at the text scale, in the upper half, scrolling where the window is
// too low.
func NewPage(width float32, content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(pageLayout(width), content))
}

type pageLayout float32

func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*theme.Space4, float32(l)*theme.Scale(fynetheme.Current()))
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, o.Size().Height)) // wrapped texts learn their width
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos((size.Width-width)/2, pageTop(size.Height, height)))
	}
}

// pageTop is where content of the height begins: at a fifth of the page, so
// that it stays where it is when a line is added, or higher if it has to.
func pageTop(page, height float32) float32 {
	return max(min(page/5, (page-height)*0.4), theme.Space6)
}

func (l pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(2*theme.Space4, 2*theme.Space6)
}

// NewBullets returns sentences as a list with a dot before each.
func NewBullets(texts ...string) fyne.CanvasObject {
	list := NewStack(theme.Space2)
	for _, text := range texts {
		dot := container.NewVBox(NewLabel("•", theme.ColorAccent, theme.SizeText))
		list.Add(container.NewBorder(nil, nil, InsetXY(theme.Space1, 0, dot), nil, NewParagraph(text)))
	}
	return list
}

// NewLabelled returns objects below a label, as for a field.
func NewLabelled(label string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	text := NewHeading(label, theme.SizeText)
	return NewStack(theme.Space1, append([]fyne.CanvasObject{text}, objects...)...)
}

// NewQuietRow returns quiet buttons side by side, outdented so that the text of
// the first begins where the rest of the page does.
func NewQuietRow(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return InsetXY(-theme.Space2, 0, NewRow(theme.Space2, buttons...))
}

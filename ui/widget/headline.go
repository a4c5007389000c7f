package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
)

// Headline is the title of a screen with controls beside it that lead on.
type Headline struct {
	Content *fyne.Container
	title   *Text // cut where there is no room for it
}

// NewHeadline returns a title with controls beside it, gap apart. hang is the
// room that they keep round their text, by which it lines up with the edges.
func NewHeadline(title string, gap, hang float32, controls ...fyne.CanvasObject) *Headline {
	h := &Headline{title: NewHeading(title, theme.SizeTitle)}
	objects := append([]fyne.CanvasObject{h.title}, controls...)
	h.Content = container.New(&headlineLayout{title: h.title, gap: gap, hang: hang}, objects...)
	return h
}

// SetText changes the title.
func (h *Headline) SetText(title string) {
	if h.title.Text == title {
		return
	}
	h.title.SetText(title)
	h.Content.Refresh()
}

// headlineLayout puts what follows a title to the right of it, and where there
// is no room, below it in as many lines as are needed.
type headlineLayout struct {
	title     *Text
	gap, hang float32
	width     float32 // of the last layout
}

// Layout implements fyne.Layout.
func (l *headlineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// MinSize implements fyne.Layout; it is as high as is needed at the last width.
func (l *headlineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least.Width = max(least.Width, o.MinSize().Width)
	}
	l.place(objects, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		least.Height = max(least.Height, at.Y+size.Height)
	})
	return least
}

func (l *headlineLayout) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	title, controls := objects[0], objects[1:]
	head, wide, high := title.MinSize().Height, float32(0), float32(0)
	for _, o := range controls {
		wide, high = wide+o.MinSize().Width+l.gap, max(high, o.MinSize().Height)
	}
	if beside := l.width - wide + l.gap; l.uncut()+theme.Space4 <= beside {
		line := max(head, high)
		put(title, fyne.NewPos(0, (line-head)/2), fyne.NewSize(beside, head))
		l.row(controls, fyne.NewPos(beside+l.hang, (line-high)/2), put)
		return
	}
	put(title, fyne.Position{}, fyne.NewSize(l.width, head))
	l.row(controls, fyne.NewPos(-l.hang, head+max(theme.Space1, l.gap)), put)
}

// uncut is how wide the whole title is.
func (l *headlineLayout) uncut() float32 {
	size := theme.PenOf(l.title).Size(l.title.TextSize)
	return fyne.MeasureText(l.title.Text, size, fyne.TextStyle{Bold: l.title.Bold}).Width
}

// row puts objects side by side from at on, and goes on in a new line where the
// width ends.
func (l *headlineLayout) row(objects []fyne.CanvasObject, at fyne.Position, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	from := at.X
	for _, o := range objects {
		least := o.MinSize()
		if at.X > from && at.X+least.Width > l.width+l.hang {
			at = fyne.NewPos(from, at.Y+least.Height+l.gap)
		}
		put(o, at, least)
		at.X += least.Width + l.gap
	}
}

package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// dated is the day with the ways out beside it: what ends for today, and what
// leads to support. They are in view whenever the page is shown.
func (s *Screen) dated(day string) fyne.CanvasObject {
	whole := widget.NewLabel(day, theme.ColorInk, theme.SizeTitle)
	whole.Bold = true
	return container.New(&exitsLayout{whole: whole}, widget.NewHeading(day, theme.SizeTitle),
		s.named("enough", widget.NewQuietButton(lang.L("Enough for today"), s.deps.OnEnough)),
		s.named("care", widget.NewQuietButton(lang.L("Support and safety"), s.deps.OnCare)))
}

// exitsLayout puts what follows a heading to the right of it, and where there is
// no room, below it in as many lines as are needed.
type exitsLayout struct {
	whole fyne.CanvasObject // as wide as the heading is uncut
	width float32           // of the last layout
}

// Layout implements fyne.Layout.
func (l *exitsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// MinSize implements fyne.Layout; it is as high as is needed at the last width.
func (l *exitsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least.Width = max(least.Width, o.MinSize().Width)
	}
	l.place(objects, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		least.Height = max(least.Height, at.Y+size.Height)
	})
	return least
}

func (l *exitsLayout) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	heading, exits := objects[0], objects[1:]
	head, wide, high := heading.MinSize().Height, float32(0), float32(0)
	for _, o := range exits {
		wide, high = wide+o.MinSize().Width, max(high, o.MinSize().Height)
	}
	// A quiet button keeps room round its text, which lines up with the edge.
	if beside := l.width - wide; l.whole.MinSize().Width+theme.Space4 <= beside {
		line := max(head, high)
		put(heading, fyne.NewPos(0, (line-head)/2), fyne.NewSize(beside, head))
		l.row(exits, fyne.NewPos(beside+theme.Space2, (line-high)/2), put)
		return
	}
	put(heading, fyne.Position{}, fyne.NewSize(l.width, head))
	l.row(exits, fyne.NewPos(-theme.Space2, head+theme.Space1), put)
}

// row puts objects side by side from at on, and goes on in a new line where the
// width ends.
func (l *exitsLayout) row(objects []fyne.CanvasObject, at fyne.Position, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	from := at.X
	for _, o := range objects {
		least := o.MinSize()
		if at.X > from && at.X+least.Width > l.width+theme.Space2 {
			at = fyne.NewPos(from, at.Y+least.Height)
		}
		put(o, at, least)
		at.X += least.Width
	}
}

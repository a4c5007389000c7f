package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// NewColumn returns content centred in a column that is as wide as a line of
// writing at most, with room on both sides.
func NewColumn(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(columnLayout{}, content)
}

// NewNarrow is NewColumn at most width wide, at the text scale.
func NewNarrow(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(columnLayout{width}, content)
}

// NewLeftColumn is NewColumn at the left edge, room away from it, to stand in
// line with what is above.
func NewLeftColumn(room float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(leftColumnLayout{room}, content)
}

type leftColumnLayout struct{ room float32 }

func (l leftColumnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*l.room, columnLayout{}.most())
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(l.room, 0))
	}
}

func (l leftColumnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return columnLayout{}.MinSize(objects).AddWidthHeight(2*(l.room-theme.Space4), 0)
}

// columnLayout centres its one object; width 0 is the width of writing.
type columnLayout struct{ width float32 }

func (l columnLayout) most() float32 {
	th := fynetheme.Current()
	if l.width > 0 {
		return l.width * theme.Scale(th)
	}
	line := strings.Repeat("x", theme.ColumnRunes)
	return fyne.MeasureText(line, theme.Size(th, theme.SizeWriting), fyne.TextStyle{}).Width
}

func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*theme.Space4, l.most())
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

func (l columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(2*theme.Space4, 0)
}

// NewStack returns objects one below the other, gap apart, each as wide as
// the stack. Wrapped texts get their height in the same layout.
func NewStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stackLayout{gap}, objects...)
}

type stackLayout struct{ gap float32 }

func (l stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range visible(objects) {
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // a wrapped text learns its width
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

func (l stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
		if i > 0 {
			size.Height += l.gap
		}
	}
	return size
}

// NewRow returns objects side by side, gap apart, each as wide as it needs
// and centred in the height.
func NewRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap}, objects...)
}

type rowLayout struct{ gap float32 }

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range visible(objects) {
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + l.gap
	}
}

func (l rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		least := o.MinSize()
		size.Height = max(size.Height, least.Height)
		size.Width += least.Width
		if i > 0 {
			size.Width += l.gap
		}
	}
	return size
}

// NewFlow returns objects side by side, gap apart, going on in a new line
// where the width ends: for chips.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

type flowLayout struct {
	gap   float32
	width float32 // of the last layout
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, func(o fyne.CanvasObject, at fyne.Position, least fyne.Size) {
		o.Resize(least)
		o.Move(at)
	})
}

// MinSize is as high as the objects are at the last width.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	l.place(objects, func(_ fyne.CanvasObject, at fyne.Position, least fyne.Size) {
		size.Width = max(size.Width, least.Width)
		size.Height = max(size.Height, at.Y+least.Height)
	})
	return size
}

func (l *flowLayout) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	var at fyne.Position
	line := float32(0) // height of the line so far
	for _, o := range visible(objects) {
		least := o.MinSize()
		if least.Width > l.width && l.width > 0 {
			least.Width = l.width
		}
		if at.X > 0 && at.X+least.Width > l.width {
			at = fyne.NewPos(0, at.Y+line+l.gap)
			line = 0
		}
		put(o, at, least)
		at.X += least.Width + l.gap
		line = max(line, least.Height)
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// Inset returns content with room round it.
func Inset(room float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{room, room}, content)
}

// InsetXY returns content with room on its sides, and above and below it.
func InsetXY(x, y float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{x, y}, content)
}

type insetLayout struct{ x, y float32 }

func (l insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.x, l.y))
		o.Resize(size.SubtractWidthHeight(2*l.x, 2*l.y))
	}
}

func (l insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(2*l.x, 2*l.y)
}

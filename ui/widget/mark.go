package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// mark is a check mark of two strokes.
type mark struct{ short, long *canvas.Line }

func newMark() mark {
	return mark{canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent)}
}

func (m mark) objects() []fyne.CanvasObject { return []fyne.CanvasObject{m.short, m.long} }

// show draws the mark in a square of side at pos, or hides it.
func (m mark) show(on bool, c color.Color, pos fyne.Position, side float32) {
	if !on {
		c = color.Transparent
	}
	at := func(x, y float32) fyne.Position { return pos.AddXY(x*side, y*side) }
	m.short.Position1, m.short.Position2 = at(0.22, 0.52), at(0.42, 0.72)
	m.long.Position1, m.long.Position2 = at(0.42, 0.72), at(0.78, 0.30)
	for _, line := range []*canvas.Line{m.short, m.long} {
		line.StrokeColor, line.StrokeWidth = c, max(side/9, 1.5)
		line.Refresh()
	}
}

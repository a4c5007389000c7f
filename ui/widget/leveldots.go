package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// levelDots is five dots in a row, some of them full and the others rings: a
// number that can be counted without seeing a colour.
type levelDots [5]*canvas.Circle

const levelGap float32 = 2

func newLevelDots() levelDots {
	var d levelDots
	for i := range d {
		d[i] = canvas.NewCircle(color.Transparent)
	}
	return d
}

func (d levelDots) side(p theme.Pen) float32 { return p.Size(theme.SizeSmall) / 2 }

// width returns how much room the dots take, with the gap before them.
func (d levelDots) width(p theme.Pen) float32 {
	return theme.Space1 + float32(len(d))*(d.side(p)+levelGap)
}

// show draws the dots, full of which are full, from left on, its Y their
// middle.
func (d levelDots) show(full int, p theme.Pen, left fyne.Position) {
	side := d.side(p)
	for i, dot := range d {
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = color.Transparent, p.Color(theme.ColorInk), 1
		if i < full {
			dot.FillColor = dot.StrokeColor
		}
		dot.Move(left.AddXY(theme.Space1+float32(i)*(side+levelGap), -side/2))
		dot.Resize(fyne.NewSquareSize(side))
		dot.Refresh()
	}
}

func (d levelDots) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, dot := range d {
		all = append(all, dot)
	}
	return all
}

package summary

import (
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// brush paints on a canvas in points from the upper left corner of the paper.
type brush struct {
	on     vg.Canvas
	height float64 // of the paper
	shift  float64 // to the right, of a paper that is wider than the sheet
	faces  map[faceName]*face
}

func (b *brush) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x + b.shift), Y: vg.Length(b.height - y)}
}

func (c colour) rgb() color.Color { return color.RGBA{uint8(c.r), uint8(c.g), uint8(c.b), 0xff} }

// line writes a line whose letters stand on the baseline.
func (b *brush) line(line []run, x, baseline float64) {
	for _, r := range line {
		if r.style.shaded {
			b.rect(x+r.x-1, baseline-r.style.size*groundAbove, r.width+2, r.style.size*(groundAbove+groundBelow), ground())
		}
		b.on.SetColor(r.style.colour.rgb())
		b.on.FillString(b.font(r.style), b.at(x+r.x, baseline), r.text)
	}
}

// font returns the face of a style, named so that the canvas of a PDF finds its
// own.
func (b *brush) font(st *style) font.Face {
	f := font.Font{Typeface: family, Size: vg.Length(st.size)}
	switch st.face {
	case bold:
		f.Weight = xfont.WeightBold
	case italic:
		f.Style = xfont.StyleItalic
	}
	return font.Face{Font: f, Face: b.faces[st.face].font}
}

func (b *brush) fill(path vg.Path, c colour) {
	b.on.SetColor(c.rgb())
	b.on.Fill(path)
}

func (b *brush) stroke(path vg.Path, width float64, c colour) {
	b.on.SetLineWidth(vg.Length(width))
	b.on.SetLineDash(nil, 0)
	b.on.SetColor(c.rgb())
	b.on.Stroke(path)
}

func (b *brush) rect(x, y, width, height float64, c colour) {
	b.fill(b.polygon([][2]float64{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}), c)
}

func (b *brush) polygon(corners [][2]float64) vg.Path {
	path := b.lines(corners)
	path.Close()
	return path
}

func (b *brush) lines(points [][2]float64) vg.Path {
	var path vg.Path
	path.Move(b.at(points[0][0], points[0][1]))
	for _, p := range points[1:] {
		path.Line(b.at(p[0], p[1]))
	}
	return path
}

func (b *brush) strokeLines(width float64, c colour, points [][2]float64) {
	b.stroke(b.lines(points), width, c)
}

func (b *brush) disc(x, y, radius float64, c colour) {
	middle, r := b.at(x, y), vg.Length(radius)
	var path vg.Path
	path.Move(vg.Point{X: middle.X + r, Y: middle.Y})
	path.Arc(middle, r, 0, 2*math.Pi)
	path.Close()
	b.fill(path, c)
}

// rounded fills a square with round corners.
func (b *brush) rounded(x, y, side, radius float64, c colour) {
	b.fill(b.roundedPath(x, y, side, radius), c)
}

// roundedEdge draws the edge of a square with round corners.
func (b *brush) roundedEdge(x, y, side, radius, width float64, c colour) {
	b.stroke(b.roundedPath(x, y, side, radius), width, c)
}

func (b *brush) roundedPath(x, y, side, radius float64) vg.Path {
	r := vg.Length(radius)
	right, bottom := x+side, y+side
	var path vg.Path
	path.Move(b.at(right, y+radius))
	path.Arc(b.at(right-radius, y+radius), r, 0, math.Pi/2)
	path.Line(b.at(x+radius, y))
	path.Arc(b.at(x+radius, y+radius), r, math.Pi/2, math.Pi/2)
	path.Line(b.at(x, bottom-radius))
	path.Arc(b.at(x+radius, bottom-radius), r, math.Pi, math.Pi/2)
	path.Line(b.at(right-radius, bottom))
	path.Arc(b.at(right-radius, bottom-radius), r, 3*math.Pi/2, math.Pi/2)
	path.Close()
	return path
}

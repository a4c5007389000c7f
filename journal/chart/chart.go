package chart

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"mend/journal"
)

// Look is what a drawing looks like. Nothing in it tells marks apart: that is
// done by place, shape and size.
type Look struct {
	Ink, Muted, Line, Accent, Paper color.Color
	Size                            float64 // of the text, in points
}

// Painter draws charts with one typeface. It may be used from any goroutine.
type Painter struct {
	face *opentype.Font
}

// NewPainter returns a painter that writes with a TrueType font, whose bytes
// must not be changed afterwards.
func NewPainter(trueType []byte) (*Painter, error) {
	face, err := opentype.Parse(trueType)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return &Painter{face: face}, nil
}

// Spot is where a mark was drawn, in points from the drawing's upper left
// corner, with enough room round it to be pointed at.
type Spot struct {
	X, Y, Width, Height float64
	Row, Mark           int // in the chart's Rows
}

// Height returns how high the drawing of c is that is width points wide.
func (p *Painter) Height(c journal.Chart, width float64, look Look) float64 {
	return p.plan(c, width, look).height
}

// Draw paints c on a canvas, its upper left corner at x and y points from the
// left and the bottom of the canvas, width points wide and as high as Height
// says. It returns where the marks are, from left to right in every row.
func (p *Painter) Draw(on vg.Canvas, c journal.Chart, x, y, width float64, look Look) []Spot {
	d := p.plan(c, width, look)
	d.pen = &pen{on: on, left: x, top: y, look: look, face: p.face}
	d.draw()
	return d.spots
}

const pointsPerInch = 72

// Image returns c as a picture, width points wide at about scale pixels a point
// (a whole number of pixels an inch, which keeps letters sharp), and where the
// marks are in it, in points.
func (p *Painter) Image(c journal.Chart, width, scale float64, look Look) (image.Image, []Spot) {
	height := p.Height(c, width, look)
	on := vgimg.NewWith(vgimg.UseWH(vg.Length(width), vg.Length(height)),
		vgimg.UseDPI(max(1, int(math.Round(pointsPerInch*scale)))), vgimg.UseBackgroundColor(look.Paper))
	spots := p.Draw(on, c, 0, height, width, look)
	return on.Image(), spots
}

// pen writes and draws on a canvas in points from the upper left corner.
type pen struct {
	on        vg.Canvas
	left, top float64
	look      Look
	face      *opentype.Font
}

func (p *pen) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(p.left + x), Y: vg.Length(p.top - y)}
}

func (p *pen) font(size float64) font.Face { return faceOf(p.face, size) }

func faceOf(face *opentype.Font, size float64) font.Face {
	return font.Face{Font: font.Font{Typeface: "Mend", Size: vg.Length(size)}, Face: face}
}

func widthOf(face *opentype.Font, size float64, text string) float64 {
	f := faceOf(face, size)
	return float64(f.Width(text))
}

// text writes with its baseline at y.
func (p *pen) text(x, y, size float64, c color.Color, text string) {
	p.on.SetColor(c)
	p.on.FillString(p.font(size), p.at(x, y), text)
}

// textRight writes so that the text ends at x.
func (p *pen) textRight(x, y, size float64, c color.Color, text string) {
	p.text(x-widthOf(p.face, size, text), y, size, c, text)
}

// line draws a straight line.
func (p *pen) line(x1, y1, x2, y2, width float64, c color.Color, dashes ...float64) {
	var path vg.Path
	path.Move(p.at(x1, y1))
	path.Line(p.at(x2, y2))
	p.stroke(path, width, c, dashes...)
}

func (p *pen) stroke(path vg.Path, width float64, c color.Color, dashes ...float64) {
	pattern := make([]vg.Length, len(dashes))
	for i, d := range dashes {
		pattern[i] = vg.Length(d)
	}
	p.on.SetLineWidth(vg.Length(width))
	p.on.SetLineDash(pattern, 0)
	p.on.SetColor(c)
	p.on.Stroke(path)
}

func (p *pen) fill(path vg.Path, c color.Color) {
	p.on.SetColor(c)
	p.on.Fill(path)
}

// mark draws a mark of a shape round its middle.
func (p *pen) mark(x, y, radius float64, shape journal.Shape) {
	edge := min(max(radius*0.28, 1), 3)
	ink := p.look.Accent
	p.fill(p.disc(x, y, radius+1), p.look.Paper) // keeps it apart from the next
	switch shape {
	case journal.Hollow:
		p.stroke(p.disc(x, y, radius-edge/2), edge, ink)
	case journal.Half:
		p.fill(p.lowerHalf(x, y, radius), ink)
		p.stroke(p.disc(x, y, radius-edge/2), edge, ink)
	case journal.Diamond:
		p.fill(p.diamond(x, y, radius*1.2), ink)
	default:
		p.fill(p.disc(x, y, radius), ink)
	}
}

func (p *pen) disc(x, y, radius float64) vg.Path {
	middle, r := p.at(x, y), vg.Length(radius)
	var path vg.Path
	path.Move(vg.Point{X: middle.X + r, Y: middle.Y})
	path.Arc(middle, r, 0, 2*math.Pi)
	path.Close()
	return path
}

func (p *pen) lowerHalf(x, y, radius float64) vg.Path {
	middle, r := p.at(x, y), vg.Length(radius)
	var path vg.Path
	path.Move(vg.Point{X: middle.X - r, Y: middle.Y})
	path.Arc(middle, r, math.Pi, math.Pi)
	path.Close()
	return path
}

func (p *pen) diamond(x, y, radius float64) vg.Path {
	var path vg.Path
	path.Move(p.at(x, y-radius))
	path.Line(p.at(x+radius, y))
	path.Line(p.at(x, y+radius))
	path.Line(p.at(x-radius, y))
	path.Close()
	return path
}

func (p *pen) square(x, y, side float64) vg.Path {
	var path vg.Path
	path.Move(p.at(x, y))
	path.Line(p.at(x+side, y))
	path.Line(p.at(x+side, y+side))
	path.Line(p.at(x, y+side))
	path.Close()
	return path
}

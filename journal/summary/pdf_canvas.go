package summary

import (
	"image"
	"image/color"
	"math"

	"codeberg.org/go-pdf/fpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas is a vg.Canvas on the current page of a PDF. It can't turn or scale
// what is drawn, and shows no pictures: nothing here asks for that.
type pdfCanvas struct {
	pdf    *fpdf.Fpdf
	height float64
	now    pdfState
	saved  []pdfState
	set    textState // what the page knows already
}

type pdfState struct {
	colour color.Color
	width  float64
}

type textState struct {
	face   string
	size   float64
	colour [3]int
	known  bool
}

func newPDFCanvas(pdf *fpdf.Fpdf, height float64) *pdfCanvas {
	return &pdfCanvas{pdf: pdf, height: height, now: pdfState{color.Black, 1}}
}

// SetLineWidth implements vg.Canvas.
func (c *pdfCanvas) SetLineWidth(w vg.Length) { c.now.width = float64(w) }

// SetLineDash implements vg.Canvas.
func (c *pdfCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	dashes := make([]float64, len(pattern))
	for i, d := range pattern {
		dashes[i] = float64(d)
	}
	c.pdf.SetDashPattern(dashes, float64(offset))
}

// SetColor implements vg.Canvas.
func (c *pdfCanvas) SetColor(to color.Color) {
	if to == nil {
		to = color.Black
	}
	c.now.colour = to
}

// Rotate, Translate and Scale implement vg.Canvas; see pdfCanvas.
func (c *pdfCanvas) Rotate(float64)                      {}
func (c *pdfCanvas) Translate(vg.Point)                  {}
func (c *pdfCanvas) Scale(float64, float64)              {}
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {}

// Push implements vg.Canvas.
func (c *pdfCanvas) Push() { c.saved = append(c.saved, c.now) }

// Pop implements vg.Canvas.
func (c *pdfCanvas) Pop() {
	c.now = c.saved[len(c.saved)-1]
	c.saved = c.saved[:len(c.saved)-1]
}

// Stroke implements vg.Canvas.
func (c *pdfCanvas) Stroke(path vg.Path) {
	if c.now.width <= 0 {
		return
	}
	rgb := c.rgb()
	c.pdf.SetDrawColor(rgb[0], rgb[1], rgb[2])
	c.pdf.SetLineWidth(c.now.width)
	c.trace(path)
	c.pdf.DrawPath("D")
}

// Fill implements vg.Canvas.
func (c *pdfCanvas) Fill(path vg.Path) {
	rgb := c.rgb()
	c.pdf.SetFillColor(rgb[0], rgb[1], rgb[2])
	c.trace(path)
	c.pdf.DrawPath("F")
	c.set.known = false // letters are filled with the same colour
}

func (c *pdfCanvas) rgb() [3]int {
	r, g, b, _ := c.now.colour.RGBA()
	return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
}

func (c *pdfCanvas) trace(path vg.Path) {
	for _, part := range path {
		x, y := float64(part.Pos.X), c.height-float64(part.Pos.Y)
		switch part.Type {
		case vg.MoveComp:
			c.pdf.MoveTo(x, y)
		case vg.LineComp:
			c.pdf.LineTo(x, y)
		case vg.ArcComp:
			radius, from := float64(part.Radius), part.Start*180/math.Pi
			c.pdf.ArcTo(x, y, radius, radius, 0, from, from+part.Angle*180/math.Pi)
		case vg.CurveComp:
			c.curve(part, x, y)
		case vg.CloseComp:
			c.pdf.ClosePath()
		}
	}
}

func (c *pdfCanvas) curve(part vg.PathComp, x, y float64) {
	at := func(i int) (float64, float64) {
		return float64(part.Control[i].X), c.height - float64(part.Control[i].Y)
	}
	x1, y1 := at(0)
	if len(part.Control) == 1 {
		c.pdf.CurveTo(x1, y1, x, y)
		return
	}
	x2, y2 := at(1)
	c.pdf.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
}

// FillString implements vg.Canvas. The face is found by its weight and slant.
func (c *pdfCanvas) FillString(f font.Face, at vg.Point, text string) {
	name, size, rgb := faceOf(f.Font), float64(f.Font.Size), c.rgb()
	if size <= 0 || text == "" {
		return
	}
	if !c.set.known || c.set.face != name || c.set.size != size {
		c.pdf.SetFont(family, name, size)
	}
	if !c.set.known || c.set.colour != rgb {
		c.pdf.SetTextColor(rgb[0], rgb[1], rgb[2])
	}
	c.set = textState{name, size, rgb, true}
	c.pdf.Text(float64(at.X), c.height-float64(at.Y), text)
}

func faceOf(f font.Font) string {
	switch {
	case f.Weight == xfont.WeightBold:
		return string(bold)
	case f.Style == xfont.StyleItalic:
		return string(italic)
	}
	return string(regular)
}

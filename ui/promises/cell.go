package promises

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/ui/theme"
)

// mark is what stands in the grid for a promise on a day: a result, or one of
// those below. Each has a shape of its own.
type mark string

const (
	noMark  mark = ""
	unnoted mark = "unnoted" // it came round, and nothing was noted yet
	written mark = "written" // on the timeline: a page
)

// shapes holds the canvas objects that marks are drawn with, used again and
// again.
type shapes struct {
	boxes []*canvas.Rectangle
	rings []*canvas.Circle
	// used of each since reset
	usedBoxes, usedRings int
	drawn                []fyne.CanvasObject
}

// reset takes all shapes back.
func (s *shapes) reset() { s.usedBoxes, s.usedRings, s.drawn = 0, 0, s.drawn[:0] }

func (s *shapes) box() *canvas.Rectangle {
	if s.usedBoxes == len(s.boxes) {
		s.boxes = append(s.boxes, canvas.NewRectangle(nil))
	}
	box := s.boxes[s.usedBoxes]
	s.usedBoxes++
	s.drawn = append(s.drawn, box)
	return box
}

func (s *shapes) ring() *canvas.Circle {
	if s.usedRings == len(s.rings) {
		s.rings = append(s.rings, canvas.NewCircle(nil))
	}
	ring := s.rings[s.usedRings]
	s.usedRings++
	s.drawn = append(s.drawn, ring)
	return ring
}

const (
	markSide   float32 = 14 // at a text scale of 1
	markEdge   float32 = 1.5
	markCorner float32 = 3
)

// draw draws a mark in the middle of the box at pos: kept is a full square,
// partly a half full one, missed an empty one, not due a dash, what was not
// noted yet a small circle, and what is written a sheet with lines.
func (s *shapes) draw(p pen, m mark, pos fyne.Position, box fyne.Size) {
	side := p.Scaled(markSide)
	at := pos.AddXY((box.Width-side)/2, (box.Height-side)/2)
	accent := p.Color(theme.ColorAccent)
	switch m {
	case mark(journal.Kept):
		s.fill(at, fyne.NewSquareSize(side), accent)
	case mark(journal.Partly):
		s.edge(at, side, accent)
		s.fill(at.AddXY(0, side/2), fyne.NewSize(side, side/2), accent)
	case mark(journal.Missed):
		s.edge(at, side, p.Color(theme.ColorMuted))
	case mark(journal.NotDue):
		s.fill(at.AddXY(side/5, side/2-1), fyne.NewSize(side*3/5, 1), p.Color(theme.ColorMuted))
	case written:
		s.sheet(at, side, accent)
	case unnoted:
		ring := s.ring()
		ring.FillColor, ring.StrokeColor, ring.StrokeWidth = color.Transparent, p.Color(theme.ColorBorder), markEdge
		ring.Move(at.AddXY(side/4, side/4))
		ring.Resize(fyne.NewSquareSize(side / 2))
		ring.Refresh()
	}
}

func (s *shapes) fill(at fyne.Position, size fyne.Size, c color.Color) {
	box := s.box()
	box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = c, c, markEdge, min(markCorner, size.Height/2)
	place(box, at, size)
}

func (s *shapes) edge(at fyne.Position, side float32, c color.Color) {
	s.frame(at, fyne.NewSquareSize(side), c, markCorner)
}

func (s *shapes) frame(at fyne.Position, size fyne.Size, c color.Color, corner float32) {
	box := s.box()
	box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = color.Transparent, c, markEdge, corner
	place(box, at, size)
}

// sheet draws an upright sheet of paper with lines on it.
func (s *shapes) sheet(at fyne.Position, side float32, c color.Color) {
	width := side * 3 / 4
	at = at.AddXY((side-width)/2, 0)
	s.frame(at, fyne.NewSize(width, side), c, 1)
	for _, y := range []float32{0.3, 0.5, 0.7} {
		line := s.box()
		line.FillColor, line.StrokeWidth, line.CornerRadius = c, 0, 0
		place(line, at.AddXY(width/4, side*y-0.5), fyne.NewSize(width/2, 1))
	}
}

// place moves and draws a rectangle.
func place(box *canvas.Rectangle, at fyne.Position, size fyne.Size) {
	box.Move(at)
	box.Resize(size)
	box.Refresh()
}

// sample shows one mark by itself, beside its word.
type sample struct {
	fynewidget.BaseWidget
	mark mark
}

func newSample(m mark) *sample {
	s := &sample{mark: m}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *sample) CreateRenderer() fyne.WidgetRenderer {
	r := &sampleRenderer{sample: s, shapes: new(shapes)}
	r.Refresh()
	return r
}

type sampleRenderer struct {
	sample *sample
	shapes *shapes
}

func (r *sampleRenderer) Destroy() {}

func (r *sampleRenderer) Layout(size fyne.Size) {
	r.shapes.reset()
	r.shapes.draw(penOf(r.sample), r.sample.mark, fyne.Position{}, size)
}

func (r *sampleRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(penOf(r.sample).Scaled(markSide + 2))
}

func (r *sampleRenderer) Objects() []fyne.CanvasObject { return r.shapes.drawn }

func (r *sampleRenderer) Refresh() {
	r.Layout(r.sample.Size())
	canvas.Refresh(r.sample)
}

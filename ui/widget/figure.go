package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mend/ui/theme"
)

// Spot is a place in a figure that stands for something.
type Spot struct {
	Area fyne.Position // its upper left corner
	Size fyne.Size
	Row  int    // Up and Down go from row to row
	Mark int    // the caller's number of it within the row
	Says string // what it stands for
}

// FigureRequest says how a figure is to be drawn.
type FigureRequest struct {
	Width    float32 // in the canvas's units
	Pixels   float32 // for each unit
	TextSize float32 // in units

	Ink, Muted, Line, Accent, Paper color.Color
}

// FigureDrawing is a figure as it was drawn.
type FigureDrawing struct {
	Image  image.Image
	Height float32 // in the canvas's units
	Spots  []Spot  // from left to right in every row
}

// Figure shows a drawing that is made elsewhere to the width there is, and lets
// the person go through its spots: with the arrows, Home and End, or the
// pointer. Enter or a tap opens what a spot stands for.
type Figure struct {
	control

	// Draw is asked for a drawing whenever the width, the text size or the
	// colours change. It calls done on the UI goroutine, once; what comes after
	// a newer request is dropped.
	Draw func(r FigureRequest, done func(FigureDrawing))
	// OnSpot is called when another spot is gone to; -1 is none.
	OnSpot func(i int)
	// OnFocus is called when the focus comes or goes.
	OnFocus func(on bool)
	// OnOpen is called when a spot is opened.
	OnOpen func(i int)
	// OnSized is called when the drawing turned out higher or lower.
	OnSized func()

	label   string
	request FigureRequest // the newest one
	version int           // of the newest request
	drawn   FigureDrawing
	at      int // spot, or -1
}

// NewFigure returns a figure called label for who can't see it.
func NewFigure(label string, draw func(r FigureRequest, done func(FigureDrawing))) *Figure {
	f := &Figure{label: label, Draw: draw, at: -1}
	f.extend(f)
	return f
}

// Spots returns the spots of the drawing that shows.
func (f *Figure) Spots() []Spot { return f.drawn.Spots }

// At returns the spot that is gone to, or -1.
func (f *Figure) At() int { return f.at }

// ask asks for a drawing, if what shows is not drawn as it should be now.
func (f *Figure) ask(width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if width <= 0 || c == nil || f.Draw == nil {
		return
	}
	p := theme.PenOf(f)
	r := FigureRequest{
		Width: width, Pixels: c.Scale(), TextSize: p.Size(theme.SizeSmall),
		Ink: p.Color(theme.ColorInk), Muted: p.Color(theme.ColorMuted), Line: p.Color(theme.ColorLine),
		Accent: p.Color(theme.ColorAccent), Paper: p.Color(theme.ColorCard),
	}
	if r == f.request {
		return
	}
	f.request = r
	f.version++
	version := f.version
	f.Draw(r, func(d FigureDrawing) {
		if version == f.version {
			f.show(d)
		}
	})
}

func (f *Figure) show(d FigureDrawing) {
	resized := d.Height != f.drawn.Height
	f.drawn = d
	if f.at >= len(d.Spots) {
		f.goTo(-1)
	}
	f.Refresh()
	if resized && f.OnSized != nil {
		f.OnSized()
	}
}

// goTo goes to a spot; -1 to none.
func (f *Figure) goTo(i int) {
	if i == f.at || i >= len(f.drawn.Spots) {
		return
	}
	f.at = i
	f.Refresh()
	if f.OnSpot != nil {
		f.OnSpot(i)
	}
}

func (f *Figure) open() {
	if f.at >= 0 && f.OnOpen != nil {
		f.OnOpen(f.at)
	}
}

// FocusGained implements fyne.Focusable.
func (f *Figure) FocusGained() {
	f.control.FocusGained()
	f.tellFocus()
}

// FocusLost implements fyne.Focusable.
func (f *Figure) FocusLost() {
	f.control.FocusLost()
	f.tellFocus()
}

func (f *Figure) tellFocus() {
	if f.OnFocus != nil {
		f.OnFocus(f.focused)
	}
}

// TypedKey implements fyne.Focusable.
func (f *Figure) TypedKey(ev *fyne.KeyEvent) {
	last := len(f.drawn.Spots) - 1
	switch {
	case f.Keyed.asked(ev):
	case last < 0:
		HandOn(f, ev)
	case ev.Name == fyne.KeyRight:
		f.goTo(min(f.at+1, last))
	case ev.Name == fyne.KeyLeft:
		f.goTo(max(f.at-1, 0))
	case ev.Name == fyne.KeyHome:
		f.goTo(0)
	case ev.Name == fyne.KeyEnd:
		f.goTo(last)
	case ev.Name == fyne.KeyDown, ev.Name == fyne.KeyUp:
		if !f.toRow(map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]) {
			HandOn(f, ev)
		}
	case isEnter(ev) || ev.Name == fyne.KeySpace:
		f.open()
	default:
		HandOn(f, ev)
	}
}

// toRow goes to the nearest spot of the next row that has one, and reports
// whether there is any.
func (f *Figure) toRow(step int) bool {
	if f.at < 0 {
		f.goTo(0)
		return true
	}
	from, best := f.drawn.Spots[f.at], -1
	for i, s := range f.drawn.Spots {
		if (s.Row-from.Row)*step <= 0 {
			continue
		}
		if best < 0 || closer(s, f.drawn.Spots[best], from, step) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	f.goTo(best)
	return true
}

// closer reports whether a is in a nearer row than b, or in the same one and
// less to the side.
func closer(a, b, from Spot, step int) bool {
	if a.Row != b.Row {
		return (a.Row-b.Row)*step < 0
	}
	return distance(a.Area.X, from.Area.X) < distance(b.Area.X, from.Area.X)
}

func distance(a, b float32) float32 { return max(a-b, b-a) }

// Tapped implements fyne.Tappable.
func (f *Figure) Tapped(ev *fyne.PointEvent) {
	FocusOn(f)
	if i := f.spotAt(ev.Position); i >= 0 {
		f.goTo(i)
		f.open()
	}
}

// MouseMoved implements desktop.Hoverable.
func (f *Figure) MouseMoved(ev *desktop.MouseEvent) {
	if i := f.spotAt(ev.Position); i >= 0 {
		f.goTo(i)
	}
}

// spotAt returns the spot at a position, the one whose middle is nearest, or
// -1.
func (f *Figure) spotAt(at fyne.Position) int {
	best, nearest := -1, float32(0)
	for i, s := range f.drawn.Spots {
		x, y := at.X-s.Area.X, at.Y-s.Area.Y
		if x < 0 || y < 0 || x > s.Size.Width || y > s.Size.Height {
			continue
		}
		away := distance(x, s.Size.Width/2) + distance(y, s.Size.Height/2)
		if best < 0 || away < nearest {
			best, nearest = i, away
		}
	}
	return best
}

// AccessibilityLabel implements fyne.Accessible.
func (f *Figure) AccessibilityLabel() string {
	if f.at >= 0 {
		return f.label + ": " + f.drawn.Spots[f.at].Says
	}
	return f.label
}

// AccessibilityRole implements fyne.Accessible.
func (f *Figure) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	r := &figureRenderer{figure: f, image: canvas.NewImageFromImage(nil), spot: newRing(), ring: newRing()}
	r.image.FillMode = canvas.ImageFillStretch
	r.image.ScaleMode = canvas.ImageScaleSmooth
	return r
}

var _ fyne.WidgetRenderer = (*figureRenderer)(nil)

type figureRenderer struct {
	figure *Figure
	image  *canvas.Image
	spot   ring // round the spot that is gone to
	ring   ring // round the whole
}

func (r *figureRenderer) Destroy() {}

func (r *figureRenderer) Layout(size fyne.Size) {
	r.figure.ask(size.Width)
	r.place(size)
}

// place puts the drawing where it belongs, as it is until a newer one comes.
func (r *figureRenderer) place(size fyne.Size) {
	f, p := r.figure, theme.PenOf(r.figure)
	r.image.Resize(fyne.NewSize(size.Width, f.drawn.Height))
	r.ring.show(p, f.focused, theme.ColorFocus, size, -2*spotGap)
	shown := f.focused || f.hovered
	if f.at < 0 || !shown {
		r.spot.Hide()
		return
	}
	s := f.drawn.Spots[f.at]
	r.spot.Show()
	r.spot.show(p, true, theme.ColorInk, s.Size.AddWidthHeight(2*spotGap, 2*spotGap), 0)
	r.spot.Move(s.Area.SubtractXY(spotGap, spotGap))
	r.spot.Refresh()
}

// spotGap is how far the ring of a spot stands off it, since it may be in the
// colour of the focus itself. The ring of the whole stands off as far again, so
// that it does not meet the one of a spot on the edge.
const spotGap float32 = 4

// figureHeight is how high a figure is before it is drawn.
const figureHeight float32 = 120

func (r *figureRenderer) MinSize() fyne.Size {
	height := r.figure.drawn.Height
	if height == 0 {
		height = figureHeight
	}
	return fyne.NewSize(160, height)
}

func (r *figureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.image, r.spot.Rectangle, r.ring.Rectangle}
}

func (r *figureRenderer) Refresh() {
	f := r.figure
	f.ask(f.Size().Width)
	if r.image.Image != f.drawn.Image {
		r.image.Image = f.drawn.Image
		r.image.Refresh()
	}
	r.place(f.Size())
}

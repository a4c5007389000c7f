package feeling

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
	"mend/ui/widget"
)

// Strongest is the highest intensity of a feeling, Medium the one it has until
// the person says otherwise.
const (
	Strongest = 5
	Medium    = 3
)

// Dots lets the person say how strong a feeling is, by five dots with a word
// below each: faint to overwhelming. Left and Right, and the digits, change it.
type Dots struct {
	fynewidget.BaseWidget

	// OnChanged is told the intensity that was chosen, 1 to 5.
	OnChanged func(intensity int)
	// OnEnter is told when the person is done with it.
	OnEnter func()
	// OnTapped, which may be nil, is told after a dot was tapped.
	OnTapped func()

	value   int // 1 to 5
	focused bool
}

// NewDots returns dots at the faintest.
func NewDots() *Dots {
	d := &Dots{value: 1}
	d.ExtendBaseWidget(d)
	return d
}

// Set shows an intensity without telling OnChanged.
func (d *Dots) Set(intensity int) {
	d.value = min(max(intensity, 1), Strongest)
	d.Refresh()
}

func (d *Dots) choose(intensity int) {
	if intensity = min(max(intensity, 1), Strongest); intensity != d.value {
		d.Set(intensity)
		d.OnChanged(intensity)
	}
}

// Tapped implements fyne.Tappable.
func (d *Dots) Tapped(ev *fyne.PointEvent) {
	widget.FocusOn(d)
	d.choose(int(ev.Position.X/(d.Size().Width/Strongest)) + 1)
	if d.OnTapped != nil {
		d.OnTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (d *Dots) FocusGained() {
	d.focused = true
	d.Refresh()
}

// FocusLost implements fyne.Focusable.
func (d *Dots) FocusLost() {
	d.focused = false
	d.Refresh()
}

// TypedRune implements fyne.Focusable.
func (d *Dots) TypedRune(r rune) {
	if r >= '1' && r <= '5' {
		d.choose(int(r - '0'))
	}
}

// TypedKey implements fyne.Focusable.
func (d *Dots) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		d.choose(d.value - 1)
	case fyne.KeyRight, fyne.KeyUp:
		d.choose(d.value + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.OnEnter()
	case fyne.KeyHome:
		d.choose(1)
	case fyne.KeyEnd:
		d.choose(Strongest)
	default:
		widget.HandOn(d, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (d *Dots) AccessibilityLabel() string { return IntensityWord(d.value) }

// AccessibilityRole implements fyne.Accessible.
func (d *Dots) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (d *Dots) CreateRenderer() fyne.WidgetRenderer {
	r := &dotsRenderer{dots: d, ring: canvas.NewRectangle(color.Transparent), line: canvas.NewLine(nil)}
	r.objects = []fyne.CanvasObject{r.line}
	for i := range Strongest {
		r.circles[i], r.words[i] = canvas.NewCircle(nil), canvas.NewText("", nil)
		r.objects = append(r.objects, r.circles[i], r.words[i])
	}
	r.objects = append(r.objects, r.ring)
	r.Refresh()
	return r
}

type dotsRenderer struct {
	dots    *Dots
	line    *canvas.Line // joins the dots
	circles [Strongest]*canvas.Circle
	words   [Strongest]*canvas.Text
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *dotsRenderer) Destroy() {}

func (r *dotsRenderer) Objects() []fyne.CanvasObject { return r.objects }

// side returns the diameter of a dot.
func (r *dotsRenderer) side(p theme.Pen) float32 { return p.Size(theme.SizeText) }

// MinSize leaves room for the dots and one word; the other words are shown
// where there is room for them.
func (r *dotsRenderer) MinSize() fyne.Size {
	p := theme.PenOf(r.dots)
	height := r.side(p) + p.LineHeight(theme.SizeSmall) + theme.Space1 + 2*theme.Space2
	return fyne.NewSize(max(2*Strongest*r.side(p), r.widest()), height)
}

// widest returns the width of the longest word.
func (r *dotsRenderer) widest() float32 {
	p, widest := theme.PenOf(r.dots), float32(0)
	for i := range Strongest {
		widest = max(widest, fyne.MeasureText(IntensityWord(i+1), p.Size(theme.SizeSmall), fyne.TextStyle{Bold: true}).Width)
	}
	return widest
}

func (r *dotsRenderer) Layout(size fyne.Size) {
	cell, side := size.Width/Strongest, r.side(theme.PenOf(r.dots))
	crowded := r.widest() > cell
	for i, c := range r.circles {
		middle := cell*float32(i) + cell/2
		widget.Place(c, middle-side/2, theme.Space2, side, side)
		word := r.words[i]
		word.Hidden = crowded && i != r.dots.value-1
		least := word.MinSize()
		x := min(max(middle-least.Width/2, theme.Space1), size.Width-least.Width-theme.Space1)
		widget.Place(word, x, theme.Space2+side+theme.Space1, least.Width, least.Height)
	}
	r.line.Position1 = fyne.NewPos(cell/2, theme.Space2+side/2)
	r.line.Position2 = fyne.NewPos(size.Width-cell/2, theme.Space2+side/2)
	widget.Place(r.ring, 0, 0, size.Width, size.Height)
}

func (r *dotsRenderer) Refresh() {
	d, p := r.dots, theme.PenOf(r.dots)
	r.line.StrokeColor, r.line.StrokeWidth = p.Color(theme.ColorBorder), 1
	for i, c := range r.circles {
		c.StrokeColor, c.StrokeWidth, c.FillColor = p.Color(theme.ColorBorder), 1, p.Color(theme.ColorCard)
		ink, style := theme.ColorMuted, fyne.TextStyle{}
		if i < d.value {
			c.StrokeColor, c.FillColor = p.Color(theme.ColorAccent), p.Color(theme.ColorAccent)
		}
		if i == d.value-1 {
			ink, style = theme.ColorInk, fyne.TextStyle{Bold: true}
		}
		setText(r.words[i], IntensityWord(i+1), p.Size(theme.SizeSmall), p.Color(ink), style)
	}
	r.ring.Hidden = !d.focused
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = p.Color(theme.ColorFocus), 2, theme.CornerRadius
	r.Layout(d.Size())
	canvas.Refresh(d)
}

package widget

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// Positions is how many positions a Rating has.
const Positions = 5

// Rating is a line of five positions, numbered, whose ends are named. One of
// them may be chosen, and taken back by tapping it again. Left and Right and
// the digits choose; 0, Delete and Backspace take back. It is one stop of the
// Tab key.
type Rating struct {
	control

	Value    int // 1 to Positions; 0 is none
	OnChange func(value int)

	low, high *Paragraph
}

// NewRating returns a rating with nothing chosen, whose first and last position
// stand for low and high.
func NewRating(low, high string, onChange func(int)) *Rating {
	r := &Rating{OnChange: onChange, low: newEnd(low), high: newEnd(high)}
	r.extend(r)
	return r
}

func newEnd(text string) *Paragraph {
	p := NewMutedParagraph(text)
	p.TextSize = theme.SizeSmall
	return p
}

// Set shows a value without calling OnChange.
func (r *Rating) Set(value int) {
	if value = max(0, min(value, Positions)); value != r.Value {
		r.Value = value
		r.Refresh()
	}
}

func (r *Rating) choose(value int) {
	if r.Disabled() || value < 0 || value > Positions || value == r.Value {
		return
	}
	r.Set(value)
	if r.OnChange != nil {
		r.OnChange(value)
	}
}

// TypedRune implements fyne.Focusable.
func (r *Rating) TypedRune(char rune) {
	if char >= '0' && char <= '0'+Positions {
		r.choose(int(char - '0'))
		return
	}
	r.control.TypedRune(char)
}

// TypedKey implements fyne.Focusable.
func (r *Rating) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case r.asked(ev):
	case ev.Name == fyne.KeyLeft:
		r.choose(r.Value - 1)
	case ev.Name == fyne.KeyRight:
		r.choose(r.Value + 1)
	case ev.Name == fyne.KeyHome:
		r.choose(1)
	case ev.Name == fyne.KeyEnd:
		r.choose(Positions)
	case ev.Name == fyne.KeyDelete, ev.Name == fyne.KeyBackspace:
		r.choose(0)
	default:
		HandOn(r, ev)
	}
}

// Tapped implements fyne.Tappable.
func (r *Rating) Tapped(ev *fyne.PointEvent) {
	FocusOn(r)
	value := int((ev.Position.X+(r.step(r.Size().Width)-r.side())/2)/r.step(r.Size().Width)) + 1
	switch {
	case value > Positions || ev.Position.Y > r.side()+2*theme.Space2:
	case value == r.Value:
		r.choose(0)
	default:
		r.choose(value)
	}
}

// side is the diameter of a position, step how far each is from the next.
func (r *Rating) side() float32 {
	return fyne.MeasureText("0", theme.PenOf(r).Size(theme.SizeText), fyne.TextStyle{}).Height + theme.Space2
}

func (r *Rating) step(width float32) float32 {
	return max(min((width-r.side()-2*theme.Space1)/(Positions-1), r.side()+theme.PenOf(r).Scaled(44)), 1)
}

// width is how wide the line of positions is.
func (r *Rating) width(width float32) float32 { return r.step(width)*(Positions-1) + r.side() }

// AccessibilityLabel implements fyne.Accessible.
func (r *Rating) AccessibilityLabel() string {
	if r.Value == 0 {
		return ""
	}
	return strconv.Itoa(r.Value)
}

// AccessibilityRole implements fyne.Accessible.
func (r *Rating) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (r *Rating) CreateRenderer() fyne.WidgetRenderer {
	d := &ratingRenderer{rating: r, line: canvas.NewLine(nil), ring: newRing()}
	for i := range Positions {
		d.circles[i], d.numbers[i] = canvas.NewCircle(nil), canvas.NewText(strconv.Itoa(i+1), nil)
	}
	d.Refresh()
	return d
}

type ratingRenderer struct {
	rating  *Rating
	line    *canvas.Line // joins the positions
	circles [Positions]*canvas.Circle
	numbers [Positions]*canvas.Text
	ring    ring
}

func (d *ratingRenderer) Destroy() {}

func (d *ratingRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{d.line}
	for i := range Positions {
		objects = append(objects, d.circles[i], d.numbers[i])
	}
	return append(objects, d.rating.low, d.rating.high, d.ring.Rectangle)
}

// ends returns how wide the name of an end may be.
func (d *ratingRenderer) ends(width float32) float32 {
	return max((d.rating.width(width)-theme.Space4)/2, 0)
}

// MinSize is as high as the names of the ends are at the present width.
func (d *ratingRenderer) MinSize() fyne.Size {
	r := d.rating
	ends := d.ends(r.Size().Width)
	names := max(r.low.HeightFor(ends), r.high.HeightFor(ends))
	return fyne.NewSize(Positions*r.side(), r.side()+3*theme.Space2+names)
}

func (d *ratingRenderer) Layout(size fyne.Size) {
	r, side, step := d.rating, d.rating.side(), d.rating.step(size.Width)
	width := r.width(size.Width)
	for i, c := range d.circles {
		x := step*float32(i) + theme.Space1
		c.Move(fyne.NewPos(x, theme.Space2))
		c.Resize(fyne.NewSquareSize(side))
		centre(d.numbers[i], fyne.NewPos(x, theme.Space2), fyne.NewSquareSize(side))
	}
	d.line.Position1 = fyne.NewPos(theme.Space1+side, theme.Space2+side/2)
	d.line.Position2 = fyne.NewPos(width, theme.Space2+side/2)
	y, ends := side+2*theme.Space2, d.ends(size.Width)
	r.low.Move(fyne.NewPos(theme.Space1, y))
	r.low.Resize(fyne.NewSize(ends, r.low.HeightFor(ends)))
	high := min(fyne.MeasureText(r.high.Text, theme.PenOf(r).Size(theme.SizeSmall), fyne.TextStyle{}).Width+1, ends)
	r.high.Move(fyne.NewPos(theme.Space1+width-high, y))
	r.high.Resize(fyne.NewSize(high, r.high.HeightFor(high)))
	d.ring.show(theme.PenOf(r), r.focused, theme.ColorFocus, fyne.NewSize(width+2*theme.Space1, size.Height), -theme.Space1)
}

func (d *ratingRenderer) Refresh() {
	r, p := d.rating, theme.PenOf(d.rating)
	d.line.StrokeColor, d.line.StrokeWidth = p.Color(theme.ColorBorder), 1
	for i, c := range d.circles {
		ink, style := p.Color(theme.ColorInk), fyne.TextStyle{}
		c.FillColor, c.StrokeColor, c.StrokeWidth = p.Color(theme.ColorCard), p.Color(theme.ColorBorder), 1
		if r.hovered && !r.Disabled() {
			c.StrokeColor = p.Color(theme.ColorAccent)
		}
		if i == r.Value-1 {
			c.FillColor, c.StrokeColor = color.Color(p.Color(theme.ColorAccent)), p.Color(theme.ColorAccent)
			ink, style.Bold = p.Color(theme.ColorOnAccent), true
		}
		n := d.numbers[i]
		n.Color, n.TextSize, n.TextStyle = ink, p.Size(theme.SizeText), style
	}
	d.Layout(r.Size())
	canvas.Refresh(r)
}

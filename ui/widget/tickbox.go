package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// TickBox is a box to tick, with a sentence beside it that may wrap.
type TickBox struct {
	control

	Ticked   bool
	OnChange func(ticked bool) // called for a change made by the person only

	text *Paragraph
}

// NewTickBox returns an unticked box with its sentence.
func NewTickBox(text string, onChange func(bool)) *TickBox {
	t := &TickBox{OnChange: onChange, text: NewParagraph(text)}
	t.extend(t)
	return t
}

// SetTicked ticks or unticks the box without calling OnChange.
func (t *TickBox) SetTicked(on bool) {
	if t.Ticked != on {
		t.Ticked = on
		t.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (t *TickBox) Tapped(*fyne.PointEvent) {
	FocusOn(t)
	t.change()
}

// TypedKey implements fyne.Focusable.
func (t *TickBox) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case t.asked(ev):
	case isEnter(ev), ev.Name == fyne.KeySpace:
		t.change()
	default:
		HandOn(t, ev)
	}
}

func (t *TickBox) change() {
	if t.Disabled() {
		return
	}
	t.SetTicked(!t.Ticked)
	if t.OnChange != nil {
		t.OnChange(t.Ticked)
	}
}

// Cursor implements desktop.Cursorable.
func (t *TickBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (t *TickBox) AccessibilityLabel() string { return t.text.Text }

// AccessibilityRole implements fyne.Accessible.
func (t *TickBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *TickBox) CreateRenderer() fyne.WidgetRenderer {
	r := &tickBoxRenderer{tickBox: t, box: canvas.NewRectangle(color.Transparent), mark: newMark(), ring: newRing()}
	r.Refresh()
	return r
}

const tickBoxSide float32 = 18 // at a text scale of 1

type tickBoxRenderer struct {
	tickBox *TickBox
	box     *canvas.Rectangle
	mark    mark
	ring    ring
}

// Indented returns content that begins where the sentence of a TickBox above it
// does.
func Indented(content fyne.CanvasObject) *fyne.Container {
	return container.New(indentLayout{}, content)
}

// indentLayout keeps the room of a box free on the left.
type indentLayout struct{}

func (indentLayout) indent() float32 {
	return theme.Space2 + tickBoxSide*theme.Scale(fynetheme.Current()) + theme.Space3
}

func (l indentLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.indent(), 0))
		o.Resize(size.SubtractWidthHeight(l.indent(), 0))
	}
}

func (l indentLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(l.indent(), 0)
}

func (r *tickBoxRenderer) side() float32 { return theme.PenOf(r.tickBox).Scaled(tickBoxSide) }

func (r *tickBoxRenderer) Destroy() {}

func (r *tickBoxRenderer) Layout(size fyne.Size) {
	w, p, side := r.tickBox, theme.PenOf(r.tickBox), r.side()
	at := fyne.NewPos(theme.Space2, theme.Space2+max(w.text.lineHeight()-side, 0)/2)
	r.box.Move(at)
	r.box.Resize(fyne.NewSquareSize(side))
	r.mark.show(w.Ticked, p.Color(theme.ColorOnAccent), at, side)
	w.text.Move(r.textAt())
	w.text.Resize(fyne.NewSize(max(size.Width-r.textAt().X-theme.Space2, 0), max(size.Height-2*theme.Space2, 0)))
	r.ring.show(p, w.focused, theme.ColorFocus, size, 0)
}

func (r *tickBoxRenderer) textAt() fyne.Position {
	return fyne.NewPos(theme.Space2+r.side()+theme.Space3, theme.Space2)
}

// MinSize is as high as the text is at the present width.
func (r *tickBoxRenderer) MinSize() fyne.Size {
	w := r.tickBox
	text := w.text.HeightFor(max(w.Size().Width-r.textAt().X-theme.Space2, 0))
	return fyne.NewSize(r.textAt().X+theme.Space2, max(text, r.side())+2*theme.Space2)
}

func (r *tickBoxRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.box, r.tickBox.text, r.ring.Rectangle}, r.mark.objects()...)
}

func (r *tickBoxRenderer) Refresh() {
	w, p := r.tickBox, theme.PenOf(r.tickBox)
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = p.Color(theme.ColorCard), p.Color(theme.ColorBorder), 1.5
	if w.Ticked {
		r.box.FillColor = p.Color(theme.ColorAccent)
	}
	if w.Ticked || w.hovered {
		r.box.StrokeColor = p.Color(theme.ColorAccent)
	}
	r.box.CornerRadius = theme.Space1
	r.box.Refresh()
	w.text.Refresh()
	r.Layout(w.Size())
}

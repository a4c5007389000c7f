package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Select chooses one of several words from a menu that drops down. Enter,
// Space, Up and Down open it; Left and Right change it without.
type Select struct {
	fynewidget.Select
	Keyed

	focused bool
}

// NewSelect returns a Select with nothing chosen. onChange is called whenever
// the choice changes, by SetSelected too.
func NewSelect(options []string, onChange func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, onChange
	s.ExtendBaseWidget(s)
	return s
}

// ShowSelected shows option as chosen without calling OnChanged.
func (s *Select) ShowSelected(option string) {
	if s.Selected != option {
		s.Selected = option
		s.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() {
	s.focused = true
	s.Select.FocusGained()
	reveal(s)
}

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	if s.asked(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(ev)
	default:
		HandOn(s, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string { return s.Selected }

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), choice: s, ring: newRing(), edge: canvas.NewRectangle(color.Transparent)}
}

// selectRenderer draws an edge and the ring over Fyne's own.
type selectRenderer struct {
	fyne.WidgetRenderer
	choice *Select
	ring   ring
	edge   *canvas.Rectangle
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.show()
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.edge, r.ring.Rectangle)
}

func (r *selectRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.show()
}

func (r *selectRenderer) show() {
	p, size := theme.PenOf(r.choice), r.choice.Size()
	r.edge.StrokeColor, r.edge.StrokeWidth, r.edge.CornerRadius = p.Color(theme.ColorBorder), 1, theme.CornerRadius
	r.edge.Resize(size)
	r.edge.Refresh()
	r.ring.show(p, r.choice.focused, theme.ColorFocus, size, 0)
}

package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Keyed is embedded by every widget here that takes the focus.
type Keyed struct {
	// OnKey is asked first for every key, and returns whether that was all.
	OnKey func(*fyne.KeyEvent) bool
}

// asked reports whether OnKey took the key.
func (k *Keyed) asked(ev *fyne.KeyEvent) bool { return k.OnKey != nil && k.OnKey(ev) }

// HandOn gives a key that o has no use for to the canvas it is on.
func HandOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}

// handOnRune gives a character that o has no use for to the canvas it is on. A
// space is a press of what has the focus and nothing else.
func handOnRune(o fyne.CanvasObject, r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || r == ' ' {
		return
	}
	if onRune := c.OnTypedRune(); onRune != nil {
		onRune(r)
	}
}

// FocusOn gives o, which is drawn already, the focus.
func FocusOn(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// isEnter reports whether the key is one of the two that say "go on".
func isEnter(ev *fyne.KeyEvent) bool {
	return ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
}

// control is what everything that can be tapped and focused has in common.
type control struct {
	fynewidget.DisableableWidget
	Keyed
	self             fyne.CanvasObject // the widget this is embedded in
	focused, hovered bool
}

// extend makes self the widget that c is the control of.
func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.setFocused(true)
	if c.self != nil {
		reveal(c.self)
	}
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() { c.setFocused(false) }

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(r rune) {
	if c.self != nil {
		handOnRune(c.self, r)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() { c.setHovered(false) }

func (c *control) setFocused(on bool) {
	if c.focused != on {
		c.focused = on
		c.Refresh()
	}
}

func (c *control) setHovered(on bool) {
	if c.hovered != on {
		c.hovered = on
		c.Refresh()
	}
}

const ringWidth float32 = 2

// ring is drawn round what has the focus, within its widget, so that no
// scrolled edge ever cuts it.
type ring struct{ *canvas.Rectangle }

func newRing() ring { return ring{canvas.NewRectangle(color.Transparent)} }

// show draws the ring inset from the edges of size, or hides it.
func (r ring) show(p theme.Pen, focused bool, name fyne.ThemeColorName, size fyne.Size, inset float32) {
	r.StrokeColor = color.Transparent
	if focused {
		r.StrokeColor = p.Color(name)
	}
	r.StrokeWidth = ringWidth
	r.CornerRadius = max(theme.CornerRadius-inset, 2)
	r.Move(fyne.NewPos(inset, inset))
	r.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	r.Refresh()
}

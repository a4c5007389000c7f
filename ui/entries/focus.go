package entries

import (
	"fyne.io/fyne/v2"
)

// handOn gives a key that o has no use for to the canvas it is on.
func handOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}

// focuser gives something in the window the focus. Unlike focusOn it also
// reaches what has only just been put there and was not drawn yet.
type focuser func(fyne.Focusable)

func focusIn(w fyne.Window) focuser {
	return func(o fyne.Focusable) { w.Canvas().Focus(o) }
}

// focusOn gives o, which is drawn already, the focus.
func focusOn(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// undisturbed returns whether the person has left the focus where it is now,
// for what wants it later: an answer that comes late never takes it away from
// where somebody writes.
func (s *Screen) undisturbed() func() bool {
	c := s.deps.Window.Canvas()
	from := c.Focused()
	return func() bool {
		now := c.Focused()
		return now == from || now == nil || c.Overlays().Top() != nil
	}
}

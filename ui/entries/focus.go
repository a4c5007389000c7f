package entries

import (
	"fyne.io/fyne/v2"
)

// focuser gives something in the window the focus. Unlike widget.FocusOn it also
// reaches what has only just been put there and was not drawn yet.
type focuser func(fyne.Focusable)

func focusIn(w fyne.Window) focuser {
	return func(o fyne.Focusable) { w.Canvas().Focus(o) }
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

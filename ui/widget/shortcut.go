package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut implements fyne.Shortcutable. Fyne's entry swallows every
// shortcut; this one also gives what is not about editing to the canvas, so
// that the window's own work with the focus in a field.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if ok && isRedo(custom) {
		f.Entry.TypedShortcut(&fyne.ShortcutRedo{})
		return
	}
	f.Entry.TypedShortcut(s)
	if ok {
		handShortcutOn(f.self, s)
	}
}

// isRedo reports whether s is the second of the two keys for redo.
func isRedo(s *desktop.CustomShortcut) bool {
	return s.KeyName == fyne.KeyZ && s.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift
}

// handShortcutOn gives a shortcut that o has no use for to its canvas.
func handShortcutOn(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

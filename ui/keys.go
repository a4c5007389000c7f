package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mend/ui/dialogs"
	"mend/ui/widget"
)

// handleKey is the router for keys without a modifier, which can't be menu
// shortcuts. It reports whether the key was used.
func (w *Window) handleKey(ev *fyne.KeyEvent) bool {
	if dialogs.IsOpen(w.win) {
		return false
	}
	if ev.Name == fyne.KeyF1 {
		w.showHelp()
		return true
	}
	if w.session == nil {
		return false
	}
	if s, ok := w.session.screens[w.session.current].(keyed); ok && s.HandleKey(ev) {
		return true
	}
	focused, _ := w.win.Canvas().Focused().(fyne.CanvasObject)
	return widget.ScrollByKey(w.session.content, focused, ev.Name)
}

// handleRune gives a character that nothing with the focus had a use for to the
// screen that shows, so that no word that somebody begins is lost.
func (w *Window) handleRune(r rune) {
	if dialogs.IsOpen(w.win) || w.session == nil {
		return
	}
	if s, ok := w.session.screens[w.session.current].(typed); ok {
		s.HandleRune(r)
	}
}

// addShortcuts adds the keys that no menu item has: those that move what has the
// focus, and those that differ from the menu's only by how a keyboard types a
// plus sign.
func (w *Window) addShortcuts() {
	larger := func(fyne.Shortcut) { w.look.larger() }
	for key, by := range map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1} {
		w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt},
			func(fyne.Shortcut) { w.shift(by) })
	}
	control := fyne.KeyModifierShortcutDefault
	for _, s := range []*desktop.CustomShortcut{
		{KeyName: fyne.KeyPlus, Modifier: control},
		{KeyName: fyne.KeyPlus, Modifier: control | fyne.KeyModifierShift},
		{KeyName: fyne.KeyEqual, Modifier: control | fyne.KeyModifierShift},
	} {
		w.win.Canvas().AddShortcut(s, larger)
	}
}

// shift moves what has the focus up or down, if the screen that shows can.
func (w *Window) shift(by int) {
	if dialogs.IsOpen(w.win) || w.session == nil {
		return
	}
	if s, ok := w.session.screens[w.session.current].(mover); ok {
		s.Move(by)
	}
}

package editor

import (
	"fyne.io/fyne/v2"
)

// AcceptsTab implements fyne.Tabbable: Tab leaves the editor.
func (e *Editor) AcceptsTab() bool { return false }

// FocusLost implements fyne.Focusable.
func (e *Editor) FocusLost() {
	e.Entry.FocusLost()
	if e.OnFocusLost != nil {
		e.OnFocusLost()
	}
}

// TypedKey implements fyne.Focusable. Keys the text has no use for go on to
// the canvas.
func (e *Editor) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case e.OnKey != nil && e.OnKey(ev):
	case uses(ev.Name):
		e.Entry.TypedKey(ev)
	default:
		e.handOn(ev)
	}
}

// uses reports whether the key edits or moves in the text.
func uses(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter,
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

func (e *Editor) handOn(ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}

// TypedRune implements fyne.Focusable.
func (e *Editor) TypedRune(r rune) {
	if s := clean(string(r)); s != "" {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: cleaned{s.Clipboard}})
		return
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
	default:
		if e.OnShortcut != nil && e.OnShortcut(s) {
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// cleaned is a clipboard whose text may be written as it is.
type cleaned struct{ fyne.Clipboard }

// Content implements fyne.Clipboard.
func (c cleaned) Content() string { return clean(c.Clipboard.Content()) }

package editor

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"
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
	if !unicode.IsControl(r) {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable. Of a text that is read-only,
// only copying and selecting is left.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	switch edit := s.(type) {
	case *fyne.ShortcutPaste:
		s = &fyne.ShortcutPaste{Clipboard: cleaned{edit.Clipboard}}
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
	default:
		if e.OnShortcut != nil && e.OnShortcut(s) {
			return
		}
	}
	if e.Disabled() && !reads(s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// reads reports whether the shortcut leaves the text as it is.
func reads(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		return true
	}
	return false
}

// cleaned is a clipboard whose text may be written as it is.
type cleaned struct{ fyne.Clipboard }

// Content implements fyne.Clipboard.
func (c cleaned) Content() string { return clean(c.Clipboard.Content()) }

// TappedSecondary implements fyne.SecondaryTappable: a menu whose Paste, unlike
// that of Fyne's entry, drops what must not be in a text.
func (e *Editor) TappedSecondary(at *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	c.Focus(e)
	clip := fyne.CurrentApp().Clipboard()
	item := func(label string, changes bool, s fyne.Shortcut) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, func() { e.TypedShortcut(s) })
		item.Disabled = changes && e.Disabled()
		return item
	}
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
		item(lang.L("Undo"), true, &fyne.ShortcutUndo{}),
		item(lang.L("Redo"), true, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Cut"), true, &fyne.ShortcutCut{Clipboard: clip}),
		item(lang.L("Copy"), false, &fyne.ShortcutCopy{Clipboard: clip}),
		item(lang.L("Paste"), true, &fyne.ShortcutPaste{Clipboard: clip}),
		item(lang.L("Select all"), false, &fyne.ShortcutSelectAll{}),
	), c, at.AbsolutePosition)
}

package editor

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"
)

// TypedShortcut implements fyne.Shortcutable. Shortcuts the text has no use for
// go on to OnShortcut, then to the canvas.
func (e *Editor) TypedShortcut(sc fyne.Shortcut) {
	s := &e.sheet
	switch sc := sc.(type) {
	case *fyne.ShortcutUndo:
		e.edit(func() { s.undo() })
	case *fyne.ShortcutRedo:
		e.edit(func() { s.redo() })
	case *fyne.ShortcutCut:
		e.cut(sc.Clipboard)
	case *fyne.ShortcutCopy:
		e.copy(sc.Clipboard)
	case *fyne.ShortcutPaste:
		e.paste(sc.Clipboard)
	case *fyne.ShortcutSelectAll:
		s.selectAll()
		e.draw()
	case *desktop.CustomShortcut:
		if !e.custom(sc) {
			e.handOnShortcut(sc)
		}
	default:
		e.handOnShortcut(sc)
	}
}

func (e *Editor) cut(clip fyne.Clipboard) {
	if e.readOnly || e.sheet.selection().empty() {
		return
	}
	e.copy(clip)
	e.edit(func() { e.sheet.put("", actOnce) })
}

func (e *Editor) copy(clip fyne.Clipboard) {
	if !e.sheet.selection().empty() {
		clip.SetContent(e.sheet.selected())
	}
}

func (e *Editor) paste(clip fyne.Clipboard) {
	if text := clean(clip.Content()); text != "" {
		e.edit(func() { e.sheet.put(text, actOnce) })
	}
}

// custom does what a key with a modifier means in a text, and reports whether
// it means anything.
func (e *Editor) custom(sc *desktop.CustomShortcut) bool {
	extend := sc.Modifier&fyne.KeyModifierShift != 0
	modifier := sc.Modifier &^ fyne.KeyModifierShift
	if isFind(sc) {
		e.OpenFind()
		return true
	}
	return modifier == wordModifier() && e.byWord(sc.KeyName, extend) ||
		modifier == fyne.KeyModifierShortcutDefault && e.far(sc.KeyName, extend)
}

// wordModifier is held for a key to do by words what it does by characters.
func wordModifier() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

func (e *Editor) byWord(name fyne.KeyName, extend bool) bool {
	s := &e.sheet
	switch name {
	case fyne.KeyLeft:
		s.moveTo(s.wordLeft(), extend)
	case fyne.KeyRight:
		s.moveTo(s.wordRight(), extend)
	case fyne.KeyBackspace:
		e.edit(func() { s.erase(s.wordLeft(), actOnce) })
	case fyne.KeyDelete:
		e.edit(func() { s.erase(s.wordRight(), actOnce) })
	default:
		return false
	}
	e.follow()
	return true
}

// far moves the caret to an end of the text, or of the line where words have
// another modifier, and does what letters stand for. Undo comes as a shortcut of its own, but redo with Shift
// does not.
func (e *Editor) far(name fyne.KeyName, extend bool) bool {
	s := &e.sheet
	switch name {
	case fyne.KeyHome:
		s.moveTo(place{}, extend)
	case fyne.KeyEnd:
		s.moveTo(s.writing.doc.last(), extend)
	case fyne.KeyLeft:
		e.byLines(func() { s.home(extend) })
	case fyne.KeyRight:
		e.byLines(func() { s.end(extend) })
	case fyne.KeyZ:
		e.edit(func() { s.redo() })
	case fyne.KeyB:
		e.edit(func() { s.emphasise(signsBold) })
	case fyne.KeyI:
		e.edit(func() { s.emphasise(signsItalic) })
	default:
		return false
	}
	e.follow()
	return true
}

func (e *Editor) handOnShortcut(sc fyne.Shortcut) {
	if e.OnShortcut != nil && e.OnShortcut(sc) {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if on, ok := c.(fyne.Shortcutable); ok {
		on.TypedShortcut(sc)
	}
}

// TappedSecondary implements fyne.SecondaryTappable: a menu.
func (e *Editor) TappedSecondary(at *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	c.Focus(e)
	fynewidget.ShowPopUpMenuAtPosition(e.menu(fyne.CurrentApp().Clipboard()), c, at.AbsolutePosition)
}

// isFind reports whether a shortcut opens the find bar.
func isFind(sc *desktop.CustomShortcut) bool {
	return sc.KeyName == fyne.KeyF && sc.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift
}

// command is a key held with the modifier of commands.
func command(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func (e *Editor) menu(clip fyne.Clipboard) *fyne.Menu {
	item := func(label string, can bool, sc fyne.Shortcut) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, func() { e.TypedShortcut(sc) })
		item.Disabled = !can
		return item
	}
	h, chosen := &e.sheet.history, !e.sheet.selection().empty()
	return fyne.NewMenu("",
		item(lang.L("Undo"), !e.readOnly && len(h.done) > 0, &fyne.ShortcutUndo{}),
		item(lang.L("Redo"), !e.readOnly && len(h.undone) > 0, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Cut"), !e.readOnly && chosen, &fyne.ShortcutCut{Clipboard: clip}),
		item(lang.L("Copy"), chosen, &fyne.ShortcutCopy{Clipboard: clip}),
		item(lang.L("Paste"), !e.readOnly, &fyne.ShortcutPaste{Clipboard: clip}),
		item(lang.L("Select all"), !e.sheet.writing.doc.empty(), &fyne.ShortcutSelectAll{}),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Bold"), !e.readOnly, command(fyne.KeyB)),
		item(lang.L("Italic"), !e.readOnly, command(fyne.KeyI)),
		fyne.NewMenuItem(lang.L("Find in text"), e.OpenFind),
	)
}

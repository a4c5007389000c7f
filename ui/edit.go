package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
)

// editItems are the commands that edit in whatever has the focus, also in a
// dialog. Their keys reach the menu first, which hands them on.
func (w *Window) editItems() []*fyne.MenuItem {
	item := func(label string, s fyne.KeyboardShortcut) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, func() { w.edit(s) })
		item.Shortcut = s
		return item
	}
	return []*fyne.MenuItem{
		item(lang.L("Undo"), &fyne.ShortcutUndo{}),
		item(lang.L("Redo"), &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Cut"), &fyne.ShortcutCut{Clipboard: w.clipboard}),
		item(lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: w.clipboard}),
		item(lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: w.clipboard}),
		item(lang.L("Select all"), &fyne.ShortcutSelectAll{}),
	}
}

// edit hands s to what has the focus. What is disabled can only be copied.
func (w *Window) edit(s fyne.Shortcut) {
	focused, ok := w.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		w.undo(s)
		return
	}
	if d, ok := focused.(fyne.Disableable); ok && d.Disabled() {
		if _, copies := s.(*fyne.ShortcutCopy); !copies {
			return
		}
	}
	focused.TypedShortcut(s)
}

// undo has the screen that shows take back what was done last, when that is what
// s asks for.
func (w *Window) undo(s fyne.Shortcut) {
	if _, undoes := s.(*fyne.ShortcutUndo); !undoes || dialogs.IsOpen(w.win) || w.session == nil {
		return
	}
	if u, ok := w.session.screens[w.session.current].(undoer); ok {
		u.Undo()
	}
}

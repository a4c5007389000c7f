// Package editor is the surface the person writes on. It knows no journal.
package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Editor is a text of many lines that wraps. Tab and Shift+Tab leave it. Use
// only what is documented here: the Entry in it will give way to a surface of
// Mend's own.
type Editor struct {
	fynewidget.Entry

	// OnChanged is called after the person changed the text, not by SetText.
	OnChanged func()
	// OnFocusLost is called when the focus has gone elsewhere.
	OnFocusLost func()
	// OnKey is asked first for every key, and returns whether that was all.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut is asked first for every shortcut but those that edit (cut,
	// copy, paste, select all, undo, redo), and returns whether that was all.
	OnShortcut func(fyne.Shortcut) bool

	loaded  loaded
	quiet   bool                     // the text is set by the program
	writing *container.ThemeOverride // keeps the writing size on the Entry
}

// New returns an empty editor. every starts a timer for the caret; Fyne's
// entry brings its own, so this version never calls it.
func New(every func(time.Duration, func()) (stop func())) *Editor {
	_ = every
	e := &Editor{}
	e.ExtendBaseWidget(e)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.Scroll = fyne.ScrollVerticalOnly
	e.Entry.OnChanged = e.changed
	e.writing = container.NewThemeOverride(e, writingTheme{})
	return e
}

// SetText replaces the text, puts the caret at its start and forgets undo.
// OnChanged is not called.
func (e *Editor) SetText(text string) {
	e.loaded = load(text)
	if e.Size().Width > 0 {
		e.show()
	}
}

// show puts the loaded text into the entry. Before the first layout it would
// wrap at no width at all, which takes seconds.
func (e *Editor) show() {
	e.loaded.shown = true
	e.quiet = true
	e.unselect()
	e.Entry.SetText(e.loaded.plain)
	e.quiet = false
	e.CursorRow, e.CursorColumn = 0, 0
	e.Refresh()
}

// unselect ends a selection, which Fyne's entry would carry over to the next
// text. Only a key does that, and only in an entry that can be changed.
func (e *Editor) unselect() {
	if e.SelectedText() == "" {
		return
	}
	readOnly := e.Disabled()
	e.SetReadOnly(false)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	e.SetReadOnly(readOnly)
}

// Text returns the text. If nothing was edited, it is exactly what SetText was
// given.
func (e *Editor) Text() string {
	if !e.loaded.shown || e.Entry.Text == e.loaded.plain {
		return e.loaded.exact
	}
	return e.Entry.Text
}

// SetReadOnly keeps the person from changing the text, or lets them.
func (e *Editor) SetReadOnly(on bool) {
	if on {
		e.Disable()
	} else {
		e.Enable()
	}
}

// CaretToEnd puts the caret after the last character.
func (e *Editor) CaretToEnd() {
	if !e.loaded.shown {
		e.loaded.caretToEnd = true
		return
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// Resize implements fyne.CanvasObject. The first one shows the text.
func (e *Editor) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	if e.loaded.shown || size.Width <= 0 {
		return
	}
	toEnd := e.loaded.caretToEnd
	e.show()
	if toEnd {
		e.CaretToEnd()
	}
}

func (e *Editor) changed(text string) {
	if e.quiet {
		return
	}
	if e.OnChanged != nil {
		e.OnChanged()
	}
}

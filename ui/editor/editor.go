package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Accessible        = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
)

// Editor is a text of many lines that wraps. Tab and Shift+Tab leave it. All
// of it belongs to the UI goroutine.
type Editor struct {
	fynewidget.BaseWidget

	// OnChanged is called after the person changed the text, not by SetText.
	OnChanged func()
	// OnFocusLost is called when the focus has gone elsewhere.
	OnFocusLost func()
	// OnKey is asked first for every key that the open find bar has no use for,
	// and returns whether that was all.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut is asked for every shortcut the editor has no use for, and
	// returns whether that was all. If not, the canvas gets it.
	OnShortcut func(fyne.Shortcut) bool
	// OnGrown is called when an editor that follows its text asks for another
	// height.
	OnGrown func()
	// OnCaret is told where the caret's line begins in the editor and how high
	// it is, whenever the person moves it and when the focus comes.
	OnCaret func(y, height float32)
	// OnScrolledPast gets the scrolls that the text is too short for, or at its
	// end.
	OnScrolledPast func(*fyne.ScrollEvent)

	sheet       sheet
	look        look
	hint        string // shown while there is no text
	readOnly    bool
	focused     bool
	shift       bool // a Shift key is held
	blink       blink
	mouse       mouse
	found       finding
	findBar     *findBar         // nil until it is first opened
	page        func() []*Editor // over which finding goes on, or nil
	growth      growth
	underlining underlining
	drawing     *drawing // nil until the first layout
}

// New returns an empty editor. every starts a timer that calls a function on
// the UI goroutine until it is stopped there; the caret blinks and a drag over
// the edge scrolls by it. With nil they don't.
func New(every func(time.Duration, func()) (stop func())) *Editor {
	e := &Editor{mouse: mouse{now: time.Now, every: every}}
	e.blink = blink{every: every, turn: e.turnCaret}
	e.ExtendBaseWidget(e)
	e.open("")
	return e
}

// SetText replaces the text, puts the caret at its start, closes the find bar
// and forgets undo. OnChanged is not called.
func (e *Editor) SetText(text string) {
	e.mouse.release()
	e.stopFinding()
	e.open(text)
	e.grown()
	e.draw()
}

func (e *Editor) open(text string) {
	e.sheet.open(text)
	doc := e.sheet.writing.doc
	doc.edited = func(para, before, after int) { e.found.edited(doc, para, before, after) }
}

// Text returns the text. If nothing was edited, or all of it undone, it is
// exactly what SetText was given; otherwise a paragraph keeps the \n or \r\n it
// came with, and any other line end is \n.
func (e *Editor) Text() string { return e.sheet.text() }

// SetPlaceHolder sets what is shown while there is no text.
func (e *Editor) SetPlaceHolder(text string) {
	e.hint = text
	e.draw()
}

// SetReadOnly keeps the person from changing the text, or lets them. It can
// still be read, selected and copied.
func (e *Editor) SetReadOnly(on bool) {
	e.readOnly = on
	e.draw()
}

// ReadOnly reports whether the text can only be read.
func (e *Editor) ReadOnly() bool { return e.readOnly }

// CaretToEnd puts the caret after the last character.
func (e *Editor) CaretToEnd() {
	e.sheet.moveTo(e.sheet.writing.doc.last(), false)
	e.follow()
}

// AccessibilityLabel implements fyne.Accessible.
func (e *Editor) AccessibilityLabel() string { return e.hint }

// AccessibilityRole implements fyne.Accessible.
func (e *Editor) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Cursor implements desktop.Cursorable.
func (e *Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

// follow brings the caret into view, with a line of room.
func (e *Editor) follow() {
	e.showCaret()
	if e.sheet.shown() {
		e.sheet.reveal(e.sheet.caretLine(), 1)
	}
	e.draw()
	e.tellCaret()
}

// draw shows the sheet as it is now.
func (e *Editor) draw() {
	if e.drawing != nil && e.sheet.shown() {
		e.drawing.update()
		canvas.Refresh(e)
	}
}

// fit breaks the text into lines for a size and a look. The caret's line stays
// where it is if it is seen.
func (e *Editor) fit(size fyne.Size, lk look) {
	s := &e.sheet
	width := size.Width - 2*lk.pad - barWidth
	caretSeen := s.shown() && s.sees(s.caretLine())
	first := !s.shown()
	s.pad = lk.pad
	if width != s.width || lk.size != e.look.size || lk.font != e.look.font || s.round == 0 {
		m := measure{s.ruler, width}
		if m.ruler == nil || lk.size != e.look.size || lk.font != e.look.font {
			m.ruler = newRuler(lk.size)
		}
		s.rewrap(m, lk.leading, s.caret)
		s.aim = aim{}
	}
	e.look, s.height = lk, size.Height
	if e.finding() {
		s.height = max(size.Height-e.findBar.height(size.Width), 0)
	}
	if !s.shown() {
		return
	}
	s.settle()
	if first || caretSeen {
		s.reveal(s.caretLine(), 0)
	}
}

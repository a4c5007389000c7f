package editor

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// AcceptsTab implements fyne.Tabbable: Tab leaves the editor.
func (e *Editor) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *Editor) FocusGained() {
	e.focused = true
	e.blink.wake()
	e.draw()
	e.tellCaret()
}

// FocusLost implements fyne.Focusable.
func (e *Editor) FocusLost() {
	e.focused, e.shift = false, false
	e.blink.halt()
	e.mouse.release()
	e.sheet.history.close()
	e.draw()
	if e.OnFocusLost != nil {
		e.OnFocusLost()
	}
}

// KeyDown implements desktop.Keyable.
func (e *Editor) KeyDown(ev *fyne.KeyEvent) { e.holdShift(ev, true) }

// KeyUp implements desktop.Keyable.
func (e *Editor) KeyUp(ev *fyne.KeyEvent) { e.holdShift(ev, false) }

func (e *Editor) holdShift(ev *fyne.KeyEvent, down bool) {
	if isShift(ev.Name) {
		e.shift = down
	}
}

// TypedRune implements fyne.Focusable. It gets what keys, dead keys and input
// methods have come to.
func (e *Editor) TypedRune(r rune) {
	if !unicode.IsControl(r) {
		e.edit(func() { e.sheet.put(string(r), actWrite) })
	}
}

// TypedKey implements fyne.Focusable. Keys the text has no use for go on to
// the canvas.
func (e *Editor) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case e.findKey(ev.Name, e.shift):
	case e.OnKey != nil && e.OnKey(ev):
	case e.moveByKey(ev.Name):
		e.follow()
	case e.editByKey(ev.Name):
	default:
		e.handOn(ev)
	}
}

func (e *Editor) moveByKey(name fyne.KeyName) bool {
	s, extend := &e.sheet, e.shift
	switch name {
	case fyne.KeyLeft:
		e.sideways(s.left(), extend, s.selection().from)
	case fyne.KeyRight:
		e.sideways(s.right(), extend, s.selection().to)
	case fyne.KeyUp:
		e.byLines(func() { s.moveLines(-1, extend) })
	case fyne.KeyDown:
		e.byLines(func() { s.moveLines(1, extend) })
	case fyne.KeyHome:
		e.byLines(func() { s.home(extend) })
	case fyne.KeyEnd:
		e.byLines(func() { s.end(extend) })
	case fyne.KeyPageUp:
		e.byLines(func() { s.movePages(-1, extend) })
	case fyne.KeyPageDown:
		e.byLines(func() { s.movePages(1, extend) })
	default:
		return false
	}
	return true
}

// byLines does what needs lines. Before the first layout there are none.
func (e *Editor) byLines(do func()) {
	if e.sheet.shown() {
		do()
	}
}

// sideways moves the caret to p; from a selection that is not extended, to its
// edge.
func (e *Editor) sideways(p place, extend bool, edge place) {
	if !extend && !e.sheet.selection().empty() {
		p = edge
	}
	e.sheet.moveTo(p, extend)
}

func (e *Editor) editByKey(name fyne.KeyName) bool {
	s := &e.sheet
	switch name {
	case fyne.KeyBackspace:
		e.edit(func() { s.erase(s.left(), actErase) })
	case fyne.KeyDelete:
		e.edit(func() { s.erase(s.right(), actEat) })
	case fyne.KeyReturn, fyne.KeyEnter:
		e.edit(func() {
			if e.shift {
				s.put("\n", actWrite)
			} else {
				s.breakLine()
			}
		})
	default:
		return false
	}
	return true
}

// edit does what the person asked for, unless the text is read-only, and tells
// if that changed anything.
func (e *Editor) edit(do func()) {
	if e.readOnly {
		return
	}
	before := e.sheet.changes
	do()
	e.grown()
	e.follow()
	if e.sheet.changes != before && e.OnChanged != nil {
		e.OnChanged()
	}
}

// handOn gives a key to the canvas.
func (e *Editor) handOn(ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}

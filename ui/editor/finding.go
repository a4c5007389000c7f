package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// OpenFind opens the bar that finds in the text and gives it the focus. What is
// selected is looked for; with nothing selected, what was looked for last.
func (e *Editor) OpenFind() {
	if bar := e.finder(); bar != nil && bar != e {
		bar.passBar(e)
	}
	e.showBar()
	w := e.sheet.writing
	e.found.begin, e.found.left = w.selection().from, w.cursor
	if query := queryOf(w); query != "" {
		e.findBar.field.put(query)
		e.found.seek(w, query)
	} else {
		e.found.look(w.doc, e.findBar.field.Text)
	}
	e.lookOver(e.findBar.field.Text)
	e.fitBar()
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e.findBar.field)
	}
	e.findBar.field.OpenFind()
	e.tellCaret()
}

// showBar opens the bar, which the text has room for once it is fitted.
func (e *Editor) showBar() {
	if e.findBar == nil {
		e.findBar = newFindBar(e)
		if e.drawing != nil {
			e.drawing.collect()
		}
	}
	e.findBar.content.Show()
	e.fitBar()
}

// CloseFind closes the bar, if it is open. The caret stays where something was
// found, and the focus comes back to the text.
func (e *Editor) CloseFind() {
	if !e.finding() {
		return
	}
	e.found.forget()
	e.forgetOver()
	e.findBar.content.Hide()
	e.fitBar()
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
}

// FindNext moves the caret to the end of the next found place, and from the
// last on to the first; see FindOver.
func (e *Editor) FindNext() { e.findStep(false) }

// FindPrevious moves the caret to the end of the found place before, and from
// the first on to the last.
func (e *Editor) FindPrevious() { e.findStep(true) }

// Found returns how many places were found in this text, and the number of the one that the
// caret is in or at the end of, counted from 1, or 0.
func (e *Editor) Found() (current, total int) {
	return e.found.current(e.sheet.caret) + 1, len(e.found.found)
}

// finding reports whether the bar is open.
func (e *Editor) finding() bool { return e.findBar != nil && e.findBar.content.Visible() }

func (e *Editor) findStep(back bool) {
	by := 1
	if back {
		by = -1
	}
	if e.found.ends(e.sheet.writing, by) && e.findOver(back) {
		return
	}
	if e.found.step(e.sheet.writing, by) {
		e.follow()
	}
}

// seek looks for what was typed into the bar.
func (e *Editor) seek(query string) {
	e.lookOver(query)
	if e.found.seek(e.sheet.writing, query) {
		e.follow()
		return
	}
	e.draw()
}

// findKey does what a key means while the bar is open, and reports whether it
// means anything.
func (e *Editor) findKey(name fyne.KeyName, shift bool) bool {
	bar := e.finder()
	switch {
	case bar == nil || name != fyne.KeyEscape && name != fyne.KeyF3:
		return false
	case bar != e:
		bar.passBar(e)
		return e.findKey(name, shift)
	case name == fyne.KeyEscape:
		e.CloseFind()
	case name == fyne.KeyF3:
		e.findStep(shift)
	default:
		return false
	}
	return true
}

// fitBar gives the text the room that the bar leaves.
func (e *Editor) fitBar() {
	e.grown()
	if e.drawing != nil {
		e.drawing.Layout(e.Size())
	}
	e.follow()
}

// stopFinding closes the bar and keeps nothing of what was looked for.
func (e *Editor) stopFinding() {
	if e.findBar != nil {
		e.CloseFind()
		e.findBar.field.put("")
	}
	e.found.forget()
}

func isShift(name fyne.KeyName) bool {
	return name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight
}

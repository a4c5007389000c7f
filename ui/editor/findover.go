package editor

import (
	"slices"

	"fyne.io/fyne/v2"
)

// FindOver has finding go on from this text over the others of a page: texts
// returns all of them in their order, this one among them. With nil it stays in
// this one.
func (e *Editor) FindOver(texts func() []*Editor) {
	e.page = texts
	if !e.finding() && e.found.query != "" { // of another page
		e.found.forget()
		e.draw()
	}
}

// others returns the other texts of the page, from this one on and round.
func (e *Editor) others() []*Editor {
	if e.page == nil {
		return nil
	}
	all := e.page()
	at := slices.Index(all, e)
	if at < 0 {
		return nil
	}
	return slices.Concat(all[at+1:], all[:at])
}

// finder returns the text of the page whose find bar is open, or nil.
func (e *Editor) finder() *Editor {
	for _, o := range append([]*Editor{e}, e.others()...) {
		if o.finding() {
			return o
		}
	}
	return nil
}

// lookOver shows in the other texts where the query is.
func (e *Editor) lookOver(query string) {
	for _, o := range e.others() {
		o.found.look(o.sheet.writing.doc, query)
		o.draw()
	}
}

// forgetOver keeps nothing in the other texts of what was looked for.
func (e *Editor) forgetOver() {
	for _, o := range e.others() {
		if o.found.query != "" {
			o.found.forget()
			o.draw()
		}
	}
}

// currentFound returns the number of the found place that the caret is in, or
// -1; only where the bar is open is there one.
func (e *Editor) currentFound() int {
	if !e.finding() {
		return -1
	}
	return e.found.current(e.sheet.caret)
}

// tellFound has the bar of the page say where the caret is among all that was
// found on it.
func (e *Editor) tellFound() {
	bar := e.finder()
	if bar == nil {
		return
	}
	current, total := bar.countFound()
	bar.findBar.tell(current-1, total)
}

// countFound returns how many places were found in all texts of the page, and
// the number of the one that the caret is at, counted from 1, or 0.
func (e *Editor) countFound() (current, total int) {
	current, total = e.currentFound()+1, len(e.found.found)
	if e.page == nil {
		return current, total
	}
	before := true
	for _, o := range e.page() {
		switch {
		case o == e:
			before = false
			continue
		case before && current > 0:
			current += len(o.found.found)
		}
		total += len(o.found.found)
	}
	return current, total
}

// findOver goes on in the next text of the page in which something was found, or
// the one before, and reports whether there is one.
func (e *Editor) findOver(back bool) bool {
	others := e.others()
	if back {
		slices.Reverse(others)
	}
	for _, o := range others {
		if n := len(o.found.found); n > 0 {
			at := 0
			if back {
				at = n - 1
			}
			o.found.to(o.sheet.writing, at)
			e.passBar(o)
			o.follow()
			return true
		}
	}
	return false
}

// passBar opens the find bar in another text of the page instead of here. Where
// the focus was in the bar, it is there again.
func (e *Editor) passBar(o *Editor) {
	query, shift := e.findBar.field.Text, e.findBar.field.shift
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	inBar := e.inBar()
	e.findBar.content.Hide()
	e.fitBar()
	o.showBar()
	o.findBar.field.put(query)
	o.findBar.field.CursorColumn = len([]rune(query))
	if c == nil {
		return
	}
	c.Focus(o)
	if inBar {
		c.Focus(o.findBar.field)
		o.findBar.field.shift = shift
	}
}

// inBar reports whether the focus is in the find bar.
func (e *Editor) inBar() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if !e.finding() || c == nil {
		return false
	}
	focused := c.Focused()
	return focused == fyne.Focusable(e.findBar.field) ||
		slices.ContainsFunc(e.findBar.buttons, func(b *wordButton) bool { return focused == fyne.Focusable(b) })
}

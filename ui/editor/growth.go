package editor

import "fyne.io/fyne/v2"

// growth is how an editor that stands among other things follows its text.
type growth struct {
	least, most int // lines; 0 for an editor that takes the room it is given
	height      float32
}

// Grow makes the editor ask for as much height as its text needs at the width
// it has: at least and at most so many lines. A longer text scrolls within it.
func (e *Editor) Grow(least, most int) {
	e.growth = growth{least: least, most: most}
	e.Refresh()
}

// needs is the height that the text asks for, the open find bar included.
func (e *Editor) needs() float32 {
	lk := e.look
	if lk.size == 0 {
		lk = lookOf(e.Theme())
	}
	height := float32(max(e.countLines(e.growth.most), e.growth.least))*lk.leading + 2*lk.pad
	if e.finding() {
		height += e.findBar.height(e.Size().Width)
	}
	return height
}

// countLines counts the lines of the text, most at most.
func (e *Editor) countLines(most int) int {
	s := &e.sheet
	if s.width <= 0 || s.measure.ruler == nil {
		return 0
	}
	lines := 0
	for i := 0; i < s.writing.doc.count && lines < most; i++ {
		lines += min(len(s.lines(i, most)), most-lines)
	}
	return lines
}

// grown tells if the text asks for another height than before.
func (e *Editor) grown() {
	if e.growth.most == 0 {
		return
	}
	e.sheet.settle() // what was at the top may be gone
	if height := e.needs(); height != e.growth.height {
		e.growth.height = height
		if e.OnGrown != nil {
			e.OnGrown()
		}
	}
}

// tellCaret says where the caret's line is, for what the editor stands in. While
// the find bar has the focus, that is to be seen as well as the caret.
func (e *Editor) tellCaret() {
	if e.OnCaret == nil || !e.sheet.shown() {
		return
	}
	_, y := e.sheet.caretAt()
	switch {
	case e.focused:
		e.OnCaret(y, e.sheet.leading)
	case e.inBar():
		e.OnCaret(y, max(e.needs()-y, e.sheet.leading))
	}
}

// passScroll gives a scroll that moved nothing here to what is around.
func (e *Editor) passScroll(ev *fyne.ScrollEvent) {
	if e.OnScrolledPast != nil {
		e.OnScrolledPast(ev)
	}
}

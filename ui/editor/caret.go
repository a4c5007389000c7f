package editor

// Caret is where the caret is in a text. Its zero value is the start.
type Caret struct{ at place }

// Caret returns where the caret is.
func (e *Editor) Caret() Caret { return Caret{e.sheet.writing.caret} }

// SetCaret puts the caret where it was in the same text, or as near as the
// text now allows, and brings it into view.
func (e *Editor) SetCaret(c Caret) {
	doc := e.sheet.writing.doc
	to := doc.last()
	if c.at.para < doc.count {
		para := doc.at(c.at.para)
		to = place{c.at.para, para.runeStart(min(c.at.off, para.length()))}
	}
	e.sheet.moveTo(to, false)
	e.follow()
}

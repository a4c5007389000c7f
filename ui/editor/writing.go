package editor

// cursor is where the person is in the text. What lies between the anchor and
// the caret is selected.
type cursor struct {
	caret, anchor place
	// upstream says that a caret between two lines of one paragraph is shown
	// at the end of the first.
	upstream bool
	aim      aim
}

// aim is the column that moves up and down keep to, until the caret is moved
// otherwise.
type aim struct {
	x   float32
	set bool
}

func at(p place) cursor { return cursor{caret: p, anchor: p} }

func (c cursor) selection() span { return between(c.anchor, c.caret) }

// writing is a text that is being edited. It knows no lines and no window.
type writing struct {
	cursor
	doc     *document
	history history
	loaded  string
	changes int // made, undone and done again so far
}

func newWriting(text string) *writing { return &writing{doc: newDocument(text), loaded: text} }

// text returns the text; as long as nothing is changed, exactly what was
// loaded.
func (w *writing) text() string {
	if w.history.untouched() {
		return w.loaded
	}
	return w.doc.text()
}

// moveTo puts the caret at a place; extend keeps the anchor.
func (w *writing) moveTo(p place, extend bool) {
	w.history.close()
	w.caret, w.upstream, w.aim = p, false, aim{}
	if !extend {
		w.anchor = p
	}
}

func (w *writing) selectAll() { w.choose(span{to: w.doc.last()}) }

func (w *writing) choose(s span) {
	w.moveTo(s.from, false)
	w.moveTo(s.to, true)
}

// selected returns the selected text with \n for every line end.
func (w *writing) selected() string { return plainLines(w.doc.slice(w.selection())) }

// put replaces the selection by text.
func (w *writing) put(text string, a act) { w.replace(w.selection(), text, a) }

func (w *writing) replace(s span, text string, a act) {
	if s.empty() && text == "" {
		return
	}
	w.changes++
	before := w.cursor
	removed, end := w.doc.replace(s, text)
	w.cursor = at(end)
	w.history.add(change{act: a, at: s.from, removed: removed, inserted: text, before: before, after: w.cursor})
}

// erase takes the selection away, or what lies between the caret and there.
func (w *writing) erase(there place, a act) {
	if s := w.selection(); !s.empty() {
		w.replace(s, "", actOnce)
		return
	}
	w.replace(between(w.caret, there), "", a)
}

func (w *writing) undo() bool { return w.restore(w.history.undo(w.doc)) }
func (w *writing) redo() bool { return w.restore(w.history.redo(w.doc)) }

func (w *writing) restore(c cursor, ok bool) bool {
	if ok {
		w.changes++
		w.cursor = c
		w.aim = aim{}
	}
	return ok
}

// nearby is how many bytes beside the caret are looked at for a cluster at
// first: enough for all but the strangest.
const nearby = 64

// left returns the place one cluster before the caret.
func (w *writing) left() place {
	p := w.caret
	if p.off == 0 {
		return w.paragraphBefore()
	}
	para := w.doc.at(p.para)
	for size := nearby; ; size *= 2 {
		from := para.runeStart(max(p.off-size, 0))
		before := para.slice(from, p.off)
		if from == 0 || sureBoundary(before) > 0 {
			return place{p.para, from + lastCluster(before)}
		}
	}
}

// right returns the place one cluster after the caret.
func (w *writing) right() place {
	p := w.caret
	para := w.doc.at(p.para)
	if p.off == para.length() {
		return w.paragraphAfter()
	}
	for size := nearby; ; size *= 2 {
		to := para.runeStart(min(p.off+size, para.length()))
		if n := clusterLen(para.slice(p.off, to)); p.off+n < to || to == para.length() {
			return place{p.para, p.off + n}
		}
	}
}

// wordLeft returns where the word before the caret begins.
func (w *writing) wordLeft() place {
	p := w.caret
	if p.off == 0 {
		return w.paragraphBefore()
	}
	return place{p.para, wordStart(w.doc.at(p.para).slice(0, p.off))}
}

// wordRight returns where the word after the caret ends.
func (w *writing) wordRight() place {
	p := w.caret
	para := w.doc.at(p.para)
	if p.off == para.length() {
		return w.paragraphAfter()
	}
	return place{p.para, p.off + wordEnd(para.slice(p.off, para.length()))}
}

// paragraphBefore returns the end of the paragraph before the caret's, and
// paragraphAfter the start of the one after it; or the caret if there is none.
func (w *writing) paragraphBefore() place {
	if i := w.caret.para; i > 0 {
		return place{i - 1, w.doc.at(i - 1).length()}
	}
	return w.caret
}

func (w *writing) paragraphAfter() place {
	if i := w.caret.para; i < w.doc.count-1 {
		return place{i + 1, 0}
	}
	return w.caret
}

// wordAt returns the word that p is in.
func (w *writing) wordAt(p place) span {
	para := w.doc.at(p.para)
	from, to := wordAround(para.slice(0, para.length()), p.off)
	return span{place{p.para, from}, place{p.para, to}}
}

// paragraphAt returns the paragraph that p is in, with its line end.
func (w *writing) paragraphAt(p place) span {
	s := span{place{p.para, 0}, place{p.para, w.doc.at(p.para).length()}}
	if p.para+1 < w.doc.count {
		s.to = place{p.para + 1, 0}
	}
	return s
}

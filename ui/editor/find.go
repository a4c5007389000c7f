package editor

import (
	"bytes"
	"slices"
	"strings"
)

// finding is what is looked for in a text, and every place where it is. The
// places are kept in step with the text.
type finding struct {
	query  string // folded; "" is found nowhere
	found  []span // in the order of the text; none over a line end
	folder *folder

	begin place  // where the search for a new query begins
	left  cursor // as the last search left it
}

// look looks for query in all the text.
func (f *finding) look(d *document, query string) {
	if f.folder == nil {
		f.folder = newFolder()
	}
	folded, _ := f.folder.fold(query)
	f.query = string(folded)
	f.found = f.in(f.found[:0], d, 0, d.count)
}

// forget ends the finding and keeps nothing of what was looked for.
func (f *finding) forget() { *f = finding{} }

// in adds the places where the query is in some paragraphs.
func (f *finding) in(found []span, d *document, first, end int) []span {
	if f.query == "" {
		return found
	}
	for i := first; i < end; i++ {
		p := d.at(i)
		if p.length() == 0 {
			continue
		}
		text := p.slice(0, p.length())
		f.each(text, func(from, to int) { found = append(found, span{place{i, from}, place{i, to}}) })
	}
	return found
}

// each calls do for every place in a text, one after the other, where the query
// is. Clusters are found whole.
func (f *finding) each(text string, do func(from, to int)) {
	folded, origin := f.folder.fold(text)
	query, end := []byte(f.query), 0
	for at := 0; ; {
		i := bytes.Index(folded[at:], query)
		if i < 0 {
			return
		}
		from, to := at+i, at+i+len(query)
		at = to
		if origin != nil {
			from, to = origin[from], f.origin(to, len(text))
		}
		from, to = clusterStart(text, from), clusterEnd(text, to)
		if from >= end {
			do(from, to)
			end = to
		}
	}
}

// origin returns where in a text of length bytes its folded byte at comes from.
func (f *finding) origin(at, length int) int {
	for i := at; i < len(f.folder.from); i++ {
		if i == 0 || f.folder.from[i] != f.folder.from[i-1] {
			return f.folder.from[i]
		}
	}
	return length
}

// edited takes over that some paragraphs, from one on, were replaced by others.
func (f *finding) edited(d *document, para, before, after int) {
	if f.query == "" {
		return
	}
	first, end := f.from(place{para, 0}), f.from(place{para + before, 0})
	for i := end; i < len(f.found) && before != after; i++ {
		f.found[i].from.para += after - before
		f.found[i].to.para += after - before
	}
	f.found = slices.Replace(f.found, first, end, f.in(nil, d, para, para+after)...)
}

// from returns the number of the first found place that begins at p or later.
func (f *finding) from(p place) int {
	at, _ := slices.BinarySearchFunc(f.found, p, func(s span, p place) int {
		if s.from.before(p) {
			return -1
		}
		return 1
	})
	return at
}

// current returns the number of the found place that the caret is in, or at the
// end of, or -1.
func (f *finding) current(caret place) int {
	if i := f.from(caret) - 1; i >= 0 && !f.found[i].to.before(caret) {
		return i
	}
	return -1
}

// on returns the found places that begin in some bytes of a paragraph, or reach
// into them.
func (f *finding) on(para, from, to int) []span {
	first, end := f.from(place{para, from}), f.from(place{para, to})
	for first > 0 && (place{para, from}).before(f.found[first-1].to) {
		first--
	}
	return f.found[first:max(end, first)]
}

// seek looks for another query and goes to where it is first: from where the
// person began to look, or from the caret if they have moved it since.
func (f *finding) seek(w *writing, query string) bool {
	if w.caret != f.left.caret || w.anchor != f.left.anchor {
		f.begin = w.selection().from
	}
	f.look(w.doc, query)
	moved := len(f.found) > 0
	if moved {
		i := f.from(f.begin) % len(f.found)
		w.moveTo(f.found[i].to, false)
	}
	f.left = w.cursor
	return moved
}

// step goes to the next found place, or the one before for by below 0; from
// the last to the first and back.
func (f *finding) step(w *writing, by int) bool {
	if len(f.found) == 0 {
		return false
	}
	at := f.next(w, by)
	f.to(w, (at+len(f.found))%len(f.found))
	return true
}

// next returns the number of the found place after the caret, or the one before
// it for by below 0; it is none of them past the ends.
func (f *finding) next(w *writing, by int) int {
	at := f.from(w.caret)
	if by < 0 {
		at--
		if f.current(w.caret) >= 0 {
			at--
		}
	}
	return at
}

// ends reports whether there is no found place from the caret on, or back.
func (f *finding) ends(w *writing, by int) bool {
	at := f.next(w, by)
	return at < 0 || at >= len(f.found)
}

// to goes to a found place.
func (f *finding) to(w *writing, at int) {
	s := f.found[at]
	w.moveTo(s.to, false)
	f.begin, f.left = s.from, w.cursor
}

// queryOf returns what is selected if it can be looked for.
func queryOf(w *writing) string {
	s := w.selection()
	if s.from.para != s.to.para || s.to.off-s.from.off > longestQuery {
		return ""
	}
	return strings.TrimSpace(w.selected())
}

const longestQuery = 200 // bytes that are taken over from a selection

package editor

// place is a position between two characters: a paragraph, counted from 0, and
// the bytes of that paragraph before it.
type place struct{ para, off int }

func (p place) before(q place) bool {
	return p.para < q.para || p.para == q.para && p.off < q.off
}

// span is the text between two places, the earlier one first.
type span struct{ from, to place }

func (s span) empty() bool { return s.from == s.to }

// holds reports whether p is in the span or on its edge.
func (s span) holds(p place) bool { return !p.before(s.from) && !s.to.before(p) }

func between(a, b place) span {
	if b.before(a) {
		a, b = b, a
	}
	return span{a, b}
}

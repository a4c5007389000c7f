package editor

import "math"

// sheet is a text that is edited on a page: what the person sees and does, but
// for the window.
type sheet struct {
	*writing
	page
}

func (s *sheet) open(text string) {
	s.writing = newWriting(text)
	s.show(s.writing.doc)
}

func (s *sheet) caretLine() spot { return s.spotOf(s.caret, s.upstream) }

// caretAt is where the caret is drawn.
func (s *sheet) caretAt() (x, y float32) {
	l := s.caretLine()
	return s.xOf(s.caret, l), s.y(l)
}

// xOf is where p, which is on line l, is drawn.
func (s *sheet) xOf(p place, l spot) float32 {
	r := s.row(l)
	return s.x(r, p.off-r.start)
}

// reach puts the caret on line l, as near to x as it can be.
func (s *sheet) reach(l spot, x float32, extend bool) {
	p, upstream := s.on(l, x)
	s.moveTo(p, extend)
	s.upstream = upstream
}

// on returns the place on line l that is nearest to x.
func (s *sheet) on(l spot, x float32) (p place, upstream bool) {
	r := s.row(l)
	off := r.start + s.at(r, x)
	_, end := s.ends(l)
	return place{l.para, off}, off == end
}

// under returns the place nearest to a point of the page.
func (s *sheet) under(x, y float32) (p place, upstream bool) {
	y = min(max(y, -s.leading), s.height+s.leading)
	n := int(math.Floor(float64((y - s.pad + s.over) / s.leading)))
	l, _ := s.step(s.top, n)
	return s.on(l, x)
}

// moveLines moves the caret n lines down, or up for n below 0; from the first
// line to the start of the text and from the last one to its end.
func (s *sheet) moveLines(n int, extend bool) {
	here := s.caretLine()
	x := s.aim.x
	if !s.aim.set {
		x = s.xOf(s.caret, here)
	}
	to, went := s.step(here, n)
	switch {
	case went != 0:
		s.reach(to, x, extend)
	case n < 0:
		s.moveTo(place{}, extend)
	default:
		s.moveTo(s.writing.doc.last(), extend)
	}
	s.aim = aim{x, true}
}

// movePages moves the caret n pages down, or up, and the text with it.
func (s *sheet) movePages(n int, extend bool) {
	lines := n * max(s.fits()-1, 1)
	y := s.y(s.caretLine())
	s.moveLines(lines, extend)
	s.putAt(s.caretLine(), y)
}

// home and end move the caret to an edge of its line.
func (s *sheet) home(extend bool) { s.moveTo(s.startOf(s.caretLine()), extend) }

func (s *sheet) end(extend bool) {
	l := s.caretLine()
	_, end := s.ends(l)
	s.moveTo(place{l.para, end}, extend)
	s.upstream = true
}

// selectedOn returns which stretch of line l is selected, in its drawn width.
// A selected line end counts as a little room.
func (s *sheet) selectedOn(l spot, r row) (from, to float32, any bool) {
	sel := s.selection()
	first, last := place{l.para, r.start}, place{l.para, r.start + len(r.text)}
	if sel.empty() || !sel.from.before(last) && sel.from != last || !first.before(sel.to) {
		return 0, 0, false
	}
	if first.before(sel.from) {
		from = s.x(r, sel.from.off-r.start)
	}
	if sel.to.before(last) || sel.to == last {
		return from, s.x(r, sel.to.off-r.start), true
	}
	to = s.x(r, len(r.text))
	if sel.to.para > l.para && last.off == s.writing.doc.at(l.para).length() {
		to += s.leading / 4
	}
	return from, to, from < to
}

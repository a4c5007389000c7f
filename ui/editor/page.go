package editor

import "math"

// page is what of a document is seen: its lines at a width, and how far it is
// scrolled. Only the paragraphs that are seen are broken into lines; the
// others count with an estimate.
type page struct {
	measure
	doc     *document
	height  float32
	leading float32 // from line to line
	pad     float32 // above the first line and below the last

	perLine float32 // bytes, on average

	round int // counts the changes of what lines depend on
	top   spot
	over  float32 // how much of the top line is above the upper edge
}

// spot is a line: a paragraph and the number of the line in it.
type spot struct{ para, line int }

func (s spot) before(t spot) bool {
	return s.para < t.para || s.para == t.para && s.line < t.line
}

// shown reports whether the page has a size to show anything in.
func (g *page) shown() bool { return g.width > 0 && g.height > 0 }

// show begins to show another document from its start.
func (g *page) show(d *document) {
	g.doc, g.top, g.over = d, spot{}, 0
	g.estimate()
}

// rewrap makes every line be broken anew when it is next seen. What was the
// first line seen, or else the line of keep, stays where it is.
func (g *page) rewrap(m measure, leading float32, keep place) {
	stay, y := g.shown(), float32(0)
	if stay {
		line := g.spotOf(keep, false)
		if !g.sees(line) {
			line = g.top
			keep = g.startOf(line)
		}
		y = g.y(line) * leading / g.leading
	}
	g.measure, g.leading = m, leading
	g.round++
	g.estimate()
	if stay && g.shown() {
		g.putAt(g.spotOf(keep, false), y)
	}
}

// estimate guesses how many lines the paragraphs have that were not seen yet.
func (g *page) estimate() {
	if g.width <= 0 || g.ruler == nil {
		return
	}
	g.perLine = max(g.width/max(g.advance(0, "n", "o")*0.9, 1), 1)
	g.doc.each(func(p *paragraph) {
		if p.wrap.round != g.round {
			p.wrap.lines = p.wrap.lines[:0]
		}
		p.lines = p.wrap.count(p.length(), g.perLine)
	})
}

// paragraph returns paragraph i, ready to be broken into lines.
func (g *page) paragraph(i int) *paragraph {
	p := g.doc.at(i)
	if p.wrap.round != g.round {
		p.wrap.begin(g.round)
		p.parse()
	}
	return p
}

// counted notes how many lines paragraph i has by now.
func (g *page) counted(i int, p *paragraph) {
	if n := p.wrap.count(p.length(), g.perLine); n != p.lines {
		g.doc.setLines(i, n)
	}
}

// lines returns paragraph i broken into lines as far as line n, or the last
// one.
func (g *page) lines(i, n int) []line {
	p := g.paragraph(i)
	p.wrap.reach(n, p.window(), g.measure)
	g.counted(i, p)
	return p.wrap.lines
}

// ends returns where line s begins and ends.
func (g *page) ends(s spot) (from, to int) {
	lines := g.lines(s.para, s.line)
	if s.line+1 < len(lines) {
		return lines[s.line].start, lines[s.line+1].start
	}
	return lines[s.line].start, g.doc.at(s.para).length()
}

// spotOf returns the line that p is on.
func (g *page) spotOf(p place, upstream bool) spot {
	para := g.paragraph(p.para)
	para.wrap.reachOffset(p.off, para.window(), g.measure)
	g.counted(p.para, para)
	at := para.wrap.lineAt(p.off)
	if upstream && at > 0 && para.wrap.lines[at].start == p.off {
		at--
	}
	return spot{p.para, at}
}

func (g *page) startOf(s spot) place {
	from, _ := g.ends(s)
	return place{s.para, from}
}

// row returns a line as it is drawn.
func (g *page) row(s spot) row {
	from, to := g.ends(s)
	p := g.doc.at(s.para)
	return row{p.slice(from, to), from, remaining(p.styled, from)}
}

// next and previous return the line after s and before it, or false.
func (g *page) next(s spot) (spot, bool) {
	if s.line+1 < len(g.lines(s.para, s.line)) {
		return spot{s.para, s.line + 1}, true
	}
	return spot{s.para + 1, 0}, s.para+1 < g.doc.count
}

func (g *page) previous(s spot) (spot, bool) {
	if s.line > 0 {
		return spot{s.para, s.line - 1}, true
	}
	if s.para == 0 {
		return s, false
	}
	return spot{s.para - 1, len(g.lines(s.para-1, math.MaxInt)) - 1}, true
}

// step returns the line n lines after s, or before it for n below 0, as far as
// there are lines, and how many there were.
func (g *page) step(s spot, n int) (spot, int) {
	went, move, by := 0, g.next, 1
	if n < 0 {
		move, by = g.previous, -1
	}
	for went != n {
		to, ok := move(s)
		if !ok {
			break
		}
		s = to
		went += by
	}
	return s, went
}

// y is where line s is drawn. It is exact for lines that are seen; others are
// only on the right side of the page.
func (g *page) y(s spot) float32 {
	y := g.pad - g.over
	if s.before(g.top) {
		for at, ok := g.top, true; ok && s.before(at) && y > -g.height-g.leading; y -= g.leading {
			at, ok = g.previous(at)
		}
		return y
	}
	for at, ok := g.top, true; ok && at.before(s) && y < 2*g.height+g.leading; y += g.leading {
		at, ok = g.next(at)
	}
	return y
}

// sees reports whether some of line s is on the page.
func (g *page) sees(s spot) bool {
	y := g.y(s)
	return y > -g.leading && y < g.height
}

// eachSeen calls f for every line on the page and where it is drawn.
func (g *page) eachSeen(f func(s spot, y float32)) {
	s, y := g.top, g.pad-g.over
	if before, ok := g.previous(s); ok {
		s, y = before, y-g.leading
	}
	for ok := true; ok && y < g.height; y += g.leading {
		f(s, y)
		s, ok = g.next(s)
	}
}

// fits is how many whole lines the page has room for, at least one.
func (g *page) fits() int { return max(int((g.height-2*g.pad)/g.leading), 1) }

// putAt scrolls so that line s is drawn at y, as far as the text allows.
func (g *page) putAt(s spot, y float32) {
	n := int(math.Ceil(float64((y - g.pad) / g.leading)))
	top, went := g.step(s, -n)
	g.top = top
	g.over = max(g.pad+float32(-went)*g.leading-y, 0)
	g.settle()
}

// scroll moves the text up by dy.
func (g *page) scroll(dy float32) {
	over := g.over + dy
	n := int(math.Floor(float64(over / g.leading)))
	top, went := g.step(g.top, n)
	g.top, g.over = top, over-float32(n)*g.leading
	if went != n && n < 0 {
		g.over = 0
	}
	g.settle()
}

// settle keeps the page within the text.
func (g *page) settle() {
	if !g.shown() {
		return
	}
	if g.top.para >= g.doc.count {
		g.top, g.over = spot{g.doc.count - 1, 0}, 0
	}
	g.top.line = min(g.top.line, len(g.lines(g.top.para, g.top.line))-1)
	room := g.height - 2*g.pad
	lines := int(math.Ceil(float64((room + g.over) / g.leading)))
	_, below := g.step(g.top, lines)
	if spare := room + g.over - float32(below+1)*g.leading; spare > 0 {
		g.pullDown(spare)
	}
}

// pullDown moves the text down by dy, at most to its start.
func (g *page) pullDown(dy float32) {
	if dy <= g.over {
		g.over -= dy
		return
	}
	n := int(math.Ceil(float64((dy - g.over) / g.leading)))
	top, went := g.step(g.top, -n)
	g.top = top
	g.over = max(float32(-went)*g.leading-(dy-g.over), 0)
}

// reveal scrolls as little as needed to have line s on the page with room for
// margin lines above and below, where the page is high enough for that.
func (g *page) reveal(s spot, margin int) {
	g.settle()
	if g.fits() < 2*margin+2 {
		margin = 0
	}
	room := float32(margin) * g.leading
	y := g.y(s)
	if highest := g.pad + room; y < highest {
		g.putAt(s, highest)
	} else if lowest := g.height - g.pad - room - g.leading; y > lowest {
		g.putAt(s, max(lowest, g.pad))
	}
}

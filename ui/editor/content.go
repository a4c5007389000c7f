package editor

import (
	"slices"
	"unicode/utf8"
)

// content is the text of one paragraph, without its line end. Until it is
// edited it is a part of the loaded text; from then on it has a gap, so that an
// edit costs as much as it changes, not as much as there is.
type content struct {
	plain string
	gap   *gap // nil: not edited
}

func (c *content) length() int {
	if c.gap == nil {
		return len(c.plain)
	}
	return c.gap.length()
}

// slice returns the bytes from..to of the text.
func (c *content) slice(from, to int) string {
	if c.gap == nil {
		return c.plain[from:to]
	}
	return c.gap.slice(from, to)
}

// replace puts insert in the place of the bytes from..to.
func (c *content) replace(from, to int, insert string) {
	if c.gap == nil {
		c.gap = &gap{buf: []byte(c.plain), from: len(c.plain), to: len(c.plain)}
		c.plain = ""
	}
	c.gap.replace(from, to, insert)
}

// runeStart returns off, or where the character begins that off is in.
func (c *content) runeStart(off int) int {
	from := max(off-utf8.UTFMax, 0)
	part := c.slice(from, min(off+1, c.length()))
	for off > from && off-from < len(part) && !utf8.RuneStart(part[off-from]) {
		off--
	}
	return off
}

// gap is a text with a gap in it where it was edited last.
type gap struct {
	buf      []byte
	from, to int // the gap is buf[from:to]
}

const firstGap = 128 // bytes

func (g *gap) length() int { return len(g.buf) - (g.to - g.from) }

func (g *gap) slice(from, to int) string {
	wide := g.to - g.from
	switch {
	case to <= g.from:
		return string(g.buf[from:to])
	case from >= g.from:
		return string(g.buf[from+wide : to+wide])
	}
	return string(g.buf[from:g.from]) + string(g.buf[g.to:to+wide])
}

func (g *gap) replace(from, to int, insert string) {
	g.move(from)
	g.to += to - from
	if g.to-g.from < len(insert) {
		g.widen(len(insert))
	}
	g.from += copy(g.buf[g.from:], insert)
}

// move makes the gap begin at off.
func (g *gap) move(off int) {
	if off < g.from {
		g.to -= copy(g.buf[g.to-(g.from-off):g.to], g.buf[off:g.from])
	} else {
		g.to += copy(g.buf[g.from:], g.buf[g.to:g.to+off-g.from])
	}
	g.from = off
}

// widen gives the gap room for at least n bytes.
func (g *gap) widen(n int) {
	more := n + max(firstGap, len(g.buf)/4)
	tail := g.buf[g.to:]
	grown := slices.Concat(g.buf[:g.from], make([]byte, more), tail)
	g.to = len(grown) - len(tail)
	g.buf = grown
}

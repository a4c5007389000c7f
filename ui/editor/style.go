package editor

import (
	"math"
	"slices"
)

// style is how characters are drawn. The zero style is plain.
type style uint8

const (
	bold style = 1 << iota
	italic
	faint // in the colour that steps back: for the signs of Markdown
)

// face is the part of a style that decides how wide characters are.
func (s style) face() style { return s & (bold | italic) }

const faces = int(bold|italic) + 1

// stretch is a part of a paragraph, in bytes, that has a style.
type stretch struct {
	from, to int
	style    style
}

// remaining returns the stretches that end after off.
func remaining(styled []stretch, off int) []stretch {
	at, _ := slices.BinarySearchFunc(styled, off+1, func(s stretch, off int) int { return s.to - off })
	return styled[at:]
}

// brush goes along a paragraph and has the style it is in.
type brush struct {
	styled []stretch // from here on
	style  style
	until  int // where the style ends
}

// moveTo moves the brush on.
func (b *brush) moveTo(off int) {
	for len(b.styled) > 0 && b.styled[0].to <= off {
		b.styled = b.styled[1:]
	}
	switch {
	case len(b.styled) == 0:
		b.style, b.until = 0, math.MaxInt
	case off < b.styled[0].from:
		b.style, b.until = 0, b.styled[0].from
	default:
		b.style, b.until = b.styled[0].style, b.styled[0].to
	}
}

// moved returns the stretches as they are after the bytes from..to were
// replaced by inserted bytes.
func moved(styled []stretch, from, to, inserted int) []stretch {
	shift := func(off int) int {
		switch {
		case off >= to:
			return off + inserted - (to - from)
		case off > from:
			return from
		}
		return off
	}
	kept := styled[:0]
	for _, s := range styled {
		s.from, s.to = shift(s.from), shift(s.to)
		if s.from < s.to {
			kept = append(kept, s)
		}
	}
	return kept
}

// differing returns the bytes within which two lists of stretches differ.
func differing(a, b []stretch) (from, to int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	from = math.MaxInt
	for _, rest := range [][]stretch{a, b} {
		if len(rest) > 0 {
			from, to = min(from, rest[0].from), max(to, rest[len(rest)-1].to)
		}
	}
	return from, to
}

// edge is where a style begins, or ends.
type edge struct {
	at    int
	style style
	ends  bool
}

// flatten turns edges, each beginning with its end, into stretches.
func flatten(edges []edge) []stretch {
	slices.SortStableFunc(edges, func(a, b edge) int { return a.at - b.at })
	var (
		styled []stretch
		depth  [faint + 1]int // how often each style has begun
		begun  int
	)
	for _, e := range edges {
		var now style
		for _, s := range []style{bold, italic, faint} {
			if depth[s] > 0 {
				now |= s
			}
		}
		if now != 0 && begun < e.at {
			styled = append(styled, stretch{begun, e.at, now})
		}
		begun = e.at
		if e.ends {
			depth[e.style]--
		} else {
			depth[e.style]++
		}
	}
	return styled
}

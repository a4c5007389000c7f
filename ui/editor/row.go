package editor

import (
	"iter"
	"math"
	"strings"
)

// row is a line as it is drawn.
type row struct {
	text   string
	start  int       // where it begins in its paragraph
	styled []stretch // of the paragraph, from here on
}

// part is a stretch of a row, in its bytes, that is drawn in one go.
type part struct {
	from, to int
	style    style
}

// parts yields the parts of a row. In a row of several, a tab ends its part: the
// toolkit counts tab stops from where a part begins.
func (r row) parts() iter.Seq[part] {
	return func(yield func(part) bool) {
		brush := brush{styled: r.styled}
		brush.moveTo(r.start)
		whole := brush.until-r.start >= len(r.text)
		for at := 0; at < len(r.text); {
			brush.moveTo(r.start + at)
			to := min(brush.until-r.start, len(r.text))
			if tab := strings.IndexByte(r.text[at:to], '\t'); tab >= 0 && !whole {
				to = at + tab + 1
			}
			if !yield(part{at, to, brush.style}) {
				return
			}
			at = to
		}
	}
}

// x is how far into a row the cluster at off is drawn.
func (m measure) x(r row, off int) float32 {
	var x float32
	for p := range r.parts() {
		if off <= p.from {
			break
		}
		x = m.within(p.style.face(), x, r.text[p.from:p.to], off-p.from)
	}
	return x
}

// xs is x for many clusters, which must be in order, in one go.
func (m measure) xs(r row, offs []int) []float32 {
	var x float32
	all := make([]float32, 0, len(offs))
	for p := range r.parts() {
		text, from, face := r.text[p.from:p.to], p.from, p.style.face()
		begin, whole := x, joins(text)
		for len(all) < len(offs) && offs[len(all)] <= p.to {
			off := offs[len(all)]
			if whole {
				x = m.within(face, begin, text, off-p.from)
			} else {
				x = m.within(face, x, r.text[from:p.to], off-from)
			}
			all, from = append(all, x), off
		}
		if len(all) == len(offs) {
			break
		}
		if whole {
			x = m.within(face, begin, text, len(text))
		} else {
			x = m.within(face, x, r.text[from:p.to], p.to-from)
		}
	}
	return all
}

// within is where the cluster at off is drawn of a part that is drawn from x on.
func (m measure) within(face style, x float32, text string, off int) float32 {
	off = min(off, len(text))
	if joins(text) {
		return m.joined(face, x, text[:off])
	}
	for at, n := 0, pieceAt(text, 0); at < off; {
		next := pieceAt(text, at+n)
		x = m.after(face, x, text[at:at+n], text[at+n:at+n+next])
		at, n = at+n, next
	}
	return x
}

// joined is where text ends that is drawn whole from x on.
func (m measure) joined(face style, x float32, text string) float32 {
	if before, tab := strings.CutSuffix(text, "\t"); tab {
		return m.tabStop(x + m.whole(face, before))
	}
	return x + m.whole(face, text)
}

// at returns the boundary of clusters in a row that is nearest to x.
func (m measure) at(r row, x float32) int {
	var here float32
	nearest, best := 0, float32(math.Abs(float64(x)))
	for p := range r.parts() {
		begin, text, face := here, r.text[p.from:p.to], p.style.face()
		whole := joins(text)
		for at, n := 0, pieceAt(text, 0); n > 0; {
			next := pieceAt(text, at+n)
			here = m.after(face, here, text[at:at+n], text[at+n:at+n+next])
			at, n = at+n, next
			if whole {
				here = m.joined(face, begin, text[:at])
			}
			off := float32(math.Abs(float64(here - x)))
			if off > best {
				return nearest
			}
			nearest, best = p.from+at, off
		}
	}
	return nearest
}

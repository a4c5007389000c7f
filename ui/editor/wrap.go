package editor

import (
	"math"
	"slices"
	"unicode/utf8"
)

// ruler says how wide text is drawn in a face, which is bold, italic, both or 0.
type ruler interface {
	// advance is how far a cluster moves on what follows it. next is the
	// cluster that follows, or "".
	advance(face style, cluster, next string) float32
	// whole is the width of a text that is drawn in one go.
	whole(face style, text string) float32
	// tab is the distance between tab stops.
	tab() float32
}

// measure is what lines are broken by.
type measure struct {
	ruler
	width float32
}

// line is a stretch of a paragraph that is drawn in one go.
type line struct {
	start int  // where it begins in the paragraph
	seen  int  // where the text ends that decided on its end
	loose bool // it is not known where it ends
}

// wrapping is a paragraph broken into lines, as far down as was needed. Lines
// that come after a loose one are what was right before an edit, and are right
// again if that one turns out to end where they begin.
type wrapping struct {
	lines []line
	sure  int // this many lines from the first on are right
	round int // the round of the page they are of; 0 is none
}

// begin forgets all lines.
func (w *wrapping) begin(round int) {
	w.lines, w.sure, w.round = append(w.lines[:0], line{loose: true}), 0, round
}

// edit notes that the bytes from..to were replaced by inserted bytes.
func (w *wrapping) edit(from, to, inserted int) {
	kept, shift := w.lines[:0], inserted-(to-from)
	for _, l := range w.lines {
		switch {
		case l.start <= from:
			if l.seen >= from && !l.loose {
				l.loose = true
				w.sure = min(w.sure, len(kept))
			}
		case l.start < to || l.start+shift == kept[len(kept)-1].start:
			continue
		default:
			l.start, l.seen = l.start+shift, l.seen+shift
		}
		kept = append(kept, l)
	}
	w.lines, w.sure = kept, min(w.sure, len(kept))
}

// loosen notes that the bytes from..to are drawn in other styles now.
func (w *wrapping) loosen(from, to int) {
	for i := range w.lines {
		if l := &w.lines[i]; !l.loose && l.start < to && l.seen >= from {
			l.loose = true
			w.sure = min(w.sure, i)
		}
	}
}

// reach breaks lines until line number n is right, or all are.
func (w *wrapping) reach(n int, text window, m measure) {
	for w.sure <= n && w.sure < len(w.lines) {
		w.firm(&text, m)
	}
}

// reachOffset breaks lines until the one is right that off is in.
func (w *wrapping) reachOffset(off int, text window, m measure) {
	for w.sure < len(w.lines) && w.lines[w.sure].start <= off {
		w.firm(&text, m)
	}
}

// firm makes one more line right.
func (w *wrapping) firm(text *window, m measure) {
	at := w.sure
	w.sure++
	if !w.lines[at].loose {
		return
	}
	start := w.lines[at].start
	end, seen := text.breakAt(m, start)
	w.lines[at] = line{start: start, seen: seen}
	if end == text.text.length() {
		w.lines = w.lines[:at+1]
		return
	}
	w.beginAt(at+1, end, end-start)
}

// beginAt sees to it that line i begins at start. near is a distance within
// which an old line is taken for the same one.
func (w *wrapping) beginAt(i, start, near int) {
	drop := i
	for drop+1 < len(w.lines) && w.lines[drop+1].start <= start {
		drop++
	}
	w.lines = slices.Delete(w.lines, i, drop)
	fresh := line{start: start, loose: true}
	switch {
	case i == len(w.lines):
		w.lines = append(w.lines, fresh)
	case w.lines[i].start == start:
	case w.lines[i].start < start+near:
		w.lines[i] = fresh
	default:
		w.lines = slices.Insert(w.lines, i, fresh)
	}
}

// count is how many lines there are, in a text of length bytes, where those not
// known yet are guessed at perLine bytes.
func (w *wrapping) count(length int, perLine float32) int {
	n := len(w.lines)
	if n == 0 {
		return 1 + int(float32(length)/perLine)
	}
	if last := w.lines[n-1]; last.loose {
		n += int(float32(length-last.start) / perLine)
	}
	return n
}

// lineAt returns the line that off is in; between two lines, the later one.
// reachOffset must have been there.
func (w *wrapping) lineAt(off int) int {
	at, found := slices.BinarySearchFunc(w.lines, off, func(l line, off int) int { return l.start - off })
	if found {
		return at
	}
	return max(at-1, 0)
}

const (
	longestLine  = 1024                             // bytes; only clusters of no width reach it
	longestPiece = 256                              // bytes; a longer cluster is drawn in pieces
	looksAt      = longestLine + 2*longestPiece + 8 // bytes that decide on a line, at most
	windowSize   = 4 * looksAt
)

// window is a part of a paragraph as one string.
type window struct {
	text     *content
	styled   []stretch
	from, to int
	part     string
}

func (p *paragraph) window() window { return window{text: &p.content, styled: p.styled} }

// breakAt returns where the line from start on ends, and where the text ends
// that decided on it.
func (w *window) breakAt(m measure, start int) (end, seen int) {
	if need := min(start+looksAt, w.text.length()); need > w.to {
		w.from, w.to = start, w.text.length()
		if w.text.gap != nil { // else a slice costs nothing
			w.to = min(start+windowSize, w.to)
		}
		w.part = w.text.slice(w.from, w.to)
	}
	end, seen = m.breakAt(row{w.part[start-w.from:], start, remaining(w.styled, start)})
	return start + end, start + seen
}

// breakAt returns where the first line ends of what begins a row, and where the
// part of the text ends that decided on it.
func (m measure) breakAt(row row) (end, seen int) {
	var x float32
	text, breakAt := row.text, 0
	brush := brush{styled: row.styled}
	for at, n := 0, pieceAt(text, 0); n > 0; {
		next := pieceAt(text, at+n)
		r, _ := utf8.DecodeRuneInString(text[at:])
		if row.start+at >= brush.until {
			brush.moveTo(row.start + at)
		}
		follows := text[at+n : at+n+next]
		if row.start+at+n >= brush.until {
			follows = "" // it is drawn apart
		}
		after := m.after(brush.style.face(), x, text[at:at+n], follows)
		limit := m.width
		if isBlank(r) {
			limit *= 2 // room hangs over the edge
		}
		if at > 0 && (after > limit || at >= longestLine) {
			if breakAt == 0 || after <= limit || isBlank(r) {
				breakAt = at
			}
			return breakAt, min(at+n+next+utf8.UTFMax, len(text))
		}
		x = after
		if next > 0 && breaksAfter(text[at:at+n], text[at+n:]) {
			breakAt = at + n
		}
		at, n = at+n, next
	}
	return len(text), len(text)
}

// after is where what follows cluster is drawn, when cluster is drawn at x.
func (m measure) after(face style, x float32, cluster, next string) float32 {
	if cluster == "\t" {
		return m.tabStop(x)
	}
	return x + m.advance(face, cluster, next)
}

// tabStop is the next tab stop after x.
func (m measure) tabStop(x float32) float32 {
	return m.tab() * float32(math.Floor(float64(x/m.tab()))+1)
}

// pieceAt returns how many bytes of text are drawn together from at on: a
// cluster, or as much of it as is borne.
func pieceAt(text string, at int) int {
	if at == len(text) {
		return 0
	}
	return clusterLen(clip(text[at:], longestPiece))
}

// clip returns the first n bytes of text, or a few less where a character
// would be cut.
func clip(text string, n int) string {
	if n >= len(text) {
		return text
	}
	for back := 0; back < utf8.UTFMax && !utf8.RuneStart(text[n]); back++ {
		n--
	}
	return text[:n]
}

func breaksAfter(cluster, rest string) bool {
	before, _ := utf8.DecodeLastRuneInString(cluster)
	after, _ := utf8.DecodeRuneInString(rest)
	return mayBreak(before, after)
}

package editor

import (
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// clusterLen returns how many bytes the grapheme cluster has that text begins
// with (Unicode Standard Annex 29): what a person takes for one character.
func clusterLen(text string) int {
	if len(text) > 1 && text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf {
		return 1
	}
	r, n := utf8.DecodeRuneInString(text)
	if n == len(text) {
		return n
	}
	if next, _ := utf8.DecodeRuneInString(text[n:]); simple(r) && simple(next) {
		return n
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(text, -1)
	return len(cluster)
}

// clustersBack yields where the clusters of text begin, from the last one to
// the first.
func clustersBack(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		var starts []int
		for text != "" {
			from := sureBoundary(text)
			starts = starts[:0]
			for at := from; at < len(text); at += clusterLen(text[at:]) {
				starts = append(starts, at)
			}
			for _, at := range slices.Backward(starts) {
				if !yield(at) {
					return
				}
			}
			text = text[:from]
		}
	}
}

// lastCluster returns where the last cluster of text begins.
func lastCluster(text string) int {
	for at := range clustersBack(text) {
		return at
	}
	return 0
}

// sureBoundary returns a boundary of clusters before the last character of
// text, the nearest to it that is one whatever stands before the two characters
// at it; or else 0.
func sureBoundary(text string) int {
	r, after := utf8.DecodeLastRuneInString(text)
	at := len(text) - after
	for at > 0 {
		before, n := utf8.DecodeLastRuneInString(text[:at])
		if simple(before) && simple(r) || surelyApart(text[at-n:at+after], n) {
			return at
		}
		at, r, after = at-n, before, n
	}
	return 0
}

// boundaryAt reports whether a cluster of text begins at off, or text ends.
func boundaryAt(text string, off int) bool { return clusterEnd(text, off) == off }

// clusterStart returns off, or where the cluster begins that off is in.
func clusterStart(text string, off int) int {
	start, end := clusterRound(text, off)
	if end == off {
		return off
	}
	return start
}

// clusterEnd returns off, or where the cluster ends that off is in.
func clusterEnd(text string, off int) int {
	_, end := clusterRound(text, off)
	return end
}

// clusterRound returns the cluster that ends at off, which must be the first
// byte of a character or the end of text, or that off is within.
func clusterRound(text string, off int) (start, end int) {
	if off == 0 || off == len(text) {
		return off, off
	}
	before, _ := utf8.DecodeLastRuneInString(text[:off])
	after, n := utf8.DecodeRuneInString(text[off:])
	if simple(before) && simple(after) {
		return off, off
	}
	for end = sureBoundary(text[:off+n]); end < off; {
		start, end = end, end+clusterLen(text[end:])
	}
	return start, end
}

// surelyApart reports whether two characters, of which the first has n bytes,
// are always in two clusters. They are if they are when they stand alone,
// unless the first one goes on with a cluster: then more than the two decides.
func surelyApart(two string, n int) bool {
	const any = "x"
	first, rest, _, state := uniseg.FirstGraphemeClusterInString(any+two, -1)
	if first != any {
		return false
	}
	second, _, _, _ := uniseg.FirstGraphemeClusterInString(rest, state)
	return len(second) == n
}

// simple reports whether r, next to another simple character, is a cluster of
// its own that is drawn the same whatever stands beside it, but for kerning.
func simple(r rune) bool {
	switch {
	case r < 0x300:
		return true
	case r < 0x2010:
		return r >= 0x370 && r < 0x483 || r >= 0x48A && r < 0x590 || r >= 0x1E00 && r < 0x2000
	case r < 0x3030:
		return r < 0x2028 || r >= 0x2030 && r < 0x203C || r >= 0x20A0 && r < 0x20D0 || r >= 0x3000 && r < 0x302A
	}
	return r > 0x3040 && r < 0x3097 || r > 0x30A0 && r < 0x3100 || r >= 0x4E00 && r < 0xA000 ||
		r >= 0xAC00 && r < 0xD7A4 || r > 0xFF00 && r < 0xFF61
}

// joins reports whether text has characters whose shapes depend on their
// neighbours, as in Arabic or Devanagari, so that it can only be measured whole.
func joins(text string) bool {
	for _, r := range text {
		if r >= 0x590 && r < 0x1E00 || r >= 0xA800 && r < 0xAC00 || r >= 0xFB1D && r < 0xFE00 {
			return true
		}
	}
	return false
}

// kind is what a character is for word moves.
type kind uint8

const (
	blank kind = iota
	mark
	letter
)

func kindOf(cluster string) kind {
	r, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '_', r == '\'', r == '’':
		return letter
	}
	return mark
}

// wordEnd returns where the word ends that text begins with, what is before
// that word included.
func wordEnd(text string) int {
	at := 0
	for inWord := false; at < len(text); {
		n := clusterLen(text[at:])
		is := kindOf(text[at:]) == letter
		if inWord && !is {
			break
		}
		inWord = is
		at += n
	}
	return at
}

// wordStart returns where the last word of text begins.
func wordStart(text string) int {
	start, inWord := len(text), false
	for at := range clustersBack(text) {
		is := kindOf(text[at:]) == letter
		if inWord && !is {
			break
		}
		start, inWord = at, is
	}
	return start
}

// wordAround returns the stretch of one kind that off is in: a word, the room
// between words, or marks.
func wordAround(text string, off int) (from, to int) {
	from, to = off, off
	if off == len(text) {
		if off == 0 {
			return 0, 0
		}
		from = lastCluster(text)
		off = from
	}
	is := kindOf(text[off:])
	for to < len(text) && kindOf(text[to:]) == is {
		to += clusterLen(text[to:])
	}
	for at := range clustersBack(text[:from]) {
		if kindOf(text[at:]) != is {
			break
		}
		from = at
	}
	return from, to
}

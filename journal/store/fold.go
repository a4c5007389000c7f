package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// holds reports whether piece, which is folded, is in one of the texts. It is
// the SQL function of that name.
func holds(piece string, texts ...string) bool {
	for _, text := range texts {
		if len(text) > 0 && strings.Contains(fold(text), piece) {
			return true
		}
	}
	return false
}

// fold returns text without what a search passes over: case, accents, and the
// different ways of encoding one character.
func fold(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	for start := 0; start < len(text); {
		r, size := utf8.DecodeRuneInString(text[start:])
		switch {
		case r < utf8.RuneSelf:
			out.WriteByte(lower(text[start]))
			start += size
		case plain(r):
			out.WriteString(text[start : start+size])
			start += size
		default:
			end := start + size + untilPlain(text[start+size:])
			out.WriteString(foldRunes(text[start:end]))
			start = end
		}
	}
	return out.String()
}

// foldRunes is the slow way, for characters that may have case or accents, or
// more than one encoding.
func foldRunes(s string) string {
	bare := strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36F { // combining diacritical marks
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, norm.NFD.String(s))
	return norm.NFC.String(bare)
}

// untilPlain returns how many bytes of s come before its first character that
// needs no slow way.
func untilPlain(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf || plain(r) })
	if n < 0 {
		return len(s)
	}
	return n
}

// plain reports whether r stands for itself wherever it is: the unified
// ideographs, which make up most of a Chinese or Japanese text, and Thai.
func plain(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x0E00 && r <= 0x0E7F
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + ('a' - 'A')
	}
	return b
}

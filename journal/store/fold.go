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
	sign, known := anchor(piece)
	for _, text := range texts {
		if known && !strings.ContainsRune(text, sign) {
			continue // most texts end here, unfolded
		}
		if strings.Contains(fold(text), piece) {
			return true
		}
	}
	return false
}

// anchor returns a character of piece that no other folds to, or false: a text
// without it can't hold the piece. (The compatibility ideographs do fold to
// others, but nobody's keyboard writes them.)
func anchor(piece string) (rune, bool) {
	for _, r := range piece {
		if r >= utf8.RuneSelf && plain(r) && norm.NFD.IsNormalString(string(r)) {
			return r, true
		}
	}
	return 0, false
}

// fold returns text without what a search passes over: case, accents, and the
// different ways of encoding one character.
func fold(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf && !plain(r) }) < 0 {
		return strings.ToLower(text)
	}
	bare := strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36F { // combining diacritical marks
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, norm.NFD.String(text))
	return norm.NFC.String(bare)
}

// plain reports whether r, beyond ASCII, has neither case nor accents nor,
// among characters like it, another encoding.
func plain(r rune) bool {
	switch {
	case r >= 0x2010 && r <= 0x2027, // dashes, quotation marks
		r >= 0x3001 && r <= 0x3098,                             // ideographic punctuation, hiragana
		r >= 0x309B && r <= 0x30FF,                             // katakana
		r >= 0x3400 && r <= 0x4DBF, r >= 0x4E00 && r <= 0x9FFF, // unified ideographs
		r >= 0x0E00 && r <= 0x0E7F,   // Thai
		r >= 0xAC00 && r <= 0xD7A3,   // Hangul syllables
		r >= 0x1F000 && r <= 0x1FAFF: // emoji
		return true
	}
	return false
}

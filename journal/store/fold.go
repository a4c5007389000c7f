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
		if known && !mayFoldTo(text, sign) {
			continue // most texts end here, unfolded
		}
		if strings.Contains(fold(text), piece) {
			return true
		}
	}
	return false
}

// anchor returns a letter or an emoji in piece that nothing folds to but itself
// and compatibility ideographs, or false.
func anchor(piece string) (rune, bool) {
	for _, r := range piece {
		if plain(r) && (unicode.IsLetter(r) || r >= firstEmoji) && norm.NFD.IsNormalString(string(r)) {
			return r, true
		}
	}
	return 0, false
}

// mayFoldTo reports whether sign, an anchor, is in text, or bytes that begin
// the compatibility ideographs (U+F900 and U+2F800 onwards).
func mayFoldTo(text string, sign rune) bool {
	return strings.ContainsRune(text, sign) || strings.IndexByte(text, 0xEF) >= 0 || strings.Contains(text, "\xF0\xAF")
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

const firstEmoji = 0x1F000

// plain reports whether r, beyond ASCII, has neither case nor accents nor,
// among characters like it, another encoding.
func plain(r rune) bool {
	switch {
	case r >= 0x2010 && r <= 0x2027, // dashes, quotation marks
		r >= 0x3001 && r <= 0x3098,                             // ideographic punctuation, hiragana
		r >= 0x309B && r <= 0x30FF,                             // katakana
		r >= 0x3400 && r <= 0x4DBF, r >= 0x4E00 && r <= 0x9FFF, // unified ideographs
		r >= 0x0E00 && r <= 0x0E7F, // Thai
		r >= 0xAC00 && r <= 0xD7A3, // Hangul syllables
		r >= 0xFF01 && r <= 0xFF20, // wide punctuation and digits
		r >= firstEmoji && r <= 0x1FAFF:
		return true
	}
	return false
}

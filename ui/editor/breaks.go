package editor

import "unicode"

// mayBreak reports whether a line may end between two characters. It knows
// nothing but the two, so that wrapping can begin at any line.
func mayBreak(before, after rune) bool {
	switch {
	case isBlank(after):
		return false // room at the end of a line belongs to it
	case isBlank(before), before == zeroWidthSpace:
		return true
	case before < 0x80 && after < 0x80, before < 0x2E80 && after < 0x2E80:
		return hyphenates(before) && unicode.IsLetter(after)
	case ideographic(before) || ideographic(after):
		return !opens(before) && !closes(after)
	}
	return false
}

const (
	zeroWidthSpace  = '\u200B'
	ideographicRoom = '\u3000'
)

// isBlank reports whether r is room at which a line may end.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == ideographicRoom || r >= 0x2000 && r <= 0x200A && r != 0x2007
}

func hyphenates(r rune) bool {
	switch r {
	case '-', '/', '\u00AD', '\u2010', '\u2013', '\u2014':
		return true
	}
	return false
}

// ideographic reports whether r is of a script that is written without room
// between words, or a pictograph.
func ideographic(r rune) bool {
	return r >= 0x2E80 && r < 0xA4D0 || r >= 0xAC00 && r < 0xD7A4 || r >= 0xF900 && r < 0xFB00 ||
		r >= 0xFF00 && r < 0xFFF0 || r >= 0x1F300 && r < 0x1FB00 || r >= 0x20000 && r < 0x40000
}

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// closes reports whether r never begins a line.
func closes(r rune) bool {
	switch r {
	case 'ー', '々', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ':
		return true
	}
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po)
}

package summary

import (
	"strings"
	"unicode"
)

// strange stands for a character that can't be shown.
const strange = '\uFFFD'

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean returns s as text that is harmless wherever it is printed: every kind
// of line end is "\n"; control characters, noncharacters and broken UTF-8 are
// a visible mark; the characters that turn the direction of the text around
// them, which could make it say something else, are gone.
func clean(s string) string {
	s = strings.ToValidUTF8(lineEnds.Replace(s), string(strange))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
			return -1
		case unicode.IsControl(r), r&0xFFFE == 0xFFFE, r >= '\uFDD0' && r <= '\uFDEF':
			return strange
		}
		return r
	}, s)
}

// cleanLine is clean for text on one line.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder turns text into what finding compares: without case, accents, and the
// different ways of encoding a character, of drawing quotation marks and of
// leaving room. What a character folds to it keeps.
type folder struct {
	known map[rune]string
	text  []byte // folded last, and
	from  []int  // where in the text each byte comes from; nil: from the same byte
}

func newFolder() *folder { return &folder{known: make(map[rune]string)} }

// fold folds text. The result holds until the next call.
func (f *folder) fold(text string) (folded []byte, from []int) {
	f.text, f.from = f.text[:0], f.from[:0]
	for at := range len(text) {
		b := text[at]
		if b >= utf8.RuneSelf {
			return f.foldRest(text, at)
		}
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		} else if b == '\t' {
			b = ' '
		}
		f.text = append(f.text, b)
	}
	return f.text, nil
}

// foldRest folds text of which the first bytes are ASCII, and folded.
func (f *folder) foldRest(text string, ascii int) (folded []byte, from []int) {
	for at := range ascii {
		f.from = append(f.from, at)
	}
	for i, r := range text[ascii:] {
		piece, ok := f.known[r]
		if !ok {
			piece = foldRune(r)
			f.known[r] = piece
		}
		f.text = append(f.text, piece...)
		for range len(piece) {
			f.from = append(f.from, ascii+i)
		}
	}
	return f.text, f.from
}

func foldRune(r rune) string {
	switch r {
	case '‘', '’', 'ʼ':
		return "'"
	case '“', '”', '„':
		return `"`
	case '\t', '\u00a0', '\u202f':
		return " "
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36F { // combining diacritical marks
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, norm.NFD.String(string(r)))
}

package editor

import (
	"strings"
	"unicode"
)

// ending is what closes a paragraph.
type ending uint8

const (
	endText ending = iota // the last paragraph
	endLF
	endCRLF
)

func (e ending) String() string {
	switch e {
	case endLF:
		return "\n"
	case endCRLF:
		return "\r\n"
	}
	return ""
}

// cutLine splits text after its first paragraph. A \r that stands alone ends a
// paragraph too, and counts as \n.
func cutLine(text string) (para string, end ending, rest string) {
	at := strings.IndexByte(text, '\n')
	if at < 0 {
		at = len(text)
	}
	if cr := strings.IndexByte(text[:at], '\r'); cr >= 0 && cr+1 == at && at < len(text) {
		return text[:cr], endCRLF, text[at+1:]
	} else if cr >= 0 {
		return text[:cr], endLF, text[cr+1:]
	}
	if at == len(text) {
		return text, endText, ""
	}
	return text[:at], endLF, text[at+1:]
}

// eachLine calls f for every paragraph of text, of which there is always one
// more than line ends.
func eachLine(text string, f func(para string, end ending)) {
	for {
		para, end, rest := cutLine(text)
		f(para, end)
		if end == endText {
			return
		}
		text = rest
	}
}

// placeAfter is where text ends that begins at p.
func placeAfter(p place, text string) place {
	first := true
	eachLine(text, func(para string, _ ending) {
		if !first {
			p = place{p.para + 1, 0}
		}
		p.off += len(para)
		first = false
	})
	return p
}

// plainLines returns text with \n for every line end.
func plainLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// clean returns pasted text as it may be written: every line end is \n, what
// is no UTF-8 is U+FFFD, and control characters other than \n and the tab are
// gone, NUL among them.
func clean(text string) string {
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, plainLines(text)), "\uFFFD")
}

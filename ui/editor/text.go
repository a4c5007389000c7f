package editor

import (
	"strings"
	"unicode"
)

// loaded is a text as SetText got it, and as it is edited.
type loaded struct {
	exact      string
	plain      string // exact with \n for every line end
	shown      bool   // plain is in the entry
	caretToEnd bool   // where the caret goes when it is shown
}

func load(text string) loaded { return loaded{exact: text, plain: plainLines(text)} }

// plainLines returns text with \n for every line end.
func plainLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// clean returns pasted text as it may be written: every line end is \n, and
// control characters other than that and the tab are gone, NUL among them.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, plainLines(text))
}

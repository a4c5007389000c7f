package journal

import (
	"strings"
	"unicode/utf8"
)

// Limits on what a person writes. They are far above any real use; they keep
// one hostile field from exhausting memory.
const (
	MaxText  = 16 << 20 // bytes in a body, a note or a field's value
	MaxTitle = 1 << 12  // bytes in a title
	MaxWord  = 200      // bytes in a tag, a feeling word or an id
	MaxTags  = 100      // tags, or feelings, on one entry
)

// CheckText returns nil if s can be stored exactly: valid UTF-8, without a NUL
// character, at most limit bytes. Otherwise it returns an InvalidError for
// field.
func CheckText(field, s string, limit int) error {
	switch {
	case len(s) > limit:
		return invalid(field, "it is too long")
	case !utf8.ValidString(s):
		return invalid(field, "it is not valid UTF-8 text")
	case strings.IndexByte(s, 0) >= 0:
		return invalid(field, "it holds a NUL character, which text can't have")
	}
	return nil
}

// checkWord is CheckText for a short text on one line that must not be empty.
func checkWord(field, s string) error { return checkLine(field, s, MaxWord) }

// checkLine is checkWord with a limit in bytes.
func checkLine(field, s string, limit int) error {
	if err := CheckText(field, s, limit); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(s) == "":
		return invalid(field, "it is empty")
	case strings.TrimSpace(s) != s:
		return invalid(field, "it begins or ends with a space")
	case strings.ContainsAny(s, "\n\r\t"):
		return invalid(field, "it must be on one line")
	}
	return nil
}

// checkSaid is CheckText for a text that must not be empty.
func checkSaid(field, s string) error {
	if strings.TrimSpace(s) == "" {
		return invalid(field, "it is empty")
	}
	return CheckText(field, s, MaxText)
}

// lineMarks begin a Markdown heading, quotation or list item.
const lineMarks = "#>*-+ "

// FirstLine returns the first line of text that has something on it, without
// surrounding space or a Markdown heading or list mark, cut after max runes.
func FirstLine(text string, max int) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), lineMarks))
		if line != "" {
			return cut(line, max)
		}
	}
	return ""
}

// cut returns at most max runes of s.
func cut(s string, max int) string {
	n := 0
	for i := range s {
		if n == max {
			return s[:i]
		}
		n++
	}
	return s
}

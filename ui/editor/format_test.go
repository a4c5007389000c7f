package editor_test

import (
	"strings"
	"testing"

	"mend/ui/editor"
)

// TestMarkdownKeys does one thing to a text in which | is the caret and [ ] is
// what is selected, and takes it back.
func TestMarkdownKeys(t *testing.T) {
	bold, italic, enter := (*editor.Sheet).Bold, (*editor.Sheet).Italic, (*editor.Sheet).Return
	for name, tt := range map[string]struct {
		text string
		do   func(*editor.Sheet)
		want string
	}{
		"bold":                     {"a [word|] b", bold, "a **[word|]** b"},
		"bold again":               {"a **[word|]** b", bold, "a [word|] b"},
		"bold with its signs":      {"a [**word**|] b", bold, "a [word|] b"},
		"bold and italic":          {"a **[word|]** b", italic, "a ***[word|]*** b"},
		"italic out of both":       {"a ***[word|]*** b", italic, "a **[word|]** b"},
		"bold out of both":         {"a ***[word|]*** b", bold, "a *[word|]* b"},
		"italic":                   {"a [|word] b", italic, "a *[word|]* b"},
		"italic twice":             {"a *[word|]* b", italic, "a [word|] b"},
		"without the room":         {"a[ word |]b", bold, "a **[word|]** b"},
		"the word at the caret":    {"a wo|rd b", bold, "a **wo|rd** b"},
		"the word before it":       {"a word| b", italic, "a *word|* b"},
		"out of the word":          {"a **wo|rd** b", bold, "a wo|rd b"},
		"no word":                  {"a | b", bold, "a **|** b"},
		"no word again":            {"a **|** b", bold, "a | b"},
		"an empty text":            {"|", italic, "*|*"},
		"two paragraphs":           {"[one\r\ntwo|]", bold, "**[one**\r\n**two|]**"},
		"two paragraphs again":     {"**[one**\n**two|]**", bold, "[one\ntwo|]"},
		"only where it is missing": {"**[one**\ntwo|]", bold, "**[one**\n**two|]**"},
		"past an empty paragraph":  {"[one\n\ntwo|]", italic, "*[one*\n\n*two|]*"},
		"after the mark of a list": {"[- one\n- two|]", bold, "- **[one**\n- **two|]**"},
		"room alone":               {"a[  |]b", bold, "a[  |]b"},
		"clusters stay whole":      {"[👍🏽e\u0301|]", bold, "**[👍🏽e\u0301|]**"},

		"a list goes on":          {"- one|", enter, "- one\n- |"},
		"within an item":          {"- one| two", enter, "- one\n- | two"},
		"with its indent":         {"  * one|", enter, "  * one\n  * |"},
		"numbers count":           {"9. one|", enter, "9. one\n10. |"},
		"numbers with a bracket":  {"1) one|", enter, "1) one\n2) |"},
		"a quote goes on":         {"> said|", enter, "> said\n> |"},
		"an empty item ends it":   {"- one\n- |", enter, "- one\n|"},
		"an empty number ends it": {"1. one\n 2. |", enter, "1. one\n|"},
		"before the mark":         {"|- one", enter, "\n|- one"},
		"over a selection":        {"- o[ne|]", enter, "- o\n- |"},
		"not after a heading":     {"# one|", enter, "# one\n|"},
		"not after a plain line":  {"one - two|", enter, "one - two\n|"},
		"not after a year":        {"1234567890. one|", enter, "1234567890. one\n|"},
		"an item over many lines": {"- " + strings.Repeat("word ", 50) + "|", enter, "- " + strings.Repeat("word ", 50) + "\n- |"},
	} {
		t.Run(name, func(t *testing.T) {
			s := editor.NewSheet("", 10, 4)
			s.Mark(tt.text)
			tt.do(s)
			if got := s.Marked(); got != tt.want {
				t.Fatalf("%q became %q, want %q", tt.text, got, tt.want)
			}
			for s.Undo() {
			}
			if got := s.Marked(); got != tt.text {
				t.Errorf("taken back it is %q, was %q", got, tt.text)
			}
		})
	}
}

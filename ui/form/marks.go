package form

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mend/journal"
	"mend/ui/editor"
)

// marks finds the words of a text that a page marks.
type marks []mark

type mark struct {
	word    string
	pattern *regexp.Regexp
	hint    string // of the page's field
}

func newMarks(pf journal.PageField) marks {
	var all marks
	for _, word := range pf.Marks {
		parts := strings.Fields(word)
		for i, part := range parts {
			parts[i] = regexp.QuoteMeta(part)
		}
		if len(parts) > 0 {
			all = append(all, mark{word, regexp.MustCompile(`(?i)` + strings.Join(parts, `\s+`)), pf.MarkHint})
		}
	}
	return all
}

// in returns where the words stand in a text, as whole words.
func (m marks) in(text string) []editor.Range {
	var found []editor.Range
	for _, one := range m {
		found = append(found, one.in(text, -1)...)
	}
	slices.SortFunc(found, func(a, b editor.Range) int { return cmp.Compare(a.From, b.From) })
	return found
}

func (m mark) in(text string, most int) []editor.Range {
	var found []editor.Range
	for _, at := range m.pattern.FindAllStringIndex(text, -1) {
		if len(found) != most && !joins(text, at[0]) && !joins(text, at[1]) {
			found = append(found, editor.Range{From: at[0], To: at[1]})
		}
	}
	return found
}

// joins reports whether a word goes on over a place in text.
func joins(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return inWord(before) && inWord(after)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// say returns what is said of the words that stand in text, or "".
func (m marks) say(text string) string {
	var words []string
	for _, one := range m {
		if len(one.in(text, 1)) > 0 {
			words = append(words, "“"+one.word+"”")
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, ", ") + ": " + m[0].hint
}

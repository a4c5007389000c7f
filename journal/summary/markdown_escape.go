package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownEscaper writes text so that Markdown shows exactly that text. It
// escapes no more than it must, because the result is read as text as well.
type markdownEscaper struct {
	blockStart  *regexp.Regexp // what would begin another block, or be a table's rule
	numberStart *regexp.Regexp // what would begin a numbered list
	reference   *regexp.Regexp // what would be a character reference
	headingEnd  *regexp.Regexp // what a heading would swallow
}

func newMarkdownEscaper() markdownEscaper {
	return markdownEscaper{
		blockStart: regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|[|:\-\s]*-[|:\-\s]*$|\[[^\]]*\]:)` +
			`|^(?:\\_\s*){3,}$`),
		numberStart: regexp.MustCompile(`^(\d{1,9})([.)])(\s|$)`),
		reference:   regexp.MustCompile(`^&#?[0-9A-Za-z]+;`),
		headingEnd:  regexp.MustCompile(`(^|\s)(#+)$`),
	}
}

// line returns text for the middle of a line.
func (e markdownEscaper) line(text string) string {
	return strings.ReplaceAll(e.text(text), "\n", " ")
}

// heading returns spans for the line of a heading.
func (e markdownEscaper) heading(spans []span) string {
	line := strings.TrimSpace(strings.ReplaceAll(e.inline(spans), "\n", " "))
	return e.headingEnd.ReplaceAllString(line, `$1\$2`)
}

// paragraph returns spans as the lines of a paragraph, none of them blank.
func (e markdownEscaper) paragraph(spans []span) []string {
	var lines []string
	for line := range strings.SplitSeq(e.inline(spans), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		lines = append(lines, e.start(line))
	}
	return lines
}

// start returns line, which begins a line of its own, without a mark at its
// start.
func (e markdownEscaper) start(line string) string {
	switch first := line[0]; {
	case first >= '0' && first <= '9':
		return e.numberStart.ReplaceAllString(line, `$1\$2$3`)
	case strings.IndexByte(`#>-+=|:[\`, first) >= 0 && e.blockStart.MatchString(line):
		return `\` + line
	}
	return line
}

// inline returns spans with the marks of their styles. Marks are closed in the
// order they were opened, and all of them are.
func (e markdownEscaper) inline(spans []span) string {
	var b strings.Builder
	var open []string
	for _, s := range append(spans[:len(spans):len(spans)], span{}) {
		open = changeMarks(&b, open, s)
		if s.code {
			b.WriteString(codeSpan(s.text))
		} else {
			b.WriteString(e.text(s.text))
		}
	}
	return b.String()
}

// changeMarks closes the open marks that s is not in, opens those it is in, and
// returns what is open then.
func changeMarks(b *strings.Builder, open []string, s span) []string {
	wanted := func(mark string) bool { return mark == "**" && s.bold || mark == "*" && s.italic }
	if i := slices.IndexFunc(open, func(mark string) bool { return !wanted(mark) }); i >= 0 {
		for j := len(open) - 1; j >= i; j-- {
			b.WriteString(open[j])
		}
		open = open[:i]
	}
	for _, mark := range []string{"**", "*"} {
		if wanted(mark) && !slices.Contains(open, mark) {
			open = append(open, mark)
			b.WriteString(mark)
		}
	}
	return open
}

// codeSpan returns text between backticks that it can't close.
func codeSpan(text string) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	fence := strings.Repeat("`", longestRun(text, '`')+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// text escapes what would be read as more than text inside a line.
func (e markdownEscaper) text(s string) string {
	if !strings.ContainsAny(s, "\\`*_<&](~") {
		return s
	}
	var b strings.Builder
	before := rune(0)
	for i, r := range s {
		after, size := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if size == 0 {
			after = 0
		}
		if e.special(r, before, after, s[i:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// special reports whether r, which rest begins with, must be escaped between
// before and after.
func (e markdownEscaper) special(r, before, after rune, rest string) bool {
	switch r {
	case '\\':
		return after == '\n' || after < utf8.RuneSelf && unicode.IsOneOf([]*unicode.RangeTable{unicode.P, unicode.S}, after) || len(rest) == 1
	case '`':
		return true
	case '*':
		return !unicode.IsSpace(before) || !unicode.IsSpace(after) || before == '\n'
	case '_':
		return !(isWordRune(before) && isWordRune(after)) && !(before == ' ' && after == ' ')
	case '<':
		return unicode.IsLetter(after) || strings.ContainsRune("/!?", after)
	case '&':
		return e.reference.MatchString(rest)
	case '(':
		return before == ']'
	case '~':
		return before == '~' || after == '~'
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

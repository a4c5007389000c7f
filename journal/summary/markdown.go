package summary

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// markdownSheet writes CommonMark that reads well as text.
type markdownSheet struct {
	w       *bufio.Writer
	write   markdownWriter
	begun   bool
	bullet  byte // of the block just written, if it was a list
	footing bool // the line above the footer is drawn
}

func newMarkdownSheet(w io.Writer) *markdownSheet {
	return &markdownSheet{w: bufio.NewWriter(w), write: newMarkdownWriter()}
}

func (m *markdownSheet) put(b block) error {
	if b.kind == footer && !m.footing {
		m.footing = true
		if err := m.put(block{kind: rule}); err != nil {
			return err
		}
	}
	lines, bullet := m.write.block(b, m.bullet)
	if m.bullet = bullet; lines == nil {
		return nil
	}
	if m.begun {
		m.w.WriteByte('\n')
	}
	m.begun = true
	for _, line := range lines {
		m.w.WriteString(line)
		m.w.WriteByte('\n')
	}
	// An entry's heading is where a failing writer is noticed.
	if b.kind == heading {
		return m.w.Flush()
	}
	return nil
}

func (m *markdownSheet) finish() (int, error) { return 0, m.w.Flush() }

// markdownWriter turns blocks into lines of Markdown.
type markdownWriter struct{ escape markdownEscaper }

func newMarkdownWriter() markdownWriter { return markdownWriter{escape: newMarkdownEscaper()} }

// block returns b as lines. Two lists one after the other would become one,
// so b uses another bullet than the list right before it, and says which.
func (m markdownWriter) block(b block, before byte) (lines []string, bullet byte) {
	switch b.kind {
	case title:
		return []string{"# " + m.escape.heading(plain(b.text))}, 0
	case subtitle:
		return []string{"**" + m.escape.line(b.text) + "**"}, 0
	case heading:
		return []string{strings.Repeat("#", b.level) + " " + m.escape.heading(b.spans)}, 0
	case meta:
		return []string{"*" + m.escape.line(b.text) + "*"}, 0
	case caption:
		return m.escape.paragraph(plain(b.text)), 0
	case figure:
		return nil, before
	case turn:
		return []string{"___"}, 0
	case facts, steps, counts, table:
		return m.rows(b, other('-', '*', before))
	case paragraph:
		return m.escape.paragraph(b.spans), 0
	case list:
		return m.list(b, before)
	case quote:
		return prefixed(m.blocks(b.items[0], false), "> ", "> "), 0
	case code:
		return fenced(b.text), 0
	case rule:
		return []string{"___"}, 0
	}
	return m.escape.paragraph(plain(b.text)), 0
}

func other(a, b, not byte) byte {
	if a == not {
		return b
	}
	return a
}

// blocks returns blocks as lines, with blank lines between them where tight
// does not allow to leave them out.
func (m markdownWriter) blocks(blocks []block, tight bool) []string {
	var out []string
	var bullet byte
	for i, b := range blocks {
		lines, used := m.block(b, bullet)
		if i > 0 && !(tight && interrupts(b)) {
			out = append(out, "")
		}
		out, bullet = append(out, lines...), used
	}
	return out
}

// interrupts reports whether b can follow a paragraph without a blank line.
func interrupts(b block) bool {
	return b.kind == list && len(b.items) > 0 && len(b.items[0]) > 0 && (!b.ordered || b.start == 1)
}

func (m markdownWriter) rows(b block, bullet byte) ([]string, byte) {
	var out []string
	for _, r := range b.rows {
		mark := string(bullet) + " "
		out = append(out, prefixed(m.row(b.kind, r), mark, "  ")...)
	}
	return out, bullet
}

func (m markdownWriter) row(k kind, r row) []string {
	switch k {
	case steps:
		box := "[ ] "
		if r.done {
			box = "[x] "
		}
		line := m.escape.line(r.label)
		if r.text != "" {
			line += " (" + r.text + ")"
		}
		return append([]string{box + line}, m.escape.paragraph(plain(r.note))...)
	case counts:
		return []string{m.escape.line(r.label) + ": " + r.text + ", " + r.note}
	case table:
		line := m.escape.line(r.label) + ": " + m.escape.line(r.text)
		if r.note != "" {
			line += ", " + m.escape.line(r.note)
		}
		return []string{line}
	}
	lines := m.escape.paragraph(plain(r.text))
	if len(lines) > 0 {
		lines[0] = m.escape.line(r.label) + colon(r.label) + lines[0]
	}
	return lines
}

// colon is what stands between a label, which may be a question, and its text.
func colon(label string) string {
	if label == "" || strings.ContainsAny(label[len(label)-1:], "?.!:") {
		return " "
	}
	return ": "
}

func (m markdownWriter) list(b block, before byte) ([]string, byte) {
	bullet := other('-', '*', before)
	if b.ordered {
		bullet = other('.', ')', before)
	}
	var out []string
	for i, item := range b.items {
		mark := string(bullet) + " "
		if b.ordered {
			mark = fmt.Sprintf("%d%c ", b.start+i, bullet)
		}
		if i > 0 && !b.tight {
			out = append(out, "")
		}
		out = append(out, prefixed(m.blocks(item, b.tight), mark, strings.Repeat(" ", len(mark)))...)
	}
	return out, bullet
}

// prefixed returns lines with first before the first line and rest before the
// others; there is at least one line.
func prefixed(lines []string, first, rest string) []string {
	if len(lines) == 0 {
		lines = []string{""}
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimRight(first+line, " ")
		first = rest
	}
	return out
}

// fenced returns text between fences that it can't close.
func fenced(text string) []string {
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	return append(append([]string{fence}, strings.Split(text, "\n")...), fence)
}

// longestRun returns the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		run++
		if s[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

package editor_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"mend/ui/editor"
)

// hostile is what texts are made of: words, marks, joined and combined
// characters, right to left, tabs, room, and what no text should have.
func hostile() []string {
	return []string{"a", "word", "don't", " ", "  ", "-", ".", "\n", "\t", "é", "e\u0301", "\u0301", "\u200d",
		"👨‍👩‍👧", "👍🏽", "🇫🇷", "🇩", "漢字", "、", "שלום", "سلام", "नमस्ते", "\uFFFD", "\u00ad", "\u2028",
		"*", "**", "_", `\`, "# ", "- ", "> ", "7. ", "supercalifragilistic", strings.Repeat("\u0301", 300)}
}

func pieces() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(hostile()), 0, 12).Draw(t, "pieces"), "")
	})
}

// model is the plainest text with a caret there is.
type model struct {
	*editor.Sheet
	text          string
	caret, anchor int
	past          []string // every text there was
}

func (m *model) put(text string) {
	from, to := min(m.caret, m.anchor), max(m.caret, m.anchor)
	m.text = m.text[:from] + text + m.text[to:]
	m.caret = from + len(text)
	m.anchor = m.caret
	m.past = append(m.past, m.text)
}

// side returns the other end of the cluster before the caret, or after it.
func (m *model) side(after bool) int {
	if after {
		cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(m.text[m.caret:], -1)
		return m.caret + len(cluster)
	}
	line := strings.LastIndexByte(m.text[:m.caret], '\n') + 1
	if line == m.caret {
		return max(m.caret-1, 0)
	}
	last := ""
	for g := uniseg.NewGraphemes(m.text[line:m.caret]); g.Next(); {
		last = g.Str()
	}
	return m.caret - len(last)
}

func (m *model) erase(after bool) {
	if m.caret == m.anchor {
		m.anchor = m.side(after)
	}
	if m.caret != m.anchor {
		m.put("")
	}
}

func (m *model) move(to int, extend bool) {
	m.caret = to
	if !extend {
		m.anchor = to
	}
}

func (m *model) check(t *rapid.T) {
	if got := m.Whole(); got != m.text {
		t.Fatalf("the text is %q, want %q", got, m.text)
	}
	if caret, anchor := m.Offsets(); caret != m.caret || anchor != m.anchor {
		t.Fatalf("caret and anchor are at %d and %d, want %d and %d in %q", caret, anchor, m.caret, m.anchor, m.text)
	}
	if diff := cmp.Diff(m.Fresh(), m.Lines()); diff != "" {
		t.Fatalf("lines broken from nothing (-) are not those on the page (+):\n%s", diff)
	}
	if i := m.StaleStyles(); i >= 0 {
		t.Fatalf("paragraph %d is not drawn as its signs say", i)
	}
	if diff := cmp.Diff(m.FreshFound(), m.Found()); diff != "" {
		t.Fatalf("what is found anew (-) is not what was kept in step (+):\n%s", diff)
	}
	if n := len(m.Lines()); m.Counted() != n {
		t.Fatalf("%d lines are counted as %d", n, m.Counted())
	}
	m.Reveal()
	lines, whole := m.Seen()
	if y := m.CaretY(); !whole || y < 0 || y+1 > 6 {
		t.Fatalf("caret at height %v of 6, on a page of %d lines", y, len(lines))
	}
}

// follow takes the caret over from the sheet, after a move of its own kind.
func (m *model) follow() { m.caret, m.anchor = m.Offsets() }

// read takes over the text as well, after a change that the sheet thought out.
func (m *model) read() {
	m.text = m.Whole()
	m.past = append(m.past, m.text)
	m.follow()
}

func TestWritingLikeAPlainText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &model{text: pieces().Draw(t, "text")}
		m.Sheet = editor.NewSheet(m.text, rapid.IntRange(1, 20).Draw(t, "columns"), 6)
		loaded := m.text
		m.past = []string{loaded}
		extend := func(t *rapid.T) bool { return rapid.Bool().Draw(t, "extend") }
		t.Repeat(map[string]func(*rapid.T){
			"": m.check,
			"type": func(t *rapid.T) {
				text := rapid.SampledFrom(hostile()).Draw(t, "typed")
				m.Type(text)
				m.put(text)
			},
			"paste": func(t *rapid.T) {
				text := pieces().Filter(func(s string) bool { return s != "" }).Draw(t, "pasted")
				m.Paste(strings.ReplaceAll(text, "\n", "\r\n"))
				m.put(strings.Map(func(r rune) rune {
					if unicode.IsControl(r) && r != '\n' && r != '\t' {
						return -1
					}
					return r
				}, text))
			},
			"backspace": func(*rapid.T) { m.Backspace(); m.erase(false) },
			"delete":    func(*rapid.T) { m.Delete(); m.erase(true) },
			"left":      func(t *rapid.T) { e := extend(t); m.Left(e); m.move(m.side(false), e) },
			"right":     func(t *rapid.T) { e := extend(t); m.Right(e); m.move(m.side(true), e) },
			"all":       func(*rapid.T) { m.SelectAll(); m.anchor, m.caret = 0, len(m.text) },
			"up":        func(t *rapid.T) { m.Up(extend(t)); m.follow() },
			"down":      func(t *rapid.T) { m.Down(extend(t)); m.follow() },
			"page":      func(t *rapid.T) { m.Page(rapid.SampledFrom([]int{-1, 1}).Draw(t, "pages")); m.follow() },
			"home":      func(*rapid.T) { m.Home(); m.follow() },
			"end":       func(*rapid.T) { m.End(); m.follow() },
			"word":      func(*rapid.T) { m.WordRight(); m.follow() },
			"word back": func(*rapid.T) { m.WordLeft(); m.follow() },
			"wheel":     func(t *rapid.T) { m.Wheel(float32(rapid.IntRange(-30, 30).Draw(t, "tenths")) / 10) },
			"widen":     func(t *rapid.T) { m.Widen(rapid.IntRange(1, 20).Draw(t, "columns")) },
			"jump": func(t *rapid.T) {
				off := rapid.IntRange(0, len(m.text)).Draw(t, "to")
				for off < len(m.text) && !utf8.RuneStart(m.text[off]) {
					off++
				}
				m.MoveTo(off, false)
				m.move(off, false)
			},
			"bold":   func(*rapid.T) { m.Bold(); m.read() },
			"italic": func(*rapid.T) { m.Italic(); m.read() },
			"return": func(*rapid.T) { m.Return(); m.read() },
			"look":   func(t *rapid.T) { m.Look(rapid.SampledFrom(hostile()).Draw(t, "query")) },
			"undo": func(t *rapid.T) {
				m.Undo()
				if !slices.Contains(m.past, m.Whole()) {
					t.Fatalf("undo made up %q", m.Whole())
				}
				m.text = m.Whole()
				m.follow()
			},
			"redo": func(t *rapid.T) {
				m.Redo()
				if !slices.Contains(m.past, m.Whole()) {
					t.Fatalf("redo made up %q", m.Whole())
				}
				m.text = m.Whole()
				m.follow()
			},
		})
		for m.Undo() {
		}
		if m.Whole() != loaded {
			t.Fatalf("all undone is %q, loaded was %q", m.Whole(), loaded)
		}
	})
}

// FuzzWriting loads any bytes, breaks them into lines and edits them.
func FuzzWriting(f *testing.F) {
	for _, text := range hostile() {
		f.Add("x"+text+"\r\n"+text, text, 3, 1)
	}
	f.Add("\xed\xa0\x80 lone \xff", "\x00\x1b", 1, 40)
	f.Fuzz(func(t *testing.T, text, pasted string, caret, columns int) {
		s := editor.NewSheet(text, 1+max(columns, 0)%80, 6)
		s.Lines()
		off := max(caret, 0) % (len(text) + 1)
		for off < len(text) && (!utf8.RuneStart(text[off]) || text[off] == '\n') {
			off++
		}
		s.MoveTo(min(off, len(strings.ReplaceAll(text, "\r", ""))), false)
		s.Paste(pasted)
		s.Type("x")
		s.Left(true)
		s.Backspace()
		s.Right(false)
		s.Delete()
		if diff := cmp.Diff(s.Fresh(), s.Lines()); diff != "" {
			t.Errorf("lines differ:\n%s", diff)
		}
		for s.Undo() {
		}
		if i := s.StaleStyles(); i >= 0 {
			t.Errorf("paragraph %d is not drawn as its signs say", i)
		}
		if s.Whole() != text {
			t.Errorf("all undone is %q, loaded was %q", s.Whole(), text)
		}
	})
}

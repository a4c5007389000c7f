package editor_test

import (
	"strings"
	"testing"

	"mend/ui/editor"
)

// TestWriting does one thing to a text in which | is the caret and [ ] is what
// is selected.
func TestWriting(t *testing.T) {
	type sheet = editor.Sheet
	for name, tt := range map[string]struct {
		text string
		do   func(*sheet)
		want string
	}{
		"type":                        {"one| two", func(s *sheet) { s.Type("s") }, "ones| two"},
		"type over a selection":       {"[one|] two", func(s *sheet) { s.Type("1") }, "1| two"},
		"type a line end":             {"one| two", func(s *sheet) { s.Type("\n") }, "one\n| two"},
		"line end over lines":         {"o[ne\ntwo\nthr|]ee", func(s *sheet) { s.Type("\n") }, "o\n|ee"},
		"paste lines":                 {"a|b", func(s *sheet) { s.Paste("1\r\n2\r3") }, "a1\n2\n3|b"},
		"paste nothing":               {"[a|]b", func(s *sheet) { s.Paste("") }, "|b"},
		"backspace":                   {"one|", (*sheet).Backspace, "on|"},
		"backspace at the start":      {"|one", (*sheet).Backspace, "|one"},
		"backspace joins":             {"one\n|two", (*sheet).Backspace, "one|two"},
		"backspace joins over CRLF":   {"one\r\n|two\r\n", (*sheet).Backspace, "one|two\r\n"},
		"backspace takes a selection": {"o[|ne\ntw]o", (*sheet).Backspace, "o|o"},
		"backspace takes a family":    {"👨‍👩‍👧|", (*sheet).Backspace, "|"},
		"backspace takes one flag":    {"🇫🇷🇩🇪|", (*sheet).Backspace, "🇫🇷|"},
		"backspace takes an accent":   {"cafe\u0301|", (*sheet).Backspace, "caf|"},
		"backspace takes a long one":  {"a" + strings.Repeat("\u0301", 9000) + "|", (*sheet).Backspace, "|"},
		"delete takes a long one":     {"|a" + strings.Repeat("\u0301", 9000), (*sheet).Delete, "|"},
		"backspace among many flags":  {strings.Repeat("🇫🇷", 3000) + "|🇩🇪", (*sheet).Backspace, strings.Repeat("🇫🇷", 2999) + "|🇩🇪"},
		"delete":                      {"|one", (*sheet).Delete, "|ne"},
		"delete at the end":           {"one|", (*sheet).Delete, "one|"},
		"delete joins":                {"one|\ntwo", (*sheet).Delete, "one|two"},
		"delete takes a skin tone":    {"|👍🏽!", (*sheet).Delete, "|!"},
		"left":                        {"on|e", func(s *sheet) { s.Left(false) }, "o|ne"},
		"left to the line before":     {"one\n|two", func(s *sheet) { s.Left(false) }, "one|\ntwo"},
		"left over a cluster":         {"a👍🏽|", func(s *sheet) { s.Left(false) }, "a|👍🏽"},
		"left extends":                {"on|e", func(s *sheet) { s.Left(true) }, "o[|n]e"},
		"left shrinks":                {"o[ne|]", func(s *sheet) { s.Left(true) }, "o[n|]e"},
		"right":                       {"|one", func(s *sheet) { s.Right(false) }, "o|ne"},
		"right to the line after":     {"one|\r\ntwo", func(s *sheet) { s.Right(false) }, "one\r\n|two"},
		"word left":                   {"one two,| three", (*sheet).WordLeft, "one |two, three"},
		"word left within a word":     {"one tw|o", (*sheet).WordLeft, "one |two"},
		"word left to a line":         {"one\n|two", (*sheet).WordLeft, "one|\ntwo"},
		"word left keeps don't whole": {"I don't|", (*sheet).WordLeft, "I |don't"},
		"word right":                  {"one| two three", (*sheet).WordRight, "one two| three"},
		"word right over marks":       {"one|, (two)", (*sheet).WordRight, "one, (two|)"},
		"word right to a line":        {"one|\ntwo", (*sheet).WordRight, "one\n|two"},
		"up":                          {"abc\nde|f", func(s *sheet) { s.Up(false) }, "ab|c\ndef"},
		"up on the first line":        {"ab|c\ndef", func(s *sheet) { s.Up(false) }, "|abc\ndef"},
		"down":                        {"ab|c\ndef", func(s *sheet) { s.Down(false) }, "abc\nde|f"},
		"down on the last line":       {"abc\nd|ef", func(s *sheet) { s.Down(false) }, "abc\ndef|"},
		"down extends":                {"ab|c\ndef", func(s *sheet) { s.Down(true) }, "ab[c\nde|]f"},
		"down keeps its column":       {"abcd|\nx\nabcdef", down2, "abcd\nx\nabcd|ef"},
		"down forgets its column":     {"abcd|\nx\nabcdef", downAside, "abcd\nx\na|bcdef"},
		"down from a wrapped line":    {"a|bcdefghi jkl", func(s *sheet) { s.Down(false) }, "abcdefghi j|kl"},
		"home":                        {"one\ntw|o", (*sheet).Home, "one\n|two"},
		"home of a wrapped line":      {"abcdefghi jk|l", (*sheet).Home, "abcdefghi |jkl"},
		"end":                         {"o|ne\ntwo", (*sheet).End, "one|\ntwo"},
		"end of a wrapped line":       {"a|bcdefghi jkl", (*sheet).End, "abcdefghi |jkl"},
		"select all":                  {"one\nt|wo", (*sheet).SelectAll, "[one\ntwo|]"},
	} {
		t.Run(name, func(t *testing.T) {
			s := editor.NewSheet("", 10, 4)
			s.Mark(tt.text)
			tt.do(s)
			if got := s.Marked(); got != tt.want {
				t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func down2(s *editor.Sheet) { s.Down(false); s.Down(false) }

func downAside(s *editor.Sheet) { s.Down(false); s.Left(false); s.Right(false); s.Down(false) }

func TestEndStaysOnItsLine(t *testing.T) {
	s := editor.NewSheet("abcdefghi jkl", 10, 4)
	s.End()
	if s.CaretY() != 0 {
		t.Fatalf("End put the caret on line %v", s.CaretY())
	}
	s.End()
	if s.CaretY() != 0 {
		t.Errorf("a second End put the caret on line %v", s.CaretY())
	}
	s.Home()
	if got := s.Marked(); !strings.HasPrefix(got, "|") {
		t.Errorf("Home after End: %q", got)
	}
}

// TestUndo writes, takes back run by run, and does all of it again.
func TestUndo(t *testing.T) {
	type sheet = editor.Sheet
	letters := func(s *sheet, text string) {
		for _, r := range text {
			s.Type(string(r))
		}
	}
	for name, tt := range map[string]struct {
		text string
		do   func(*sheet)
		want []string // after each undo
	}{
		"words": {"|", func(s *sheet) { letters(s, "one two three") }, []string{"one two |", "one |", "|"}},
		"a word after a move": {"|", func(s *sheet) { letters(s, "one"); s.Left(false); s.Right(false); letters(s, "s") },
			[]string{"one|", "|"}},
		"backspaces are one run": {"one|", func(s *sheet) { s.Backspace(); s.Backspace() }, []string{"one|"}},
		"deletes are one run":    {"|one", func(s *sheet) { s.Delete(); s.Delete() }, []string{"|one"}},
		"write, erase":           {"|", func(s *sheet) { letters(s, "ab"); s.Backspace() }, []string{"ab|", "|"}},
		"a paste stands alone": {"|", func(s *sheet) { letters(s, "a"); s.Paste("b"); s.Paste("c"); letters(s, "d") },
			[]string{"abc|", "ab|", "a|", "|"}},
		"a selection comes back": {"a[b|]c", func(s *sheet) { s.Type("x") }, []string{"a[b|]c"}},
		"line ends come back":    {"a[\r\nb\n|]c", (*sheet).Backspace, []string{"a[\r\nb\n|]c"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := editor.NewSheet("", 10, 4)
			s.Mark(tt.text)
			tt.do(s)
			final := s.Whole()
			for i, want := range tt.want {
				if !s.Undo() || s.Marked() != want {
					t.Fatalf("undo %d gave %q, want %q", i+1, s.Marked(), want)
				}
			}
			if s.Undo() {
				t.Fatalf("one undo too many, to %q", s.Marked())
			}
			for s.Redo() {
			}
			if s.Whole() != final {
				t.Errorf("all done again is %q, want %q", s.Whole(), final)
			}
		})
	}
}

func TestUndoneToTheStartIsExact(t *testing.T) {
	const mixed = "one\rtwo\r\nthree\n\r"
	s := editor.NewSheet(mixed, 10, 4)
	s.Type("x")
	if got, want := s.Whole(), "xone\ntwo\r\nthree\n\n"; got != want {
		t.Errorf("edited text is %q, want %q", got, want)
	}
	s.Undo()
	if s.Whole() != mixed {
		t.Errorf("the text is %q, want what was loaded", s.Whole())
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"\n", []string{"", ""}},
		{"one two three four", []string{"one two ", "three four"}},
		{"exactly 10", []string{"exactly 10"}},
		{"exactly 10     hang", []string{"exactly 10     ", "hang"}},
		{"abcdefghijklmnop", []string{"abcdefghij", "klmnop"}},
		{"a abcdefghijklm", []string{"a ", "abcdefghij", "klm"}},
		{"well-written words", []string{"well-", "written ", "words"}},
		{"漢字漢字漢字漢字漢字、漢字", []string{"漢字漢字漢字漢字漢", "字、漢字"}},
		{"a\tb\tc\td", []string{"a\tb\tc\t", "d"}},
		{"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", []string{strings.Repeat("👨‍👩‍👧", 10), "👨‍👩‍👧"}},
		{strings.Repeat("\u200d", 3000), nil},
	} {
		got := editor.NewSheet(tt.text, 10, 4).Lines()
		if strings.Join(got, "") != strings.ReplaceAll(tt.text, "\n", "") {
			t.Errorf("%.40q lost text when it was broken", tt.text)
		}
		if tt.want != nil && strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q is broken into %q, want %q", tt.text, got, tt.want)
		}
		if tt.want == nil && len(got) < 2 {
			t.Errorf("%.40q is drawn in one piece", tt.text)
		}
	}
}

func TestPages(t *testing.T) {
	s := editor.NewSheet(strings.Repeat("line\n", 99)+"last", 10, 12)
	s.Down(false)
	s.Page(1)
	if caret, _ := s.Offsets(); caret != 12*5 || s.CaretY() != 1 {
		t.Errorf("a page down from line 1 went to byte %d, height %v", caret, s.CaretY())
	}
	s.Page(-1)
	if caret, _ := s.Offsets(); caret != 5 || s.CaretY() != 1 {
		t.Errorf("a page up went to byte %d, height %v", caret, s.CaretY())
	}
	s.MoveTo(len(s.Whole()), false)
	s.Reveal()
	if y := s.CaretY(); y != 11 {
		t.Errorf("the last line is at %v of 12", y)
	}
	s.Up(false)
	s.Reveal()
	s.MoveTo(50*5, false)
	s.Reveal()
	if y := s.CaretY(); y != 1 {
		t.Errorf("a line above the page was brought to %v, want a line of room", y)
	}
}

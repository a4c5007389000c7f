package editor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mend/ui/editor"
)

// TestStyles shows how light Markdown is drawn: b bold, i italic, B both,
// - faint, and . plain.
func TestStyles(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"plain words", "..........."},
		{"a **b** c", "..--b--.."},
		{"a *b* c", "..-i-.."},
		{"_so_ **now**", "-ii-.--bbb--"},
		{"***both***", "---BBBB---"},
		{"**a *b* c**", "--bb-B-bb--"},
		{"*a **b** c*", "-ii--B--ii-"},
		{"**two** and **three**", "--bbb--.....--bbbbb--"},

		{"2 * 3 * 4", "........."},             // an asterisk between spaces
		{"**not closed", "............"},       // no second half
		{"** room **", ".........."},           // room within
		{"snake_case_name", "..............."}, // low lines within a word
		{"five*star*s", "....-iiii-."},         // asterisks within one do
		{`\*as it is\*`, "............"},       // after a backslash
		{`\\*so*`, "..-ii-"},                   // after one that stands for itself
		{"name: ______", "............"},       // a line to fill in
		{"***", "..."},
		{"«*é*»", ".-i-."},
		{"*\u0301a*", "...."}, // an asterisk with an accent is none

		{"# Title", "-bbbbbb"},
		{"### A *b*", "---bbb-B-"},
		{"#tag", "...."},
		{"####### seven", "............."},
		{"- item", "-....."},
		{"* item *so*", "-......-ii-"},
		{"  + item", "..-....."},
		{"12. item", "---....."},
		{"3) item", "--....."},
		{"-item", "....."},
		{"> said", "-....."},
		{">said", "-...."},
		{"1234567890. a year", ".................."},
	} {
		if got := editor.Styles(tt.text); got != tt.want {
			t.Errorf("%q\n     is drawn %s\n         want %s", tt.text, got, tt.want)
		}
	}
}

// TestStylesOfStrangeTexts: however long or odd, all characters get a style.
func TestStylesOfStrangeTexts(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("*", 10000), strings.Repeat("*a", 10000), strings.Repeat("**a_", 10000),
		strings.Repeat(" ", 10000) + "- a", strings.Repeat("#", 10000), strings.Repeat(`\`, 10000) + "*a*", "\xff*\xff*\xff",
	} {
		if got := len(editor.Styles(text)); got != utf8.RuneCountInString(text) {
			t.Errorf("%.20q of %d characters has %d styles", text, utf8.RuneCountInString(text), got)
		}
	}
}

// TestStylesKeepUp edits far from the start of a long paragraph, and near signs.
func TestStylesKeepUp(t *testing.T) {
	long := strings.Repeat("many words ", 40)
	for name, tt := range map[string]struct {
		text string
		do   func(*editor.Sheet)
	}{
		"a letter before":    {long + "|" + long + "**bold** end", func(s *editor.Sheet) { s.Type("x") }},
		"a letter within":    {long + "**bo|ld** end", func(s *editor.Sheet) { s.Type("x") }},
		"a letter after":     {long + "**bold** en|d", func(s *editor.Sheet) { s.Type("x") }},
		"at the end":         {"# " + long + "|", func(s *editor.Sheet) { s.Type("x") }},
		"room after a sign":  {long + "**|bold** end", func(s *editor.Sheet) { s.Type(" ") }},
		"a backslash":        {long + "|**bold** end", func(s *editor.Sheet) { s.Type(`\`) }},
		"a sign goes":        {long + "**bold**| end", (*editor.Sheet).Backspace},
		"all of it goes":     {long + "a[ **bold** |]end", (*editor.Sheet).Backspace},
		"a line end between": {long + "**bo|ld** end", func(s *editor.Sheet) { s.Type("\n") }},
		"a line end taken":   {long + "**bo\n|ld** end", (*editor.Sheet).Backspace},
		"a heading begins":   {"|" + long, func(s *editor.Sheet) { s.Type("# ") }},
		"a heading ends":     {"# |" + long, (*editor.Sheet).Backspace},
		"a far sign begins":  {"|" + long + long + "end**", func(s *editor.Sheet) { s.Type("**") }},
	} {
		t.Run(name, func(t *testing.T) {
			s := editor.NewSheet("", 12, 40)
			s.Mark(tt.text)
			s.Lines()
			tt.do(s)
			if i := s.StaleStyles(); i >= 0 {
				t.Errorf("paragraph %d is drawn as it was before", i)
			}
			if got, want := strings.Join(s.Lines(), "|"), strings.Join(s.Fresh(), "|"); got != want {
				t.Errorf("the lines are\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// FuzzStyles: every character has a style, and none is cut by the end of one.
func FuzzStyles(f *testing.F) {
	for _, text := range hostile() {
		f.Add("**"+text+"** _"+text+"_", text)
		f.Add("- "+text+"*a*"+text, "*")
	}
	f.Add("# *a\u0301* \u0600*b*", `\`)
	f.Fuzz(func(t *testing.T, text, typed string) {
		text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		if got := len(editor.Styles(text)); got != utf8.RuneCountInString(text) {
			t.Errorf("%q has %d styles", text, got)
		}
		end := 0
		for _, s := range editor.StyleEnds(text) {
			if s[0] < end || s[1] <= s[0] || s[1] > len(text) || !editor.Whole(text, s[0]) || !editor.Whole(text, s[1]) {
				t.Fatalf("%q has a style from %d to %d", text, s[0], s[1])
			}
			end = s[1]
		}
		s := editor.NewSheet(text, 12, 40)
		s.Lines()
		s.Right(false)
		s.Paste(typed)
		if i := s.StaleStyles(); i >= 0 {
			t.Errorf("paragraph %d of %q is drawn as it was before", i, s.Whole())
		}
	})
}

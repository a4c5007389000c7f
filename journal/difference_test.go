package journal_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
)

// marked writes pieces as [-only in the first-] and {+only in the second+}.
func marked(pieces []journal.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString([]string{"%s", "[-%s-]", "{+%s+}"}[p.Fate])
	}
	texts := make([]any, len(pieces))
	for i, p := range pieces {
		texts[i] = p.Text
	}
	return fmt.Sprintf(b.String(), texts...)
}

func TestCompare(t *testing.T) {
	tests := []struct{ name, first, second, want string }{
		{"nothing", "", "", ""},
		{"the same", "We walked.\n", "We walked.\n", "We walked.\n"},
		{"written", "", "We walked.", "{+We walked.+}"},
		{"removed", "We walked.", "", "[-We walked.-]"},
		{"a word changed", "We walked home.", "We drove home.", "We [-walked-]{+drove+} home."},
		{"a word twice", "no no no", "no no", "no no[- no-]"},
		{"a line came", "one\nthree\n", "one\ntwo\nthree\n", "one\n{+two\n+}three\n"},
		{"a line moved", "a a\nb b\nc c\n", "c c\na a\nb b\n", "{+c c\n+}a a\nb b\n[-c c\n-]"},
		{"a part of a line", "I was angry, and then\nI slept.", "I was sad, and then\nI slept.", "I was [-angry-]{+sad+}, and then\nI slept."},
		{"a mark stays with its letter", "cafe\u0301 closed", "cafe closed", "[-cafe\u0301-]{+cafe+} closed"},
		{"line ends differ", "a\r\nb", "a\nb", "a[-\r-]\nb"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, marked(journal.Compare(test.first, test.second))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestComparePiecesMakeBothTexts(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("ab é\u0301\r\n.’𝄞")))
	rapid.Check(t, func(t *rapid.T) {
		first, second := text.Draw(t, "first"), text.Draw(t, "second")
		var a, b string
		last := journal.Fate(-1)
		for _, p := range journal.Compare(first, second) {
			if p.Text == "" || p.Fate == last {
				t.Fatalf("piece %q has fate %d after %d", p.Text, p.Fate, last)
			}
			last = p.Fate
			if p.Fate != journal.InSecond {
				a += p.Text
			}
			if p.Fate != journal.InFirst {
				b += p.Text
			}
		}
		if a != first || b != second {
			t.Fatalf("the pieces make %q and %q", a, b)
		}
	})
}

// TestCompareLongTexts compares texts of about a megabyte that share little
// order, and a single line of that length.
func TestCompareLongTexts(t *testing.T) {
	var lines, other []string
	for i := range 20000 {
		lines = append(lines, fmt.Sprintf("line %d of some length that says the same again", i%7000))
		other = append(other, fmt.Sprintf("line %d of some length that says the same again", (i*7919)%9000))
	}
	for name, sep := range map[string]string{"lines": "\n", "one line": " "} {
		first, second := strings.Join(lines, sep), strings.Join(other, sep)
		var a strings.Builder
		for _, p := range journal.Compare(first, second) {
			if p.Fate != journal.InSecond {
				a.WriteString(p.Text)
			}
		}
		if a.String() != first {
			t.Errorf("%s: the pieces do not make the first text", name)
		}
	}
}

package journal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
)

func TestFound(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string
	}{
		{"A walk by the river", "wal riv", []string{"wal", "riv"}},
		{"Déjà vu, again", "deja AG", []string{"Déjà", "ag"}},
		{"sidewalk", "walk", nil},
		{"walking walk", "walk", []string{"walk", "walk"}},
		{"anything", "", nil},
		{"", "walk", nil},
		{"don't", "t", []string{"t"}},
		{"今天我们谈了很久", "我们", []string{"我们"}},
	} {
		var got []string
		runes := []rune(c.text)
		for _, f := range journal.Found(c.text, c.query) {
			got = append(got, string(runes[f.Start:f.End]))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", c.query, c.text, diff)
		}
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for _, c := range []struct{ text, query, want string }{
		{"A walk by the river", "riv", "A walk by the river"},
		{"first\n\n- a walk\nlast", "WALK", "a walk"},
		{"first", "walk", ""},
		{"first", "", ""},
		{"one two three four five six river", "riv", "…three four five six river"},
		{"river " + long, "riv", "river word word word word word word word word word word word…"},
		{strings.Repeat("x", 50) + "-river", "riv", "…" + strings.Repeat("x", 19) + "-river"},
	} {
		if got := journal.Snippet(c.text, c.query); got != c.want {
			t.Errorf("%q: %q, want %q", c.query, got, c.want)
		}
	}
}

func TestSnippetShowsWhatWasFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abé \n-#谈"))).Draw(t, "text")
		query := rapid.StringOfN(rapid.RuneFrom([]rune("abé谈")), 1, 3, -1).Draw(t, "query")
		got := journal.Snippet(text, query)
		if found := len(journal.Found(text, query)) > 0; found != (len(journal.Found(got, query)) > 0) {
			t.Fatalf("found %v, the snippet is %q", found, got)
		}
		if n := utf8.RuneCountInString(got); n > journal.SnippetRunes+2 {
			t.Fatalf("the snippet has %d characters", n)
		}
	})
}

func TestMissing(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"A walk", "walk river", "river"},
		{"A walk", "WAL", ""},
		{"", "walk river", "walk river"},
		{"我的工作", "工作", ""},
		{"can't tell", "can't", ""},
		{"anything", "", ""},
	} {
		if got := journal.Missing(c.text, c.query); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func TestSnippetBeside(t *testing.T) {
	for _, c := range []struct{ title, query, want string }{
		{"walk", "walk river", "By the river"},       // what the title lacks
		{"walk river", "walk river", "a walk first"}, // all is in the title
		{"walk", "walk lake", "a walk first"},        // what it lacks is nowhere
		{"walk", "answered walk", "It was answered"}, // in the second text
		{"walk", "", ""},
		{"walk", "nowhere", ""},
	} {
		if got := journal.SnippetBeside(c.title, c.query, "a walk first\nBy the river", "It was answered"); got != c.want {
			t.Errorf("%q beside %q: got %q, want %q", c.query, c.title, got, c.want)
		}
	}
}

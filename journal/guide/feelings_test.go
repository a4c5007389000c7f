package guide_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

const words = `[[families]]
id = "calm"
title = "Calm"
pleasant = true
energy = "low"
words = ["calm", "at ease"]
[[families]]
id = "anger"
title = "Anger"
pleasant = false
energy = "high"
words = ["angry"]
`

const wordsFile = "words/feelings.toml"

func TestLoadFeelingsReadsEveryField(t *testing.T) {
	got, err := guide.LoadFeelings(files(wordsFile, words))
	if err != nil {
		t.Fatal(err)
	}
	want := []journal.FeelingFamily{
		{ID: "calm", Title: "Calm", Pleasant: true, Energy: "low", Words: []string{"calm", "at ease"}},
		{ID: "anger", Title: "Anger", Energy: "high", Words: []string{"angry"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("families differ (-want +got):\n%s", diff)
	}
}

func TestLoadFeelingsRefuses(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", "pleasant = true", "plesant = true", "families.plesant: unknown key"},
		{"unknown energy", `"low"`, `"middling"`, "calm: energy is neither high nor low"},
		{"no title", `title = "Calm"`, ``, "calm: title is missing"},
		{"no words", `["angry"]`, `[]`, "anger: it has no words"},
		{"empty word", `"at ease"`, `""`, "calm: word is missing"},
		{"endless word", `"at ease"`, `"` + strings.Repeat("a", 201) + `"`, "calm: a word is one that no entry could keep"},
		{"word in two families", `["angry"]`, `["angry", "calm"]`, "calm: word stands twice"},
		{"family twice", `"anger"`, `"calm"`, "calm: family stands twice"},
		{"malformed id", `"anger"`, `"Anger"`, "Anger: its id is not lower-case words joined by hyphens"},
		{"nothing in it", words, ``, "it has no families"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := guide.LoadFeelings(files(wordsFile, strings.Replace(words, tt.old, tt.new, 1)))
			wantRule(t, err, wordsFile+": "+tt.want)
		})
	}
}

func TestShippedFeelings(t *testing.T) {
	families, err := guide.LoadFeelings(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(families); n < 9 || n > 12 {
		t.Errorf("%d families, want about ten", n)
	}
	type quarter struct {
		pleasant bool
		energy   string
	}
	count := map[quarter]int{}
	for _, f := range families {
		count[quarter{f.Pleasant, f.Energy}]++
		if n := len(f.Words); n < 6 || n > 8 {
			t.Errorf("%s has %d words, want 6 to 8", f.ID, n)
		}
	}
	for _, q := range []quarter{{true, "high"}, {true, "low"}, {false, "high"}, {false, "low"}} {
		if count[q] < 2 {
			t.Errorf("%d families are pleasant=%v with %s energy, want at least 2", count[q], q.pleasant, q.energy)
		}
	}
}

// Words and families are told apart by more than a capital, and what betrayal
// brings has its words, whoever writes.
func TestShippedFeelingWords(t *testing.T) {
	families, err := guide.LoadFeelings(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	words, titles := map[string]int{}, map[string]int{}
	for _, f := range families {
		titles[strings.ToLower(f.Title)]++
		for _, word := range f.Words {
			words[strings.ToLower(word)]++
		}
	}
	for _, seen := range []map[string]int{words, titles} {
		for word, n := range seen {
			if n > 1 {
				t.Errorf("%q stands %d times", word, n)
			}
		}
	}
	for _, word := range []string{
		"blindsided", "on edge", "numb", "relieved", "wary but hopeful", // after a betrayal
		"afraid", "unsafe", "trapped", // of the one they live with
		"ashamed", "guilty", "sorry", "defensive", // having caused the hurt
		"grieving", "clear", "free", // leaving
	} {
		if words[word] == 0 {
			t.Errorf("%q is missing", word)
		}
	}
}

package guide_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// sharedRun is how many words in a row no guide or page may have in common with a text.
const sharedRun = 8

// TestGuidesShareNoSentenceWithTheSources looks for runs of words that the
// guides and pages have in common with the texts their ideas come from. The texts are no
// part of the project: MEND_SOURCES names a folder that has them.
func TestGuidesShareNoSentenceWithTheSources(t *testing.T) {
	folder := os.Getenv("MEND_SOURCES")
	if folder == "" {
		t.Skip("MEND_SOURCES names no folder with the texts")
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) != 5 {
		t.Fatalf("%d texts in the folder, want 5 (%v)", len(names), err)
	}
	from := make(map[string]string) // each run, and the text it is in
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range runs(string(data)) {
			from[run] = filepath.Base(name)
		}
	}
	texts := make(map[string][]string) // by the id of what they are in
	for _, g := range shippedGuides(t) {
		texts[g.ID] = guideTexts(g)
	}
	for _, p := range shippedPages(t) {
		texts[p.ID] = pageTexts(p)
	}
	maps.Copy(texts, cardTexts(t))
	for id := range texts {
		for _, text := range texts[id] {
			for _, run := range runs(text) {
				if from[run] != "" {
					t.Errorf("%s: %q is in %s too", id, run, from[run])
				}
			}
		}
	}
}

// runs returns every run of sharedRun words in text, in lower case and without
// punctuation.
func runs(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	var all []string
	for i := 0; i+sharedRun <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+sharedRun], " "))
	}
	return all
}

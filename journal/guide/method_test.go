package guide_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"mend/journal"
)

// TestMethodDocumentNamesWhatExists reads every id of docs/method.md: a step
// with its stage, or by its name alone in the section of its stage; a page and
// a suggestion behind their prefixes; and else a stage or a guide.
func TestMethodDocumentNamesWhatExists(t *testing.T) {
	data, err := os.ReadFile("../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	known := namedThings(t)
	id := regexp.MustCompile("`((?:page:|suggestion:)?[a-z][a-z-]*(?:\\.[a-z][a-z-]*)?)`")
	section := regexp.MustCompile("^\\*\\*.*\\*\\* \\(`([a-z-]+)`: ")
	stage, seen := "", 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			stage = ""
		} else if found := section.FindStringSubmatch(line); found != nil {
			stage = found[1]
		}
		for _, name := range id.FindAllStringSubmatch(line, -1) {
			seen++
			if !known[name[1]] && !known[stage+"."+name[1]] {
				t.Errorf("there is no %q (in the section of %q)", name[1], stage)
			}
		}
	}
	if seen < 500 {
		t.Errorf("the page names %d ids, too few to be all", seen)
	}
}

// namedThings are the ids that docs/method.md may name.
func namedThings(t *testing.T) map[string]bool {
	known := make(map[string]bool)
	for _, g := range shippedGuides(t) {
		known[g.ID] = true
		for _, stage := range g.Stages {
			known[stage.ID] = true
			for _, step := range stage.Steps {
				known[step.ID] = true
			}
		}
	}
	for _, p := range shippedPages(t) {
		known[journal.FoldPage+p.ID] = true
	}
	for _, s := range shippedSuggestions(t) {
		known[journal.FoldSuggestion+s.ID] = true
	}
	return known
}

// TestMethodDocumentNamesEveryPage finds each page at the stage it is at home
// in, and again beside the passage of a text that it serves.
func TestMethodDocumentNamesEveryPage(t *testing.T) {
	data, err := os.ReadFile("../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "## Stage by stage")
	byStage, byText, _ := strings.Cut(rest, "## Text by text")
	for _, p := range shippedPages(t) {
		name := "`" + journal.FoldPage + p.ID + "`"
		_, after, _ := strings.Cut(byStage, "(`"+p.Stages[0]+"`: ")
		section, _, _ := strings.Cut(after, "\n**")
		if !strings.Contains(section, name) {
			t.Errorf("%s is not named in the section of %s", name, p.Stages[0])
		}
		if !strings.Contains(byText, name) {
			t.Errorf("%s serves no passage of a text", name)
		}
	}
}

package journal_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// ownGuide returns the least guide that can be kept, after change.
func ownGuide(change func(g *journal.OwnGuide)) journal.OwnGuide {
	g := journal.OwnGuide{Base: journal.DefaultGuide}
	g.ID, g.Title = "own-mine", "Mine"
	g.Stages = []journal.Stage{{ID: "choose", Title: "Choose", Steps: []journal.Step{{ID: "choose.own-ask", Title: "Ask"}}}}
	change(&g)
	return g
}

// long returns a text that is just longer than limit.
func long(limit int) string { return strings.Repeat("x", limit+1) }

func TestOwnGuideCheck(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(g *journal.OwnGuide)
		want   string // part of the error, or none
	}{
		"the least":         {func(*journal.OwnGuide) {}, ""},
		"nothing to do":     {func(g *journal.OwnGuide) { g.Stages[0].Steps = nil }, ""},
		"for some":          {func(g *journal.OwnGuide) { g.Stages[0].Paths = []journal.Path{journal.PartingWell} }, ""},
		"the program's":     {func(g *journal.OwnGuide) { g.ID = journal.DefaultGuide }, "not one of the person's own"},
		"no title":          {func(g *journal.OwnGuide) { g.Title = "" }, "title: it is empty"},
		"no base":           {func(g *journal.OwnGuide) { g.Base = "" }, "base: it is empty"},
		"no stages":         {func(g *journal.OwnGuide) { g.Stages = nil }, "no stages"},
		"a stage twice":     {func(g *journal.OwnGuide) { g.Stages = append(g.Stages, journal.Stage{ID: "choose", Title: "x"}) }, "stage: its id stands twice"},
		"a nameless step":   {func(g *journal.OwnGuide) { g.Stages[0].Steps[0].Title = " " }, "title: it is empty"},
		"no known path":     {func(g *journal.OwnGuide) { g.Stages[0].Paths = []journal.Path{"up"} }, "path: it is none"},
		"for nobody":        {func(g *journal.OwnGuide) { g.Stages[0].Steps[0].For = "us" }, "for: it is none"},
		"not plain text":    {func(g *journal.OwnGuide) { g.Stages[0].Purpose = "a\x00" }, "purpose: it holds a NUL"},
		"a title too long":  {func(g *journal.OwnGuide) { g.Stages[0].Title = long(journal.MaxTitle) }, "title: it is too long"},
		"a step too long":   {func(g *journal.OwnGuide) { g.Stages[0].Steps[0].Title = long(journal.MaxTitle) }, "title: it is too long"},
		"a phase too long":  {func(g *journal.OwnGuide) { g.Phases = []journal.Phase{{ID: "a", Title: long(journal.MaxTitle)}} }, "title: it is too long"},
		"a prompt too long": {func(g *journal.OwnGuide) { g.Stages[0].Steps[0].Prompt = long(journal.MaxSaid) }, "prompt: it is too long"},
		"far too much": {func(g *journal.OwnGuide) {
			for i := range journal.MaxGuideParts {
				g.Stages = append(g.Stages, journal.Stage{ID: strconv.Itoa(i), Title: "x"})
			}
		}, "too many parts"},
	} {
		t.Run(name, func(t *testing.T) {
			err := ownGuide(tt.change).Check()
			if tt.want == "" && err != nil || tt.want != "" && (!errors.Is(err, journal.ErrInvalid) || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("Check = %v, want %q", err, tt.want)
			}
		})
	}
}

func TestOwnChecks(t *testing.T) {
	id := uuid.UUID{1}
	for name, tt := range map[string]struct {
		own interface{ Check() error }
		ok  bool
	}{
		"a prompt":                {journal.OwnPrompt{ID: id, Text: "What now?"}, true},
		"a prompt without words":  {journal.OwnPrompt{ID: id, Text: "\n"}, false},
		"a prompt without id":     {journal.OwnPrompt{Text: "What now?"}, false},
		"a prompt too long":       {journal.OwnPrompt{ID: id, Text: long(journal.MaxSaid)}, false},
		"a name too long":         {journal.Contact{ID: id, Name: long(journal.MaxTitle)}, false},
		"a note too long":         {journal.Contact{ID: id, Name: "A friend", Note: long(journal.MaxSaid)}, false},
		"a contact":               {journal.Contact{ID: id, Name: "A friend", Edited: time.Now()}, true},
		"a contact without name":  {journal.Contact{ID: id, Reach: "1"}, false},
		"a contact without id":    {journal.Contact{Name: "A friend"}, false},
		"a question asked":        {journal.QuestionMark{Question: "q", Asked: "2026-03-01"}, true},
		"a question asked never":  {journal.QuestionMark{Question: "q", Asked: "2026-02-30"}, false},
		"a question without name": {journal.QuestionMark{Favourite: true}, false},
	} {
		if err := tt.own.Check(); (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestIsOwn(t *testing.T) {
	for id, want := range map[string]bool{
		"own-mine": true, "choose.own-ask": true, "own-rest.own-walk": true,
		"choose": false, "choose.ask": false, "own-rest.walk": false, "known-guide": false,
	} {
		if journal.IsOwn(id) != want {
			t.Errorf("%s: %v, want %v", id, !want, want)
		}
	}
}

func TestGuidesFor(t *testing.T) {
	program := []journal.Guide{testGuide(), {ID: "other", Title: "Other", Stages: []journal.Stage{
		{ID: "rest", Title: "Rest", Paths: []journal.Path{journal.PartingWell}}}}}
	own := []journal.OwnGuide{ownGuide(func(*journal.OwnGuide) {})}
	for name, tt := range map[string]struct {
		guide  string
		path   journal.Path
		want   string
		stages int
	}{
		"the program's":       {"other", journal.PartingWell, "other", 1},
		"one's own":           {"own-mine", "", "own-mine", 1},
		"none of that id":     {"gone", journal.Trying, journal.DefaultGuide, 2},
		"nothing on the path": {"other", journal.Trying, journal.DefaultGuide, 2},
	} {
		got := journal.GuidesFor(journal.Profile{Guide: tt.guide, Path: tt.path}, own, program)
		if got[0].ID != tt.want || len(got[0].Stages) != tt.stages || len(got) != 4 {
			t.Errorf("%s: %d guides, the first %s with %d stages", name, len(got), got[0].ID, len(got[0].Stages))
		}
	}
}

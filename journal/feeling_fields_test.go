package journal_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
)

func TestFeelingFields(t *testing.T) {
	keys := journal.FeelingFields([]journal.Page{
		{ID: "talk", Fields: []journal.PageField{{Key: "before", Kind: journal.FieldFeelings}, {Key: "said"}, {Key: "after", Kind: journal.FieldFeelings}}},
		{ID: "plan", Fields: []journal.PageField{{Key: "what"}}},
	})
	if diff := cmp.Diff(journal.PageKeys{"talk": {"before", "after"}}, keys); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestOwnFeelingFields(t *testing.T) {
	keys := journal.OwnFeelingFields([]journal.Page{
		{ID: "both", Fields: []journal.PageField{{Key: "mine", Kind: journal.FieldFeelings}, {Key: "yours", Kind: journal.FieldFeelings, Theirs: true}}},
		{ID: "other", Fields: []journal.PageField{{Key: "yours", Kind: journal.FieldFeelings, Theirs: true}}},
	})
	if diff := cmp.Diff(journal.PageKeys{"both": {"mine"}}, keys); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestNamedFeelings(t *testing.T) {
	keys := journal.PageKeys{"talk": {"before", "after"}}
	sad, calm := felt("sad", 2), felt("calm", 4)
	for name, c := range map[string]struct {
		page   string
		beside []journal.Feeling
		fields map[string]string
		want   []journal.Feeling
	}{
		"beside alone":     {"", []journal.Feeling{sad, calm}, nil, []journal.Feeling{sad, calm}},
		"page alone":       {"talk", nil, map[string]string{"before": "sad:2"}, []journal.Feeling{sad}},
		"both":             {"talk", []journal.Feeling{sad}, map[string]string{"after": "calm:4"}, []journal.Feeling{sad, calm}},
		"stronger on page": {"talk", []journal.Feeling{sad}, map[string]string{"before": "sad:5"}, []journal.Feeling{felt("sad", 5)}},
		"stronger beside":  {"talk", []journal.Feeling{sad}, map[string]string{"before": "sad:1"}, []journal.Feeling{sad}},
		"before and after": {"talk", nil, map[string]string{"before": "sad:4", "after": "sad:1\ncalm:4"}, []journal.Feeling{felt("sad", 4), calm}},
		"another case":     {"talk", []journal.Feeling{sad}, map[string]string{"before": "Sad:3"}, []journal.Feeling{felt("sad", 3)}},
		"without a number": {"talk", nil, map[string]string{"before": "sad"}, []journal.Feeling{felt("sad", 3)}},
		"not readable":     {"talk", []journal.Feeling{sad}, map[string]string{"before": "calm:9"}, []journal.Feeling{sad}},
		"a text":           {"talk", nil, map[string]string{"said": "sad:4"}, nil},
		"another page":     {"plan", nil, map[string]string{"before": "sad:4"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			had := slices.Clone(c.beside)
			if diff := cmp.Diff(c.want, keys.Named(c.beside, c.page, c.fields)); diff != "" {
				t.Errorf("named (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(had, c.beside); diff != "" {
				t.Errorf("those beside the entry have changed (-want +got):\n%s", diff)
			}
			e := journal.Entry{Feelings: c.beside, Page: c.page, Fields: c.fields, SealedUntil: "2026-03-02"}
			if diff := cmp.Diff(c.beside, e.Named(keys, "2026-03-01")); diff != "" {
				t.Errorf("a sealed letter tells (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.want, e.Named(keys, "2026-03-02")); diff != "" {
				t.Errorf("on its day it tells (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRenameFeelingInFields(t *testing.T) {
	keys := journal.PageKeys{"talk": {"before", "after"}}
	for name, c := range map[string]struct {
		page         string
		before, want map[string]string
	}{
		"both fields":  {"talk", map[string]string{"before": "wobly:4\nsad:1", "after": "wobly"}, map[string]string{"before": "wobbly:4\nsad:1", "after": "wobbly:3"}},
		"joined":       {"talk", map[string]string{"after": "wobbly:2\nwobly:4"}, map[string]string{"after": "wobbly:4"}},
		"a text":       {"talk", map[string]string{"said": "wobly:4"}, map[string]string{"said": "wobly:4"}},
		"another page": {"plan", map[string]string{"before": "wobly:4"}, map[string]string{"before": "wobly:4"}},
		"not readable": {"talk", map[string]string{"before": "wobly:9", "after": "wobly:1"}, map[string]string{"before": "wobly:9", "after": "wobbly:1"}},
		"part of one":  {"talk", map[string]string{"before": "wobly too:2"}, map[string]string{"before": "wobly too:2"}},
		"nothing":      {"talk", nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			had := maps.Clone(c.before)
			if diff := cmp.Diff(c.want, keys.RenameFeeling(c.page, c.before, "wobly", "wobbly")); diff != "" {
				t.Errorf("renamed (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(had, c.before); diff != "" {
				t.Errorf("the fields given have changed (-want +got):\n%s", diff)
			}
		})
	}
}

// Whatever is renamed, the word is gone from the fields of feelings that can be
// read, the others stay, and no other field changes.
func TestRenameFeelingInFieldsLosesNothing(t *testing.T) {
	keys := journal.PageKeys{"p": {"felt"}}
	line := rapid.StringMatching(`[abc](:[0-6])?`)
	rapid.Check(t, func(t *rapid.T) {
		value := strings.Join(rapid.SliceOfN(line, 0, 4).Draw(t, "lines"), "\n")
		fields := map[string]string{"felt": value, "said": value}
		got := keys.RenameFeeling("p", fields, "a", "b")
		if got["said"] != value {
			t.Error("a text has changed")
		}
		before, err := journal.ParseFeelingLines(value)
		if err != nil {
			if got["felt"] != value {
				t.Error("what can't be read has changed")
			}
			return
		}
		after, err := journal.ParseFeelingLines(got["felt"])
		if err != nil {
			t.Fatalf("it can't be read any more: %v", err)
		}
		if diff := cmp.Diff(journal.RenameFeeling(before, "a", "b"), after); diff != "" {
			t.Errorf("feelings (-want +got):\n%s", diff)
		}
	})
}

package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestElsewhere(t *testing.T) {
	step := func(id, title string) journal.Step { return journal.Step{ID: id, Title: title, For: journal.ForHurt} }
	guides := []journal.Guide{
		{ID: "followed", Stages: []journal.Stage{
			{ID: "talk", Title: "Talk", Steps: []journal.Step{step("talk.listen", "Listen"), step("keep.today", "Today")}},
		}},
		{ID: "other", Stages: []journal.Stage{
			{ID: "keep", Title: "Keep it", Purpose: "Keep.", Caution: "Gently.", Steps: []journal.Step{
				step("keep.today", "Today"), step("keep.often", "Often"), step("keep.never-used", "Never used")}},
			{ID: "talk", Title: "Talk", Steps: []journal.Step{step("talk.again", "Again")}},
			{ID: "rest", Title: "Rest", Steps: []journal.Step{step("rest.sleep", "Sleep")}},
		}},
	}
	tests := map[string]struct {
		stages, steps []string
		want          []journal.Stage
	}{
		"nothing":                             {nil, nil, nil},
		"what the guide has":                  {[]string{"talk"}, []string{"talk.listen", "keep.today"}, nil},
		"a step it lacks in a stage it has":   {nil, []string{"talk.again"}, []journal.Stage{{ID: "talk", Title: "Talk", Steps: []journal.Step{step("talk.again", "Again")}}}},
		"a stage by itself":                   {[]string{"rest", "rest"}, nil, []journal.Stage{{ID: "rest", Title: "Rest"}}},
		"a stage and a step of it, told over": {[]string{"keep"}, []string{"keep.often", "keep.often"}, []journal.Stage{{ID: "keep", Title: "Keep it", Purpose: "Keep.", Caution: "Gently.", Steps: []journal.Step{step("keep.often", "Often")}}}},
		"what no guide has, last": {[]string{"by-hand", "rest"}, []string{"a-gone.long-ago"}, []journal.Stage{
			{ID: "rest", Title: "Rest"},
			{ID: "a-gone", Title: "A gone", Steps: []journal.Step{{ID: "a-gone.long-ago", Title: "Long ago", For: journal.ForEither}}},
			{ID: "by-hand", Title: "By hand"},
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, journal.Elsewhere(guides, tt.stages, tt.steps)); diff != "" {
				t.Errorf("kept of other guides (-want +got):\n%s", diff)
			}
		})
	}
}

package journal_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestRoleSees(t *testing.T) {
	for role, want := range map[journal.Role][3]bool{
		journal.Hurt:   {true, false, true},
		journal.Caused: {false, true, true},
		journal.Both:   {true, true, true},
		journal.Unsure: {true, true, true},
	} {
		got := [3]bool{role.Sees(journal.ForHurt), role.Sees(journal.ForCaused), role.Sees(journal.ForEither)}
		if got != want {
			t.Errorf("%s sees %v, want %v", role, got, want)
		}
	}
}

func TestStagePromptsFollowTheRole(t *testing.T) {
	stage := journal.Stage{
		Steps: []journal.Step{
			{ID: "s.a", For: journal.ForHurt, Prompt: "hurt step"},
			{ID: "s.b", For: journal.ForEither, Prompt: "shared step"},
			{ID: "s.own-c", For: journal.ForEither}, // one's own may have none
		},
		Prompts: []journal.Prompt{{Text: "caused", For: journal.ForCaused}, {Text: "shared", For: journal.ForEither}},
	}
	texts := func(r journal.Role) (out []string) {
		for _, p := range stage.PromptsFor(r) {
			out = append(out, p.Text)
		}
		return out
	}
	for role, want := range map[journal.Role][]string{
		journal.Hurt:   {"hurt step", "shared step", "shared"},
		journal.Caused: {"shared step", "caused", "shared"},
		journal.Unsure: {"hurt step", "shared step", "caused", "shared"},
	} {
		if diff := cmp.Diff(want, texts(role)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", role, diff)
		}
	}
	if got := len(stage.Steps); got != 3 {
		t.Errorf("asking for prompts changed the stage: %d steps", got)
	}
}

func TestCurrentTakesTheNewest(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 5, n, 8, 0, 0, 0, time.UTC) }
	ticks := journal.CurrentTicks([]journal.Tick{
		{Step: "a", Done: true, At: day(3)}, {Step: "a", Done: false, At: day(1)},
		{Step: "b", Done: true, At: day(2), Note: "first"}, {Step: "b", Done: true, At: day(2), Note: "second"},
	})
	if !ticks["a"].Done || ticks["b"].Note != "second" || len(ticks) != 2 {
		t.Errorf("CurrentTicks = %+v", ticks)
	}
	states := journal.CurrentStates([]journal.StageState{
		{Stage: "agree", State: journal.Paused, At: day(9)}, {Stage: "agree", State: journal.Working, At: day(4)},
	})
	if states["agree"].State != journal.Paused {
		t.Errorf("CurrentStates = %+v", states)
	}
}

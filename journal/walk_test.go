package journal_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mend/journal"
)

// walked is everyPath for somebody who has not decided.
func walked() journal.Walk { return along(everyPath(), journal.Undecided) }

func along(w journal.Walk, p journal.Path) journal.Walk {
	w.Profile.Path, w.Guide = p, w.Guide.Along(p)
	return w
}

// everyPath is a guide of four stages: the third comes folded, the fourth has
// something for parting alone.
func everyPath() journal.Walk {
	step := func(id string, a journal.Audience) journal.Step {
		return journal.Step{ID: id, Title: id, For: a, Prompt: "about " + id}
	}
	return journal.Walk{
		Profile: journal.Profile{Role: journal.Hurt},
		Guide: journal.Guide{Stages: []journal.Stage{
			{ID: "a", Steps: []journal.Step{step("a.1", journal.ForEither), step("a.2", journal.ForCaused), step("a.3", journal.ForHurt)},
				Prompts: []journal.Prompt{{Text: "more of a"}}},
			{ID: "b", Steps: []journal.Step{step("b.1", ""), step("b.2", "")}},
			{ID: "c", Folded: true, Steps: []journal.Step{step("c.1", "")}},
			{ID: "d", Steps: []journal.Step{step("d.1", "")},
				Prompts: []journal.Prompt{{Text: "only when parting", Paths: []journal.Path{journal.PartingWell}}}},
		}},
	}
}

// stands notes how stages stand, as in "a working b paused".
func stands(w journal.Walk, words string) journal.Walk {
	parts := strings.Fields(words)
	for i := 0; i+1 < len(parts); i += 2 {
		w.States = append(w.States, journal.StageState{Stage: parts[i], State: journal.StateName(parts[i+1]),
			At: time.Date(2026, 5, 1, i, 0, 0, 0, time.UTC)})
	}
	return w
}

func ticked(w journal.Walk, steps ...string) journal.Walk {
	for i, step := range steps {
		w.Ticks = append(w.Ticks, journal.Tick{Step: step, Done: true, At: time.Date(2026, 5, 2, i, 0, 0, 0, time.UTC)})
	}
	return w
}

func folding(w journal.Walk, ids ...string) journal.Walk {
	w.Profile.Fold(ids...)
	return w
}

func TestNextSteps(t *testing.T) {
	caused := walked()
	caused.Profile.Role = journal.Caused
	tests := []struct {
		name string
		walk journal.Walk
		want string
	}{
		{"the first of the first stage", walked(), "a.1 a.3"},
		{"they follow the role", caused, "a.1 a.2"},
		{"then those of the next stage", ticked(walked(), "a.1", "a.3"), "b.1 b.2"},
		{"of the stages being worked on, in turn", stands(walked(), "a exploring b working"), "a.1 b.1 a.3"},
		{"of those alone", stands(walked(), "d revisiting"), "d.1"},
		{"not of what is set aside", stands(walked(), "a paused b not-for-me"), "d.1"},
		{"nor of what is steady", stands(walked(), "a steady"), "b.1 b.2"},
		{"nor of what comes folded", ticked(walked(), "a.1", "a.3", "b.1", "b.2"), "d.1"},
		{"but of it when it is worked on", stands(walked(), "c working"), "c.1"},
		{"nor of what was folded though worked on", folding(stands(walked(), "a working"), "a"), "b.1 b.2"},
		{"nor a step that was folded", folding(walked(), "a.1"), "a.3"},
		{"none when all is ticked", ticked(walked(), "a.1", "a.3", "b.1", "b.2", "d.1"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, next := range test.walk.NextSteps(3) {
				got = append(got, next.Step.ID)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// asked returns the questions of a day in the order in which skipping leads
// through them, until one comes again.
func asked(w journal.Walk, day journal.Day) []journal.Asking {
	var all []journal.Asking
	for {
		a, ok := w.AskOn(day, len(all))
		if !ok || len(all) > 0 && a == all[0] {
			return all
		}
		all = append(all, a)
	}
}

func textsOf(all []journal.Asking) string {
	var texts []string
	for _, a := range all {
		texts = append(texts, a.Text)
	}
	slices.Sort(texts)
	return strings.Join(texts, ", ")
}

func TestQuestionsThatAreAsked(t *testing.T) {
	parting := along(stands(everyPath(), "b working"), journal.PartingWell)
	trying := along(stands(everyPath(), "d working"), journal.Trying)
	own := stands(walked(), "b working c paused")
	own.Prompts = []journal.OwnPrompt{{Text: "mine"}, {Text: "mine of a", Stage: "a"}, {Text: "mine of c", Stage: "c"}}
	tests := []struct {
		name string
		walk journal.Walk
		want string
	}{
		{"of the first stage, for the role", walked(), "about a.1, about a.3, more of a"},
		{"of the stages being worked on", stands(walked(), "a exploring b revisiting"), "about a.1, about a.3, about b.1, about b.2, more of a"},
		{"ticked or not", ticked(stands(walked(), "b working"), "b.1"), "about b.1, about b.2"},
		{"with those of the path", parting, "about b.1, about b.2, only when parting"},
		{"without those of another path", trying, "about d.1"},
		{"not of what is folded", folding(stands(walked(), "a working b working"), "a"), "about b.1, about b.2"},
		{"nor of a step that is", folding(stands(walked(), "b working"), "b.1"), "about b.2"},
		{"with the person's own, but of what is set aside", own, "about b.1, about b.2, mine, mine of a"},
		{"none", folding(walked(), "a", "b", "c", "d"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, day := range []journal.Day{"2026-05-04", "2026-05-05", "2026-05-06", "1999-12-31"} {
				if got := textsOf(asked(test.walk, day)); got != test.want {
					t.Errorf("on %s got %q, want %q", day, got, test.want)
				}
			}
		})
	}
}

func TestWhyAQuestionIsAsked(t *testing.T) {
	w := along(stands(everyPath(), "d revisiting"), journal.PartingWell)
	w.Prompts = []journal.OwnPrompt{{Text: "mine"}}
	want := map[string]journal.WhyAsked{
		"about d.1": journal.AskedInWork, "only when parting": journal.AskedOnPath, "mine": journal.AskedByOwn}
	for _, a := range asked(w, "2026-05-04") {
		if a.Why != want[a.Text] {
			t.Errorf("%q is asked because %q", a.Text, a.Why)
		}
		if a.Why == journal.AskedInWork && (a.State != journal.Revisiting || a.Stage != "d" || a.Step != "d.1") {
			t.Errorf("it is asked of %s, %s, which is %s", a.Stage, a.Step, a.State)
		}
	}
	if first, _ := walked().AskOn("2026-05-04", 0); first.Why != journal.AskedFirst {
		t.Errorf("without anything in work it is asked because %q", first.Why)
	}
}

func TestDaysBeginWithDifferentQuestions(t *testing.T) {
	for n := 2; n <= 41; n++ {
		w := journal.Walk{Guide: journal.Guide{Stages: []journal.Stage{{ID: "a"}}}}
		for i := range n {
			w.Guide.Stages[0].Prompts = append(w.Guide.Stages[0].Prompts, journal.Prompt{Text: strings.Repeat("x", i+1)})
		}
		seen := make(map[string]bool)
		for i, day := 0, journal.Day("2026-05-04"); i < n; i, day = i+1, day.Plus(1) {
			a, _ := w.AskOn(day, 0)
			again, _ := w.AskOn(day, 0)
			if a != again {
				t.Fatal("the same day does not ask the same")
			}
			seen[a.Text] = true
		}
		if len(seen) != n {
			t.Errorf("%d days begin with %d questions", n, len(seen))
		}
	}
}

func TestEveryThirdDayBeginsWithAnOwnQuestion(t *testing.T) {
	w := walked()
	w.Prompts = []journal.OwnPrompt{{Text: "one"}, {Text: "two"}}
	var own []string
	for i, day := 0, journal.Day("2026-05-04"); i < 12; i, day = i+1, day.Plus(1) {
		if a, _ := w.AskOn(day, 0); a.Why == journal.AskedByOwn {
			own = append(own, a.Text)
		}
	}
	if len(own) != 4 || own[0] == own[1] || own[0] != own[2] {
		t.Errorf("of twelve days these began with an own question: %q", own)
	}
}

func TestOwnQuestionsTakeTurnsWithThoseOfThePath(t *testing.T) {
	w := along(stands(everyPath(), "b working"), journal.PartingWell)
	w.Prompts = []journal.OwnPrompt{{Text: "one"}, {Text: "two"}}
	days := make(map[journal.WhyAsked]int)
	seen := make(map[string]bool)
	for i, day := 0, journal.Day("2026-05-04"); i < 36; i, day = i+1, day.Plus(1) {
		a, _ := w.AskOn(day, 0)
		days[a.Why]++
		seen[a.Text] = true
	}
	if days[journal.AskedInWork] != 24 || days[journal.AskedByOwn] != 6 || days[journal.AskedOnPath] != 6 || len(seen) != 5 {
		t.Errorf("the days begin with %v, %d different questions", days, len(seen))
	}
}

package journal_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

func TestWhatIsToBeLookedAtAgain(t *testing.T) {
	const today = journal.Day("2026-05-04")
	promise := func(review, ended journal.Day) journal.PromiseLog {
		return journal.PromiseLog{Wordings: []journal.Promise{{ID: uuid.New(), From: "2026-01-01", Review: review, Ended: ended}}}
	}
	goal := func(due, reached, dropped journal.Day) journal.GoalLog {
		return journal.GoalLog{Wordings: []journal.Goal{{ID: uuid.New(), Due: due, Reached: reached, Dropped: dropped}}}
	}
	page := func(page string, day journal.Day) journal.EntryFacts {
		return journal.EntryFacts{ID: uuid.New(), Page: page, Fields: map[string]string{journal.FieldLookAgain: string(day)}}
	}
	tests := []struct {
		name     string
		until    journal.Day
		promises []journal.PromiseLog
		goals    []journal.GoalLog
		pages    []journal.EntryFacts
		want     [4]int // path, promises, goals, pages
	}{
		{name: "nothing"},
		{name: "today", until: today, promises: []journal.PromiseLog{promise(today, "")}, goals: []journal.GoalLog{goal(today, "", "")},
			pages: []journal.EntryFacts{page("a", today)}, want: [4]int{1, 1, 1, 1}},
		{name: "tomorrow", until: "2026-05-05", promises: []journal.PromiseLog{promise("2026-05-05", "")},
			goals: []journal.GoalLog{goal("2026-05-05", "", "")}, pages: []journal.EntryFacts{page("a", "2026-05-05")}},
		{name: "what is over", promises: []journal.PromiseLog{promise(today, "2026-05-01")},
			goals: []journal.GoalLog{goal(today, "2026-05-01", ""), goal(today, "", "2026-05-01")}},
		{name: "since a while", until: "2026-03-01", promises: []journal.PromiseLog{promise("2026-03-01", "")},
			goals: []journal.GoalLog{goal("2026-03-01", "", "")}, want: [4]int{1, 1, 1, 0}},
		{name: "a page for a week", pages: []journal.EntryFacts{page("a", "2026-04-28"), page("b", "2026-04-27")}, want: [4]int{0, 0, 0, 1}},
		{name: "the newest of a page", pages: []journal.EntryFacts{page("a", today), page("a", "2026-06-01")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := journal.ToLookAt(journal.Profile{PathUntil: test.until}, test.promises, test.goals, test.pages, today)
			got := [4]int{len(l.Path) / len(today), len(l.Promises), len(l.Goals), len(l.Pages)}
			if got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestQuickEntryIsFeelingsOfTheDayAlone(t *testing.T) {
	day := journal.Day("2026-05-04")
	quick := journal.EntrySummary{At: day.Time(time.UTC), Feelings: []journal.Feeling{{Word: "calm", Intensity: 2}}}
	if !quick.IsQuick(day) || quick.IsQuick("2026-05-05") {
		t.Fatal("feelings alone are not quick, or are on another day")
	}
	for name, change := range map[string]func(*journal.EntrySummary){
		"title": func(e *journal.EntrySummary) { e.Title = "x" }, "words": func(e *journal.EntrySummary) { e.FirstLine = "x" },
		"stage": func(e *journal.EntrySummary) { e.Stage = "x" }, "page": func(e *journal.EntrySummary) { e.Page = "x" },
		"tags": func(e *journal.EntrySummary) { e.Tags = []string{"x"} }, "seal": func(e *journal.EntrySummary) { e.Sealed = true },
		"no feelings": func(e *journal.EntrySummary) { e.Feelings = nil },
	} {
		e := quick
		if change(&e); e.IsQuick(day) {
			t.Errorf("an entry with %s is taken for quick", name)
		}
	}
}

package journal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

// aFirstPage is what the person says on one.
func aFirstPage() *journal.FirstPage {
	return &journal.FirstPage{Happened: "He told me in March.", Wants: "A way to talk.", Topics: "Sleep\n\nWhen is it enough?", Shifted: "I shout less."}
}

func TestFirstPageSaysWhatIsWorkedOnAndWhatComes(t *testing.T) {
	c := testContents()
	c.profile.PathUntil = "2026-12-24"
	c.promises = []journal.PromiseLog{
		promiseLog(journal.Promise{Text: "call", From: "2026-01-01", Every: "day", Review: "2026-12-20"}, seen("2026-03-02", journal.Kept)),
		promiseLog(journal.Promise{Text: "over", From: "2026-01-01", Ended: "2026-11-01", Review: "2026-12-21"}),
		promiseLog(journal.Promise{Text: "looked at", From: "2026-01-01", Review: "2026-01-20"}),
	}
	r := newReport(t, c, journal.Choice{Line: "For Tuesday.", First: aFirstPage()})
	first := r.First
	if r.Line != "For Tuesday." || first.Happened == "" || first.Wants == "" || first.Shifted == "" {
		t.Errorf("what the person says is %q, %+v", r.Line, first)
	}
	if want := []string{"Sleep", "When is it enough?"}; !slices.Equal(first.Topics, want) {
		t.Errorf("the topics are %q", first.Topics)
	}
	if len(first.Working) != 1 || first.Working[0].ID != "acknowledge" || first.Working[0].State.Reason != "it helps" {
		t.Errorf("worked on are %+v", first.Working)
	}
	if len(first.Promises) != 2 || first.Promises[0].Seen(journal.Kept) != 1 || first.Promises[1].Text != "looked at" {
		t.Errorf("the promises are %+v", first.Promises)
	}
	want := []journal.ReportNext{{Day: "2026-12-20", Kind: journal.NextPromise, What: "call"}, {Day: "2026-12-24", Kind: journal.NextPath}}
	if diff := cmp.Diff(want, first.Next); diff != "" {
		t.Errorf("what comes next differs (-want +got):\n%s", diff)
	}
}

// What is left out of a summary is not on its first page either.
func TestFirstPageTellsNothingThatWasLeftOut(t *testing.T) {
	c := testContents()
	c.profile.PathUntil = "2026-12-24"
	c.promises = []journal.PromiseLog{promiseLog(journal.Promise{Text: "call", From: "2026-01-01", Review: "2026-12-20"})}
	without := []journal.Section{journal.SectionProfile, journal.SectionStages, journal.SectionPromises}
	first := newReport(t, c, journal.Choice{First: aFirstPage(), Without: without}).First
	if len(first.Working)+len(first.Promises)+len(first.Next) > 0 {
		t.Errorf("it tells %+v", first)
	}
	if newReport(t, c, journal.Choice{}).First != nil {
		t.Error("there is a first page that nobody asked for")
	}
}

func TestInitialsReachTheFirstPage(t *testing.T) {
	c := testContents()
	c.states[1].Reason = "with Zara"
	c.promises = []journal.PromiseLog{promiseLog(journal.Promise{Text: "call Zara", From: "2026-01-01", Review: "2027-01-01"})}
	c.entries[0].Feelings[0].Word = "close to Zara"
	first := aFirstPage()
	first.Happened, first.Wants, first.Topics, first.Shifted = "It was Zara.", "See Zara.", "why Zara", "less Zara"
	r := newReport(t, c, journal.Choice{Line: "for Zara", First: first, Initials: true})
	shown := r
	shown.Shortened = nil
	if diff := cmp.Diff(shown, journal.Report{}); strings.Contains(diff, "Zara") {
		t.Errorf("a name is left:\n%s", diff)
	}
	spared := newReport(t, c, journal.Choice{Line: "for Zara", First: first, Initials: true, Spare: []string{"Zara"}})
	if spared.First.Wants != "See Zara." || len(spared.Shortened) > 0 {
		t.Errorf("a word to spare was shortened: %q", spared.Shortened)
	}
}

func TestExcerpts(t *testing.T) {
	c := testContents()
	long := strings.Repeat("word after word ", 40)
	c.entries[0].Body = long
	ids := []uuid.UUID{c.entries[0].ID, c.entries[1].ID, c.entries[2].ID}
	r := newReport(t, c, journal.Choice{Excerpts: ids})
	first := r.Entries[0]
	if !first.Excerpt || len(first.Body) > 290 || !strings.HasSuffix(first.Body, "word …") && !strings.HasSuffix(first.Body, "after …") {
		t.Errorf("the excerpt is %q", first.Body)
	}
	if page := r.Entries[1]; !page.Excerpt || page.Body != "Walking" || len(page.Fields) > 0 {
		t.Errorf("the excerpt of a page is %+v", page)
	}
	if short := r.Entries[2]; short.Excerpt || short.Body != "Spring." {
		t.Errorf("a short text became %+v", short)
	}
	if whole := newReport(t, c, journal.Choice{}).Entries[0]; whole.Excerpt || whole.Body != long {
		t.Error("a text was cut that nobody asked to cut")
	}
}

func TestChartsGoWithTheirSections(t *testing.T) {
	c := testContents()
	c.promises = []journal.PromiseLog{promiseLog(journal.Promise{Text: "call", From: "2026-01-01", Every: "day"}, seen("2026-03-02", journal.Kept))}
	drawn := func(without ...journal.Section) (ids []string) {
		for _, chart := range newReport(t, c, journal.Choice{Without: without}).Charts {
			ids = append(ids, chart.ID)
			if len(chart.Events) > 0 && slices.Contains(without, journal.SectionStages) {
				t.Errorf("%s marks when stages changed", chart.ID)
			}
		}
		return ids
	}
	for _, tt := range []struct {
		without journal.Section
		want    []string
	}{
		{"", []string{"feelings", "before-after", "promises-me", "calendar", "ticks"}},
		{journal.SectionFeelings, []string{"promises-me", "calendar", "ticks"}},
		{journal.SectionPromises, []string{"feelings", "before-after", "calendar", "ticks"}},
		{journal.SectionStages, []string{"feelings", "before-after", "promises-me", "calendar"}},
		{journal.SectionInsights, nil},
	} {
		if got := drawn(tt.without); !slices.Equal(got, tt.want) {
			t.Errorf("without %s: drawn are %q, want %q", tt.without, got, tt.want)
		}
	}
}

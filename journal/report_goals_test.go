package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

// goalLog returns the log of a goal with its wordings, all of them short.
func goalLog(wordings ...journal.Goal) journal.GoalLog {
	id := uuid.New()
	for i := range wordings {
		wordings[i].ID = id
		if wordings[i].Term == "" {
			wordings[i].Term = journal.ShortTerm
		}
	}
	return journal.GoalLog{Wordings: wordings}
}

func TestReportTellsGoalsOfThePeriod(t *testing.T) {
	src := contents{profile: testContents().profile, goals: []journal.GoalLog{
		goalLog(journal.Goal{At: at(1, 2), Term: journal.LongTerm, Text: "a home", DoneWhen: "we have keys", Due: "2027-01-01"}),
		goalLog(journal.Goal{At: at(1, 1), Text: "before"}, journal.Goal{At: at(3, 5), Text: "then", Reached: "2026-03-05"}, journal.Goal{At: at(5, 1), Text: "later"}),
		goalLog(journal.Goal{At: at(1, 1), Text: "reached before", Reached: "2026-02-28"}),
		goalLog(journal.Goal{At: at(1, 1), Text: "dropped before", Dropped: "2026-02-28"}),
		goalLog(journal.Goal{At: at(1, 1), Text: "dropped on the day", Dropped: "2026-03-01"}),
		goalLog(journal.Goal{At: at(4, 1), Text: "to come"}),
	}}
	request := journal.ReportRequest{Choice: journal.Choice{From: "2026-03-01", To: "2026-03-31"}, Guide: testGuide(), Now: at(12, 2)}
	r, err := journal.NewReport(t.Context(), src, request)
	if err != nil {
		t.Fatal(err)
	}
	want := []journal.ReportGoal{
		{Term: journal.ShortTerm, Text: "then", Reached: "2026-03-05"},
		{Term: journal.ShortTerm, Text: "dropped on the day", Dropped: "2026-03-01"},
		{Term: journal.LongTerm, Text: "a home", DoneWhen: "we have keys", Due: "2027-01-01"},
	}
	if diff := cmp.Diff(want, r.Goals); diff != "" {
		t.Errorf("goals (-want +got):\n%s", diff)
	}
	if r.Nothing() {
		t.Error("goals are nothing to tell")
	}

	request.Choice = journal.Choice{}
	if r, err = journal.NewReport(t.Context(), src, request); err != nil || r.From != "2026-01-01" || r.To != "2026-04-01" {
		t.Errorf("the goals span %s to %s, %v", r.From, r.To, err)
	}
	request.Choice.Without = []journal.Section{journal.SectionPromises}
	if r, err = journal.NewReport(t.Context(), src, request); err != nil || len(r.Goals) > 0 {
		t.Errorf("without the promises %d goals are told of, %v", len(r.Goals), err)
	}
}

func TestReportShortensNamesInGoals(t *testing.T) {
	src := contents{profile: testContents().profile, goals: []journal.GoalLog{
		goalLog(journal.Goal{At: at(1, 1), Text: "Visit Miriam", DoneWhen: "we slept at Miriam's"})}}
	r, err := journal.NewReport(t.Context(), src, journal.ReportRequest{Choice: journal.Choice{Initials: true}, Guide: testGuide(), Now: at(2, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if g := r.Goals[0]; g.Text != "Visit M." || g.DoneWhen != "we slept at M.'s" {
		t.Errorf("told of as %q, %q", g.Text, g.DoneWhen)
	}
}

package journal_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

// promiseLog returns the log of a promise with one wording.
func promiseLog(p journal.Promise, seen ...journal.Observation) journal.PromiseLog {
	if p.At.IsZero() {
		p.At = at(1, 1)
	}
	p.ID, p.Who = uuid.New(), journal.ByMe
	return journal.PromiseLog{Wordings: []journal.Promise{p}, Observations: seen}
}

func seen(day journal.Day, r journal.Result) journal.Observation {
	return journal.Observation{Day: day, Result: r, At: at(12, 1)}
}

func TestReportTellsOfPromisesInThePeriod(t *testing.T) {
	reworded := promiseLog(journal.Promise{Text: "before", From: "2026-01-01", At: at(1, 1)})
	reworded.Wordings = append(reworded.Wordings,
		journal.Promise{Text: "then", From: "2026-01-01", At: at(3, 10)}, journal.Promise{Text: "later", From: "2026-01-01", At: at(5, 1)})
	src := testContents()
	src.promises = []journal.PromiseLog{
		promiseLog(journal.Promise{Text: "open", From: "2026-01-01", Every: "day"},
			seen("2026-02-28", journal.Kept), seen("2026-03-02", journal.Missed), seen("2026-03-01", journal.Kept), seen("2026-04-02", journal.Kept)),
		promiseLog(journal.Promise{Text: "over", From: "2026-01-01", Due: "2026-02-01"}),
		promiseLog(journal.Promise{Text: "ended", From: "2026-01-01", Ended: "2026-03-01"}),
		promiseLog(journal.Promise{Text: "ended, but seen", From: "2026-01-01", Ended: "2026-02-01"}, seen("2026-03-05", journal.Partly)),
		promiseLog(journal.Promise{Text: "to come", From: "2026-05-01"}),
		reworded,
	}
	request := journal.ReportRequest{Choice: journal.Choice{From: "2026-03-01", To: "2026-03-31"}, Guide: testGuide(), Now: at(12, 2)}
	r, err := journal.NewReport(t.Context(), src, request)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range r.Promises {
		texts = append(texts, p.Text)
	}
	if diff := cmp.Diff([]string{"open", "ended, but seen", "then"}, texts); diff != "" {
		t.Fatalf("other promises are told of (-want +got):\n%s", diff)
	}
	want := []journal.Observation{seen("2026-03-01", journal.Kept), seen("2026-03-02", journal.Missed)}
	if diff := cmp.Diff(want, r.Promises[0].Observations); diff != "" {
		t.Errorf("other observations are told of (-want +got):\n%s", diff)
	}
	if got := r.Words.SeenText(r.Promises[0]); got != "kept once, missed once" {
		t.Errorf("seen: %q", got)
	}

	request.Choice.Without = []journal.Section{journal.SectionPromises}
	if r, err = journal.NewReport(t.Context(), src, request); err != nil || len(r.Promises) > 0 {
		t.Errorf("without their section %d promises are told of, %v", len(r.Promises), err)
	}
}

func TestReportShortensNamesInPromises(t *testing.T) {
	src := contents{profile: testContents().profile, promises: []journal.PromiseLog{
		promiseLog(journal.Promise{Text: "Tell Miriam first", Why: "so that Miriam knows", Note: "as Miriam asked", From: "2026-01-01"},
			journal.Observation{Day: "2026-01-02", Result: journal.Kept, Note: "told Miriam", At: at(1, 2)}),
	}}
	r, err := journal.NewReport(t.Context(), src, journal.ReportRequest{Choice: journal.Choice{Initials: true}, Guide: testGuide(), Now: at(2, 1)})
	if err != nil {
		t.Fatal(err)
	}
	p := r.Promises[0]
	if p.Text != "Tell M. first" || p.Why != "so that M. knows" || p.Note != "as M. asked" || p.Observations[0].Note != "told M." || !slices.Equal(r.Shortened, []string{"Miriam"}) {
		t.Errorf("told of as %q, %q, %q; shortened %q", p.Text, p.Why, p.Observations[0].Note, r.Shortened)
	}
}

func TestCadenceText(t *testing.T) {
	w := journal.EnglishReport()
	for c, want := range map[journal.Cadence]string{
		"": "once", "day": "every day", "1": "every day", "week": "every week", "3": "every 3 days", "mon,thu": "on Monday, Thursday",
	} {
		if got := w.CadenceText(c); got != want {
			t.Errorf("%q is told as %q, want %q", c, got, want)
		}
	}
}

func TestReportTellsPromisesWithoutNotes(t *testing.T) {
	src := contents{profile: testContents().profile, promises: []journal.PromiseLog{
		promiseLog(journal.Promise{Text: "Call when late", Why: "I lie awake", How: "a message", Note: "in anger", From: "2026-01-01"},
			journal.Observation{Day: "2026-01-02", Result: journal.Missed, Note: "again", At: at(1, 2)}),
	}}
	choice := journal.Choice{WithoutNotes: true, First: &journal.FirstPage{}}
	r, err := journal.NewReport(t.Context(), src, journal.ReportRequest{Choice: choice, Guide: testGuide(), Now: at(2, 1)})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []journal.ReportPromise{r.Promises[0], r.First.Promises[0]} {
		if p.Text == "" || p.How == "" || len(p.Observations) != 1 || p.Observations[0].Result != journal.Missed {
			t.Errorf("more is left out than the notes: %+v", p)
		}
		if p.Why+p.Note+p.Observations[0].Note != "" {
			t.Errorf("a note is told: %+v", p)
		}
	}
	if log := src.promises[0]; log.Observed()[0].Note != "again" {
		t.Error("the journal's own note is gone")
	}
}

package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func TestTimeline(t *testing.T) {
	id, apology := uuid.New(), uuid.New()
	promise := journal.Promise{ID: id, Text: "Call before ten", Who: journal.ByMe, From: "2026-03-01", Every: journal.EveryDay}
	reworded := promise
	reworded.Text = "Call before nine"
	ended := reworded
	ended.Ended, ended.Note = "2026-03-08", "it has become a habit"
	again := reworded
	log := logOf(made("2026-03-02", promise), made("2026-03-05", reworded), made("2026-03-09", ended), made("2026-03-12", again))
	log.Observations = []journal.Observation{
		{Day: "2026-03-04", Result: journal.Missed, At: made("2026-03-04", promise).At},
		{Day: "2026-03-04", Result: journal.Kept, Note: "late", At: made("2026-03-06", promise).At},
		{Day: "2026-03-06", Result: journal.Partly, At: made("2026-03-06", promise).At},
	}
	at := made("2026-03-07", promise).At
	got := journal.Timeline([]journal.PromiseLog{log}, []journal.Apology{
		{EntrySummary: journal.EntrySummary{ID: apology, At: at, FirstLine: "What I regret"}},
		{EntrySummary: journal.EntrySummary{ID: uuid.New(), At: at, FirstLine: "Not now"}, Stands: journal.SetAside},
	})
	type line struct {
		Kind   journal.HappeningKind
		Day    journal.Day
		Text   string
		Note   string
		Result journal.Result
	}
	var lines []line
	for _, h := range got {
		lines = append(lines, line{h.Kind, h.Day, h.Text, h.Note, h.Result})
		if (h.Kind == journal.Apologised) != (h.Entry == apology) || (h.Kind == journal.Apologised) == (h.Promise == id) {
			t.Errorf("%s leads to %v and %v", h.Kind, h.Promise, h.Entry)
		}
	}
	want := []line{
		{journal.TakenUp, "2026-03-12", "Call before nine", "", ""},
		{journal.LetGo, "2026-03-08", "Call before nine", "it has become a habit", ""},
		{journal.Apologised, "2026-03-07", "What I regret", "", ""},
		{journal.Seen, "2026-03-06", "Call before nine", "", journal.Partly},
		{journal.Reworded, "2026-03-05", "Call before nine", "", ""},
		{journal.Seen, "2026-03-04", "Call before ten", "late", journal.Kept},
		{journal.Promised, "2026-03-01", "Call before ten", "", ""},
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("the timeline is another (-want +got):\n%s", diff)
	}
}

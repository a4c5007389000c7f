package journal_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func TestInitials(t *testing.T) {
	tests := []struct{ name, text, want, shortened string }{
		{"inside a sentence", "I saw Anna there.", "I saw A. there.", "Anna"},
		{"at the end", "I saw Anna.", "I saw A.", "Anna"},
		{"then everywhere with a capital", "I met Anna. Anna spoke. ANNA!", "I met A. A. spoke. A.!", "ANNA Anna"},
		{"never at a sentence's start alone", "Yesterday was bad. Rain fell.\nMore rain.", "Yesterday was bad. Rain fell.\nMore rain.", ""},
		{"possessive", "It is Anna's and O’Brien’s.", "It is A.'s and O.’s.", "Anna O’Brien"},
		{"two words and a hyphen", "with Anna-Lena Weber", "with A.-L. W.", "Anna Lena Weber"},
		{"everyday words", "On Monday I'm with Mum, in May, for Christmas", "On Monday I'm with Mum, in May, for Christmas", ""},
		{"after Mr. and initials", "I asked Mr. Weber and J. Novak.", "I asked Mr. W. and J. N.", "Novak Weber"},
		{"quotes start sentences", `She said: "Please stay" and “Nothing else”.`, `She said: "Please stay" and “Nothing else”.`, ""},
		{"Markdown", "- Walk with **Anna**\n\n# With Tom", "- Walk with **A.**\n\n# With T.", "Anna Tom"},
		{"abbreviations stay", "at the GP and on TV", "at the GP and on TV", ""},
		{"small letters stay", "a rose for Rose", "a rose for R.", "Rose"},
		{"other scripts", "вчера Анна ушла", "вчера А. ушла", "Анна"},
		{"decomposed accent", "with E\u0301mile", "with E.", "E\u0301mile"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := contents{entries: []journal.Entry{{ID: uuid.UUID{1}, At: at(3, 2), Body: tt.text}}}
			r := newReport(t, c, journal.Choice{Initials: true})
			if got := r.Entries[0].Body; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if diff := cmp.Diff(strings.Fields(tt.shortened), append([]string{}, r.Shortened...)); diff != "" {
				t.Errorf("shortened words differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestInitialsReachEveryText(t *testing.T) {
	c := testContents()
	c.entries[0].Body = "Talked with Zara."
	c.entries[0].Title = "Zara"
	c.entries[0].Tags = []string{"Zara"}
	c.entries[0].Feelings[0].Word = "Zara-like"
	c.entries[1].Fields["what-calms"] = "Zara"
	c.ticks[0].Note = "Zara"
	c.ticks[3].Note = "Zara"
	c.states[1].Reason = "Zara"
	c.states[2].Reason = "Zara"
	r := newReport(t, c, journal.Choice{Initials: true})
	shown := r
	shown.Shortened = nil
	if diff := cmp.Diff(shown, journal.Report{}); strings.Contains(diff, "Zara") {
		t.Errorf("a name is left:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Zara"}, r.Shortened); diff != "" {
		t.Errorf("shortened words differ (-want +got):\n%s", diff)
	}
}

// A guide of the person's own has titles in their words.
func TestInitialsReachTheTitlesOfOwnGuides(t *testing.T) {
	own := testGuide()
	own.ID = journal.OwnPrefix + "1"
	own.Stages = append(own.Stages, journal.Stage{ID: "own-2", Title: "Peace with Zara", Steps: []journal.Step{
		{ID: "own-2.own-3", Title: "What Zara said"},
	}})
	c := testContents()
	c.ticks = append(c.ticks, journal.Tick{Step: "own-2.own-3", Done: true, At: at(3, 5)})
	c.states = append(c.states, journal.StageState{Stage: "own-2", State: journal.Working, At: at(3, 6)})
	c.entries[0].Stage, c.entries[0].Step = "own-2", "own-2.own-3"
	for name, followed := range map[string]journal.Guide{"followed": own, "not followed": testGuide()} {
		r, err := journal.NewReport(t.Context(), c, journal.ReportRequest{
			Choice: journal.Choice{Initials: true, First: aFirstPage()}, Guide: followed, Guides: []journal.Guide{testGuide(), own}, Now: at(5, 1),
		})
		if err != nil {
			t.Fatal(err)
		}
		shown := r
		shown.Shortened = nil
		all, err := json.Marshal(shown)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(all); strings.Contains(text, "Zara") || !strings.Contains(text, "Peace with Z.: ") || !strings.Contains(text, "What Z. said") {
			t.Errorf("%s: a name is left, or a title is gone: %s", name, text)
		}
		if r.Stages[0].Title != "Acknowledge" || r.Stages[0].Steps[0].Title != "Name what happened" {
			t.Errorf("%s: titles of the program are changed: %+v", name, r.Stages[0])
		}
	}
}

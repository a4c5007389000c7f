package journal_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func testPages() []journal.Page {
	return []journal.Page{{ID: "two-views", Title: "Two views", Fields: []journal.PageField{
		{Key: "what", Kind: journal.FieldText, Label: "What happened?"},
		{Key: "sure", Kind: journal.FieldRating, Label: "How sure are you?", Group: "Your side", Low: "a guess", High: "certain"},
		{Key: "tired", Kind: journal.FieldRating, Label: "How tired?"},
		{Key: "felt", Kind: journal.FieldFeelings, Label: "What did you feel?"},
		{Key: "theirs", Kind: journal.FieldFeelings, Label: "What may they have felt?", Theirs: true},
		{Key: "day", Kind: journal.FieldDate, Label: "Which day?", Group: "Their side"},
		{Key: "back-at", Kind: journal.FieldDate, Label: "Until when?", Clock: true},
		{Key: "standing", Kind: journal.FieldChoice, Label: "How does it stand?", Options: []journal.Option{{ID: "open", Label: "Still open"}}},
		{Key: "calms", Kind: journal.FieldChecklist, Label: "What calms you?", Options: []journal.Option{{ID: "walk", Label: "A walk"}, {ID: "tea", Label: "Tea"}}},
		{Key: "views", Kind: journal.FieldSideBySide, Label: "Both views", Left: "As I saw it", Right: "As they saw it"},
	}}}
}

// pageEntry returns an entry on the page two-views.
func pageEntry(pairs ...string) journal.Entry {
	e := journal.Entry{ID: uuid.UUID{9}, At: at(3, 12), Page: "two-views", Fields: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		e.Fields[pairs[i]] = pairs[i+1]
	}
	return e
}

func reportOf(t *testing.T, e journal.Entry, choice journal.Choice) journal.Report {
	t.Helper()
	src := contents{profile: testContents().profile, entries: []journal.Entry{e}}
	r, err := journal.NewReport(t.Context(), src, journal.ReportRequest{Choice: choice, Guide: testGuide(), Pages: testPages(), Now: at(5, 1)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What is counted of a page is seen where only its beginning is told.
func TestExcerptOfAPageNamesItsFeelings(t *testing.T) {
	e := pageEntry("what", "We talked.", "felt", "sad:4\ncalm:1", "theirs", "angry:5")
	e.Feelings = []journal.Feeling{{Word: "sad", Intensity: 2}}
	want := []journal.Feeling{{Word: "sad", Intensity: 4}, {Word: "calm", Intensity: 1}}
	r := reportOf(t, e, journal.Choice{Excerpts: []uuid.UUID{e.ID}})
	if diff := cmp.Diff(want, r.Entries[0].Feelings); diff != "" {
		t.Errorf("the excerpt names (-want +got):\n%s", diff)
	}
	if len(r.Feelings) != len(want) {
		t.Errorf("counted are %+v", r.Feelings)
	}
	r = reportOf(t, e, journal.Choice{Excerpts: []uuid.UUID{e.ID}, Without: []journal.Section{journal.SectionFeelings}})
	if len(r.Entries[0].Feelings)+len(r.Feelings) > 0 {
		t.Error("feelings are told where they are left out")
	}
	if whole := reportOf(t, e, journal.Choice{}).Entries[0].Feelings; len(whole) != 1 {
		t.Errorf("beside the whole page stand %+v too", whole)
	}
}

func TestReportTellsAPageInItsOrder(t *testing.T) {
	r := reportOf(t, pageEntry(
		"views", journal.JoinSides("late", "not *that* late"), "calms", "tea\nringing a friend\nwalk", "standing", "open",
		"back-at", "2026-03-12T22:00:00+02:00", "day", "2026-03-11", "felt", "sad:4\nrelieved:1", "tired", "2", "sure", "3", "what", "We *talked*.",
		"gone-by", "from another version", journal.FieldEarlier, uuid.NewString()), journal.Choice{})
	e := r.Entries[0]
	want := []journal.ReportField{
		{Label: "What happened?", Text: "We *talked*."},
		{Group: "Your side", Label: "How sure are you?", Text: "3 of 5, from “a guess” to “certain”", Short: true, Given: true},
		{Label: "How tired?", Text: "2 of 5", Short: true, Given: true},
		{Label: "What did you feel?", Text: "sad (strong), relieved (faint)", Short: true},
		{Group: "Their side", Label: "Which day?", Date: "2026-03-11", Short: true},
		{Label: "Until when?", Date: "2026-03-12T22:00:00+02:00", Short: true},
		{Label: "How does it stand?", Text: "Still open", Short: true, Given: true},
		{Label: "What calms you?", Text: "Tea\nringing a friend\nA walk", Short: true},
		{Label: "Both views", Sides: []journal.ReportSide{{Label: "As I saw it", Text: "late"}, {Label: "As they saw it", Text: "not *that* late"}}},
		{Label: "Gone by", Text: "from another version"},
	}
	if diff := cmp.Diff(want, e.Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if e.Page != "Two views" {
		t.Errorf("the page is called %q", e.Page)
	}
}

func TestReportTellsOddValuesAsTheyAre(t *testing.T) {
	r := reportOf(t, pageEntry("sure", "9", "day", "soon", "felt", "sad:4\nsad:4", "what", " \n", "standing", "lost",
		"views", journal.JoinSides("", "alone")), journal.Choice{})
	want := []journal.ReportField{
		{Group: "Your side", Label: "How sure are you?", Text: "9"},
		{Label: "What did you feel?", Text: "sad:4\nsad:4"},
		{Group: "Their side", Label: "Which day?", Text: "soon"},
		{Label: "How does it stand?", Text: "lost", Short: true},
		{Label: "Both views", Sides: []journal.ReportSide{{Label: "As they saw it", Text: "alone"}}},
	}
	if diff := cmp.Diff(want, r.Entries[0].Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

func TestReportWithoutFeelingsTellsNoneOfAPage(t *testing.T) {
	e := pageEntry("felt", "sad:4", "tired", "2")
	e.Before, e.After = 1, 2
	r := reportOf(t, e, journal.Choice{Without: []journal.Section{journal.SectionFeelings}})
	want := []journal.ReportField{{Group: "Your side", Label: "How tired?", Text: "2 of 5", Short: true, Given: true}}
	if diff := cmp.Diff(want, r.Entries[0].Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if got := r.Entries[0]; got.Before != 0 || got.After != 0 {
		t.Errorf("before and after are told: %d, %d", got.Before, got.After)
	}
}

// A feeling named on a page is counted with those beside the entry, once; what
// somebody else felt is not.
func TestReportCountsFeelingsOfPages(t *testing.T) {
	e := pageEntry("felt", "sad:4\nwary:2", "theirs", "angry:5")
	e.Feelings = []journal.Feeling{{Word: "Sad", Intensity: 2}}
	r := reportOf(t, e, journal.Choice{})
	want := []journal.FeelingCount{{Word: "Sad", Count: 1, Low: 4, High: 4}, {Word: "wary", Count: 1, Low: 2, High: 2}}
	if diff := cmp.Diff(want, r.Feelings); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(e.Feelings, r.Entries[0].Feelings); diff != "" {
		t.Errorf("beside the entry stand also those of its fields (-want +got):\n%s", diff)
	}
	if r = reportOf(t, e, journal.Choice{Without: []journal.Section{journal.SectionFeelings}}); len(r.Feelings) > 0 {
		t.Errorf("without feelings %v are counted", r.Feelings)
	}
}

// A page that is kept out, or a letter whose day has not come, adds nothing; on
// its day, or opened, the letter is told.
func TestReportTellsNoHiddenPage(t *testing.T) {
	for name, tt := range map[string]struct {
		hide func(*journal.Entry)
		told int
	}{
		"kept out":        {func(e *journal.Entry) { e.KeepOut = true }, 0},
		"in the bin":      {func(e *journal.Entry) { e.Deleted = at(4, 1) }, 0},
		"sealed":          {func(e *journal.Entry) { e.SealedUntil = "2026-05-02" }, 0},
		"sealed till now": {func(e *journal.Entry) { e.SealedUntil = "2026-05-01" }, 1},
		"opened":          {func(*journal.Entry) {}, 1},
	} {
		e := pageEntry("what", "told", "felt", "sad:4")
		e.Feelings = []journal.Feeling{{Word: "sad", Intensity: 2}}
		tt.hide(&e)
		r := reportOf(t, e, journal.Choice{})
		if len(r.Entries) != tt.told || len(r.Feelings) != tt.told {
			t.Errorf("%s: %d entries and %d feelings are told, want %d", name, len(r.Entries), len(r.Feelings), tt.told)
		}
	}
}

func TestReportShortensNamesInPages(t *testing.T) {
	e := pageEntry("what", "We saw Miriam there.", "views", journal.JoinSides("I told Miriam", "she told Weber"),
		"calms", "walk\nringing Miriam", "back-at", "2026-03-12T22:00:00+02:00")
	r := reportOf(t, e, journal.Choice{Initials: true})
	var said []string
	for _, f := range r.Entries[0].Fields {
		said = append(said, f.Text)
		for _, side := range f.Sides {
			said = append(said, side.Text)
		}
	}
	want := []string{"We saw M. there.", "", "A walk\nringing M.", "", "I told M.", "she told W."}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if !slices.Equal(r.Shortened, []string{"Miriam", "Weber"}) {
		t.Errorf("shortened %q", r.Shortened)
	}
}

func TestDateText(t *testing.T) {
	w := journal.EnglishReport()
	w.Date = "%d %s %d"
	for value, want := range map[string]string{
		"2026-03-12":                "12 March 2026",
		"2026-03-12T22:00:00+02:00": "Thursday 12 March 2026, 22:00",
		"2026-03-12T22:00:00-05:00": "Thursday 12 March 2026, 22:00 (UTC-05:00)",
		"soon":                      "soon",
	} {
		if got := w.DateText(value, at(5, 1).Location()); got != want {
			t.Errorf("%s is told as %q, want %q", value, got, want)
		}
	}
}

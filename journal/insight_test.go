package journal_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

// facts is what insights are computed of, in memory.
type facts struct {
	entries  []journal.EntryFacts
	ticks    []journal.Tick
	states   []journal.StageState
	promises []journal.PromiseLog
	err      error
}

func (f facts) EachFacts(_ context.Context, filter journal.EntryFilter, do func(journal.EntryFacts) error) error {
	for _, e := range f.entries {
		day := journal.DayOf(e.At)
		if day < filter.From || filter.To != "" && day > filter.To {
			continue
		}
		if err := do(e); err != nil {
			return err
		}
	}
	return f.err
}
func (f facts) ListTicks(context.Context) ([]journal.Tick, error)             { return f.ticks, nil }
func (f facts) ListStageStates(context.Context) ([]journal.StageState, error) { return f.states, nil }
func (f facts) ListPromises(context.Context) ([]journal.PromiseLog, error)    { return f.promises, nil }

func moodOn(day int, feelings ...journal.Feeling) journal.EntryFacts {
	return journal.EntryFacts{ID: uuid.New(), At: at(3, day), Feelings: feelings}
}

func felt(word string, strength int) journal.Feeling {
	return journal.Feeling{Word: word, Intensity: strength}
}

// insights returns the charts by id.
func insights(t *testing.T, src facts, req journal.InsightRequest) map[string]journal.Chart {
	t.Helper()
	if req.Now.IsZero() {
		req.Now = at(12, 1)
	}
	charts, err := journal.Insights(t.Context(), src, req)
	if err != nil {
		t.Fatal(err)
	}
	byID := make(map[string]journal.Chart)
	for _, c := range charts {
		if _, twice := byID[c.ID]; twice || c.Title == "" || c.Says == "" {
			t.Errorf("chart %q stands twice, or says nothing", c.ID)
		}
		byID[c.ID] = c
	}
	return byID
}

func TestNothingIsDrawnOfNothing(t *testing.T) {
	if got := insights(t, facts{}, journal.InsightRequest{}); len(got) != 0 {
		t.Errorf("an empty journal has the charts %v", got)
	}
}

func TestFeelingsAreDrawnWordByWord(t *testing.T) {
	src := facts{entries: []journal.EntryFacts{
		moodOn(1, felt("Hurt", 2), felt("tired", 3)), moodOn(1, felt("hurt", 5)), moodOn(4, felt("hurt", 1)),
	}}
	c := insights(t, src, journal.InsightRequest{})["feelings"]
	if len(c.Rows) != 2 || c.Rows[0].Label != "Hurt" || c.Rows[1].Label != "tired" {
		t.Fatalf("the rows are %+v", c.Rows)
	}
	first := c.Rows[0].Marks[0]
	want := journal.ChartMark{Day: "2026-03-01", Days: 1, Level: 5, Count: 2, Shape: journal.Full,
		Says: "2 times, at most overwhelming", Entries: []uuid.UUID{src.entries[0].ID, src.entries[1].ID}}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Error(diff)
	}
	if c.From != "2026-03-01" || c.To != "2026-03-04" || c.Few == "" {
		t.Errorf("from %s to %s, %q", c.From, c.To, c.Few)
	}
	if want := "The larger a mark, the stronger the feeling was."; c.Says != want {
		t.Errorf("of too few it says %q", c.Says)
	}
	if len(c.Sizes) != 5 || c.Sizes[0] != "faint" || c.Sizes[4] != "overwhelming" {
		t.Errorf("the sizes stand for %q", c.Sizes)
	}
	if len(c.Table) != 3 || c.Table[0].Cells[1] != "Hurt" || c.Table[0].Cells[2] != "once, faint" {
		t.Errorf("the table is %+v", c.Table)
	}
}

// moment is a page on which feelings are named.
func moment() journal.Page {
	return journal.Page{ID: "moment", Title: "A moment", Fields: []journal.PageField{
		{Key: "what", Kind: journal.FieldText},
		{Key: "felt", Kind: journal.FieldFeelings, Label: "Before?"},
		{Key: "then", Kind: journal.FieldFeelings, Label: "And after?"},
		{Key: "yours", Kind: journal.FieldFeelings, Label: "And they?", Theirs: true},
	}}
}

func onMoment(day int, fields map[string]string, feelings ...journal.Feeling) journal.EntryFacts {
	e := moodOn(day, feelings...)
	e.Page, e.Fields = "moment", fields
	return e
}

// What is named on a page counts as a feeling of its entry, once: not the same
// word before and after, nor what somebody else felt, nor what a letter holds
// before its day.
func TestFeelingsOnPagesAreDrawn(t *testing.T) {
	sealed := onMoment(5, map[string]string{"felt": "numb:4"}, felt("calm", 1))
	sealed.SealedUntil = "2026-12-02"
	src := facts{entries: []journal.EntryFacts{
		moodOn(1, felt("hurt", 2)),
		onMoment(2, map[string]string{"felt": "Hurt:3\nwary:2", "then": "hurt:1", "yours": "angry:5"}, felt("hurt", 1)),
		sealed,
	}}
	families := []journal.FeelingFamily{{Title: "Sorrow", Words: []string{"hurt", "numb"}}, {Title: "Ease", Words: []string{"calm"}}}
	charts := insights(t, src, journal.InsightRequest{Pages: []journal.Page{moment()}, Families: families})
	marks := func(id string) map[string]string {
		said := make(map[string]string)
		for _, row := range charts[id].Table {
			said[strings.ReplaceAll(row.Cells[0], "\u00a0", " ")+" "+row.Cells[1]] = row.Cells[2]
		}
		return said
	}
	want := map[string]string{"1 March 2026 hurt": "once, light", "2 March 2026 hurt": "once, medium", "2 March 2026 wary": "once, light", "5 March 2026 calm": "once, faint"}
	if diff := cmp.Diff(want, marks("feelings")); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	want = map[string]string{"1 March 2026 Sorrow": "once, light", "2 March 2026 Sorrow": "once, medium", "2 March 2026 Your own words": "once, light", "5 March 2026 Ease": "once, faint"}
	if diff := cmp.Diff(want, marks("families")); diff != "" {
		t.Errorf("families (-want +got):\n%s", diff)
	}
	if _, drawn := charts["before-after"]; drawn {
		t.Error("what is felt before and after is taken for ratings of the writing")
	}
	if got := src.entries[1].Feelings; len(got) != 1 || got[0].Intensity != 1 {
		t.Errorf("the facts have changed: %v", got)
	}
	src.entries[1].KeepOut = true
	if charts = insights(t, src, journal.InsightRequest{Pages: []journal.Page{moment()}, Told: true}); len(marks("feelings")) != 1 {
		t.Errorf("a summary draws what is kept out, or sealed: %v", marks("feelings"))
	}
}

// Of words that were named as often as each other, all are told of or none.
func TestNamedMostOften(t *testing.T) {
	for _, tt := range []struct{ named, want string }{
		{"a a a b b c c d", "Named most often: a (3 times), b (2 times), c (2 times)."},
		{"a a a b b c c d d e e f", "Named most often: a (3 times)."},
		{"a a b b c c d d", "Named most often: a (2 times), b (2 times), c (2 times), d (2 times)."},
		{"a a b b c c d d e e", "5 words were named 2 times each, and none more often."},
		{"a b c d e", "No word was named more than once."},
		{"a a a a a", "Named most often: a (5 times)."},
	} {
		var src facts
		for i, word := range strings.Fields(tt.named) {
			src.entries = append(src.entries, moodOn(1+i, felt(word, 3)))
		}
		c := insights(t, src, journal.InsightRequest{})["feelings"]
		if want := tt.want + " The larger a mark, the stronger the feeling was."; c.Says != want || c.Few != "" {
			t.Errorf("%s: it says %q, want %q", tt.named, c.Says, want)
		}
	}
}

func TestWordsThatAreNotDrawnAreCounted(t *testing.T) {
	var src facts
	for i := range 13 {
		src.entries = append(src.entries, moodOn(1+i, felt(string(rune('a'+i)), 3)))
	}
	c := insights(t, src, journal.InsightRequest{})["feelings"]
	if len(c.Rows) != 12 || !strings.HasSuffix(c.Says, " 1 other word is not drawn.") {
		t.Errorf("%d rows, and it says %q", len(c.Rows), c.Says)
	}
}

func TestFamiliesHaveARowForOwnWords(t *testing.T) {
	src := facts{entries: []journal.EntryFacts{moodOn(1, felt("hurt", 2), felt("mizzle", 4))}}
	families := []journal.FeelingFamily{{ID: "sad", Title: "Sad", Words: []string{"Hurt"}}, {ID: "glad", Title: "Glad", Words: []string{"glad"}}}
	c := insights(t, src, journal.InsightRequest{Families: families})["families"]
	if len(c.Rows) != 2 || c.Rows[0].Label != "Sad" || c.Rows[1].Label != "Your own words" {
		t.Errorf("the rows are %+v", c.Rows)
	}
}

func TestBeforeAndAfter(t *testing.T) {
	rated := func(day, before, after int) journal.EntryFacts {
		e := moodOn(day)
		e.Before, e.After = before, after
		return e
	}
	src := facts{entries: []journal.EntryFacts{rated(1, 1, 3), rated(1, 2, 3), rated(2, 3, 3), rated(3, 4, 2), rated(4, 0, 5), rated(5, 5, 0)}}
	c := insights(t, src, journal.InsightRequest{})["before-after"]
	var counts []int
	var shapes []journal.Shape
	for _, row := range c.Rows {
		counts, shapes = append(counts, row.Marks[0].Count), append(shapes, row.Marks[0].Shape)
	}
	if !slices.Equal(counts, []int{2, 1, 1}) || !slices.Equal(shapes, []journal.Shape{journal.Full, journal.Half, journal.Hollow}) {
		t.Errorf("counts %v, shapes %v", counts, shapes)
	}
	if want := "Of 4 entries with both ratings, it was lighter afterwards in 2, the same in 1 and harder in 1. The larger a mark, the more it stands for."; c.Says != want {
		t.Errorf("it says %q", c.Says)
	}
}

func TestSizesAreSaidWhereTheyDiffer(t *testing.T) {
	const larger = "The larger a mark, the more it stands for."
	for _, tt := range []struct {
		name string
		days []int
		want bool
	}{{"one entry a day", []int{1, 2, 3}, false}, {"two on a day", []int{1, 2, 2}, true}} {
		t.Run(tt.name, func(t *testing.T) {
			var src facts
			for _, day := range tt.days {
				src.entries = append(src.entries, moodOn(day))
			}
			c := insights(t, src, journal.InsightRequest{})["calendar"]
			if got := strings.HasSuffix(c.Says, larger); got != tt.want {
				t.Errorf("it says %q", c.Says)
			}
		})
	}
}

func TestNoneIsAWord(t *testing.T) {
	got := journal.EnglishInsights().BeforeText(1, 1, 0, 0)
	if want := "Of 1 entry with both ratings, it was lighter afterwards in 1, the same in none and harder in none."; got != want {
		t.Errorf("it says %q", got)
	}
}

func pulse() journal.Page {
	rating := func(key, group string) journal.PageField {
		return journal.PageField{Key: key, Kind: journal.FieldRating, Label: "line " + key, Group: group, Low: "never", High: "always"}
	}
	return journal.Page{ID: "pulse", Title: "Pulse", Every: journal.Monthly, Fields: []journal.PageField{
		rating("a", "I"), rating("b", ""), {Key: "note", Kind: journal.FieldText}, rating("c", "You")}}
}

func TestRatingsAreLinesOfTheirOwn(t *testing.T) {
	filled := func(day int, fields map[string]string) journal.EntryFacts {
		e := moodOn(day)
		e.Page, e.Fields = "pulse", fields
		return e
	}
	src := facts{entries: []journal.EntryFacts{
		filled(1, map[string]string{"a": "2", "b": "5", "c": "1", "note": "4"}), filled(8, map[string]string{"a": "3", "c": "9"}),
	}}
	got := insights(t, src, journal.InsightRequest{Pages: []journal.Page{pulse(), {ID: "other", Fields: pulse().Fields}}})
	mine, yours := got["pulse"], got["pulse-2"]
	if mine.Title != "Pulse: I" || yours.Title != "Pulse: You" || mine.Kind != journal.ChartPanels {
		t.Fatalf("the charts are %q and %q", mine.Title, yours.Title)
	}
	if len(mine.Rows) != 2 || len(mine.Rows[0].Marks) != 2 || len(mine.Rows[1].Marks) != 1 {
		t.Errorf("the rows are %+v", mine.Rows)
	}
	if says := mine.Rows[0].Marks[1].Says; says != "3 of 5" {
		t.Errorf("a mark says %q", says)
	}
	if want := []string{"8\u00A0March\u00A02026", "line a", "3 of 5"}; !slices.Equal(mine.Table[0].Cells, want) || len(mine.Table) != 3 {
		t.Errorf("the table is %q, its first row should be %q", mine.Table, want)
	}
	if !strings.Contains(mine.Says, "“never”") || !strings.Contains(mine.Says, "“always”") {
		t.Errorf("what 1 and 5 stand for is not said: %q", mine.Says)
	}
	if len(yours.Table) != 1 {
		t.Errorf("what is no rating is in the table: %+v", yours.Table)
	}
}

func TestPromisesAreDrawnByParty(t *testing.T) {
	mine := promiseLog(journal.Promise{Text: "call", From: "2026-03-01", Every: journal.EveryDay},
		seen("2026-03-02", journal.Kept), seen("2026-03-03", journal.Kept), seen("2026-03-04", journal.Missed), seen("2026-03-05", journal.NotDue))
	theirs := promiseLog(journal.Promise{Text: "write", From: "2026-03-01"}, seen("2026-03-02", journal.Partly))
	theirs.Wordings[0].Who = journal.ByPartner
	src := facts{promises: []journal.PromiseLog{mine, theirs}}
	got := insights(t, src, journal.InsightRequest{})
	if c := got["promises-me"]; c.Rows[0].Marks[0].Count != 2 || c.Rows[0].Marks[0].Days != 7 || len(c.Rows[1].Marks) != 0 || c.Rows[2].Marks[0].Shape != journal.Hollow {
		t.Errorf("mine are %+v", c.Rows)
	}
	if c := got["promises-partner"]; len(c.Rows[1].Marks) != 1 || !strings.Contains(c.Says, "1 promise, week by week.") {
		t.Errorf("theirs are %q, %+v", c.Says, c.Rows)
	}
	long := insights(t, src, journal.InsightRequest{From: "2018-01-01", To: "2026-12-31"})["promises-me"]
	if days := long.Rows[0].Marks[0].Days; days != 90 || !strings.Contains(long.Says, "quarter by quarter") {
		t.Errorf("of nine years it says %q for %d days", long.Says, days)
	}
	if _, ok := got["promises-both"]; ok {
		t.Error("nothing of both is drawn")
	}
	if got := insights(t, src, journal.InsightRequest{Stages: []string{"keep"}}); len(got) != 0 {
		t.Error("promises are drawn where stages are chosen")
	}
}

func TestTicksAndStatesOverTime(t *testing.T) {
	tick := func(day int, step string, done bool) journal.Tick {
		return journal.Tick{Step: step, Done: done, At: at(3, day)}
	}
	src := facts{
		ticks: []journal.Tick{tick(1, "choose.ask", true), tick(2, "choose.ask", true), tick(2, "acknowledge.name-it", true),
			tick(5, "choose.ask", false), tick(6, "gone.step", true)},
		states: []journal.StageState{{Stage: "acknowledge", State: journal.Steady, At: at(3, 9)}},
	}
	c := insights(t, src, journal.InsightRequest{Guides: []journal.Guide{testGuide()}})["ticks"]
	var labels []string
	for _, row := range c.Rows {
		labels = append(labels, row.Label)
	}
	if want := []string{"Acknowledge", "Choose whether to try", "Gone"}; !slices.Equal(labels, want) {
		t.Fatalf("the rows are %q", labels)
	}
	var shapes []journal.Shape
	for _, m := range c.Rows[1].Marks {
		shapes = append(shapes, m.Shape)
	}
	if want := []journal.Shape{journal.Full, journal.Hollow}; !slices.Equal(shapes, want) {
		t.Errorf("a note is drawn, or a tick taken back is not: %v", shapes)
	}
	if want := []journal.ChartEvent{{Day: "2026-03-09", Says: "Acknowledge: steady for now", Stage: "Acknowledge"}}; !slices.Equal(c.Events, want) || c.To != "2026-03-09" {
		t.Errorf("the events are %+v, to %s", c.Events, c.To)
	}
}

func TestWhatIsNeverToldIsNotDrawn(t *testing.T) {
	open, kept, sealed, out := moodOn(1, felt("a", 1)), moodOn(2, felt("b", 1)), moodOn(3, felt("c", 1)), moodOn(4, felt("d", 1))
	kept.KeepOut, sealed.SealedUntil = true, "2027-01-01"
	src := facts{entries: []journal.EntryFacts{open, kept, sealed, out}}
	rows := func(req journal.InsightRequest) int { return len(insights(t, src, req)["feelings"].Rows) }
	if n := rows(journal.InsightRequest{}); n != 4 {
		t.Errorf("the person sees %d of their own four", n)
	}
	c := insights(t, src, journal.InsightRequest{Told: true, LeaveOut: []uuid.UUID{out.ID}})
	if n := len(c["feelings"].Rows); n != 1 || len(c["calendar"].Rows[0].Marks) != 1 || c["calendar"].To != "2026-03-01" {
		t.Errorf("%d feelings are told, the calendar is %+v", n, c["calendar"])
	}
	after := journal.InsightRequest{Told: true, Now: time.Date(2027, 1, 1, 12, 0, 0, 0, time.UTC)}
	if n := rows(after); n != 3 {
		t.Errorf("once the letter is open, %d feelings are told", n)
	}
}

func TestStagesAreChosen(t *testing.T) {
	a, b, c := moodOn(1, felt("a", 1)), moodOn(2, felt("b", 1)), moodOn(3, felt("c", 1))
	a.Stage, b.Step = "choose", "choose.ask"
	src := facts{entries: []journal.EntryFacts{a, b, c}}
	if rows := insights(t, src, journal.InsightRequest{Stages: []string{"choose"}})["feelings"].Rows; len(rows) != 2 {
		t.Errorf("the rows are %+v", rows)
	}
}

func TestALongTimeIsDrawnInLongerSteps(t *testing.T) {
	for _, tt := range []struct {
		last time.Time
		day  journal.Day
		days int
		says string
	}{
		{at(3, 4), "2026-03-04", 1, "4 March 2026"},
		{at(12, 31), "2026-12-28", 7, "week of 28 December 2026"},
		{at(3, 4).AddDate(3, 0, 0), "2029-03-01", 31, "March 2029"},
		{at(6, 4).AddDate(10, 0, 0), "2036-04-01", 91, "April to June 2036"},
		{at(2, 29).AddDate(22, 0, 0), "2048-01-01", 366, "2048"},
	} {
		src := facts{entries: []journal.EntryFacts{moodOn(1, felt("a", 1)), {ID: uuid.New(), At: tt.last, Feelings: []journal.Feeling{felt("a", 2)}}}}
		list := insights(t, src, journal.InsightRequest{})["feelings"].Rows[0].Marks
		if mark := list[len(list)-1]; mark.Day != tt.day || mark.Days != tt.days {
			t.Errorf("%v is drawn at %s for %d days", tt.last, mark.Day, mark.Days)
		} else if says := strings.ReplaceAll(journal.EnglishInsights().SpanText(mark.Day, mark.Days), "\u00a0", " "); says != tt.says {
			t.Errorf("that is said as %q", says)
		}
	}
}

func TestManyWordsAreNotAllDrawn(t *testing.T) {
	var src facts
	for i := range 20 {
		src.entries = append(src.entries, moodOn(1, felt(fmt.Sprintf("word %02d", i), 1)))
	}
	c := insights(t, src, journal.InsightRequest{})["feelings"]
	if len(c.Rows) != 12 || !strings.Contains(c.Says, "8 other words") {
		t.Errorf("%d rows; %s", len(c.Rows), c.Says)
	}
}

func TestInsightsFail(t *testing.T) {
	if _, err := journal.Insights(t.Context(), facts{}, journal.InsightRequest{From: "2026-02-01", To: "2026-01-01"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a period that ends before it begins: %v", err)
	}
	broken := errors.New("broken")
	if _, err := journal.Insights(t.Context(), facts{err: broken}, journal.InsightRequest{}); !errors.Is(err, broken) {
		t.Errorf("a journal that can't be read: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := journal.Insights(ended, facts{entries: []journal.EntryFacts{moodOn(1)}}, journal.InsightRequest{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a canceled one: %v", err)
	}
}

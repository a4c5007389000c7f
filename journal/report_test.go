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

// contents is a journal in memory.
type contents struct {
	profile journal.Profile
	entries []journal.Entry
	ticks   []journal.Tick
	states  []journal.StageState

	promises []journal.PromiseLog
	goals    []journal.GoalLog
}

func (c contents) GetProfile(context.Context) (journal.Profile, error) { return c.profile, nil }

func (c contents) EachEntry(_ context.Context, _ journal.EntryFilter, f func(journal.Entry) error) error {
	for _, e := range c.entries {
		if err := f(e); err != nil {
			return err
		}
	}
	return nil
}

func (c contents) EachFacts(_ context.Context, filter journal.EntryFilter, f func(journal.EntryFacts) error) error {
	for _, e := range c.entries {
		day := journal.DayOf(e.At)
		if !e.Deleted.IsZero() || day < filter.From || filter.To != "" && day > filter.To {
			continue
		}
		if err := f(factsOf(e)); err != nil {
			return err
		}
	}
	return nil
}

func factsOf(e journal.Entry) journal.EntryFacts {
	return journal.EntryFacts{ID: e.ID, At: e.At, Feelings: e.Feelings, Before: e.Before, After: e.After,
		Stage: e.Stage, Step: e.Step, Page: e.Page, Fields: e.Fields, KeepOut: e.KeepOut, SealedUntil: e.SealedUntil}
}

func (c contents) ListRevisions(context.Context, uuid.UUID) ([]journal.Revision, error) {
	return nil, errors.New("a report needs no revisions")
}
func (c contents) ListTicks(context.Context) ([]journal.Tick, error) { return c.ticks, nil }
func (c contents) ListPromises(context.Context) ([]journal.PromiseLog, error) {
	return c.promises, nil
}

func (c contents) GetOwn(context.Context) (journal.Own, error)          { return journal.Own{}, nil }
func (c contents) ListGoals(context.Context) ([]journal.GoalLog, error) { return c.goals, nil }

func (c contents) ListStageStates(context.Context) ([]journal.StageState, error) {
	return c.states, nil
}

// at returns a moment of 2026, 21:15 in the zone two hours east.
func at(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 21, 15, 0, 0, time.FixedZone("", 2*60*60))
}

func testGuide() journal.Guide {
	return journal.Guide{
		ID: journal.DefaultGuide, Title: "Rebuilding trust",
		Phases: []journal.Phase{{ID: "steady", Title: "Steady"}},
		Stages: []journal.Stage{
			{ID: "acknowledge", Title: "Acknowledge", Phase: "steady", Steps: []journal.Step{
				{ID: "acknowledge.name-it", Title: "Name what happened", For: journal.ForEither},
				{ID: "acknowledge.hear-it", Title: "Hear it", For: journal.ForCaused},
			}},
			{ID: "choose", Title: "Choose whether to try", Phase: "steady", Steps: []journal.Step{
				{ID: "choose.ask", Title: "Ask yourself", For: journal.ForEither},
			}},
		},
	}
}

func testContents() contents {
	return contents{
		profile: journal.Profile{Role: journal.Hurt, Path: journal.Trying, PathUntil: "2026-06-01", Guide: journal.DefaultGuide},
		entries: []journal.Entry{
			{ID: uuid.UUID{1}, At: at(3, 2), Title: "First evening", Body: "We sat.", Before: 2, After: 4,
				Feelings: []journal.Feeling{{Word: "tired", Intensity: 4}, {Word: "calm", Intensity: 2}}, Stage: "acknowledge"},
			{ID: uuid.UUID{2}, At: at(3, 9), Page: "cool-off-note", Fields: map[string]string{"what-calms": "Walking", "empty": " "},
				Feelings: []journal.Feeling{{Word: "Tired", Intensity: 2}}, Step: "choose.ask", Tags: []string{"evening"}},
			{ID: uuid.UUID{3}, At: at(4, 1), Body: "Spring.", Stage: "long-gone"},
		},
		ticks: []journal.Tick{
			{Step: "acknowledge.name-it", Done: true, At: at(3, 3), Note: "said it"},
			{Step: "choose.ask", Done: true, At: at(3, 4)},
			{Step: "choose.ask", At: at(3, 20), Note: "not yet"},
			{Step: "other.step-one", Done: true, At: at(3, 5)},
		},
		states: []journal.StageState{
			{Stage: "acknowledge", State: journal.Exploring, At: at(2, 20)},
			{Stage: "acknowledge", State: journal.Working, At: at(3, 3), Reason: "it helps"},
			{Stage: "other", State: journal.Paused, At: at(3, 6)},
		},
	}
}

func newReport(t *testing.T, c contents, choice journal.Choice) journal.Report {
	t.Helper()
	r, err := journal.NewReport(context.Background(), c, journal.ReportRequest{Choice: choice, Guide: testGuide(), Now: at(5, 1)})
	if err != nil {
		t.Fatalf("NewReport: %v", err)
	}
	return r
}

func TestReportTellsEverything(t *testing.T) {
	got := newReport(t, testContents(), journal.Choice{})
	want := journal.Report{
		Words: journal.EnglishReport(), From: "2026-02-20", To: "2026-04-01", Generated: at(5, 1),
		Sections: journal.Sections(), Role: journal.Hurt, Path: journal.Trying, PathUntil: "2026-06-01",
		Stages: []journal.ReportStage{
			{ID: "acknowledge", Title: "Acknowledge",
				State: journal.ReportState{State: journal.Working, At: at(3, 3), Reason: "it helps"},
				Steps: []journal.ReportStep{{ID: "acknowledge.name-it", Title: "Name what happened", Act: journal.StepTicked, At: at(3, 3), Note: "said it"}},
				History: []journal.ReportState{{State: journal.Exploring, At: at(2, 20)},
					{State: journal.Working, At: at(3, 3), Reason: "it helps"}}},
			{ID: "choose", Title: "Choose whether to try", State: journal.ReportState{State: journal.NotStarted},
				Steps: []journal.ReportStep{{ID: "choose.ask", Title: "Ask yourself", Act: journal.StepUnticked, At: at(3, 20), Note: "not yet"}}},
		},
		OtherGuide: []journal.ReportStage{{ID: "other", Title: "Other", State: journal.ReportState{State: journal.Paused, At: at(3, 6)},
			Steps:   []journal.ReportStep{{ID: "other.step-one", Title: "Step one", Act: journal.StepTicked, At: at(3, 5)}},
			History: []journal.ReportState{{State: journal.Paused, At: at(3, 6)}}}},
		Feelings: []journal.FeelingCount{{Word: "tired", Count: 2, Low: 2, High: 4}, {Word: "calm", Count: 1, Low: 2, High: 2}},
		Entries: []journal.ReportEntry{
			{ID: uuid.UUID{1}, At: at(3, 2), Title: "First evening", Body: "We sat.", Before: 2, After: 4,
				Feelings: []journal.Feeling{{Word: "tired", Intensity: 4}, {Word: "calm", Intensity: 2}}, Stage: "Acknowledge"},
			{ID: uuid.UUID{2}, At: at(3, 9), Feelings: []journal.Feeling{{Word: "Tired", Intensity: 2}},
				Stage: "Choose whether to try", Step: "Ask yourself", Tags: []string{"evening"}, Page: "Cool off note",
				Fields: []journal.ReportField{{Label: "What calms", Text: "Walking"}}},
			{ID: uuid.UUID{3}, At: at(4, 1), Body: "Spring.", Stage: "Long gone"},
		},
	}
	var drawn []string
	for _, c := range got.Charts {
		drawn = append(drawn, c.ID)
	}
	if want := []string{"feelings", "before-after", "calendar", "ticks"}; !slices.Equal(drawn, want) {
		t.Errorf("drawn are %q, want %q", drawn, want)
	}
	got.Charts = nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report differs (-want +got):\n%s", diff)
	}
}

// Only what was ticked before can have been taken back, and a note changes no
// day on which a step was ticked.
func TestReportTellsWhatWasDoneToAStep(t *testing.T) {
	const step = "choose.ask"
	tick := func(day int, done bool, note string) journal.Tick {
		return journal.Tick{Step: step, Done: done, At: at(3, day), Note: note}
	}
	told := func(act journal.StepAct, day int, note string) []journal.ReportStep {
		return []journal.ReportStep{{ID: step, Title: "Ask yourself", Act: act, At: at(3, day), Note: note}}
	}
	for _, tt := range []struct {
		name string
		acts []journal.Tick
		want []journal.ReportStep
	}{
		{"nothing", nil, nil},
		{"a note", []journal.Tick{tick(1, false, "not yet")}, told(journal.StepNoted, 1, "not yet")},
		{"a note that was changed", []journal.Tick{tick(1, false, "no"), tick(2, false, "not yet")}, told(journal.StepNoted, 2, "not yet")},
		{"a note that was taken away", []journal.Tick{tick(1, false, "no"), tick(2, false, "")}, nil},
		{"a tick", []journal.Tick{tick(1, false, "not yet"), tick(2, true, "done")}, told(journal.StepTicked, 2, "done")},
		{"a tick, noted later", []journal.Tick{tick(2, true, ""), tick(5, true, "it held")}, told(journal.StepTicked, 2, "it held")},
		{"an untick", []journal.Tick{tick(2, true, ""), tick(3, true, "x"), tick(4, false, "too early")}, told(journal.StepUnticked, 4, "too early")},
		{"an untick, noted later", []journal.Tick{tick(2, true, ""), tick(4, false, ""), tick(6, false, "why")}, told(journal.StepNoted, 6, "why")},
		{"an untick, its note taken away", []journal.Tick{tick(2, true, ""), tick(4, false, "x"), tick(6, false, "")}, told(journal.StepUnticked, 4, "")},
		{"a second tick, out of order", []journal.Tick{tick(6, true, ""), tick(2, true, ""), tick(4, false, "")}, told(journal.StepTicked, 6, "")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := testContents()
			c.ticks = tt.acts
			r := newReport(t, c, journal.Choice{Stages: []string{"choose"}})
			if diff := cmp.Diff(tt.want, r.Stages[0].Steps); diff != "" {
				t.Errorf("the steps differ (-want +got):\n%s", diff)
			}
		})
	}
}

// A summary is no score: what was not touched is not told, and neither is the
// question that it asks.
func TestReportTellsNoStepThatWasNotTouched(t *testing.T) {
	c := testContents()
	c.ticks, c.profile.Role = nil, journal.Both
	r := newReport(t, c, journal.Choice{Stages: []string{"acknowledge", "choose"}})
	if len(r.Stages) != 2 {
		t.Fatalf("%d stages are told, want the 2 that were chosen", len(r.Stages))
	}
	for _, stage := range r.Stages {
		if len(stage.Steps) > 0 {
			t.Errorf("%s tells steps that were not touched: %+v", stage.ID, stage.Steps)
		}
	}
}

// What may not be told must change nothing at all: the report is the one of a
// journal that never held it.
func TestReportOfHiddenEntriesIsAsIfTheyWereNotThere(t *testing.T) {
	secret := journal.Entry{ID: uuid.UUID{9}, At: at(1, 1), Title: "secret", Body: "secret", Stage: "choose", Step: "secret.step",
		Feelings: []journal.Feeling{{Word: "secret", Intensity: 5}}, Tags: []string{"secret"}}
	for name, hide := range map[string]func(*journal.Entry, *journal.Choice){
		"kept out":      func(e *journal.Entry, _ *journal.Choice) { e.KeepOut = true },
		"in the bin":    func(e *journal.Entry, _ *journal.Choice) { e.Deleted = at(1, 2) },
		"sealed letter": func(e *journal.Entry, _ *journal.Choice) { e.SealedUntil = "2026-05-02" },
		"left out":      func(e *journal.Entry, c *journal.Choice) { c.LeaveOut = []uuid.UUID{e.ID} },
		"not offered":   func(_ *journal.Entry, c *journal.Choice) { c.Only = []uuid.UUID{} },
		"too early":     func(_ *journal.Entry, c *journal.Choice) { c.From = "2026-01-02" },
	} {
		t.Run(name, func(t *testing.T) {
			with, entry, choice := testContents(), secret, journal.Choice{}
			hide(&entry, &choice)
			with.entries = append([]journal.Entry{entry}, with.entries...)
			if diff := cmp.Diff(newReport(t, testContents(), choice), newReport(t, with, choice)); diff != "" {
				t.Errorf("a hidden entry shows (-without +with):\n%s", diff)
			}
		})
	}
}

func TestReportTakesALetterFromItsDayOn(t *testing.T) {
	letter := journal.Entry{ID: uuid.UUID{1}, At: time.Date(2026, 1, 1, 12, 0, 0, 0, time.FixedZone("", 14*60*60)), Body: "x", SealedUntil: "2026-05-02"}
	// at(5, 1) is already 2 May where the letter was written.
	if got := newReport(t, contents{entries: []journal.Entry{letter}}, journal.Choice{}); len(got.Entries) != 1 {
		t.Errorf("the letter is not told on its day in its own zone")
	}
}

func TestReportChoice(t *testing.T) {
	tests := []struct {
		name            string
		choice          journal.Choice
		stages, entries []string
		feelings        int
		from, to        journal.Day
	}{
		{"days are inclusive", journal.Choice{From: "2026-03-02", To: "2026-03-09"},
			[]string{"Acknowledge", "Choose whether to try", "other: Other"}, []string{"First evening", ""}, 2, "2026-03-02", "2026-03-09"},
		{"open end", journal.Choice{From: "2026-04-01"},
			[]string{"Acknowledge", "Choose whether to try", "other: Other"}, []string{""}, 0, "2026-04-01", "2026-04-01"},
		{"before everything", journal.Choice{To: "2026-01-01"}, nil, nil, 0, "", "2026-01-01"},
		{"one stage, by stage and by step", journal.Choice{Stages: []string{"choose"}},
			[]string{"Choose whether to try"}, []string{""}, 1, "2026-03-09", "2026-03-20"},
		{"a stage with nothing, chosen", journal.Choice{Stages: []string{"choose"}, To: "2026-01-01"},
			[]string{"Choose whether to try"}, nil, 0, "", "2026-01-01"},
		{"a stage of another guide", journal.Choice{Stages: []string{"other"}}, []string{"other: Other"}, nil, 0, "2026-03-05", "2026-03-06"},
		{"without stages", journal.Choice{Without: []journal.Section{journal.SectionStages}}, nil, []string{"First evening", "", ""}, 2, "2026-03-02", "2026-04-01"},
		{"without entries", journal.Choice{Without: []journal.Section{journal.SectionEntries, journal.SectionStages}}, nil, nil, 2, "2026-03-02", "2026-04-01"},
		{"without anything", journal.Choice{Without: journal.Sections()}, nil, nil, 0, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newReport(t, testContents(), tt.choice)
			var stages, entries []string
			for _, s := range r.Stages {
				stages = append(stages, s.Title)
			}
			for _, s := range r.OtherGuide {
				stages = append(stages, "other: "+s.Title)
			}
			for _, e := range r.Entries {
				entries = append(entries, e.Title)
			}
			if diff := cmp.Diff([]any{tt.stages, tt.entries, tt.feelings, tt.from, tt.to}, []any{stages, entries, len(r.Feelings), r.From, r.To}); diff != "" {
				t.Errorf("differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReportEntriesTellNothingOfLeftOutSections(t *testing.T) {
	r := newReport(t, testContents(), journal.Choice{Without: []journal.Section{journal.SectionFeelings, journal.SectionStages, journal.SectionProfile}})
	if r.Role != "" || r.Path != "" || r.PathUntil != "" {
		t.Errorf("role and path are told without their section")
	}
	for _, e := range r.Entries {
		if e.Feelings != nil || e.Before != 0 || e.After != 0 || e.Stage != "" || e.Step != "" {
			t.Errorf("an entry tells of a section that was left out: %+v", e)
		}
	}
}

func TestReportOfNothing(t *testing.T) {
	if r := newReport(t, contents{}, journal.Choice{}); !r.Nothing() || r.From != "" || r.To != "" {
		t.Errorf("an empty journal tells something: %+v", r)
	}
	if newReport(t, testContents(), journal.Choice{}).Nothing() {
		t.Errorf("a full journal tells nothing")
	}
}

func TestReportRefusesAPeriodThatEndsFirst(t *testing.T) {
	_, err := journal.NewReport(context.Background(), contents{}, journal.ReportRequest{Choice: journal.Choice{From: "2026-02-02", To: "2026-02-01"}})
	if !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
}

func TestReportStopsWhenCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := journal.NewReport(ctx, testContents(), journal.ReportRequest{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestReportSharesNothingWithTheJournal(t *testing.T) {
	c := testContents()
	for i := range c.entries {
		c.entries[i].Body = "With Anna there."
		c.entries[i].Tags = []string{"Anna"}
	}
	newReport(t, c, journal.Choice{Initials: true})
	if c.entries[0].Tags[0] != "Anna" {
		t.Errorf("making a report changed the journal's own tags")
	}
}

// What stands beside the feelings of a plain entry is told under their labels,
// and goes with them; a guided page's own fields do not.
func TestReportTellsWhatStandsBesideFeelings(t *testing.T) {
	fields := map[string]string{journal.FieldNeed: "An evening *alone*.", journal.FieldFeltIn: "chest"}
	c := contents{entries: []journal.Entry{
		{ID: uuid.UUID{1}, At: at(3, 2), Body: "We sat.", Fields: fields},
		{ID: uuid.UUID{2}, At: at(3, 3), Page: "talk", Fields: fields},
	}}
	plain := []journal.ReportField{{Label: "Where I felt it", Text: "chest"}, {Label: "What I needed", Text: "An evening *alone*."}}
	page := []journal.ReportField{{Label: "Felt in", Text: "chest"}, {Label: "Need", Text: "An evening *alone*."}}
	for name, tt := range map[string]struct {
		without []journal.Section
		want    []journal.ReportField
	}{
		"everything":       {nil, plain},
		"without feelings": {[]journal.Section{journal.SectionFeelings}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			entries := newReport(t, c, journal.Choice{Without: tt.without}).Entries
			if diff := cmp.Diff(tt.want, entries[0].Fields); diff != "" {
				t.Errorf("plain entry (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(page, entries[1].Fields); diff != "" {
				t.Errorf("guided page (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReportWords(t *testing.T) {
	w := journal.EnglishReport()
	for got, want := range map[string]string{
		w.PeriodText("2026-03-02", "2026-04-01"):                                                      "2 March 2026 to 1 April 2026",
		w.PeriodText("2026-03-02", "2026-03-02"):                                                      "2 March 2026",
		w.PeriodText("2026-03-02", ""):                                                                "from 2 March 2026",
		w.PeriodText("", "2026-03-02"):                                                                "up to 2 March 2026",
		w.PeriodText("", ""):                                                                          "",
		w.Moment(at(3, 2), at(3, 2).Location()):                                                       "Monday 2 March 2026, 21:15",
		w.Moment(at(3, 2), time.UTC):                                                                  "Monday 2 March 2026, 21:15 (UTC+02:00)",
		w.PathText(journal.Trying, "2026-06-01"):                                                      "trying, to be looked at again on 1 June 2026",
		w.StepText(journal.ReportStep{Act: journal.StepNoted, At: at(3, 2)}):                          "Noted on 2 March 2026",
		w.StepText(journal.ReportStep{Act: journal.StepTicked, At: at(3, 2)}):                         "Ticked on 2 March 2026",
		w.StepText(journal.ReportStep{Act: journal.StepUnticked, At: at(3, 2)}):                       "Unticked on 2 March 2026",
		w.StateText(journal.ReportState{State: journal.Revisiting, At: at(3, 2)}):                     "Coming back to it since 2 March 2026",
		w.StateText(journal.ReportState{State: journal.NotStarted}):                                   "Not started",
		w.FeelingsText([]journal.Feeling{{Word: "hurt", Intensity: 4}, {Word: "calm", Intensity: 1}}): "hurt (strong), calm (faint)",
		w.IntensityText(journal.FeelingCount{Low: 2, High: 4}):                                        "from light to strong",
		w.IntensityText(journal.FeelingCount{Low: 3, High: 3}):                                        "medium",
		w.IntensityText(journal.FeelingCount{Low: 5, High: 5}):                                        "overwhelming",
		w.Before + ": " + w.RatingText(1):                                                             "Before writing: very hard (1 of 5)",
		w.ReplacedText(1, "?") + fmt.Sprint(w.ReplacedText(0, "")):                                    "1 character that this document's typeface lacks is shown as ?.",
	} {
		if got = strings.ReplaceAll(got, "\u00A0", " "); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := w.DayText(at(3, 2)), "2\u00A0March\u00A02026"; got != want {
		t.Errorf("a day is %q, want %q, which no line end splits", got, want)
	}
}

// unreadable is a journal whose entries can't be read.
type unreadable struct{ contents }

var errUnreadable = errors.New("unreadable")

func (unreadable) EachEntry(context.Context, journal.EntryFilter, func(journal.Entry) error) error {
	return errUnreadable
}

func TestReportReadsEntriesOnlyToTellThem(t *testing.T) {
	entries, feelings := journal.SectionEntries, journal.SectionFeelings
	for _, tt := range []struct {
		without []journal.Section
		want    error
	}{
		{nil, errUnreadable}, {[]journal.Section{entries}, errUnreadable}, {[]journal.Section{feelings}, errUnreadable},
		{[]journal.Section{entries, feelings}, nil},
	} {
		r, err := journal.NewReport(context.Background(), unreadable{testContents()},
			journal.ReportRequest{Choice: journal.Choice{Without: tt.without}, Guide: testGuide()})
		if !errors.Is(err, tt.want) {
			t.Errorf("without %v: got %v, want %v", tt.without, err, tt.want)
		}
		if err == nil && len(r.Stages) == 0 {
			t.Errorf("without %v: the stages are not told", tt.without)
		}
	}
}

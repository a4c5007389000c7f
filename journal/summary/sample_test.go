package summary_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"
	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/summary"
)

// testFonts are the typefaces the program prints with.
func testFonts() summary.Fonts {
	return summary.Fonts{
		Regular: theme.DefaultTextFont().Content(),
		Bold:    theme.DefaultTextBoldFont().Content(),
		Italic:  theme.DefaultTextItalicFont().Content(),
	}
}

func day(month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour, minute, 0, 0, time.FixedZone("", 60*60))
}

// fullReport has something of everything.
func fullReport() journal.Report {
	return journal.Report{
		Words: journal.EnglishReport(), From: "2026-03-01", To: "2026-04-30",
		Generated: day(5, 2, 10, 0), Sections: journal.Sections(),
		Role: journal.Hurt, Path: journal.Trying, PathUntil: "2026-06-30",
		Stages: []journal.ReportStage{
			{ID: "acknowledge", Title: "Acknowledge",
				State: journal.ReportState{State: journal.Steady, At: day(4, 12, 9, 0), Reason: "I can say it without shaking."},
				Steps: []journal.ReportStep{
					{ID: "acknowledge.name-it", Title: "Say in one line what happened", Act: journal.StepTicked, At: day(3, 3, 20, 0), Note: "Wrote it on the back of an envelope first. Three versions; the shortest one is the true one."},
					{ID: "acknowledge.feel", Title: "Name each feeling", Act: journal.StepTicked, At: day(3, 5, 20, 0)},
					{ID: "acknowledge.other", Title: "Name what you think your partner feels", Act: journal.StepUnticked, At: day(3, 9, 20, 0), Note: "Too early."},
					{ID: "acknowledge.stop", Title: "Stop acting as if all were fine", Act: journal.StepNoted, At: day(3, 10, 20, 0), Note: "Once, at breakfast."},
				},
				History: []journal.ReportState{
					{State: journal.Exploring, At: day(3, 2, 9, 0)},
					{State: journal.Working, At: day(3, 10, 9, 0), Reason: "Talked about it for an hour."},
					{State: journal.Steady, At: day(4, 12, 9, 0), Reason: "I can say it without shaking."},
				}},
			{ID: "cool-off", Title: "Cool off", State: journal.ReportState{State: journal.Exploring, At: day(3, 20, 9, 0)},
				Steps:   []journal.ReportStep{{ID: "cool-off.signal", Title: "Agree on a signal", Act: journal.StepTicked, At: day(3, 21, 9, 0)}},
				History: []journal.ReportState{{State: journal.Exploring, At: day(3, 20, 9, 0)}}},
		},
		OtherGuide: []journal.ReportStage{{ID: "patience", Title: "Patience", State: journal.ReportState{State: journal.NotStarted},
			Steps: []journal.ReportStep{{ID: "patience.small", Title: "Small acts", Act: journal.StepTicked, At: day(3, 8, 9, 0)}}}},
		Feelings: []journal.FeelingCount{{Word: "tired", Count: 6, Low: 2, High: 5}, {Word: "hopeful", Count: 3, Low: 1, High: 3},
			{Word: "angry", Count: 2, Low: 4, High: 4}, {Word: "relieved", Count: 1, Low: 2, High: 2}},
		Promises: []journal.ReportPromise{
			{Text: "Call before ten when it gets late", Who: journal.ByMe, Every: "mon,thu", From: "2026-03-01", Due: "2026-06-30",
				Review: "2026-04-01", Why: "Nobody lies awake waiting.", How: "The call is in the list on the phone.",
				Observations: []journal.Observation{
					{Day: "2026-03-02", Result: journal.Kept}, {Day: "2026-03-05", Result: journal.Missed, Note: "The battery was empty; *said so* at once."},
					{Day: "2026-03-09", Result: journal.Kept}, {Day: "2026-03-12", Result: journal.NotDue}, {Day: "2026-03-16", Result: journal.Partly},
				}},
			{Text: "Show the account to each other", Who: journal.ByBoth, From: "2026-03-08", Ended: "2026-04-20", Note: "It does itself by now."},
		},
		Goals: []journal.ReportGoal{
			{Term: journal.ShortTerm, Text: "One evening a week without the subject", DoneWhen: "Four weeks in a row.", Due: "2026-05-01", Reached: "2026-04-29"},
			{Term: journal.LongTerm, Text: "Travel together again", Dropped: "2026-04-12"},
		},
		Line: "For our talk on Tuesday.", First: fullFirst(), Charts: fullCharts(),
		Entries: fullEntries(),
	}
}

func fullFirst() *journal.ReportFirst {
	return &journal.ReportFirst{
		Happened: "In March I learned of *eleven days* that I had not known of.", Wants: "A way to talk that does not end at midnight.",
		Topics: []string{"Sleep", "When is it enough?"}, Shifted: "I ask one question now, and wait.",
		Working:  []journal.ReportStage{{ID: "cool-off", Title: "Cool off", State: journal.ReportState{State: journal.Exploring, At: day(3, 20, 9, 0), Reason: "Evenings."}}},
		Promises: []journal.ReportPromise{{Text: "Call before ten when it gets late", Who: journal.ByMe, Observations: []journal.Observation{{Result: journal.Kept}, {Result: journal.Missed}}}},
		Next: []journal.ReportNext{{Day: "2026-05-20", Kind: journal.NextPromise, What: "Call before ten when it gets late"},
			{Day: "2026-06-30", Kind: journal.NextPath}},
	}
}

// fullCharts has a chart of every kind, with all that can be on one.
func fullCharts() []journal.Chart {
	events := []journal.ChartEvent{{Day: "2026-03-20", Says: "Cool off: exploring"}, {Day: "2026-04-12", Says: "Acknowledge: steady for now"}}
	chart := func(kind journal.ChartKind, title string, labels ...string) journal.Chart {
		c := journal.Chart{ID: title, Kind: kind, Title: title, Says: "What it shows, in a sentence.", From: "2026-03-01", To: "2026-04-30", Events: events, Head: []string{"When", "What", "How"}}
		for i, label := range labels {
			row := journal.ChartRow{Label: label}
			for n := range 6 {
				d := journal.DayOf(day(3, 1+n*9+i, 12, 0))
				row.Marks = append(row.Marks, journal.ChartMark{Day: d, Days: 1, Level: 1 + (n+i)%5, Count: 1,
					Shape: []journal.Shape{journal.Full, journal.Half, journal.Hollow}[i%3], Says: "once, light"})
				c.Table = append(c.Table, journal.TableRow{Cells: []string{journal.EnglishReport().CalendarText(d), label, "once, light"}})
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	}
	few := chart(journal.ChartCalendar, "Days with writing", "")
	few.Few, few.Table = "There are 3 marks so far, too few to see anything in.", few.Table[:2]
	feelings := chart(journal.ChartRows, "Feelings, word by word", "tired", "hopeful", "angry")
	feelings.Sizes = []string{"faint", "light", "medium", "strong", "overwhelming"}
	return []journal.Chart{
		feelings,
		chart(journal.ChartPanels, "Trust pulse", "I can rely on my partner to be where they said they would be", "I can say what I feel", "Nothing is hidden"),
		few,
	}
}

func fullEntries() []journal.ReportEntry {
	return []journal.ReportEntry{
		{ID: uuid.UUID{1}, At: day(3, 2, 21, 15), Title: "The kitchen table", Before: 2, After: 4,
			Feelings: []journal.Feeling{{Word: "tired", Intensity: 4}, {Word: "hopeful", Intensity: 1}},
			Stage:    "Acknowledge", Step: "Say in one line what happened", Tags: []string{"evening", "first talk"},
			Body: "We sat down after dinner and for once nobody looked at a phone. I said the sentence I had practised, *all of it*, and then I was **quiet**.\n\n" +
				"# What I heard\n\nThat it was not planned. That it went on because stopping would have meant saying it.\n\n" +
				"## What I did not say\n\n- that I had known for a week\n- that I had counted the days\n  - eleven, if I count Sunday\n- that I am not sure\n\n" +
				"1. Breathe.\n2. Ask one question.\n3. Wait for the whole answer, even when it takes longer than I can stand, because the waiting is the part I keep skipping.\n\n" +
				"> I do not need you to forgive me today.\n> I need you to know that I know.\n\nI wrote that down `word for word`."},
		{ID: uuid.UUID{2}, At: day(3, 9, 7, 40), Asked: "What did the morning need?\n*In a word or two.*", Feelings: []journal.Feeling{{Word: "angry", Intensity: 4}},
			Body: "Woke up angry. No reason that was not there yesterday.\nWalked round the block twice.\nBetter."},
		{ID: uuid.UUID{3}, At: time.Date(2026, 4, 1, 6, 5, 0, 0, time.FixedZone("", -4*60*60)), Title: "From the hotel", Page: "Cool off note",
			Fields: []journal.ReportField{{Label: "What calms me", Text: "Walking. The radio, low."}, {Label: "When I come back", Text: "- at nine\n- with coffee"}},
			Body:   strings.TrimSpace(strings.Repeat("The room looks onto the car park and the light never goes out, so I write. ", 30))},
		{ID: uuid.UUID{4}, At: day(4, 3, 20, 0), Page: "Two views side by side", Fields: pageFields()},
	}
}

// pageFields has a field of every shape.
func pageFields() []journal.ReportField {
	return []journal.ReportField{
		{Label: "What is it about, in one line?", Text: "The *late* message."},
		{Group: "Your side", Label: "How sure are you of it?", Text: "3 of 5, from “a guess” to “they told me”", Short: true, Given: true},
		{Label: "How does it stand?", Text: "A draft", Short: true, Given: true},
		{Label: "What might help until then?", Text: "A walk, alone\nringing my sister", Short: true},
		{Group: "Your partner, as you understand it", Label: "What might your partner feel?", Text: "ashamed (strong), tired (light)", Short: true},
		{Label: "When will you come back to it?", Date: "2026-04-03T22:30:00+01:00", Short: true},
		{Label: "What happened, seen from each side?", Sides: []journal.ReportSide{
			{Label: "As I saw it", Text: "Nobody rang.\n\nI counted."}, {Label: "As my partner may have seen it", Text: "- no bars\n- no excuse"}}},
	}
}

// printed returns r in format f.
func printed(t testing.TB, r journal.Report, f summary.Format) ([]byte, summary.Result) {
	t.Helper()
	var b strings.Builder
	result, err := summary.Print(&b, r, f, testFonts())
	if err != nil {
		t.Fatalf("Print %s: %v", f, err)
	}
	return []byte(b.String()), result
}

package summary_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestEverythingIsChosenToBeginWith(t *testing.T) {
	s := show(t, rich())
	s.wantLine("In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages, 3 feelings, charts over time, and where you stand.")
	if !s.says("4 of 4 in full") || s.says("not for anyone") {
		t.Error("the entries that may be told of are not listed as they should be")
	}
	s.saveTo("/tmp/mine.pdf")
	// None but the entries that were shown to be chosen may be told of.
	got, want := s.store.made(), journal.Choice{Only: []uuid.UUID{{4}, {3}, {2}, {1}}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the report was asked for %+v, want %+v", got, want)
	}
}

func TestAStageInBothListsCountsOnce(t *testing.T) {
	m := rich()
	m.others = []journal.ReportStage{{ID: ""}, {ID: "patience"}} // the five have no id
	show(t, m).wantLine("6 stages,")
}

func TestPeriods(t *testing.T) {
	for _, tt := range []struct {
		chip, line string
		from, to   journal.Day
	}{
		{"This month", "In it: 1 entry in full from 4 May 2026,", "2026-05-01", "2026-05-31"},
		{"Last three months", "In it: 3 entries in full from 3 March to 4 May 2026,", "2026-02-28", "2026-05-31"},
		{"This quarter", "In it: 2 entries in full from 3 April to 4 May 2026,", "2026-04-01", "2026-06-30"},
		{"Everything", "In it: 4 entries in full from 30 November 2025 to 4 May 2026,", "", ""},
	} {
		t.Run(tt.chip, func(t *testing.T) {
			s := show(t, rich())
			test.Tap(s.chip(tt.chip))
			s.wantLine(tt.line)
			if got := s.store.last(); got.From != tt.from || got.To != tt.to {
				t.Errorf("the days are %q to %q, want %q to %q", got.From, got.To, tt.from, tt.to)
			}
			if !s.chip(tt.chip).Selected {
				t.Error("the chip is not marked")
			}
		})
	}
}

func TestOwnDates(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.chip("Own dates"))
	fields := func() (first, last *widget.Field) {
		first = find(s, func(*widget.Field) bool { return true })
		return first, find(s, func(f *widget.Field) bool { return f != first })
	}
	first, last := fields()
	if first.Text != "2025-11-30" || last.Text != "2026-05-04" {
		t.Fatalf("own dates begin with %q and %q", first.Text, last.Text)
	}
	for _, tt := range []struct{ first, last, problem, line string }{
		{"2026-03-03", "2026-04-30", "", "In it: 2 entries in full from 3 March to 3 April 2026,"},
		{"2026-03-03", "2026-03-31", "", "In it: 1 entry in full from 3 March 2026,"},
		{"2026-3-3", "", "", "In it: 3 entries in full from 3 March to 4 May 2026,"},
		{"", "2025-11-30", "", "In it: 1 entry in full from 30 November 2025,"},
		{"2026-02-30", "", "The first day needs to look like", ""},
		{"2026-03-01", "soon", "The last day needs to look like", ""},
		{"2026-03-01", "2026-02-01", "The last day is before the first.", ""},
	} {
		first.Entry.SetText(tt.first)
		last.Entry.SetText(tt.last)
		if save := s.button("Save the summary…"); save.Disabled() != (tt.problem != "") {
			t.Errorf("%q to %q: the button is disabled: %v", tt.first, tt.last, save.Disabled())
		}
		if tt.problem != "" && !s.says(tt.problem) {
			t.Errorf("%q to %q: the problem is not told", tt.first, tt.last)
		}
		if tt.line != "" {
			s.wantLine(tt.line)
			if s.says("The first day") || s.says("The last day") {
				t.Errorf("%q to %q: a problem is told", tt.first, tt.last)
			}
		}
	}
}

func TestStages(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.chip("Acknowledge"))
	s.wantLine("In it: 2 entries in full from 30 November 2025 to 3 March 2026,")
	test.Tap(s.chip("Choose whether to try"))
	if got := s.store.last().Stages; !slices.Equal(got, []string{"acknowledge", "choose"}) {
		t.Errorf("the stages are %v", got)
	}
	test.Tap(s.chip("Acknowledge"))
	s.wantLine("In it: 1 entry in full from 3 April 2026,")
	test.Tap(s.chip("Choose whether to try"))
	s.wantLine("In it: 4 entries")
}

func TestSections(t *testing.T) {
	s := show(t, rich())
	for _, tt := range []struct{ box, line string }{
		{"Where you stand", "In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages, 3 feelings, charts over time."},
		{"Entries", "In it: 5 stages, 3 feelings, charts over time."},
		{"Stages", "In it: 3 feelings, charts over time."},
		{"Feelings", "Nothing is chosen yet"},
	} {
		test.Tap(s.box(tt.box))
		s.wantLine(tt.line)
	}
	if !s.button("Save the summary…").Disabled() {
		t.Error("a summary of nothing can be saved")
	}
	test.Tap(s.box("Feelings"))
	test.Tap(s.box("How it went"))
	s.wantLine("In it: 3 feelings.")
	test.Tap(s.box("Shorten names"))
	s.saveTo("/tmp/mine.pdf")
	got, want := s.store.made(), []journal.Section{journal.SectionProfile, journal.SectionStages,
		journal.SectionInsights, journal.SectionEntries}
	if !slices.Equal(got.Without, want) || !got.Initials {
		t.Errorf("the report was asked for %+v", got)
	}
}

func TestPromisesAndGoalsAreOffered(t *testing.T) {
	store := rich()
	store.promises, store.goals = 2, 1
	s := show(t, store)
	s.wantLine("5 stages, 3 feelings, 2 promises, 1 goal, charts over time, and where you stand.")
	test.Tap(s.box("Promises"))
	s.wantLine("5 stages, 3 feelings, charts over time, and where you stand.")
	s.saveTo("/tmp/mine.pdf")
	if got := s.store.made().Without; !slices.Contains(got, journal.SectionPromises) {
		t.Errorf("without %v", got)
	}
	for _, only := range []*memory{{promises: 1}, {goals: 2}} {
		if s := show(t, only); !s.says("In it: ") {
			t.Error("a journal with promises or goals alone is told to be empty")
		}
	}
}

// An entry without a title and without words of its own goes by its page.
func TestAPageGoesByItsTitle(t *testing.T) {
	pulse := entry(1, at(5, 4), "", "", "")
	pulse.Page = "trust-pulse"
	s := show(t, &memory{entries: []journal.EntrySummary{pulse}})
	if find(s, func(o labelled) bool { return strings.HasPrefix(o.AccessibilityLabel(), "Trust pulse") }) == nil {
		t.Error("the page's title is not listed")
	}
}

func TestEntriesAreChosenByKeyboard(t *testing.T) {
	s := show(t, rich())
	s.win.Canvas().Focus(s.list())
	s.key(fyne.KeySpace) // nothing is selected yet
	s.key(fyne.KeyDown)
	s.key(fyne.KeySpace)
	s.key(fyne.KeySpace)
	s.key(fyne.KeyDown)
	s.key(fyne.KeyLeft)
	s.key(fyne.KeyLeft)
	s.key(fyne.KeyLeft)
	s.wantLine("In it: 2 entries in full from 30 November 2025 to 3 March 2026, 5 stages, 1 feeling, charts over time, and where you stand.")
	if !s.says("2 of 4 in full.") {
		t.Error("how many are in full is not told")
	}
	s.key(fyne.KeyRight)
	s.wantLine("In it: 3 entries (2 in full, 1 by their beginnings) from 30 November 2025 to 3 April 2026,")
	s.key(fyne.KeyUp)
	s.key(fyne.KeyReturn)
	s.wantLine("In it: 4 entries (3 in full, 1 by their beginnings) from 30 November 2025 to 4 May 2026,")
	s.key(fyne.KeyLeft)
	s.key(fyne.KeyLeft)
	s.saveTo("/tmp/mine.pdf")
	if got := s.store.made(); !slices.Equal(got.LeaveOut, []uuid.UUID{{4}}) || !slices.Equal(got.Excerpts, []uuid.UUID{{3}}) {
		t.Errorf("left out are %v, by their beginnings %v", got.LeaveOut, got.Excerpts)
	}
}

func TestEntriesAreChosenByPointer(t *testing.T) {
	s := show(t, rich())
	row := find(s, func(o labelled) bool { return strings.HasPrefix(o.AccessibilityLabel(), "On my own") })
	test.Tap(row)
	s.wantLine("In it: 4 entries (3 in full, 1 by their beginnings) from 30 November 2025 to 4 May 2026,")
	if s.win.Canvas().Focused() != fyne.Focusable(s.list()) || s.list().Selected() != 1 {
		t.Error("the row that was tapped is not the one the keys go on from")
	}
	test.Tap(s.button("None"))
	s.wantLine("In it: 5 stages, charts over time, and where you stand.")
	test.Tap(s.button("All beginnings"))
	s.wantLine("In it: the beginnings of 4 entries from 30 November 2025 to 4 May 2026,")
	test.Tap(s.button("All in full"))
	s.wantLine("In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages")
}

// What is chosen for all that are listed holds for no other.
func TestAllMeansAllThatAreListed(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.chip("This month"))
	test.Tap(s.button("None"))
	test.Tap(s.chip("Everything"))
	s.wantLine("In it: 3 entries in full from 30 November 2025 to 3 April 2026,")
}

// labelled is a row of the list.
type labelled interface {
	fyne.CanvasObject
	fyne.Tappable
	AccessibilityLabel() string
}

func TestWhatWasUntickedStaysSo(t *testing.T) {
	s := show(t, rich())
	s.win.Canvas().Focus(s.list())
	s.key(fyne.KeyDown)
	s.key(fyne.KeySpace)
	s.key(fyne.KeySpace)
	test.Tap(s.chip("This month"))
	s.wantLine("In it: 5 stages,")
	if got := s.store.last(); len(got.LeaveOut) != 0 {
		t.Errorf("counting the stages asks for entries: %+v", got)
	}
	test.Tap(s.chip("Everything"))
	s.screen.Show()
	s.wantLine("In it: 3 entries")
}

func TestFormats(t *testing.T) {
	s := show(t, rich())
	for _, tt := range []struct{ chip, about, name, export string }{
		{"Markdown", "plain text", "reflection-summary.md", "md /tmp/a.md"},
		{"HTML", "any browser", "reflection-summary.html", "html /tmp/a.html"},
		{"PDF", "to print", "reflection-summary.pdf", "pdf /tmp/a.pdf"},
	} {
		test.Tap(s.chip(tt.chip))
		if !s.says(tt.about) {
			t.Errorf("what %s is good for is not told", tt.chip)
		}
		s.toSave()
		field := find(s, func(*widget.Field) bool { return true })
		if field.Text != tt.name {
			t.Errorf("the name offered is %q", field.Text)
		}
		field.SetText(strings.Fields(tt.export)[1])
		test.Tap(s.button("Save"))
		if got := s.store.exported[len(s.store.exported)-1]; got != tt.export {
			t.Errorf("exported %q, want %q", got, tt.export)
		}
	}
}

func TestWhatWasSavedIsTold(t *testing.T) {
	store := rich()
	store.replaced, store.shortened = 3, []string{"Lisbon", "Rheinberg"}
	s := show(t, store)
	test.Tap(s.box("Shorten names"))
	s.tasks.Advance(time.Second)
	s.saveTo("/tmp/mine.pdf")
	for _, text := range []string{"Saved to /tmp/mine.pdf", "3 characters that", "Now initials: Lisbon, Rheinberg."} {
		if !s.says(text) {
			t.Errorf("the notice does not say %q", text)
		}
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.button("Save the summary…")) {
		t.Error("the focus is not back on the button")
	}
	s.screen.Show()
	if s.says("Saved to") {
		t.Error("the notice stays when the screen is left and seen again")
	}
}

// What was saved is no longer what the screen shows once anything is chosen.
func TestWhatWasSavedIsToldUntilTheNextChoice(t *testing.T) {
	for name, choose := range map[string]func(*shown){
		"a time":    func(s *shown) { test.Tap(s.chip("This month")) },
		"a stage":   func(s *shown) { test.Tap(s.chip("Acknowledge")) },
		"a section": func(s *shown) { test.Tap(s.box("Feelings")) },
		"initials":  func(s *shown) { test.Tap(s.box("Shorten names")) },
		"entries":   func(s *shown) { test.Tap(s.button("None")) },
		"a form":    func(s *shown) { test.Tap(s.chip("HTML")) },
	} {
		t.Run(name, func(t *testing.T) {
			s := show(t, rich())
			s.saveTo("/tmp/mine.pdf")
			if !s.says("Saved to") {
				t.Fatal("what was saved is not told")
			}
			choose(s)
			if s.says("Saved to") {
				t.Error("what was saved is told beside another choice")
			}
		})
	}
}

// The ring round a box that has the focus is as large as the box.
func TestBoxesDoNotCoverEachOther(t *testing.T) {
	s := show(t, rich())
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	heading := find(s, func(o fyne.CanvasObject) bool {
		text, ok := o.(*widget.Text)
		return ok && text.Text == "What goes in"
	})
	end := place(heading).Y + heading.Size().Height
	for _, part := range []string{"Where you stand", "Stages", "Feelings", "Promises", "How it went", "Entries"} {
		box := s.box(part)
		if top := place(box).Y; top < end-0.1 {
			t.Errorf("%q begins at %g, what is above it ends at %g", part, top, end)
		}
		end = place(box).Y + box.Size().Height
	}
}

func TestFailuresAreTold(t *testing.T) {
	t.Run("reading", func(t *testing.T) {
		s := show(t, rich())
		s.store.fail = journal.ErrDamaged
		s.screen.Show()
		if !dialogs.IsOpen(s.win) {
			t.Error("a failed read is not told")
		}
	})
	t.Run("saving", func(t *testing.T) {
		s := show(t, rich())
		s.store.failSave = journal.ErrNoSpace
		s.saveTo("/tmp/mine.pdf")
		if !s.says("There is no space left on the disk.") {
			t.Error("a failed save is not told")
		}
		test.Tap(s.button("Close"))
		if s.says("Saved to") {
			t.Error("a failed save is told as done")
		}
		s.wantLine("In it: 4 entries")
	})
	t.Run("stopped", func(t *testing.T) {
		s := show(t, rich())
		s.store.failSave = fmt.Errorf("print: %w", context.Canceled)
		s.saveTo("/tmp/mine.pdf")
		if dialogs.IsOpen(s.win) || !s.says("No file was saved.") {
			t.Error("a save that was stopped is not told quietly in place")
		}
	})
}

func TestSavingCanBeStopped(t *testing.T) {
	s := show(t, rich())
	s.store.onExport = func(context.Context) { test.Tap(s.button("Cancel")) }
	s.saveTo("/tmp/mine.pdf")
	if len(s.store.exported) > 0 || !s.says("No file was saved.") {
		t.Error("cancelling does not stop the work")
	}
}

func TestAnAnswerThatWasOvertakenIsDropped(t *testing.T) {
	s := show(t, rich())
	s.store.onList = func() {
		s.store.entries = s.store.entries[:1]
		s.screen.Show()
	}
	s.screen.Show() // is answered with four entries, after the newer one
	s.wantLine("In it: 1 entry in full from 4 May 2026,")
}

func TestEmptyJournal(t *testing.T) {
	hidden := entry(9, at(4, 2), "not for anyone", "", "")
	hidden.KeepOut = true
	letter := entry(8, at(4, 3), "", "", "")
	letter.Sealed = true
	for name, store := range map[string]*memory{
		"no entries": {}, "only kept out": {entries: []journal.EntrySummary{hidden}},
		"only a sealed letter": {entries: []journal.EntrySummary{letter}},
	} {
		t.Run(name, func(t *testing.T) {
			s := show(t, store)
			if !s.says("Write an entry in the Journal") || s.says("In it:") {
				t.Error("an empty journal is not told what to do")
			}
			s.store.entries = append(s.store.entries, entry(1, at(5, 1), "The first", "", ""))
			s.screen.Show()
			s.wantLine("In it: 1 entry in full from 1 May 2026, charts over time, and where you stand.")
		})
	}
	t.Run("only ticks", func(t *testing.T) {
		s := show(t, &memory{stages: 1})
		s.wantLine("In it: 1 stage, charts over time, and where you stand.")
		if !s.says("There are no entries for this choice") {
			t.Error("the empty list says nothing")
		}
	})
}

func TestTabWalksThroughEverythingAndBack(t *testing.T) {
	s := show(t, rich())
	start := s.win.Canvas().Focused()
	var stops []string
	for range 60 {
		switch o := s.win.Canvas().Focused().(type) {
		case *widget.List:
			stops = append(stops, "list")
		case *widget.Button:
			stops = append(stops, o.Text)
		}
		s.win.Canvas().FocusNext()
		if s.win.Canvas().Focused() == start {
			break
		}
	}
	if s.win.Canvas().Focused() != start {
		t.Error("Tab does not come back to where it began")
	}
	if want := []string{"Reset these choices", "All in full", "All beginnings", "None", "list", "Preview", "Print…", "Save the summary…"}; !slices.Equal(stops, want) {
		t.Errorf("Tab stops at %v, want %v", stops, want)
	}
}

func TestKeysScrollTheChoices(t *testing.T) {
	s := show(t, rich())
	s.win.Resize(fyne.NewSize(700, 500))
	if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) || s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyF1}) {
		t.Error("the wrong keys scroll")
	}
}

func TestManyEntriesDrawFewRows(t *testing.T) {
	store := &memory{}
	for i := range 20_000 {
		store.entries = append(store.entries, journal.EntrySummary{ID: uuid.New(), FirstLine: "A day", At: at(5, 4).Add(-time.Duration(i) * time.Hour)})
	}
	s := show(t, store)
	s.wantLine("In it: 20000 entries")
	rows := 0
	for _, row := range uitest.Shown[labelled](s.win.Content()) {
		if strings.HasPrefix(row.AccessibilityLabel(), "A day") {
			rows++
		}
	}
	if rows == 0 || rows > 40 {
		t.Errorf("%d rows are drawn for 20,000 entries", rows)
	}
}

func TestDaysAreNotSaidTwice(t *testing.T) {
	for _, tt := range []struct {
		first, last time.Time
		line        string
	}{
		{at(5, 4), at(5, 4), "In it: 2 entries in full from 4 May 2026,"},
		{at(5, 4), at(5, 9), "In it: 2 entries in full from 4 to 9 May 2026,"},
		{at(4, 4), at(5, 9), "In it: 2 entries in full from 4 April to 9 May 2026,"},
		{at(4, 4).AddDate(-1, 0, 0), at(5, 9), "In it: 2 entries in full from 4 April 2025 to 9 May 2026,"},
	} {
		s := show(t, &memory{entries: []journal.EntrySummary{
			entry(2, tt.last, "", "", ""), entry(1, tt.first, "", "", "")}})
		s.wantLine(tt.line)
	}
}

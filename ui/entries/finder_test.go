package entries_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

// matches says plainly what a filter means, but for its words.
func matches(e journal.Entry, f journal.EntryFilter) bool {
	day := journal.DayOf(e.At)
	for _, want := range f.Feelings {
		if !slices.ContainsFunc(e.Feelings, func(have journal.Feeling) bool {
			return strings.EqualFold(have.Word, want.Word) && have.Intensity >= want.Intensity
		}) {
			return false
		}
	}
	for _, tag := range f.Tags {
		if !slices.Contains(e.Tags, tag) {
			return false
		}
	}
	return (f.From == "" || day >= f.From) && (f.To == "" || day <= f.To) &&
		(len(f.Days) == 0 || slices.Contains(f.Days, day)) && (!f.LookBack || !e.NoLookBack) &&
		(len(f.Stages) == 0 || slices.Contains(f.Stages, e.Stage)) && (f.Step == "" || f.Step == e.Step) &&
		(f.Page == "" || f.Page == e.Page) &&
		(!f.Starred || e.Starred) && (!f.KeptOut || e.KeepOut) &&
		(f.Kind == "" || (f.Kind == journal.KindPage) == (e.Page != ""))
}

func (m *memory) CountDays(_ context.Context, f journal.EntryFilter, month string) ([]journal.DayCount, error) {
	var out []journal.DayCount
	for _, e := range slices.Backward(m.chosen(f)) {
		day := journal.DayOf(e.At)
		if !strings.HasPrefix(string(day), month) {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Day != day {
			out = append(out, journal.DayCount{Day: day})
		}
		out[len(out)-1].Count++
	}
	return out, m.deaf
}

// search types into the box, as a person does, and waits for the list.
func (b *bench) search(text string) {
	b.FocusSearch()
	b.write(text)
	b.wait(time.Second)
}

// titles returns the titles of the rows in view.
func (b *bench) titles() []string {
	var out []string
	for _, row := range b.Rows() {
		if title, _, ok := strings.Cut(row, " | "); ok {
			out = append(out, title)
		}
	}
	return out
}

func (b *bench) chosen() []string {
	var out []string
	for _, chip := range b.Chosen() {
		out = append(out, chip.Text)
	}
	return out
}

// varied is six days with something different about each.
func varied() []journal.Entry {
	all := days(6) // 20 to 15 November 2026
	all[0].Stage = "acknowledge"
	all[1].Feelings = []journal.Feeling{{Word: "hurt", Intensity: 4}}
	all[2].Feelings = []journal.Feeling{{Word: "hurt", Intensity: 2}, {Word: "calm", Intensity: 5}}
	all[3].Tags = []string{"promise", "evening walk"}
	all[4].Starred, all[4].Stage = true, "talk"
	all[5].Page, all[5].KeepOut = "timeline", true
	return all
}

func TestFiltersAreTyped(t *testing.T) {
	for text, want := range map[string]struct{ titles, chips []string }{
		"stage:acknowledge":       {[]string{"title 0"}, []string{"Acknowledge"}},
		`stage:"talk and listen"`: {[]string{"title 4"}, []string{"Talk and listen"}},
		"stage:ack stage:talk":    {[]string{"title 0", "title 4"}, []string{"Acknowledge", "Talk and listen"}},
		"feeling:hurt":            {[]string{"title 1", "title 2"}, []string{"hurt"}},
		"feeling:hurt>=4":         {[]string{"title 1"}, []string{"hurt, strong or more"}},
		"feeling:calm>=5":         {[]string{"title 2"}, []string{"calm, overwhelming"}},
		`tag:"evening walk"`:      {[]string{"title 3"}, []string{"#evening walk"}},
		"from:2026-11-19":         {[]string{"title 0", "title 1"}, []string{"From 19 November 2026"}},
		"to:2026-11-16 3":         {nil, []string{"Until 16 November 2026"}},
		"on:2026-11-18":           {[]string{"title 2"}, []string{"18 November 2026"}},
		"is:starred":              {[]string{"title 4"}, []string{"Starred"}},
		"is:kept-out kind:page":   {[]string{"title 5"}, []string{"Guided pages", "Kept out"}},
		"step:acknowledge.line":   {nil, []string{"Name it in one line"}},
		"title is:starred":        {[]string{"title 4"}, []string{"Starred"}},
	} {
		b := newBench(t, varied()...).arrive()
		b.search(text)
		if diff := cmp.Diff(want.titles, b.titles()); diff != "" {
			t.Errorf("%s lists (-want +got):\n%s", text, diff)
		}
		if diff := cmp.Diff(want.chips, b.chosen()); diff != "" {
			t.Errorf("%s is shown as (-want +got):\n%s", text, diff)
		}
		if note := b.FinderNote(); note != "" {
			t.Errorf("%s: told %q", text, note)
		}
		for _, chip := range b.Chosen() {
			b.Chosen()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
			if b.focused() != b.Way("Filter") {
				t.Errorf("%s: after removing %q the focus is lost", text, chip.Text)
			}
		}
		if got := b.Search().Text; strings.Contains(got, ":") || len(b.Chosen()) > 0 {
			t.Errorf("%s: without its chips the box has %q", text, got)
		}
	}
}

func TestWhatIsNoFilterIsToldOnceTypingPauses(t *testing.T) {
	b := newBench(t, varied()...).arrive()
	b.FocusSearch()
	b.write("from:2026-1")
	b.wait(900 * time.Millisecond)
	if note := b.FinderNote(); note != "" {
		t.Errorf("told while typing: %q", note)
	}
	b.wait(time.Second)
	want := "“from:2026-1” is looked for as words. A day is written as 2026-03-14, a month as 2026-03, a year as 2026."
	if got := b.FinderNote(); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	b.write("1")
	b.wait(time.Second)
	if note := b.FinderNote(); note != "" || len(b.titles()) != 6 {
		t.Errorf("told %q of a month, which lists %v", note, b.titles())
	}
}

func TestFilterThatNothingMatches(t *testing.T) {
	b := newBench(t, varied()...).arrive()
	b.search("is:starred stage:acknowledge")
	if got := b.Said(); got != "No entry matches all of this." {
		t.Errorf("told %q", got)
	}
	b.ClearButton().Tapped(nil)
	if len(b.titles()) != 6 || len(b.Chosen()) > 0 {
		t.Errorf("after clearing: %v", b.titles())
	}
}

func TestControlsWriteIntoTheBoxAndReadFromIt(t *testing.T) {
	b := newBench(t, varied()...).arrive()
	b.search("day")
	b.Way("Filter").Tapped(nil)
	form := b.Form()
	if b.Opened() != "Filter" || b.focused() != form.Stage {
		t.Fatal("the filter does not open")
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { form.Stage.SetSelected("Acknowledge") }, "stage:acknowledge day"},
		{func() { form.Stage.SetSelected("Any stage") }, "day"},
		{func() { form.Feeling.SetSelected("hurt") }, "feeling:hurt day"},
		{func() { form.Least.SetSelected("light") }, "feeling:hurt>=2 day"},
		{func() { form.Least.SetSelected("strong") }, "feeling:hurt>=4 day"},
		{func() { form.Feeling.SetSelected("wobbly") }, "feeling:wobbly>=4 day"},
		{func() { form.Feeling.SetSelected("hurt") }, "feeling:hurt>=4 day"},
		{func() { form.Least.SetSelected("However strong") }, "feeling:hurt day"},
		{func() { form.Tag.SetSelected("evening walk") }, `feeling:hurt tag:"evening walk" day`},
		{func() { form.Feeling.SetSelected("Any feeling") }, `tag:"evening walk" day`},
		{func() { form.Tag.SetSelected("Any tag") }, "day"},
		{func() { b.into(form.From, "2026-11"); b.press(fyne.KeyReturn) }, "from:2026-11-01 day"},
		{func() { b.into(form.To, "2026-11"); b.win.Canvas().Focus(form.From) }, "on:2026-11 day"},
		{func() { b.into(form.To, "16 November 2026"); b.press(fyne.KeyReturn) }, "from:2026-11-01 to:2026-11-16 day"},
		{func() { b.into(form.From, ""); b.into(form.To, ""); b.press(fyne.KeyReturn) }, "day"},
		{func() { form.Kinds[journal.KindPage].Tapped(nil) }, "kind:page day"},
		{func() { form.Kinds[journal.KindLetter].Tapped(nil) }, "kind:letter day"},
		{func() { form.Kinds[journal.KindLetter].Tapped(nil) }, "day"},
		{func() { form.KeptOut.Tapped(nil) }, "is:kept-out day"},
		{func() { form.Starred.Tapped(nil) }, "is:starred is:kept-out day"},
	} {
		step.do()
		if got := b.Search().Text; got != step.want {
			t.Fatalf("the box has %q, want %q", got, step.want)
		}
	}
	b.into(b.Search(), "feeling:hurt feeling:calm>=3 tag:promise stage:talk on:2026-11 kind:entry")
	b.wait(time.Second)
	got := []string{form.Stage.Selected, form.Feeling.Selected, form.Least.Selected, form.Tag.Selected, form.From.Text, form.To.Text}
	want := []string{"Talk and listen", "hurt and 1 more", "medium", "promise", "2026-11-01", "2026-11-30"}
	if diff := cmp.Diff(want, got); diff != "" || !form.Kinds[journal.KindEntry].Selected || form.Starred.Selected {
		t.Errorf("the controls show (-want +got):\n%s", diff)
	}
	b.into(form.From, "soon")
	b.press(fyne.KeyReturn)
	if b.FormWrong() == "" || !strings.Contains(b.Search().Text, "on:2026-11") {
		t.Error("a day that is none is taken")
	}
	b.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // as the shell does
	if b.Opened() != "" || b.focused() != b.Way("Filter") {
		t.Error("Escape does not put the filter away")
	}
}

// into types text into a field in the place of what is there.
func (b *bench) into(f interface {
	fyne.Focusable
	SelectAll()
}, text string) {
	b.win.Canvas().Focus(f)
	f.SelectAll()
	b.press(fyne.KeyBackspace)
	b.write(text)
}

func TestNewEntryEndsTheSearch(t *testing.T) {
	b := newBench(t, varied()...).arrive()
	b.search("is:starred")
	b.NewEntry()
	if b.Search().Text != "" || len(b.Chosen()) > 0 {
		t.Error("the new entry is hidden by the search")
	}
}

func TestCalendarLeadsToADay(t *testing.T) {
	all := append(days(3), days(80)[40:]...) // 20 to 18 November, 11 October to 2 September
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyDown)
	b.Way("Calendar").Tapped(nil)
	if b.Opened() != "Calendar" || b.focused() != b.Calendar() || b.Calendar().Day().Day() != 19 {
		t.Fatalf("the calendar opens on %v", b.Calendar().Day())
	}
	b.press(fyne.KeyRight, fyne.KeyReturn)
	if b.Body().Text() != "day 0" || b.focused() != b.List() || b.JumpTold() != "" {
		t.Errorf("Enter leads to %q, told %q", b.Body().Text(), b.JumpTold())
	}
	b.win.Canvas().Focus(b.Calendar())
	b.press(fyne.KeyPageUp)
	if got := b.Calendar().AccessibilityLabel(); got != "Tuesday 20 October 2026" {
		t.Errorf("Page Up leads to %q", got)
	}
	b.press(fyne.KeyUp, fyne.KeyUp)
	if got := b.Calendar().AccessibilityLabel(); got != "Tuesday 6 October 2026: 1" {
		t.Errorf("a day with an entry is read as %q", got)
	}
	b.press(fyne.KeyReturn)
	if b.Body().Text() != "day 45" {
		t.Errorf("6 October is %q", b.Body().Text())
	}
}

func TestTypingADayLeadsThere(t *testing.T) {
	all := append(days(3), days(80)[40:]...)
	b := newBench(t, all...).arrive()
	b.Way("Calendar").Tapped(nil)
	for _, tt := range []struct{ typed, text, told string }{
		{"2026-10-06", "day 45", ""},
		{"6 October 2026", "day 45", ""},
		{"2026-11-05", "day 40", "No entry in the list is of 5 November 2026. This is the one next to it."},
		{"2026-10", "day 50", ""},
		{"2030", "day 0", "No entry in the list is of 1 January 2030. This is the one next to it."},
		{"1999", "day 79", "No entry in the list is of 1 January 1999. This is the one next to it."},
		{"some day", "day 79", "A day is written as 2026-03-14, a month as 2026-03, a year as 2026."},
	} {
		b.into(b.DayToGoTo(), tt.typed)
		b.press(fyne.KeyReturn)
		if b.Body().Text() != tt.text || b.JumpTold() != tt.told {
			t.Errorf("%s leads to %q, told %q", tt.typed, b.Body().Text(), b.JumpTold())
		}
	}
}

func TestCalendarFollowsTheSearch(t *testing.T) {
	b := newBench(t, varied()...).arrive()
	b.Way("Calendar").Tapped(nil)
	b.search("is:starred")
	b.win.Canvas().Focus(b.Calendar())
	b.press(fyne.KeyReturn)
	if got := b.Body().Text(); got != "day 4" || !strings.HasPrefix(b.JumpTold(), "No entry in the list") {
		t.Errorf("the calendar leads to %q, told %q", got, b.JumpTold())
	}
}

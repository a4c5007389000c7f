package entries_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/ui/entries"
)

func TestArrivalChoosesTheNewest(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	if b.focused() != b.List() {
		t.Error("the list does not have the focus")
	}
	if got := b.Body().Text(); got != "day 0" {
		t.Errorf("the paper has %q", got)
	}
	b.press(fyne.KeyReturn)
	b.write("!")
	if got := b.Body().Text(); got != "day 0!" {
		t.Errorf("Enter put the caret elsewhere: %q", got)
	}
}

func TestRowsByMonth(t *testing.T) {
	all := days(25) // 20 in November, 5 in October
	all[0].Title, all[0].Starred, all[0].KeepOut, all[0].Stage = "", true, true, "acknowledge"
	all[1].Feelings = []journal.Feeling{{Word: "hurt", Intensity: 4}, {Word: "calm", Intensity: 1}}
	all[2].Stage = "pull"
	b := newBench(t, all...).arrive()
	got := b.Rows()[:4]
	want := []string{
		"November 2026",
		"day 0 | 12:00 · ★ · kept out · Acknowledge",
		"title 1 | hurt, calm | 12:00",
		"title 2 | day 2 | 12:00 · Pull together",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	b.press(fyne.KeyEnd)
	if !slices.Contains(b.Rows(), "October 2026") {
		t.Errorf("the end shows %v", b.Rows())
	}
}

func TestListKeys(t *testing.T) {
	b := newBench(t, days(40)...).arrive()
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "day 1"}, {fyne.KeyDown, "day 2"}, {fyne.KeyUp, "day 1"},
		{fyne.KeyEnd, "day 39"}, {fyne.KeyDown, "day 39"}, {fyne.KeyHome, "day 0"},
	} {
		b.press(step.key)
		if got := b.Body().Text(); got != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, got, step.want)
		}
	}
	b.press(fyne.KeyPageDown)
	if got := b.Body().Text(); got == "day 0" || got == "day 1" {
		t.Errorf("Page Down leads to %q", got)
	}
	if b.focused() != b.List() {
		t.Error("choosing moved the focus")
	}
}

func TestEscapeGoesBackToTheList(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.press(fyne.KeyReturn, fyne.KeyEscape)
	if b.focused() != b.List() {
		t.Error("Escape in the text does not lead to the list")
	}
	b.win.Canvas().Focus(b.Title())
	b.press(fyne.KeyEscape)
	if b.focused() != b.List() {
		t.Error("Escape in the title does not lead to the list")
	}
}

func TestTabOrder(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.FocusSearch()
	var order []string
	for range 10 {
		switch b.focused() {
		case b.Search():
			order = append(order, "search")
		case b.Way("Filter"):
			order = append(order, "Filter")
		case b.Way("Calendar"):
			order = append(order, "Calendar")
		case b.List():
			order = append(order, "list")
		case b.Title():
			order = append(order, "title")
		case b.Body():
			order = append(order, "body")
		case b.Chip("+ Link to a stage"):
			order = append(order, "strip")
		default:
			order = append(order, "other")
		}
		b.win.Canvas().FocusNext()
	}
	want := []string{"search", "other", "Filter", "Calendar", "other", "list", "other", "other", "title", "body"} // Write; a guided page; the bin, and enough for today
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestEntryWrittenAppearsInTheList(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.NewEntry()
	b.write("something new")
	b.wait(time.Second)
	if got := b.Rows()[1]; !strings.HasPrefix(got, "something new") {
		t.Errorf("first row: %q", got)
	}
	b.write(" and newer")
	b.wait(time.Second)
	if got := b.Rows()[1]; !strings.HasPrefix(got, "something new and newer") {
		t.Errorf("first row: %q", got)
	}
	if b.focused() != b.Body() {
		t.Error("the list took the focus")
	}
}

func TestSearch(t *testing.T) {
	all := days(3)
	all[1].Body = "A walk along the river"
	b := newBench(t, all...).arrive()
	b.store.queries = nil
	b.FocusSearch()
	b.write("wal")
	b.wait(149 * time.Millisecond)
	if len(b.store.queries) != 0 {
		t.Errorf("looked before typing paused: %v", b.store.queries)
	}
	b.wait(time.Millisecond)
	if diff := cmp.Diff([]string{"wal"}, b.store.queries); diff != "" {
		t.Errorf("queries (-want +got):\n%s", diff)
	}
	if got := b.Rows(); len(got) != 2 || !strings.HasPrefix(got[1], "title 1") {
		t.Errorf("rows: %v", got)
	}
	if got := b.Body().Text(); got != "day 0" {
		t.Errorf("searching opened %q", got)
	}
	b.press(fyne.KeyDown)
	if b.focused() != b.List() || b.Body().Text() != "A walk along the river" {
		t.Errorf("Down leads to %q", b.Body().Text())
	}
}

// What was answered is found, and shown, as the person saw it.
func TestSearchForAnAnswer(t *testing.T) {
	all := append(days(2), filled("views", time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC), map[string]string{"helps": "walk", "what": "more"}))
	b := newBench(t, all...).arrive()
	b.FocusSearch()
	b.write("strol")
	b.wait(time.Second)
	if got := b.Rows(); len(got) != 2 || !strings.HasPrefix(got[1], "Two views | A stroll | ") {
		t.Errorf("rows: %q", got)
	}
	b.press(fyne.KeyDown)
	b.win.Canvas().Focus(b.Body())
	b.write("!")
	b.wait(time.Second)
	if got := b.Rows(); len(got) != 2 || !strings.Contains(got[1], "| A stroll | ") {
		t.Errorf("rows once it was saved: %q", got)
	}
}

func TestNothingFound(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	b.FocusSearch()
	b.write("zebra")
	b.wait(time.Second)
	if got := b.Said(); got != "No entry has these words." {
		t.Errorf("told %q", got)
	}
	b.ClearButton().Tapped(nil)
	if b.Said() != "" || len(b.Rows()) != 4 || b.Search().Text != "" {
		t.Errorf("after clearing: %q, %v", b.Said(), b.Rows())
	}
}

func TestOnlyTheLastSearchIsAsked(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	b.store.queries = nil
	b.tasks.hold = true
	b.FocusSearch()
	for range 3 {
		b.write("d")
		b.wait(time.Second)
	}
	b.tasks.letGo()
	if diff := cmp.Diff([]string{"ddd"}, b.store.queries); diff != "" {
		t.Errorf("queries (-want +got):\n%s", diff)
	}
}

func TestListThatCannotBeRead(t *testing.T) {
	b := newBench(t, days(3)...)
	b.store.deaf = errors.Join(journal.ErrDamaged)
	b.arrive()
	if got := b.Said(); !strings.HasPrefix(got, "This journal file is damaged.") {
		t.Errorf("told %q", got)
	}
	b.store.deaf = nil
	b.RetryButton().Tapped(nil)
	if b.Said() != "" || len(b.Rows()) != 4 {
		t.Errorf("after trying again: %q, %v", b.Said(), b.Rows())
	}
}

func TestEmptyJournalSaysWhatToDo(t *testing.T) {
	b := newBench(t).arrive()
	if b.PaperShown() || b.focused() != b.StartButton() {
		t.Error("an empty journal does not offer to write")
	}
	b.press(fyne.KeyReturn)
	if !b.PaperShown() || b.focused() != b.Body() {
		t.Error("Enter does not begin an entry")
	}
}

func TestLongListsAreReadInPages(t *testing.T) {
	b := newBench(t, days(3000)...).arrive() // 15 pages
	for range 5 {
		b.press(fyne.KeyEnd)
		if got := b.Body().Text(); got != "day 2999" {
			t.Fatalf("End leads to %q", got)
		}
		b.press(fyne.KeyHome)
	}
	for at := 0; at < 3000; at += 200 {
		b.Reveal(at)
	}
	if got := len(b.store.queries); got > 20 {
		t.Errorf("%d pages were read to walk through 15", got)
	}
	if got := b.PagesHeld(); got > 12 {
		t.Errorf("%d pages are in memory", got)
	}
}

func TestPageThatIsNotThereYetIsChosenWhenItComes(t *testing.T) {
	b := newBench(t, days(1000)...).arrive()
	b.tasks.hold = true
	b.press(fyne.KeyEnd)
	b.tasks.letGo()
	if got := b.Body().Text(); got != "day 999" {
		t.Errorf("the paper has %q", got)
	}
}

func TestRowSaysWhyItWasFound(t *testing.T) {
	all := days(4)
	all[0].Body = "Nothing here.\n\nThen we stood by the river and said very little for a long time."
	all[0].Feelings = []journal.Feeling{{Word: "calm", Intensity: 3}}
	all[1].Body, all[1].Title = all[0].Body, ""
	all[2].Title = "The river"
	b := newBench(t, all...).arrive()
	b.FocusSearch()
	b.write("riv")
	b.wait(time.Second)
	want := []string{
		"November 2026",
		"title 0 | …we stood by the river and said very litt… | 12:00",
		"Nothing here. | …we stood by the river and said very litt… | 12:00",
		"The river | day 2 | 12:00",
	}
	if diff := cmp.Diff(want, b.Rows()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	b.Search().SetText("")
	b.press(fyne.KeyReturn)
	if got := b.Rows()[1]; got != "title 0 | calm | 12:00" {
		t.Errorf("after searching: %q", got)
	}
}

// A row shows what its title lacks, or has no room for.
func TestRowShowsWhatItsTitleLacks(t *testing.T) {
	all := days(2)
	all[0].Title, all[0].Body = "Walk", "A walk, and then home.\nBy the river we sat."
	all[1].Title, all[1].Body, all[1].Tags = "What we said that evening, when nobody else was there, about the harbour", "The harbour was dark.", []string{"我的工作"}
	b := newBench(t, all...).arrive()
	b.FocusSearch()
	for query, want := range map[string]string{
		"walk river": "Walk | By the river we sat. | 12:00",
		"walk":       "Walk | A walk, and then home. | 12:00",
		"harbour":    "What we said that evening, whe… | The harbour was dark. | 12:00",
		"工作":         "What we said that evening, whe… | The harbour was dark. | 12:00 · #我的工作",
	} {
		b.Search().SetText("")
		b.write(query)
		b.wait(time.Second)
		if got := b.Rows(); len(got) != 2 || got[1] != want {
			t.Errorf("%q: rows %q, want %q", query, got, want)
		}
	}
}

// A tag that is why an entry was found stands in its row, marked; and no tag
// that is not.
func TestRowShowsTheTagItWasFoundBy(t *testing.T) {
	all := days(4)
	all[0].Tags = []string{"quiet days", "evening walks", "walking 2026"}
	all[0].Feelings = []journal.Feeling{{Word: "calm", Intensity: 3}}
	all[1].Title, all[1].Tags = "Walked home", []string{"walks"}
	all[3].Tags = []string{"what was said between the two of us after dinner"}
	all[2].Body, all[2].Tags = "By the river we walked.", []string{"river walk", "12 walks", "eve"}
	b := newBench(t, all...).arrive()
	b.FocusSearch()
	for _, search := range []struct {
		query string
		rows  []string
		marks [][]string // in each row
	}{
		{"walk", []string{"title 0 | calm | 12:00 · #evening walks #walking 2026", "Walked home | day 1 | 12:00", "title 2 | By the river we walked. | 12:00"},
			[][]string{{"walk", "walk"}, {"Walk"}, {"walk"}}},
		{"eve walk", []string{"title 0 | calm | 12:00 · #evening walks #walking 2026", "title 2 | By the river we walked. | 12:00 · #eve"},
			[][]string{{"eve", "walk", "walk"}, {"walk", "eve"}}},
		{"dinner", []string{"title 3 | day 3 | 12:00 · #…the two of us after dinner"}, [][]string{{"dinner"}}},
		{"12 ", []string{"title 2 | By the river we walked. | 12:00 · #12 walks"}, [][]string{{"12"}}},
	} {
		b.Search().SetText("")
		b.write(search.query)
		b.wait(time.Second)
		got := b.Rows()
		if diff := cmp.Diff(search.rows, got[1:]); diff != "" {
			t.Errorf("rows of %q (-want +got):\n%s", search.query, diff)
		}
		if diff := cmp.Diff(search.marks, b.Marked()); diff != "" {
			t.Errorf("marked of %q (-want +got):\n%s", search.query, diff)
		}
	}
}

func TestRowsAreFoundWhereTheyArePlaced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var counts []journal.MonthCount
		total := 0
		for range rapid.IntRange(1, 40).Draw(t, "months") {
			n := rapid.IntRange(1, 300).Draw(t, "entries")
			counts = append(counts, journal.MonthCount{Count: n})
			total += n
		}
		placed := entries.Place(counts)
		if want := float32(len(counts)*30 + total*70); placed.All() != want {
			t.Fatalf("all rows are %v high, want %v", placed.All(), want)
		}
		position := rapid.IntRange(0, total-1).Draw(t, "position")
		top := placed.Top(position)
		for _, y := range []float32{top, top + 69} {
			if got, ok := placed.At(y); !ok || got != position {
				t.Fatalf("at %v is %d, want %d", y, got, position)
			}
		}
		first, end := placed.Between(top, 500)
		if first > position || end <= position || end-first > 9 {
			t.Fatalf("from %v on, %d to %d are in view", top, first, end)
		}
	})
}

func TestEntryThatComesLateLeavesThePaperBlank(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	b.tasks.hold = true
	b.press(fyne.KeyDown)
	b.wait(149 * time.Millisecond)
	if !b.PaperShown() || b.Late() {
		t.Error("the paper flickers")
	}
	b.wait(time.Millisecond)
	if b.PaperShown() || !b.Late() {
		t.Error("the text of another entry stays")
	}
	b.tasks.letGo()
	if !b.PaperShown() || b.Late() || b.Body().Text() != "day 1" {
		t.Errorf("what came is %q", b.Body().Text())
	}

	b.tasks.hold = true
	b.press(fyne.KeyDown)
	b.wait(time.Second)
	b.press(fyne.KeyUp)
	if !b.PaperShown() || b.Late() || b.Body().Text() != "day 1" {
		t.Error("going back to the entry that is open shows no paper")
	}
	b.press(fyne.KeyDown)
	b.wait(time.Second)
	b.NewEntry()
	b.wait(time.Second)
	b.tasks.letGo()
	if !b.PaperShown() || b.Late() || b.Body().Text() != "" || b.focused() != b.Body() {
		t.Error("a new entry has no paper")
	}
}

func TestEntryThatComesAtOnceIsNeverLate(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.press(fyne.KeyDown)
	b.wait(time.Second)
	if !b.PaperShown() || b.Late() {
		t.Error("the paper is taken away from an entry that is there")
	}
}

func TestNothingIsTypedIntoAnEntryThatIsOutOfSight(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.tasks.hold = true
	b.OpenEntry(all[1].ID)
	b.wait(time.Second)
	if b.focused() == b.Body() {
		t.Error("the caret stays in a text that is not shown")
	}
	b.store.deaf = journal.ErrDamaged
	b.tasks.letGo()
	if !b.PaperShown() || b.Late() || b.Notice() == "" || b.Body().Text() != "day 0" {
		t.Errorf("after failing, told %q, the paper has %q", b.Notice(), b.Body().Text())
	}
}

func TestListTakesTheFocusWhenItComes(t *testing.T) {
	b := newBench(t, days(2)...)
	b.tasks.hold = true
	b.arrive()
	b.tasks.letGo()
	if b.focused() != b.List() || b.Body().Text() != "day 0" {
		t.Errorf("on arrival the paper has %q", b.Body().Text())
	}
}

func TestListThatComesLateLeavesTheFocusWhereOneWrites(t *testing.T) {
	b := newBench(t, days(2)...)
	b.tasks.hold = true
	b.arrive()
	b.NewEntryAbout("talk", "", "What was said?")
	b.tasks.letGo()
	b.write("this")
	if got := b.Body().Text(); got != "this" {
		t.Errorf("the paper has %q", got)
	}
}

func TestSealedLetterShowsNoWords(t *testing.T) {
	all := days(2)
	all[0].SealedUntil = "2026-12-24"
	b := newBench(t, all...).arrive()
	if b.PaperShown() || b.Sealed() != "This letter is sealed until 24 December 2026." {
		t.Fatalf("the letter is open; told %q", b.Sealed())
	}
	b.press(fyne.KeyReturn)
	b.wait(time.Second)
	if len(b.store.calls) != 0 {
		t.Fatalf("a sealed letter was written: %v", b.store.calls)
	}
	if b.focused() != b.OpenSeal() {
		t.Error("Enter does not lead to what opens the letter")
	}
	b.win.Canvas().Focus(b.List())
	b.press(fyne.KeyDown)
	if b.Sealed() != "" || b.Body().Text() != "day 1" {
		t.Fatalf("the next entry shows %q", b.Body().Text())
	}
	b.press(fyne.KeyUp)
	b.OpenSeal().Tapped(nil)
	b.wait(time.Second)
	if got := b.kept(all[0].ID); got.SealedUntil != "" || got.Body != "day 0" || b.Body().Text() != "day 0" {
		t.Errorf("opened: until %q, %q", got.SealedUntil, b.Body().Text())
	}
}

func TestEnoughIsSaidBelowTheList(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.win.Canvas().Focus(b.List())
	b.win.Canvas().FocusNext() // the bin
	b.win.Canvas().FocusNext()
	if b.press(fyne.KeyReturn); b.ended != 1 {
		t.Errorf("Enter on the second control below the list ends for today %d times", b.ended)
	}
}

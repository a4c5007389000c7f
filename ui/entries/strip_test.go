package entries_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/ui/theme"
)

func TestTags(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.win.Canvas().Focus(b.Tag())
	b.write("walk,#sleep")
	b.press(fyne.KeyReturn)
	b.write("walk,")
	b.write("  left behind ")
	b.win.Canvas().Focus(b.Body())
	if diff := cmp.Diff([]string{"walk", "sleep", "left behind"}, b.Tags()); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
	b.win.Canvas().Focus(b.Tag())
	b.press(fyne.KeyBackspace)
	if diff := cmp.Diff([]string{"walk", "sleep"}, b.Tags()); diff != "" {
		t.Errorf("after Backspace (-want +got):\n%s", diff)
	}
}

func TestTagBeingTypedIsKeptWhenTheNextEntryBegins(t *testing.T) {
	all := days(1)
	b := newBench(t, all...).arrive()
	b.win.Canvas().Focus(b.Tag())
	b.write("walk")
	b.NewEntry()
	if diff := cmp.Diff([]string{"walk"}, b.kept(all[0].ID).Tags); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
	if len(b.Tags()) != 0 {
		t.Errorf("the next entry has %v", b.Tags())
	}
}

func TestKnownTagsAreOffered(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.win.Canvas().Focus(b.Tag())
	b.write("P")
	if b.Chip("+ evening walk") != nil {
		t.Error("a tag is offered that does not begin so")
	}
	b.Chip("+ promise").Tapped(nil)
	if diff := cmp.Diff([]string{"promise"}, b.Tags()); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
}

func TestTagThatCannotBeKeptStaysInTheField(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.win.Canvas().Focus(b.Tag())
	long := strings.Repeat("a", journal.MaxWord+1)
	b.Tag().SetText(long)
	b.press(fyne.KeyReturn)
	if b.Wrong() == "" || b.Tag().Text != long || len(b.Tags()) != 0 {
		t.Errorf("told %q, tags %v", b.Wrong(), b.Tags())
	}
}

func TestWhen(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	for _, c := range []struct {
		day, clock string
		ok         bool
	}{
		{"2026-13-01", "10:00", false}, {"yesterday", "10:00", false}, {"2026-02-30", "10:00", false},
		{"2026-03-28", "25:00", false}, {"2026-03-28", "", false},
		{"2026-03-28", "9:05", true},
	} {
		b.OpenWhen()
		b.DayField().SetText(c.day)
		b.TimeField().SetText(c.clock)
		b.press(fyne.KeyReturn)
		if ok := b.WhenWrong() == "" && !b.Drawer(); ok != c.ok {
			t.Errorf("%q %q: %q", c.day, c.clock, b.WhenWrong())
		}
		if !c.ok {
			b.OpenWhen() // puts it away
		}
	}
	b.wait(time.Second)
	if got := b.only().At.Format(time.RFC3339); got != "2026-03-28T09:05:00Z" {
		t.Errorf("kept %s", got)
	}
	if got := b.Rows()[0]; got != "March 2026" {
		t.Errorf("the list shows it under %q", got)
	}
}

func TestDayIsReadAsItIsWritten(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	for _, typed := range []string{
		"2026-11-03", "2026-11-3", "3/11/2026", "03/11/2026", "3.11.2026", "3. 11. 2026",
		"3 November 2026", " 3  november 2026 ", "3 Nov 2026", "3. November 2026",
	} {
		b.OpenWhen()
		b.write(typed) // in the place of the day that was there
		b.Done().Tapped(nil)
		b.wait(time.Second)
		if got := b.only().At.Format(time.DateTime); got != "2026-11-03 12:00:00" || b.Drawer() {
			t.Errorf("%q is read as %s; told %q", typed, got, b.WhenWrong())
		}
		b.OpenWhen()
		b.write("2026-01-01")
		b.press(fyne.KeyReturn)
	}
}

func TestDoneKeepsAWrongDayOnTheScreen(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.OpenWhen()
	for _, typed := range []string{"11/13/2026", "31 February 2026", "3/11/26", "soon"} {
		b.DayField().SetText(typed)
		b.Done().Tapped(nil)
		if !b.Drawer() || b.WhenWrong() != "Write the day as 3 November 2026 or 2026-11-03." || b.focused() != b.DayField() {
			t.Errorf("%q: open %v, told %q", typed, b.Drawer(), b.WhenWrong())
		}
	}
	b.DayField().SetText("3/11/2026")
	b.TimeField().SetText("noon")
	b.Done().Tapped(nil)
	if b.WhenWrong() != "Write the time as 14:30." || b.focused() != b.TimeField() {
		t.Errorf("told %q", b.WhenWrong())
	}
	b.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.wait(time.Second)
	if b.Drawer() || len(b.store.calls) != 0 {
		t.Error("Escape takes the day over")
	}
	b.OpenFeelings()
	if b.Done().Tapped(nil); b.Drawer() {
		t.Error("Done does not put the feelings away")
	}
}

func TestWhenKeepsTheZone(t *testing.T) {
	one := days(1)
	one[0].At = time.Date(2026, 11, 20, 23, 30, 15, 7, time.FixedZone("", 9*3600))
	b := newBench(t, one...).arrive()
	b.OpenWhen()
	b.press(fyne.KeyReturn)
	b.wait(time.Second)
	if len(b.store.calls) != 0 {
		t.Error("an unchanged moment was saved")
	}
	b.OpenWhen()
	b.DayField().SetText("2026-11-19")
	b.press(fyne.KeyReturn)
	b.wait(time.Second)
	if got := b.only().At.Format(time.RFC3339); got != "2026-11-19T23:30:00+09:00" {
		t.Errorf("kept %s", got)
	}
}

func TestLinks(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.OpenLinks()
	b.Chip("Acknowledge").Tapped(nil)
	b.Chip("Name each feeling").Tapped(nil)
	b.wait(time.Second)
	if e := b.only(); e.Stage != "acknowledge" || e.Step != "acknowledge.feel" {
		t.Errorf("kept %q, %q", e.Stage, e.Step)
	}
	b.Chip("Acknowledge › Name each feeling").OnRemove()
	b.wait(time.Second)
	if e := b.only(); e.Stage != "" || e.Step != "" {
		t.Errorf("after removing: %q, %q", e.Stage, e.Step)
	}
}

func TestNewEntryAbout(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntryAbout("acknowledge", "acknowledge.line", "What happened?")
	if b.focused() != b.Body() || b.Prompt() != "What happened?" {
		t.Errorf("prompt %q", b.Prompt())
	}
	b.write("This.")
	b.wait(time.Second)
	if e := b.only(); e.Body != "This." || e.Stage != "acknowledge" || e.Step != "acknowledge.line" {
		t.Errorf("kept %+v", e)
	}
	b.NewEntry()
	if b.Prompt() != "" {
		t.Error("the prompt stays for the next entry")
	}
}

func TestPromptStaysWithTheStep(t *testing.T) {
	all := days(2)
	all[0].Stage, all[0].Step = "acknowledge", "acknowledge.line"
	b := newBench(t, all...).arrive()
	const asked = "What was it, in one line?"
	if b.Prompt() != asked {
		t.Errorf("an entry about a step is opened under %q", b.Prompt())
	}
	b.press(fyne.KeyDown)
	if b.Prompt() != "" {
		t.Errorf("its neighbour is opened under %q", b.Prompt())
	}
	b.OpenLinks()
	b.Chip("Acknowledge").Tapped(nil)
	b.Chip("Name it in one line").Tapped(nil)
	if b.Prompt() != asked {
		t.Errorf("the prompt of the step that was chosen is %q", b.Prompt())
	}
	b.Chip("Acknowledge › Name it in one line").OnRemove()
	if b.Prompt() != "" {
		t.Errorf("without a step %q stays", b.Prompt())
	}
	b.press(fyne.KeyEscape)
	b.NewEntryAbout("acknowledge", "acknowledge.line", "In other words?")
	b.Chip("Star").Tapped(nil)
	if b.Prompt() != "In other words?" {
		t.Errorf("the prompt given turns into %q", b.Prompt())
	}
}

func TestFieldsTheScreenDoesNotShowAreKept(t *testing.T) {
	one := days(1)
	one[0].Page, one[0].Fields = "apology", map[string]string{"regret": "all of it"}
	one[0].Before, one[0].After, one[0].Promise = 2, 4, "p"
	one[0].NoLookBack = true
	b := newBench(t, one...).arrive()
	b.press(fyne.KeyReturn)
	b.write("!")
	b.wait(time.Second)
	want := one[0]
	want.Body = "day 0!"
	if diff := cmp.Diff(want, b.only()); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestDeleteAndUndo(t *testing.T) {
	all := days(3)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyDown, fyne.KeyReturn)
	b.write("!")
	b.Chip("Delete").Tapped(nil)
	if got := b.store.bin[all[1].ID].Body; got != "day 1!" {
		t.Errorf("the bin has %q", got)
	}
	if got := b.Body().Text(); got != "day 2" {
		t.Errorf("the neighbour is %q", got)
	}
	if b.Notice() == "" {
		t.Error("nothing is told")
	}
	b.UndoButton().Tapped(nil)
	if got := b.kept(all[1].ID).Body; got != "day 1!" || b.Body().Text() != got || b.Notice() != "" {
		t.Errorf("undo: kept %q, shown %q, told %q", got, b.Body().Text(), b.Notice())
	}
}

func TestDeleteOfTheLastEntry(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.Chip("Delete").Tapped(nil)
	if len(b.store.entries) != 0 || b.Notice() == "" {
		t.Errorf("%d kept, told %q", len(b.store.entries), b.Notice())
	}
	b.UndoButton().Tapped(nil)
	if got := b.Body().Text(); got != "day 0" || len(b.store.entries) != 1 {
		t.Errorf("undo shows %q", got)
	}
}

func TestDeleteThatFailsKeepsTheEntry(t *testing.T) {
	b := newBench(t, days(2)...).arrive()
	b.press(fyne.KeyReturn)
	b.write("!")
	b.store.fail = journal.ErrReadOnly
	b.Chip("Delete").Tapped(nil)
	if got := b.Body().Text(); got != "day 0!" || !strings.Contains(b.Notice(), "no right to write") {
		t.Errorf("shown %q, told %q", got, b.Notice())
	}
	b.store.fail = nil
	b.wait(5 * time.Second)
	if len(b.store.entries) != 2 || len(b.store.bin) != 0 {
		t.Error("the entry is not kept")
	}
}

func TestFoldedList(t *testing.T) {
	b := newBench(t, days(3)...)
	b.win.Resize(fyne.NewSize(640, 700))
	b.arrive()
	if b.ListShown() || !b.PaperShown() || b.focused() != b.Back() {
		t.Fatal("the list does not fold")
	}
	b.press(fyne.KeyReturn)
	if !b.ListShown() || b.focused() != b.List() {
		t.Fatal("Back does not show the list")
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	if b.ListShown() || b.focused() != b.Body() || b.Body().Text() != "day 1" {
		t.Error("Enter does not show the entry")
	}
	b.FocusSearch()
	if !b.ListShown() || b.focused() != b.Search() {
		t.Error("searching does not show the list")
	}
	b.NewEntry()
	if b.ListShown() || b.focused() != b.Body() {
		t.Error("writing does not show the paper")
	}
	b.win.Resize(fyne.NewSize(1000, 700))
	if !b.ListShown() {
		t.Error("the list does not come back where there is room")
	}
}

func TestLargeText(t *testing.T) {
	b := newBench(t, days(3)...)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 2))
	b.arrive()
	for _, c := range []struct {
		width  float32 // of the screen
		folded bool
	}{{1460, false}, {1400, true}, {500, true}, {300, true}} {
		b.win.Resize(fyne.NewSize(c.width, 600))
		if b.ListShown() == c.folded {
			t.Fatalf("at %v the list is folded: %v", c.width, !c.folded)
		}
		if !c.folded {
			continue
		}
		back, write, title := place(b.Back()), place(b.HeadWrite()), place(b.Title())
		if back.overlaps(write) || back.overlaps(title) || write.overlaps(title) {
			t.Errorf("at %v the head's buttons stand at %v and %v, the title at %v", c.width, back, write, title)
		}
	}
}

func TestStripTakesAsFewLinesAsItCan(t *testing.T) {
	for _, c := range []struct {
		width  float32 // of the screen
		tags   int     // that the entry has, long ones
		joined bool    // whether what is done now and then stands in the last line
	}{{1100, 1, true}, {1100, 0, false}, {1100, 14, false}, {260, 0, false}} {
		one := days(1)
		for i := range c.tags {
			one[0].Tags = append(one[0].Tags, strings.Repeat("word", 8)+string(rune('a'+i)))
		}
		b := newBench(t, one...)
		b.win.Resize(fyne.NewSize(c.width, 700))
		b.arrive()
		b.OpenEntry(one[0].ID)
		tag, more, status := place(b.Tag()), place(b.Chip("More…")), place(b.StatusLine())
		if joined := more.besides(tag) && status.besides(tag); joined != c.joined {
			t.Errorf("at %v with %d tags they stand in the last line: %v", c.width, c.tags, joined)
		}
		if more.overlaps(tag) || more.overlaps(status) || status.right > c.width {
			t.Errorf("at %v the tag stands at %v, the rest at %v and %v", c.width, tag, more, status)
		}
	}
}

func TestStatusIsShortWhereThereIsLittleRoom(t *testing.T) {
	seen := make(map[string]bool)
	for n := 4; n < 46; n += 4 { // letters of a tag before it
		one := days(1)
		one[0].Tags = []string{strings.Repeat("n", n)}
		b := newBench(t, one...).arrive()
		b.press(fyne.KeyReturn)
		seen[b.Status()] = true
		more, status := place(b.Chip("More…")), place(b.StatusLine())
		if more.overlaps(status) || status.right > 1100 || !more.besides(status) {
			t.Errorf("with %d letters it stands at %v, beside %v", n, status, more)
		}
	}
	if !seen["Saved"] || !seen["Saved 20 November"] || len(seen) != 2 {
		t.Errorf("it tells %v", seen)
	}
}

func TestStripStaysWhereItIsWhileSaving(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	was := place(b.Chip("More…"))
	for range 3 {
		b.write("word ")
		if at := place(b.Chip("More…")); at != was {
			t.Errorf("it moves from %v to %v", was, at)
		}
		b.wait(time.Second)
	}
}

func TestLargeTextInTheDay(t *testing.T) {
	b := newBench(t, days(1)...)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 2))
	b.win.Resize(fyne.NewSize(520, 600))
	b.arrive()
	b.OpenWhen()
	day, clock := place(b.DayField()), place(b.TimeField())
	if day.right > 520 || clock.right > 520 || day.overlaps(clock) {
		t.Errorf("the day stands at %v, the time at %v", day, clock)
	}
}

// area is where something stands in the window.
type area struct{ left, top, right, bottom float32 }

func place(o fyne.CanvasObject) area {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) overlaps(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// besides reports whether a and b stand at the same height.
func (a area) besides(b area) bool { return a.top < b.bottom && b.top < a.bottom }

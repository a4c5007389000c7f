package entries_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestSavesHalfASecondAfterTypingStops(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.write("first words")
	b.wait(499 * time.Millisecond)
	if len(b.store.calls) != 0 {
		t.Fatalf("saved before typing stopped: %v", b.store.calls)
	}
	b.wait(time.Millisecond)
	if got := b.only().Body; got != "first words" {
		t.Errorf("kept %q", got)
	}
	if got := b.Status(); got != "Saved 21:40" {
		t.Errorf("status is %q", got)
	}
}

func TestSavesDuringUnbrokenTyping(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	for range 7 {
		b.write("a")
		b.wait(100 * time.Millisecond)
	}
	if got := b.only().Body; got != "aaaaaaa" {
		t.Errorf("0.7 s after the first key, %q is kept", got)
	}
	if got := b.Status(); got != "Saving…" {
		t.Errorf("while typing goes on the status is %q", got)
	}
	for range 7 {
		b.write("b")
		b.wait(100 * time.Millisecond)
	}
	if got := b.only().Body; got != "aaaaaaabbbbbbb" {
		t.Errorf("0.7 s after the next unsaved key, %q is kept", got)
	}
}

func TestSavesAtOnceWhenFocusIsLost(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.write("words")
	b.press(fyne.KeyEscape)
	if got := b.only().Body; got != "words" {
		t.Errorf("kept %q", got)
	}
}

func TestOpeningSavesNothing(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape)
	b.wait(time.Minute)
	if len(b.store.calls) != 0 {
		t.Errorf("writes without an edit: %v", b.store.calls)
	}
	if _, ok := b.Pending(); ok {
		t.Error("something is pending without an edit")
	}
}

func TestFirstSaveAfterOpeningBeginsAnew(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	edit := func() {
		b.write("x")
		b.wait(time.Second)
	}
	b.press(fyne.KeyReturn)
	edit()
	edit()
	b.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	edit()
	if diff := cmp.Diff([]bool{true, false, true}, b.store.anew); diff != "" {
		t.Errorf("beginsAnew (-want +got):\n%s", diff)
	}
	if got := b.kept(all[0].ID).Body; got != "day 0xxx" {
		t.Errorf("kept %q", got)
	}
}

func TestSwitchingSavesFirstAndMixesNothing(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write(" and more")
	b.OpenEntry(all[1].ID)
	b.write("!")
	b.wait(time.Second)
	if got := b.kept(all[0].ID).Body; got != "day 0 and more" {
		t.Errorf("the first has %q", got)
	}
	if got := b.kept(all[1].ID).Body; got != "day 1!" {
		t.Errorf("the second has %q", got)
	}
}

func TestSwitchingWhileASaveIsRunning(t *testing.T) {
	all := days(3)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write("A")
	b.tasks.hold = true
	b.wait(time.Second) // the save is queued
	b.write("B")
	b.OpenEntry(all[1].ID) // queued behind
	b.win.Canvas().Focus(b.Body())
	b.write("C") // still on the first entry
	b.OpenEntry(all[2].ID)
	b.OpenEntry(all[1].ID)
	b.tasks.letGo()
	b.write("!")
	b.wait(time.Second)
	want := []string{"day 0ABC", "day 1!", "day 2"}
	for i, e := range all {
		if got := b.kept(e.ID).Body; got != want[i] {
			t.Errorf("entry %d has %q, want %q", i, got, want[i])
		}
	}
}

func TestGoingBackToAnEntryThatIsStillBeingSaved(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write(" more")
	b.store.fail = journal.ErrNoSpace
	b.OpenEntry(all[1].ID)
	b.OpenEntry(all[0].ID)
	if got := b.Body().Text(); got != "day 0 more" {
		t.Fatalf("the unsaved text came back as %q", got)
	}
	b.store.fail = nil
	b.write("!")
	b.wait(time.Second)
	if got := b.kept(all[0].ID).Body; got != "day 0 more!" {
		t.Errorf("kept %q", got)
	}
	if got := b.kept(all[1].ID).Body; got != "day 1" {
		t.Errorf("the other has %q", got)
	}
}

func TestSecondSaveBeforeTheFirstReturnedCreatesOnce(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.tasks.hold = true
	b.write("one")
	b.wait(time.Second)
	b.write(" two")
	b.wait(time.Second)
	b.tasks.letGo()
	if got := b.only().Body; got != "one two" {
		t.Errorf("kept %q", got)
	}
	if diff := cmp.Diff([]string{"create"}, b.store.calls); diff != "" {
		t.Errorf("writes (-want +got):\n%s", diff)
	}
	b.write(" three")
	b.wait(time.Second)
	if got := b.only().Body; got != "one two three" {
		t.Errorf("kept %q", got)
	}
}

func TestFailureIsToldAndTriedAgain(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.store.fail = fmt.Errorf("create entry: %w", journal.ErrNoSpace)
	b.write("words")
	b.wait(500 * time.Millisecond)
	if got := b.Status(); got != "Not saved" {
		t.Errorf("status is %q", got)
	}
	if got := b.Failure(); !strings.Contains(got, "There is no space left on the disk.") {
		t.Errorf("the person is told %q", got)
	}
	if got := b.Body().Text(); got != "words" {
		t.Errorf("the screen has %q", got)
	}
	for i, wait := range []time.Duration{2, 5, 15, 15} {
		tried := len(b.store.calls)
		b.wait(wait*time.Second - time.Millisecond)
		if len(b.store.calls) != tried {
			t.Errorf("try %d came early", i)
		}
		b.wait(time.Millisecond)
		if len(b.store.calls) != tried+1 {
			t.Errorf("try %d did not come after %d s", i, wait)
		}
	}
	b.store.fail = nil
	b.wait(15 * time.Second)
	if got := b.only().Body; got != "words" {
		t.Errorf("kept %q", got)
	}
	if b.Failure() != "" || !strings.HasPrefix(b.Status(), "Saved ") {
		t.Errorf("afterwards: %q, %q", b.Status(), b.Failure())
	}
	tried := len(b.store.calls)
	b.wait(time.Minute)
	if len(b.store.calls) != tried {
		t.Error("it is saved again and again")
	}
}

func TestFailureOfAnEntryThatWasLeftIsTold(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write("!")
	b.store.fail = journal.ErrReadOnly
	b.OpenEntry(all[1].ID)
	if got := b.Failure(); !strings.Contains(got, "An entry you wrote before is not saved yet.") {
		t.Errorf("the person is told %q", got)
	}
	b.store.fail = nil
	b.wait(2 * time.Second)
	if got := b.kept(all[0].ID).Body; got != "day 0!" || b.Failure() != "" {
		t.Errorf("kept %q, told %q", got, b.Failure())
	}
}

func TestNothingIsTriedAgainOnceTheJournalIsClosed(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.store.fail = journal.ErrClosed
	b.write("words")
	b.wait(time.Second)
	tried := len(b.store.calls)
	b.wait(time.Minute)
	if len(b.store.calls) != tried {
		t.Errorf("%d tries on a closed journal", len(b.store.calls)-tried)
	}
}

func TestEntryRemovedMeanwhileIsCreatedAgain(t *testing.T) {
	all := days(1)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	delete(b.store.entries, all[0].ID)
	b.write("!")
	b.wait(time.Second)
	if got := b.kept(all[0].ID).Body; got != "day 0!" {
		t.Errorf("kept %q", got)
	}
}

func TestPending(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write(" left")
	b.store.fail = errors.New("broken")
	b.OpenEntry(all[1].ID)
	b.write(" open")
	save, ok := b.Pending()
	if !ok {
		t.Fatal("nothing is pending")
	}
	if err := save(context.Background()); err == nil {
		t.Error("a failed save is not told")
	}
	b.store.fail = nil
	if err := save(context.Background()); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"day 0 left", "day 1 open"} {
		if got := b.kept(all[i].ID).Body; got != want {
			t.Errorf("entry %d has %q", i, got)
		}
	}
	if _, ok := b.Pending(); ok {
		t.Error("something is still pending")
	}
	writes := len(b.store.calls)
	b.wait(time.Minute)
	if len(b.store.calls) != writes {
		t.Error("what was saved is saved again")
	}
}

func TestPendingHasTheTagBeingTyped(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.win.Canvas().Focus(b.Tag())
	b.write("walk")
	save, ok := b.Pending()
	if !ok {
		t.Fatal("nothing is pending")
	}
	if err := save(context.Background()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"walk"}, b.only().Tags); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
}

func TestPendingWriteIsNotUndoneByAnOlderOne(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.tasks.hold = true
	b.write("old")
	b.wait(time.Second)
	b.write(" and new")
	save, ok := b.Pending()
	if !ok {
		t.Fatal("nothing is pending")
	}
	if err := save(context.Background()); err != nil {
		t.Fatal(err)
	}
	b.tasks.letGo()
	if got := b.only().Body; got != "old and new" {
		t.Errorf("kept %q", got)
	}
}

func TestEmptyIsNeverKept(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntryAbout("talk", "", "What was said?")
	b.Chip("Star").Tapped(nil)
	b.wait(time.Second)
	b.win.Canvas().Focus(b.Body())
	b.write("x")
	b.press(fyne.KeyBackspace)
	b.wait(time.Second)
	if _, ok := b.Pending(); ok {
		t.Error("an empty entry is pending")
	}
	b.NewEntry()
	b.wait(time.Second)
	if len(b.store.calls) != 0 {
		t.Errorf("an empty entry was written: %v", b.store.calls)
	}
}

func TestEmptiedEntryGoesToTheBinWhenLeft(t *testing.T) {
	all := days(2)
	all[0].Title = ""
	b := newBench(t, all...).arrive()
	b.empty()
	b.wait(time.Second)
	if len(b.store.calls) != 0 {
		t.Fatalf("an entry that may be written anew was touched: %v", b.store.calls)
	}
	b.OpenEntry(all[1].ID)
	if got := b.store.bin[all[0].ID].Body; got != "day 0" {
		t.Fatalf("the bin has %q", got)
	}
	if b.Notice() == "" {
		t.Error("nothing is told")
	}
	b.UndoButton().Tapped(nil)
	if got := b.kept(all[0].ID).Body; got != "day 0" {
		t.Errorf("undo brought back %q", got)
	}
	if got := b.Body().Text(); got != "day 0" {
		t.Errorf("the screen has %q", got)
	}
}

func TestEmptiedWhileItsCreationIsRunning(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.tasks.hold = true
	b.write("no")
	b.SaveNow()
	b.press(fyne.KeyBackspace, fyne.KeyBackspace)
	b.NewEntry()
	b.tasks.letGo()
	if len(b.store.entries) != 0 {
		t.Error("an emptied entry is kept")
	}
}

func TestEmptiedAndFilledAgainIsOneEntry(t *testing.T) {
	all := days(1)
	all[0].Title = ""
	b := newBench(t, all...).arrive()
	b.empty()
	b.wait(time.Second)
	b.write("something else")
	b.wait(time.Second)
	if got := b.only().Body; got != "something else" {
		t.Errorf("kept %q", got)
	}
	if b.Notice() != "" {
		t.Errorf("told %q", b.Notice())
	}
}

package entries_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
)

// rescue taps one of the ways out of a failure.
func (b *bench) rescue(label string) {
	b.t.Helper()
	for _, button := range b.Rescue() {
		if button.Text == label {
			button.Tapped(nil)
			return
		}
	}
	b.t.Fatalf("%q is not offered", label)
}

func TestWhatCanNotBeSavedCanBeTakenElsewhere(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	if len(b.Rescue()) != 0 {
		t.Fatal("a way out is offered without need")
	}
	b.store.fail = journal.ErrNoSpace
	b.press(fyne.KeyReturn)
	b.write(" of rain")
	b.OpenEntry(all[1].ID)
	b.write(" of wind")
	b.wait(time.Second)
	b.write(" and more") // while saving fails

	b.rescue("Copy text")
	for _, want := range []string{"title 0\n\nday 0 of rain", "title 1\n\nday 1 of wind and more"} {
		if !strings.Contains(b.copied, want) {
			t.Errorf("the clipboard holds %q, which lacks %q", b.copied, want)
		}
	}
	if b.Notice() == "" {
		t.Error("it is not said that the text was copied")
	}
	b.rescue("Save a sealed copy elsewhere…")
	if len(b.saved) != 1 || len(b.saved[0]) != 2 {
		t.Fatalf("to be saved elsewhere: %v", b.saved)
	}
	for _, e := range b.saved[0] {
		if want := map[bool]string{true: "day 0 of rain", false: "day 1 of wind and more"}[e.ID == all[0].ID]; e.Body != want {
			t.Errorf("to be saved elsewhere is %q, want %q", e.Body, want)
		}
	}

	b.win.Canvas().Focus(b.Rescue()[0])
	b.store.fail = nil
	b.wait(15 * time.Second)
	if b.focused() != fyne.Focusable(b.Body()) {
		t.Errorf("the focus is on %T, which is gone", b.focused())
	}
	if len(b.Rescue()) != 0 || b.Failure() != "" {
		t.Error("the way out is still offered when all is saved")
	}
	if got := b.kept(all[1].ID).Body; got != "day 1 of wind and more" {
		t.Errorf("kept %q", got)
	}
}

func TestOnlyWhatIsMissingIsTakenElsewhere(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	b.NewEntry()
	b.store.fail = journal.ErrReadOnly
	b.write("the only one")
	b.wait(time.Second)
	b.rescue("Copy text")
	if b.copied != "the only one" {
		t.Errorf("the clipboard holds %q", b.copied)
	}
}

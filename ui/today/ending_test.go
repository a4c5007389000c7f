package today_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/today"
	"mend/ui/widget"
)

// end lets the person end for today, and returns how often the journal was
// locked.
func (s *shown) end(facts bool) *int {
	locked := new(int)
	today.Ending{
		Window: s.win, Tasks: tasks.NewSync(), Store: s.store, Now: func() time.Time { return s.store.now }, Facts: facts,
		OnEntry: func(id uuid.UUID) { s.changed = append(s.changed, id) }, OnLock: func() { *locked++ },
		OnCare: func() { s.calls = append(s.calls, "care") },
	}.Ask()
	return locked
}

func written() *memory {
	return &memory{entries: []journal.Entry{
		{ID: uuid.New(), At: noon().AddDate(0, 0, -1), Body: "yesterday"},
		{ID: uuid.New(), At: noon().Add(-time.Hour), Body: "first", Before: 3},
		{ID: uuid.New(), At: noon(), Body: "last", Before: 4, After: 4},
		{ID: uuid.New(), At: noon().Add(time.Minute), Feelings: []journal.Feeling{{Word: "sad", Intensity: 2}}}, // no words to rate
	}}
}

func TestEndingKeepsHowItIsAndLocks(t *testing.T) {
	s := show(t, written())
	locked := s.end(false)
	if !s.chip("all right").Selected || *locked != 0 {
		t.Fatal("what was said before does not show, or it locks unasked")
	}
	test.Tap(s.chip("hard"))
	s.tap("Lock the journal")
	if last := s.store.entries[2]; last.After != 2 || last.Before != 4 || last.Body != "last" || *locked != 1 {
		t.Errorf("kept is %d after %d, locked %d times", last.After, last.Before, *locked)
	}
	if len(s.changed) != 1 || s.changed[0] != s.store.entries[2].ID {
		t.Error("the Journal is not told of the change")
	}
}

func TestEndingNeedsNoAnswer(t *testing.T) {
	s := show(t, written())
	locked := s.end(false)
	s.key(fyne.KeyReturn)
	if *locked != 1 || len(s.changed) != 0 || s.store.entries[2].After != 4 {
		t.Error("Enter does not just lock")
	}
	locked = s.end(false)
	test.Tap(s.chip("all right")) // takes it back
	s.key(fyne.KeyEscape)
	if *locked != 0 || s.store.entries[2].After != 4 || dialogs.IsOpen(s.win) {
		t.Error("Escape changes something, or locks")
	}
}

func TestEndingAsksNothingWhereThereIsNothingToAsk(t *testing.T) {
	s := show(t, &memory{entries: written().entries[:1]})
	s.end(false)
	if s.says("After writing, it is") {
		t.Error("an entry of another day is rated")
	}
	dialogs.CloseAll(s.win)
	s.store.entries = written().entries
	locked := s.end(true)
	if s.says("After writing, it is") {
		t.Error("whoever keeps to facts is asked how it is")
	}
	s.tap("Lock the journal")
	if *locked != 1 {
		t.Error("it does not lock")
	}
}

func TestEndingThatCanNotBeKeptIsTold(t *testing.T) {
	s := show(t, written())
	locked := s.end(false)
	test.Tap(s.chip("good"))
	s.store.fail = journal.ErrNoSpace
	s.tap("Lock the journal")
	if !dialogs.IsOpen(s.win) || *locked != 1 {
		t.Error("what was said is lost without a word, or it does not lock at once")
	}
}

func TestEndingLeadsToSupport(t *testing.T) {
	s := show(t, &memory{})
	locked := s.end(false)
	for range 6 {
		if s.win.Canvas().Focused() == fyne.Focusable(all[*widget.Button](s)[0]) {
			break
		}
		s.win.Canvas().FocusNext()
	}
	if all[*widget.Button](s)[0].Text != "Support and safety" {
		t.Fatalf("the first button says %q", all[*widget.Button](s)[0].Text)
	}
	s.key(fyne.KeyReturn)
	if s.last() != "care" || dialogs.IsOpen(s.win) || *locked != 0 {
		t.Errorf("it leads to %q, locked %d times", s.last(), *locked)
	}
	s.end(false)
	if s.tap("Go on"); dialogs.IsOpen(s.win) {
		t.Error("it can't be left")
	}
}

func TestOnTheWayToSupportHowItIsIsKept(t *testing.T) {
	s := show(t, written())
	s.end(false)
	test.Tap(s.chip("hard"))
	s.tap("Support and safety")
	if last := s.store.entries[2]; last.After != 2 || len(s.changed) != 1 || !slices.Contains(s.calls, "care") {
		t.Errorf("kept is %d; it went to %v", last.After, s.calls)
	}
}

package entries_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

func TestWhatIsLetGoIsReadAgain(t *testing.T) {
	e := journal.Entry{ID: uuid.New(), At: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Body: "as it was"}
	b := newBench(t, e).arrive()
	b.OpenEntry(e.ID)
	b.write(", and more")
	b.LetGo(uuid.New())
	if b.Body().Text() != "as it was, and more" {
		t.Fatal("another entry was let go")
	}
	b.LetGo(e.ID)
	if got := b.only().Body; got != "as it was, and more" {
		t.Fatalf("its last words are lost: kept is %q", got)
	}
	changed := b.only()
	changed.Body = "changed from elsewhere"
	b.store.entries[e.ID] = changed
	b.arrive()
	b.OpenEntry(e.ID)
	b.write(".")
	b.SaveNow()
	if got := b.only().Body; got != "changed from elsewhere." {
		t.Errorf("kept is %q", got)
	}
}

func TestSavingAndLeavingAreTold(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	if b.left != 0 || len(b.told) != 0 {
		t.Fatal("an entry that is begun is told as left or saved")
	}
	b.write("some words")
	b.SaveNow()
	if len(b.told) != 1 || b.told[0].Body != "some words" || b.left != 0 {
		t.Errorf("%d saves and %d leavings are told", len(b.told), b.left)
	}
	b.write(" more")
	b.NewEntry()
	if b.left != 1 || len(b.told) != 2 || b.told[1].Body != "some words more" {
		t.Errorf("%d saves and %d leavings are told", len(b.told), b.left)
	}
}

package promises_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"mend/journal"
)

func TestAPromiseIsEndedWithALineAndTakenUpAgain(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	s := show(t, store)
	s.key(fyne.KeyReturn)
	s.tap("End it")
	s.types("it has become a habit")
	s.tap("End it")
	p := store.promises[0].Current()
	if p.Ended != today || p.Note != "it has become a habit" || !s.says("ended on 4 May 2026") || !s.says("it has become a habit") {
		t.Fatalf("the promise is %+v", p)
	}
	s.tap("Take it up again")
	if p := store.promises[0].Current(); p.Ended != "" || p.Note != "" || !s.says("Taken up again") || !s.offers("End it") {
		t.Errorf("the promise is %+v", p)
	}
}

func TestAPromiseIsDeletedOnlyAfterAQuestion(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	store.add(t, daily("Listen"))
	s := show(t, store)
	s.key(fyne.KeyReturn)
	s.tap("Delete for ever")
	if !s.says("Delete this promise for ever?") || !s.says("can't be undone") {
		t.Error("the question does not name the thing")
	}
	s.key(fyne.KeyReturn) // Cancel
	if len(store.promises) != 2 {
		t.Fatal("it is deleted without the answer")
	}
	s.tap("Delete for ever")
	s.tap("Delete for ever")
	if len(store.promises) != 1 || store.promises[0].Current().Text != "Listen" || s.isOpen() || s.offers("All promises") {
		t.Error("it is not deleted, or its page stays")
	}
}

func TestEntriesAboutAPromise(t *testing.T) {
	store := newMemory()
	id := store.add(t, daily("Call"))
	about, other := uuid.New(), uuid.New()
	store.about[about], store.about[other] = id.String(), uuid.NewString()
	at := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	store.entries = []journal.EntrySummary{{ID: about, At: at, FirstLine: "It rang"}, {ID: other, At: at, Title: "Something else"}}
	s := show(t, store)
	s.key(fyne.KeyReturn)
	if s.says("Something else") || !s.says("1 May 2026") {
		t.Error("other entries than those about it are listed")
	}
	s.tap("It rang")
	s.tap("Write about this")
	if !slices.Equal(s.opened, []uuid.UUID{about}) || !slices.Equal(s.wrote, []uuid.UUID{id}) {
		t.Errorf("opened %v, wrote about %v", s.opened, s.wrote)
	}
}

func TestThePageTellsWhatWasSeen(t *testing.T) {
	store := newMemory()
	id := store.add(t, journal.Promise{Text: "Call", Every: "3", Why: "so that nobody waits", How: "it rang", Due: "2026-08-01"})
	for day, r := range map[journal.Day]journal.Result{"2026-04-01": journal.Kept, "2026-04-04": journal.Missed} {
		if _, err := store.Observe(t.Context(), id, journal.Observation{Day: day, Result: r, Note: "noted of " + string(day)}); err != nil {
			t.Fatal(err)
		}
	}
	s := show(t, store)
	s.key(fyne.KeyReturn)
	for _, want := range []string{
		"You, every 3 days", "so that nobody waits", "it rang", "2 March 2026", "1 August 2026",
		"Kept  ·  Wednesday, 1 April 2026", "Missed  ·  Saturday, 4 April 2026", "noted of 2026-04-01",
	} {
		if !s.says(want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestEscapeLeavesThePageAsItWas(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	store.add(t, daily("Listen"))
	s := show(t, store)
	s.key(fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn)
	if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) || s.offers("All promises") {
		t.Fatal("Escape does not leave the page")
	}
	s.types("k")
	if got := s.seen(1)["2026-05-03"]; got != journal.Kept {
		t.Error("the keys are on another cell than before")
	}
	if s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Escape is used where there is nothing to leave")
	}
}

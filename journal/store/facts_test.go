package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"mend/journal"
)

func facts(t *testing.T, b *box, f journal.EntryFilter) []journal.EntryFacts {
	t.Helper()
	var all []journal.EntryFacts
	must(t, b.EachFacts(t.Context(), f, func(e journal.EntryFacts) error {
		all = append(all, e)
		return nil
	}))
	return all
}

func TestFactsAreTheEntryWithoutItsWords(t *testing.T) {
	b := newBox(t)
	e := b.add(t, full())
	free := b.add(t, journal.Entry{At: e.At.Add(time.Hour), Body: "freely", Fields: map[string]string{journal.FieldNeed: "rest"}})
	gone := b.add(t, journal.Entry{At: e.At.Add(2 * time.Hour), Body: "gone"})
	must(t, b.DeleteEntry(t.Context(), gone.ID))

	got := facts(t, b, journal.EntryFilter{})
	want := []journal.EntryFacts{{
		ID: e.ID, At: e.At, Feelings: e.Feelings, Before: e.Before, After: e.After, Stage: e.Stage, Step: e.Step,
		Page: e.Page, Fields: e.Fields, KeepOut: true, SealedUntil: e.SealedUntil,
	}, {ID: free.ID, At: free.At}}
	equal(t, got, want)
	if none := facts(t, b, journal.EntryFilter{From: "2027-01-01"}); len(none) != 0 {
		t.Errorf("another year has %v", none)
	}
}

func TestFactsEndWhereTheCallerDoes(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Body: "one"})
	b.add(t, journal.Entry{Body: "two"})
	enough, n := errors.New("enough"), 0
	err := b.EachFacts(t.Context(), journal.EntryFilter{}, func(journal.EntryFacts) error {
		n++
		return enough
	})
	if err != enough || n != 1 {
		t.Errorf("after %d: %v", n, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := b.EachFacts(ended, journal.EntryFilter{}, func(journal.EntryFacts) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a canceled read: %v", err)
	}
}

func BenchmarkFacts(b *testing.B) {
	s := openKind(b, "sealed", b.TempDir()+"/facts.mend")
	defer s.Close()
	fill(b, s, benchEntries(b))
	for b.Loop() {
		n := 0
		if err := s.EachFacts(context.Background(), journal.EntryFilter{}, func(journal.EntryFacts) error { n++; return nil }); err != nil || n == 0 {
			b.Fatalf("%d facts: %v", n, err)
		}
	}
}

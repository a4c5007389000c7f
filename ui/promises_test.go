package ui_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/journal/store"
)

// TestAPromiseFromTheFirstWordToAnEntry goes the whole way in the window, with
// the keys alone but for one tap, and looks into the file afterwards.
func TestAPromiseFromTheFirstWordToAnEntry(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Promises")
	h.key(fyne.KeyReturn)
	h.typeText("Call before ten")
	h.command("Lock") // what was typed is kept
	h.unlock(passphrase)
	h.command("Promises")
	h.typeText("k")
	h.key(fyne.KeyReturn)
	h.tap("Write about this")
	if !h.says("Call before ten") {
		t.Error("the promise does not stand above what is written about it")
	}
	h.typeText("It rang at nine.")
	h.command("Lock")

	h.inside(func(ctx context.Context, s *store.Store) error {
		logs, err := s.ListPromises(ctx)
		if err != nil || len(logs) != 1 {
			t.Fatalf("%d promises are kept: %v", len(logs), err)
		}
		p := logs[0].Current()
		if o, ok := logs[0].On(journal.DayOf(h.now)); p.Text != "Call before ten" || !ok || o.Result != journal.Kept {
			t.Errorf("the promise is %+v, observed as %+v", p, o)
		}
		about, err := s.ListEntries(ctx, journal.EntryFilter{Promise: p.ID.String()})
		if !slices.ContainsFunc(about, func(e journal.EntrySummary) bool { return e.FirstLine == "It rang at nine." }) {
			t.Errorf("%d entries are about the promise: %v", len(about), err)
		}
		return err
	})
}

package ui_test

import (
	"context"
	"testing"

	"mend/journal"
	"mend/ui/dialogs"
)

// GetOwn fails while the house says so.
func (f *fullDisk) GetOwn(ctx context.Context) (journal.Own, error) {
	if f.house.unread != nil {
		return journal.Own{}, f.house.unread
	}
	return f.Store.GetOwn(ctx)
}

// What the person added of their own may be damaged: it is said, and what they
// wrote is there all the same.
func TestNobodyIsKeptOutByWhatTheyAdded(t *testing.T) {
	h := enter(t)
	h.unread = journal.ErrDamaged
	h.unlock(passphrase)
	if h.isLocked() || !h.says("What you added of your own can't be read") || dialogs.IsOpen(h.win) {
		t.Fatal("the journal does not open, or it is not said in place")
	}
	h.command("New entry")
	h.typeText("still mine")
	h.command("Today")
	h.command("Lock")
	h.keeps("still mine")
}

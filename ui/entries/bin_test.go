package entries_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/dialogs"
)

// binnedDays returns a screen with one entry, and others in the bin.
func binnedDays(t *testing.T, n int) (*bench, []journal.Entry) {
	all := days(n + 1)
	b := newBench(t, all...).arrive()
	for range n {
		b.Remove()
	}
	b.OpenBin()
	return b, all
}

func TestBinShowsWhatWasDeleted(t *testing.T) {
	b, all := binnedDays(t, 2)
	if got := b.Binned(); got != "day 0" || b.PaperShown() || b.focused() != b.BinList() {
		t.Fatalf("the bin shows %q", got)
	}
	b.press(fyne.KeyDown)
	if got := b.Binned(); got != "day 1" {
		t.Errorf("the next is %q", got)
	}
	b.strike('x')
	b.press(fyne.KeyEscape)
	if b.PaperShown() == false || b.Body().Text() != "day 2" || b.focused() != b.List() {
		t.Errorf("back in the journal the paper has %q", b.Body().Text())
	}
	if len(b.store.bin) != 2 || b.kept(all[2].ID).Body != "day 2" {
		t.Error("looking into the bin changed something")
	}
}

func TestPutBackAndUndo(t *testing.T) {
	b, all := binnedDays(t, 1)
	b.press(fyne.KeyReturn)
	if b.focused() != b.PutBackButton() {
		t.Fatal("Enter does not lead to what can be done")
	}
	b.press(fyne.KeyReturn)
	if b.kept(all[0].ID).Body != "day 0" || b.Notice() == "" || b.Binned() != "" {
		t.Errorf("after putting back, the bin shows %q", b.Binned())
	}
	b.UndoButton().Tapped(nil)
	if len(b.store.bin) != 1 || b.Binned() != "day 0" {
		t.Errorf("after undo %d are in the bin, which shows %q", len(b.store.bin), b.Binned())
	}
}

func TestDeleteForEverAsks(t *testing.T) {
	b, _ := binnedDays(t, 2)
	b.PurgeButton().Tapped(nil)
	b.press(fyne.KeyReturn) // Cancel is the default
	if dialogs.IsOpen(b.win) || len(b.store.bin) != 2 {
		t.Fatal("Enter does not cancel")
	}
	b.PurgeButton().Tapped(nil)
	b.win.Canvas().FocusNext()
	b.press(fyne.KeyReturn)
	if len(b.store.bin) != 1 || b.Binned() != "day 1" {
		t.Errorf("%d are left, and %q is shown", len(b.store.bin), b.Binned())
	}
}

func TestEmptyTheBin(t *testing.T) {
	b, all := binnedDays(t, 3)
	b.EmptyButton().Tapped(nil)
	b.win.Canvas().FocusNext()
	b.press(fyne.KeyReturn)
	if len(b.store.bin) != 0 || b.Binned() != "" || dialogs.IsOpen(b.win) {
		t.Errorf("%d are left, %q is shown", len(b.store.bin), b.Binned())
	}
	if b.focused() == nil {
		t.Error("nothing has the focus")
	}
	b.NewEntry()
	b.write("new")
	b.SaveNow()
	if len(b.store.entries) != 2 || b.kept(all[3].ID).Body != "day 3" || !b.PaperShown() {
		t.Error("a new entry from the bin is not kept")
	}
}

func TestBinThatFails(t *testing.T) {
	b, _ := binnedDays(t, 1)
	b.store.fail = journal.ErrReadOnly
	b.PutBackButton().Tapped(nil)
	if b.Notice() == "" || len(b.store.bin) != 1 || b.Binned() != "day 0" {
		t.Errorf("told %q, and the bin shows %q", b.Notice(), b.Binned())
	}
}

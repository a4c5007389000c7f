package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
)

// answer types into the open question and gives it.
func (r *room) answer(text string) {
	r.Helper()
	if !dialogs.IsOpen(r.win) {
		r.Fatal("nothing is asked")
	}
	test.Type(r.win.Canvas().Focused(), text)
	r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestPathIsKeptWithItsDay(t *testing.T) {
	r := newRoom(t, nil)
	paths := r.chips("I'd rather not say", "Parting")
	test.Tap(paths[2])
	r.answer("2026-12-24")
	if r.kept.Path != journal.Trying || r.kept.PathUntil != "2026-12-24" || !paths[2].Selected {
		t.Fatalf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	test.Tap(paths[4])
	if r.kept.Path != journal.PartingWell || r.kept.PathUntil != "" || !paths[4].Selected || paths[2].Selected {
		t.Errorf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	test.Tap(paths[0])
	if r.kept.Path != "" {
		t.Errorf("kept %q", r.kept.Path)
	}
}

func TestPathRefusesADayThatIsNone(t *testing.T) {
	r := newRoom(t, nil)
	test.Tap(r.chips("I'd rather not say", "Parting")[2])
	r.answer("next spring")
	if r.kept.Path != "" || !dialogs.IsOpen(r.win) {
		t.Errorf("kept %q, told nothing", r.kept.Path)
	}
}

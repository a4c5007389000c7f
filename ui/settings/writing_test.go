package settings_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/uitest"
	"mend/ui/widget"
)

// under returns the chips that stand below a label, the first n.
func (r *room) under(label string, n int) []*widget.Chip {
	r.Helper()
	var found []*widget.Chip
	below := false
	for _, o := range uitest.Shown[fyne.CanvasObject](r.win.Content()) {
		switch o := o.(type) {
		case *widget.Text:
			below = below || o.Text == label
		case *widget.Chip:
			if below && len(found) < n {
				found = append(found, o)
			}
		}
	}
	if len(found) < n {
		r.Fatalf("there are no %d chips under %q", n, label)
	}
	return found
}

func TestWhileYouWriteIsAsItComes(t *testing.T) {
	r := newRoom(t, nil)
	if !r.under("Plain facts", 2)[0].Selected || !r.under("Enough for today", 5)[0].Selected || !r.under("When it gets harder", 2)[1].Selected {
		t.Error("facts and the ending are not off, or the nudge is not on")
	}
}

func TestWhileYouWriteIsKept(t *testing.T) {
	r := newRoom(t, nil)
	test.Tap(r.under("Plain facts", 2)[1])
	if !r.kept.KeepsToFacts() || !r.under("Plain facts", 2)[1].Selected {
		t.Error("facts can't be switched on")
	}
	for i, want := range []time.Duration{0, 15 * time.Minute, 30 * time.Minute, 45 * time.Minute, time.Hour} {
		chip := r.under("Enough for today", 5)[i]
		if test.Tap(chip); r.kept.EnoughAfter() != want || !chip.Selected {
			t.Errorf("%q keeps %v", chip.Text, r.kept.EnoughAfter())
		}
	}
	test.Tap(r.under("When it gets harder", 2)[0])
	if r.kept.Nudges() {
		t.Error("the nudge can't be switched off")
	}
	if last := r.told[len(r.told)-1]; last.Nudges() || !last.KeepsToFacts() {
		t.Error("the window is not told")
	}
}

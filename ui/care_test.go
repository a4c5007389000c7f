package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/assets"
	"mend/journal/guide"
	"mend/ui"
)

// enterCared opens the window with the advice that is shipped.
func enterCared(t *testing.T) *house {
	t.Helper()
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.Care = care })
	h.unlock(passphrase)
	return h
}

func TestSupportGoesBackToWhereItWasOpened(t *testing.T) {
	h := enterCared(t)
	for _, from := range []struct{ place, says string }{{"Path", "How this stands for you"}, {"Settings", "Where you stand"}} {
		h.command(from.place)
		h.command("Support and safety")
		h.command("Support and safety") // from itself, it is no way back
		if !h.says("Help outside") {
			t.Fatal("the page of support does not open")
		}
		h.key(fyne.KeyEscape)
		if h.says("Help outside") || !h.says(from.says) {
			t.Errorf("Escape does not go back to %s", from.place)
		}
	}
	h.command("Lock")
	if h.offers("Support and safety") {
		t.Error("the locked window offers what needs a journal")
	}
}

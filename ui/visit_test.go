package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// lit returns the place that the rail shows as the one where the person is.
func (h *house) lit() string {
	h.Helper()
	return uitest.Find(h, h.win.Content(), func(*widget.Rail) bool { return true }).Selected
}

func TestAVisitKeepsThePlaceItCameFrom(t *testing.T) {
	h := enterWith(t, func(house *house, p *ui.Ports) {
		withDeck(house, p)
		p.Care = journal.Care{Services: []journal.Service{{Name: "Helpline", Reach: "111", Harmed: true}}}
	})
	h.unlock(passphrase)
	h.command("Promises")
	h.command("Support and safety")
	if h.lit() != "promises" || h.focused() != "Back to Promises" {
		t.Errorf("at support %q is lit, and the way out says %q", h.lit(), h.focused())
	}
	h.command("Questions to ask each other")
	if h.lit() != "promises" || !h.shows("Back to Promises") {
		t.Errorf("at the questions %q is lit", h.lit())
	}
	h.command("Support and safety")
	if h.lit() != "promises" {
		t.Errorf("from the questions to support %q is lit", h.lit())
	}
	h.tap("Back to the questions")
	h.tap("Back to Promises")
	if h.lit() != "promises" || h.shows("Back to Promises") {
		t.Error("the way back does not end where it began")
	}
	h.command("Path")
	h.command("Support and safety")
	if h.key(fyne.KeyEscape); h.lit() != "path" || !h.says("How this stands for you") {
		t.Error("Escape does not lead back to the Path")
	}
}

// shows reports whether there is a button with the label.
func (h *house) shows(label string) bool { return uitest.Offers(h.win.Content(), label) }

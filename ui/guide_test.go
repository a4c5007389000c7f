package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

// follow chooses the guide with the title in Settings.
func (h *house) follow(title string) {
	h.Helper()
	h.command("Settings")
	for _, o := range test.LaidOutObjects(h.win.Content()) {
		choices, ok := o.(*widget.Choices)
		if !ok {
			continue
		}
		choices.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		for choices.Options[choices.Selected].Label != title {
			choices.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		return
	}
	h.Fatal("Settings offers no guide")
}

func (h *house) tickFirst() {
	h.Helper()
	for _, o := range test.LaidOutObjects(h.win.Content()) {
		if box, ok := o.(*widget.TickBox); ok {
			test.Tap(box)
			return
		}
	}
	h.Fatal("there is nothing to tick")
}

// linksTo reports whether the open entry's link begins with a text.
func (h *house) linksTo(text string) bool {
	for _, o := range test.LaidOutObjects(h.win.Content()) {
		if chip, ok := o.(*widget.Chip); ok && strings.HasPrefix(chip.Text, text) {
			return true
		}
	}
	return false
}

func TestAnotherGuideTakesNothingAway(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Path")
	h.tickFirst()
	h.tap("Write about this")
	h.typeText("one evening")
	h.follow("Talk first")

	h.command("Path")
	if h.says("Reconnect") && h.says("Look ahead") || !h.says("Talk and listen") {
		t.Error("the Path does not follow the other guide")
	}
	if !h.says("From another guide") || !h.says("Acknowledge") || !h.says("1 step ticked") {
		t.Error("the Path does not show what the other guide lacks")
	}
	h.command("Journal")
	if !h.says("one evening") || !h.linksTo("Acknowledge › ") {
		t.Error("the entry lost its words, or the title of its stage")
	}
	h.follow("Rebuilding trust")
	h.command("Path")
	if h.says("From another guide") || !h.says("1 step ticked") {
		t.Error("the way back does not show what was there before")
	}
	h.command("Lock")
	h.keeps("one evening")
}

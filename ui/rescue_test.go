package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// failAtLock writes a line that can't be saved, and locks.
func (h *house) failAtLock(line string) {
	h.Helper()
	h.command("New entry")
	h.typeText(line)
	h.full = true
	h.command("Lock")
	if h.win.Canvas().Overlays().Top() == nil {
		h.Fatal("the failure is not told")
	}
	h.key(fyne.KeyEscape)
}

func TestEveryFailedLockIsKept(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.failAtLock("the first that failed")
	h.unlock(passphrase) // still fails
	h.failAtLock("the second that failed")

	h.command("Quit")
	if h.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the window would close without words it holds")
	}
	h.key(fyne.KeyEscape)
	h.full = false
	h.unlock(passphrase)
	h.window.Stop()
	h.keeps("the first that failed", "the second that failed")
}

func TestStopSavesWhatALockCouldNot(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.failAtLock("kept to the very end")
	h.unlock(passphrase) // still fails
	h.full = false
	h.window.Stop()
	h.keeps("kept to the very end")
}

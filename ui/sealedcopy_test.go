package ui_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mend/ui/uitest"

	"fyne.io/fyne/v2"
)

// tap taps the button, chip or row that says label, in the dialog if one is open.
func (h *house) tap(label string) {
	h.Helper()
	uitest.Tap(h, uitest.Top(h.win), label)
}

// failing is a journal whose disk is full while words are written.
func failing(t *testing.T, words string) *house {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.full = true
	h.typeText(words)
	h.wait(time.Second)
	return h
}

// saveCopy asks for a sealed copy at path with a passphrase of its own.
func (h *house) saveCopy(path, passphrase string) {
	h.Helper()
	h.tap("Save a sealed copy elsewhere…")
	h.command("Select all")
	h.typeText(path)
	h.key(fyne.KeyReturn)
	h.typeText(passphrase)
	h.key(fyne.KeyReturn)
	h.typeText(passphrase)
	h.key(fyne.KeyReturn)
}

func TestWordsThatFailAreSavedInASealedCopy(t *testing.T) {
	const other = "another bridge"
	h := failing(t, "rescued by hand")
	path := filepath.Join(t.TempDir(), "copy.mend")
	h.saveCopy(path, other)
	if got := h.bodies(path, other); !slices.Equal(got, []string{"rescued by hand"}) {
		t.Errorf("the copy holds %d entries, want the one that failed", len(got))
	}
	if !h.says("rescued by hand") {
		t.Error("the words left the screen")
	}
	h.key(fyne.KeyEscape)
	h.full = false
	h.window.Stop()
	h.keeps("rescued by hand")
}

func TestSealedCopyReplacesNothing(t *testing.T) {
	h := failing(t, "rescued by hand")
	path := filepath.Join(t.TempDir(), "taken.mend")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.saveCopy(path, "another bridge")
	if h.win.Canvas().Overlays().Top() == nil {
		t.Error("it is not said that the name is taken")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "precious" {
		t.Errorf("the file that was there holds %q: %v", got, err)
	}
}

func TestWordsThatFailAreCopied(t *testing.T) {
	h := failing(t, "taken along")
	h.tap("Copy text")
	h.clipboardHolds("taken along", "after copying")
	h.wait(time.Minute)
	h.clipboardHolds("", "after a minute")
}

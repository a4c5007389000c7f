package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/journal/store"
)

// noteOnAStep opens the question for a note on the first step and answers it
// without saying that this is all.
func (h *house) noteOnAStep(note string) {
	h.Helper()
	h.command("Path")
	h.tap("Add a note")
	h.typeText(note)
}

// notes are those of the ticks in the journal's file, which must be closed.
func (h *house) notes() (notes []string) {
	h.Helper()
	s, err := store.Open(context.Background(), h.path, []byte(passphrase), cheap())
	if err != nil {
		h.Fatal(err)
	}
	defer s.Close()
	ticks, err := s.ListTicks(context.Background())
	if err != nil {
		h.Fatal(err)
	}
	for _, tick := range ticks {
		notes = append(notes, tick.Note)
	}
	return notes
}

// However the journal is left, a note that was being written is kept.
func TestNoteInADialogIsKept(t *testing.T) {
	for name, leave := range map[string]func(*house){
		"lock":                   func(h *house) { h.command("Lock") },
		"the screen is locked":   func(h *house) { h.tasks.Leave() },
		"nobody is there":        func(h *house) { h.wait(5 * time.Minute) },
		"quit":                   func(h *house) { h.command("Quit") },
		"the system ends it":     func(h *house) { h.window.End() },
		"and the toolkit too":    func(h *house) { h.window.End(); h.window.Stop() },
		"the screen is gone":     func(h *house) { h.window.Stop() },
		"a fault of the program": func(h *house) { h.fails() },
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			h.unlock(passphrase)
			h.noteOnAStep("half a note")
			leave(h)
			if got := h.notes(); strings.Join(got, "|") != "half a note" {
				t.Errorf("%d notes are kept, want the one", len(got))
			}
		})
	}
}

// fails panics on the UI goroutine.
func (h *house) fails() {
	defer func() {
		if recover() == nil {
			h.Error("the panic does not go on")
		}
	}()
	defer h.window.SaveAfterPanic()()
	panic("on purpose")
}

func TestFaultOfTheProgramSavesFirst(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("the last words before a fault")
	h.fails()
	h.keeps("the last words before a fault")
}

func TestFaultInWorkLocks(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("being saved when it failed")
	h.saving = func() { h.saving = nil; panic("on purpose") }
	h.wait(time.Second)
	if len(h.faults) != 1 || !h.isLocked() || h.says("being saved when it failed") {
		t.Errorf("%d faults reported; locked: %t", len(h.faults), h.isLocked())
	}
	if h.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
	h.keeps("being saved when it failed")
	h.key(fyne.KeyEscape)
	h.unlock(passphrase)
	if !h.says("being saved when it failed") {
		t.Error("it can't be gone on with")
	}
}

// Work that fails before a journal is open leaves a screen that can be used.
func TestFaultInUnlockingLeavesTheScreen(t *testing.T) {
	h := enter(t)
	h.opening = func() { h.opening = nil; panic("on purpose") }
	h.unlock(passphrase)
	h.key(fyne.KeyEscape)
	h.unlock(passphrase)
	if len(h.faults) != 1 || h.isLocked() {
		t.Errorf("%d faults reported; locked: %t", len(h.faults), h.isLocked())
	}
}

// notWelcomed is a window whose journal has not seen its first-run pages.
func notWelcomed(t *testing.T, settings map[string]string) *house {
	t.Helper()
	h := enter(t)
	s, err := store.Open(context.Background(), h.path, []byte(passphrase), cheap())
	if err != nil {
		t.Fatal(err)
	}
	profile := journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide, Settings: settings}
	if err := s.UpdateProfile(context.Background(), profile); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	h.unlock(passphrase)
	if !h.says("Who could read this?") {
		t.Fatal("the first-run pages do not show")
	}
	return h
}

func TestFirstPagesOfAnOpenJournalAreLeft(t *testing.T) {
	for name, leave := range map[string]func(*house){
		"lock":                 func(h *house) { h.command("Lock") },
		"the screen is locked": func(h *house) { h.tasks.Leave() },
		"nobody is there":      func(h *house) { h.wait(5 * time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			h := notWelcomed(t, nil)
			leave(h)
			h.keeps() // the file can be opened: the window has let it go
			h.unlock(passphrase)
			h.window.Stop()
			h.keeps()
		})
	}
}

func TestFirstPagesStayForOneWhoIsThere(t *testing.T) {
	h := notWelcomed(t, nil)
	for range 3 {
		h.wait(4 * time.Minute)
		h.seen()
	}
	if !h.says("Who could read this?") {
		t.Error("they are left though somebody is there")
	}
}

// Whatever lies over the journal, locking takes it away with all the rest.
func TestLockTakesEverythingAway(t *testing.T) {
	for name, cover := range map[string]func(*house){
		"nothing":       func(*house) {},
		"a dialog":      func(h *house) { h.command("About Mend") },
		"two dialogs":   func(h *house) { h.command("Keys and help (F1)"); h.command("Keys and help (F1)") },
		"a menu":        func(h *house) { h.menu() },
		"a note":        func(h *house) { h.noteOnAStep("a note") },
		"another place": func(h *house) { h.command("Settings") },
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			h.unlock(passphrase)
			h.command("New entry")
			h.typeText("not a word of it")
			cover(h)
			h.command("Lock")
			if h.win.Canvas().Overlays().Top() != nil || h.says("not a word of it") || !h.isLocked() {
				t.Error("the lock left something of the journal on the screen")
			}
			h.keeps("not a word of it")
		})
	}
}

// menu opens a menu of the toolkit over the text.
func (h *house) menu() {
	menu := fyne.NewMenu("", fyne.NewMenuItem("Cut", nil))
	fynewidget.ShowPopUpMenuAtPosition(menu, h.win.Canvas(), fyne.NewPos(400, 300))
	if h.win.Canvas().Overlays().Top() == nil {
		h.Fatal("the menu does not show")
	}
}

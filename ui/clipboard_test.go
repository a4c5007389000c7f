package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/ui/editor"
)

// copyFrom writes words into what has the focus and copies them.
func (h *house) copyFrom(words string) {
	h.Helper()
	h.command("Select all")
	h.typeText(words)
	h.command("Select all")
	h.command("Copy")
	h.clipboardHolds(words, "after copying")
}

func (h *house) clipboardHolds(want, when string) {
	h.Helper()
	if got := h.app.Clipboard().Content(); got != want {
		h.Errorf("%s the clipboard holds %q, want %q", when, got, want)
	}
}

func TestClipboardIsClearedAfterAMinute(t *testing.T) {
	for _, place := range []string{"Search the journal", "New entry"} {
		h := enter(t)
		h.unlock(passphrase)
		h.command(place)
		h.copyFrom("lantern")
		h.wait(50 * time.Second)
		h.copyFrom("harbour")
		h.wait(59 * time.Second)
		h.clipboardHolds("harbour", "before the minute is over")
		h.wait(time.Second)
		h.clipboardHolds("", "after a minute")
	}
}

func TestClipboardIsClearedByLockAndQuit(t *testing.T) {
	for _, command := range []string{"Lock", "Quit"} {
		h := enter(t)
		h.unlock(passphrase)
		h.command("New entry")
		h.copyFrom("lantern")
		h.command(command)
		h.wait(time.Second)
		h.clipboardHolds("", "after "+command)
	}
}

func TestClipboardOfOthersIsLeftAlone(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.copyFrom("lantern")
	h.app.Clipboard().SetContent("from elsewhere")
	h.command("Lock")
	h.wait(time.Hour)
	h.clipboardHolds("from elsewhere", "after locking")

	h.unlock(passphrase)
	h.command("New entry")
	h.copyFrom("lantern")
	h.wait(time.Minute)
	h.app.Clipboard().SetContent("lantern") // the same, but not ours any more
	h.command("Lock")
	h.wait(time.Hour)
	h.clipboardHolds("lantern", "after locking again")
}

func TestWhatAFieldsOwnMenuCopiesIsClearedToo(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("lantern")
	h.command("Select all")
	body, ok := h.win.Canvas().Focused().(*editor.Editor)
	if !ok {
		t.Fatal("the text does not have the focus")
	}
	// What the menu on the text does when Copy is chosen in it.
	body.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	h.clipboardHolds("lantern", "after copying")
	h.wait(time.Minute)
	h.clipboardHolds("", "after a minute")
}

func TestEditCommandsReachADialog(t *testing.T) {
	h := enter(t)
	h.command("Copy") // where nothing is to be copied
	h.command("About Mend")
	h.command("Paste") // where nothing can be written
	h.key(fyne.KeyEscape)
	h.app.Clipboard().SetContent(passphrase)
	h.command("Paste")
	h.command("Select all")
	h.app.Clipboard().SetContent("something else")
	h.command("Copy")
	h.clipboardHolds("something else", "after trying to copy a passphrase")
	h.key(fyne.KeyReturn)
	if h.isLocked() {
		t.Error("the passphrase was not pasted")
	}
}

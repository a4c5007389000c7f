package ui_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/ui"
	"mend/ui/tasks"
)

// damage changes a byte in every page of the file at path, from the first on.
func damage(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 16384 + 100; at < len(content); at += 4096 {
		content[at] ^= 1
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// backedUp is a locked journal with an entry that its backup has too.
func backedUp(t *testing.T, body string) *house {
	h := enterWith(t, withBackups)
	h.unlock(passphrase)
	h.write(body)
	h.command("Settings")
	h.now = h.now.Add(time.Minute)
	h.tap("Back up now")
	h.command("Lock")
	return h
}

// again starts the program once more.
func (h *house) again() {
	h.Helper()
	h.tasks = tasks.NewSync()
	h.open()
}

// aside returns the files that restores set aside.
func (h *house) aside() []string {
	found, err := filepath.Glob(filepath.Join(filepath.Dir(h.path), "*-set-aside-*.mend"))
	if err != nil {
		h.Fatal(err)
	}
	return found
}

// TestDrillAfterDamage is what a person does when the disk has failed them.
func TestDrillAfterDamage(t *testing.T) {
	h := backedUp(t, "everything is still here")
	damage(t, h.path)
	broken, err := os.ReadFile(h.path)
	if err != nil {
		t.Fatal(err)
	}
	h.unlock(passphrase)
	if !h.says("damaged") {
		t.Fatal("the damage is not told")
	}
	h.tap("Restore a backup…")
	if !h.asks("verified") {
		t.Fatal("the backup is not listed")
	}
	h.key(fyne.KeyReturn) // the newest
	h.unlock("not the one")
	if !h.asks("does not open this backup") {
		t.Fatal("a wrong passphrase is not told")
	}
	h.unlock(passphrase)
	if !h.says("is in place") {
		t.Fatal("it is not said that the backup is in place")
	}
	h.unlock(passphrase)
	if !h.says("everything is still here") {
		t.Error("the entry did not come back")
	}
	set := h.aside()
	if len(set) != 1 {
		t.Fatalf("set aside: %v", set)
	}
	if got, err := os.ReadFile(set[0]); err != nil || string(got) != string(broken) {
		t.Errorf("the damaged file was changed: %v", err)
	}
}

func TestDrillAfterLoss(t *testing.T) {
	h := backedUp(t, "found again")
	h.window.Stop()
	if err := os.Remove(h.path); err != nil {
		t.Fatal(err)
	}
	h.again()
	if !h.says("not where it was") {
		t.Fatal("it is not told that the journal is missing")
	}
	h.key(fyne.KeyReturn) // the first button restores
	h.key(fyne.KeyReturn) // the newest
	h.unlock(passphrase)
	h.unlock(passphrase)
	if !h.says("found again") || len(h.aside()) != 0 {
		t.Error("the entry did not come back, or something was set aside")
	}
}

func TestMissingJournalThatComesBackIsFound(t *testing.T) {
	h := backedUp(t, "on a stick")
	h.window.Stop()
	away := h.path + ".away"
	if err := os.Rename(h.path, away); err != nil {
		t.Fatal(err)
	}
	h.again()
	h.tap("Look again")
	if !h.says("not where it was") {
		t.Fatal("nothing came back, and it is not told")
	}
	if err := os.Rename(away, h.path); err != nil {
		t.Fatal(err)
	}
	h.tap("Look again")
	h.unlock(passphrase)
	if !h.says("on a stick") {
		t.Error("the journal that came back does not open")
	}
}

func TestRestoreFromSettings(t *testing.T) {
	h := backedUp(t, "in both")
	h.unlock(passphrase)
	h.write("only in the newer file")
	h.command("Settings")
	h.tap("Restore…")
	if !h.asks("neither overwritten nor deleted") {
		t.Fatal("it is not explained what will happen")
	}
	h.unlock("not the one")
	h.tap("Cancel")
	if !h.offers("New entry") {
		t.Fatal("the journal was closed for a wrong passphrase")
	}
	h.tap("Restore…")
	h.unlock(passphrase)
	if h.offers("New entry") || !h.says("is in place") {
		t.Fatal("the window did not lock after restoring")
	}
	h.keeps("in both")
	if got := h.bodies(h.aside()[0], passphrase); strings.Join(got, "|") != "in both|only in the newer file" {
		t.Errorf("set aside is a file with %d entries", len(got))
	}
}

func TestRestoreOfADamagedBackupChangesNothing(t *testing.T) {
	h := backedUp(t, "safe")
	damage(t, h.copies()[0].Path)
	h.tap("Restore a backup…")
	h.key(fyne.KeyReturn)
	h.unlock(passphrase)
	if !h.asks("could not be read back whole") {
		t.Error("the damage is not told")
	}
	h.tap("Cancel")
	h.keeps("safe")
	if len(h.aside()) != 0 {
		t.Error("the journal was set aside")
	}
}

func TestRestoreAsksForAFileWhenNoneLiesBeside(t *testing.T) {
	h := backedUp(t, "taken elsewhere")
	elsewhere := filepath.Join(t.TempDir(), "a copy.mend")
	if err := os.Rename(h.copies()[0].Path, elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(h.path + "-backups"); err != nil {
		t.Fatal(err)
	}
	h.tap("Restore a backup…")
	if !h.asks("There is no backup beside the journal.") {
		t.Fatal("it is not said that there is none")
	}
	h.tap("Choose a file…")
	h.command("Select all")
	h.typeText(elsewhere)
	h.key(fyne.KeyReturn)
	if !h.asks("The file a copy.mend") {
		t.Fatal("it is not said which file")
	}
	h.unlock(passphrase)
	h.unlock(passphrase)
	if !h.says("taken elsewhere") {
		t.Error("the entry did not come back")
	}
}

func TestOlderCopyIsToldCalmly(t *testing.T) {
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.IsOlder = func(ui.Journal) bool { return true } })
	h.unlock(passphrase)
	const told = "This is an older copy"
	if !h.says(told) || h.win.Canvas().Overlays().Top() != nil {
		t.Error("it is not told, or stands in the way")
	}
	h.tap("Close")
	if h.says(told) {
		t.Error("the line does not go away")
	}
	h.write("written all the same")
	h.window.Stop()
	h.keeps("written all the same")
}

// A lock while a backup is being verified leaves no passphrase behind.
func TestLockDuringTheVerificationOfABackupForgetsItsPassphrase(t *testing.T) {
	var handed []byte
	h := enterWith(t, func(h *house, p *ui.Ports) {
		withBackups(h, p)
		p.Backups.Verify = func(_ context.Context, _ string, passphrase []byte) error {
			handed = passphrase
			h.tasks.Leave()
			return nil
		}
	})
	h.unlock(passphrase)
	h.write("as it was")
	h.command("Settings")
	h.now = h.now.Add(time.Minute)
	h.tap("Back up now")
	h.tap("Restore…")
	h.unlock(passphrase)
	if handed == nil || len(bytes.Trim(handed, "\x00")) > 0 {
		t.Errorf("of the passphrase %d bytes are kept", len(handed))
	}
	if !h.isLocked() || len(h.aside()) != 0 {
		t.Error("the journal is not locked, or was replaced")
	}
	h.keeps("as it was")
}

func TestLockingGivesUpARestore(t *testing.T) {
	h := backedUp(t, "as it was")
	h.unlock(passphrase)
	h.command("Settings")
	h.tap("Restore…")
	h.command("Lock")
	if h.win.Canvas().Overlays().Top() != nil || len(h.aside()) != 0 {
		t.Error("the question is still there, or was answered")
	}
	h.keeps("as it was")
}

package ui_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal/backup"
	"mend/journal/place"
	"mend/ui"
)

// lot is a house whose journal can be moved and removed.
type lot struct {
	*house
	memory place.Memory
	during func() // called when a copy was made, or nil
}

// settle opens the window on a journal at its usual place, with an entry and a
// backup, at Settings.
func settle(t *testing.T, body string) *lot {
	t.Helper()
	l := &lot{}
	config := t.TempDir()
	l.house = enterWith(t, func(h *house, p *ui.Ports) {
		withBackups(h, p)
		l.memory = place.Memory{Usual: h.path, Place: filepath.Join(config, "place"), Seen: filepath.Join(config, "seen")}
		p.DefaultPath = l.memory.Journal()
		p.Place = l.ports()
	})
	l.unlock(passphrase)
	l.write(body)
	l.now = l.now.Add(time.Minute)
	l.command("Settings")
	l.tap("Back up now")
	return l
}

func (l *lot) ports() ui.PlacePorts {
	folder := func(p ui.Place) backup.Folder { return backup.Folder{Journal: p.Path, Dir: p.Backups, Clock: l.clock} }
	return ui.PlacePorts{
		Default: func() string { return l.memory.Journal() },
		CopyTo: func(ctx context.Context, j ui.Journal, to string) error {
			err := folder(ui.Place{Path: j.Path()}).CopyTo(ctx, j.(*fullDisk).Store, to)
			if l.during != nil {
				l.during()
			}
			return err
		},
		Move: func(ctx context.Context, p ui.Place, to string) ([]string, error) {
			moved, err := folder(p).Move(ctx, to, func() error { return l.memory.Remember(to) })
			return moved.Left, err
		},
		Discard: func(p ui.Place, to string) error { return folder(p).Discard(to) },
		Remains: func(p ui.Place) ([]string, error) { return folder(p).Remains() },
		Remove:  func(p ui.Place) error { return folder(p).Remove() },
	}
}

// moveTo asks for the journal to be moved.
func (l *lot) moveTo(to string) {
	l.Helper()
	l.tap("Move…")
	if !l.asks("Only then it removes the file here.") {
		l.Fatal("it is not said what moving does")
	}
	l.command("Select all")
	l.typeText(to)
	l.key(fyne.KeyReturn)
}

// nothingAt fails unless nothing is at the paths.
func nothingAt(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is there", filepath.Base(path))
		}
	}
}

func TestMoveGoesToTheNewPlace(t *testing.T) {
	l := settle(t, "taken along")
	old, to := l.path, filepath.Join(t.TempDir(), "elsewhere.mend")
	l.moveTo(to)
	if !l.says("lies in its new place") || l.says("taken along") {
		t.Fatal("after the move the window does not ask for the passphrase")
	}
	nothingAt(t, old, old+".lock", old+"-backups")
	if got := l.memory.Journal(); got != to {
		t.Errorf("the next start opens %q", got)
	}
	l.unlock(passphrase)
	if !l.says("taken along") {
		t.Error("the entry did not come along")
	}
	l.command("Settings")
	if !l.says(to) || !l.says("verified") {
		t.Error("Settings does not show the new place and its backups")
	}
	l.moveTo(old)
	nothingAt(t, to, l.memory.Place)
	l.window.Stop()
	l.keeps("taken along")
}

func TestMoveOntoAFileChangesNothing(t *testing.T) {
	l := settle(t, "stays")
	to := filepath.Join(t.TempDir(), "taken.mend")
	if err := os.WriteFile(to, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.moveTo(to)
	if !l.asks("already a file with that name") {
		t.Error("it is not told")
	}
	if got, _ := os.ReadFile(to); string(got) != "precious" || !l.offers("New entry") {
		t.Error("the file was changed, or the journal closed")
	}
}

func TestLockingGivesUpAMove(t *testing.T) {
	l := settle(t, "stays")
	to := filepath.Join(t.TempDir(), "elsewhere.mend")
	l.during = func() { l.command("Lock") }
	l.moveTo(to)
	if l.offers("New entry") || l.win.Canvas().Overlays().Top() != nil {
		t.Error("the window is not locked, or a dialog is left")
	}
	nothingAt(t, to, to+".lock", to+"-moving")
	if got := l.memory.Journal(); got != l.path {
		t.Errorf("the next start opens %q", got)
	}
	l.keeps("stays")
}

func TestMoveThatFailsInTheEndLeavesTheJournal(t *testing.T) {
	l := settle(t, "stays")
	to := filepath.Join(t.TempDir(), "elsewhere.mend")
	l.memory.Place = filepath.Join(l.path, "place") // can't be made
	l.moveTo(to)
	if l.win.Canvas().Overlays().Top() == nil {
		t.Error("it is not told")
	}
	nothingAt(t, to)
	l.tap("Close")
	l.unlock(passphrase)
	if !l.says("stays") {
		t.Error("the journal does not open where it was")
	}
}

func TestRemoveTakesTheWord(t *testing.T) {
	l := settle(t, "gone for ever")
	beside := filepath.Join(filepath.Dir(l.path), "letter.txt")
	if err := os.WriteFile(beside, []byte("not ours"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.tap("Remove…")
	for _, told := range []string{"nobody can bring it back", "In " + filepath.Dir(l.path), filepath.Base(l.path), filepath.Base(l.copies()[0].Path), "A disk may keep"} {
		if !l.asks(told) {
			t.Errorf("it is not said: %s", told)
		}
	}
	l.typeText("yes")
	l.key(fyne.KeyReturn)
	if !l.asks("Type the word remove") || !l.offers("New entry") {
		t.Fatal("any word removes")
	}
	l.command("Select all")
	l.typeText("remove")
	l.key(fyne.KeyReturn)
	if !l.says("Who could read this") && !l.says("1 of") {
		t.Error("the first-run pages do not show")
	}
	nothingAt(t, l.path, l.path+".lock", l.path+"-backups")
	if got, _ := os.ReadFile(beside); string(got) != "not ours" {
		t.Error("something else in the folder was touched")
	}
}

func TestRemoveOffersACopyFirst(t *testing.T) {
	l := settle(t, "kept elsewhere")
	to := filepath.Join(t.TempDir(), "copy.mend")
	l.tap("Remove…")
	l.tap("Save a sealed copy first…")
	l.command("Select all")
	l.typeText(to)
	l.key(fyne.KeyReturn)
	if !l.asks("A sealed copy is saved and verified: " + to) {
		t.Fatal("the question does not come back with the copy")
	}
	l.typeText("remove")
	l.key(fyne.KeyReturn)
	nothingAt(t, l.path)
	if got := l.bodies(to, passphrase); strings.Join(got, "|") != "kept elsewhere" {
		t.Errorf("the copy holds %d entries", len(got))
	}
}

func TestLockingGivesUpARemoval(t *testing.T) {
	l := settle(t, "still here")
	l.tap("Remove…")
	l.typeText("remove")
	l.command("Lock")
	if l.win.Canvas().Overlays().Top() != nil {
		t.Error("the question is still there")
	}
	l.keeps("still here")
}

package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
	"mend/ui"
	"mend/ui/uitest"
)

// kept makes real backups of the house's journal, by its clock.
type kept struct{ *backup.Keeper }

func (k kept) Daily(ctx context.Context) (func(context.Context) error, error) {
	u, err := k.Keeper.Daily(ctx)
	if u == nil || err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := k.Prove(ctx, u)
		return err
	}, nil
}

func (k kept) Make(ctx context.Context, folder string) error {
	_, err := k.Keeper.Make(ctx, folder)
	return err
}

func (h *house) clock() time.Time { return h.now }

// folderOf is where the backups of an open journal lie.
func (h *house) folderOf(ctx context.Context, j ui.Journal) (backup.Folder, error) {
	p, err := j.GetProfile(ctx)
	return backup.Folder{Journal: j.Path(), Dir: p.Settings[journal.SettingBackupFolder], Clock: h.clock}, err
}

func verifyCopy(ctx context.Context, path string, passphrase []byte) error {
	return store.VerifyCopy(ctx, path, passphrase, cheap())
}

// withBackups gives the window real backups.
func withBackups(h *house, p *ui.Ports) {
	p.Exists = func(path string) bool {
		_, err := os.Lstat(path)
		return err == nil
	}
	p.Backups = ui.BackupPorts{
		Keep: func(j ui.Journal) ui.Backups {
			return kept{&backup.Keeper{
				Source: j.(*fullDisk).Store, Clock: h.clock,
				Folder: func(ctx context.Context) (backup.Folder, error) { return h.folderOf(ctx, j) },
			}}
		},
		Beside:     backup.BesideJournal,
		ListBeside: func(path string) ([]journal.Copy, error) { return backup.Folder{Journal: path}.List() },
		Verify:     verifyCopy,
		Restore: func(ctx context.Context, from, path string, passphrase []byte) (string, error) {
			r, err := backup.Folder{Journal: path, Clock: h.clock}.Restore(ctx, from, func(fresh string) error {
				return verifyCopy(ctx, fresh, passphrase)
			})
			return r.Aside, err
		},
	}
}

// copies returns what lies beside the journal, the newest first.
func (h *house) copies() []journal.Copy {
	h.Helper()
	copies, err := backup.Folder{Journal: h.path, Clock: h.clock}.List()
	if err != nil {
		h.Fatal(err)
	}
	return copies
}

// write writes an entry and has it saved.
func (h *house) write(text string) {
	h.Helper()
	h.command("New entry")
	h.typeText(text)
	h.command("Save now")
}

// asks reports whether a text can be read in the dialog over the window.
func (h *house) asks(text string) bool {
	return uitest.Says(h.win.Canvas().Overlays().Top(), text)
}

func TestBackupOfTheDayComesBeforeItsFirstChange(t *testing.T) {
	h := enterWith(t, withBackups)
	h.unlock(passphrase)
	if n := len(h.copies()); n != 0 {
		t.Fatalf("%d copies before the first screen is there", n)
	}
	h.write("of the first day")
	copies := h.copies()
	if len(copies) != 1 || !copies[0].Verified {
		t.Fatalf("after a change there are %v", copies)
	}
	if got := h.bodies(copies[0].Path, passphrase); len(got) != 0 {
		t.Errorf("the backup holds %q, which came after it", got)
	}
	h.write("later that day")
	h.now = h.now.AddDate(0, 0, 1)
	if n := len(h.copies()); n != 1 {
		t.Errorf("%d copies on one day", n)
	}
	h.write("on the next day, the window still open")
	if n := len(h.copies()); n != 2 {
		t.Errorf("%d copies after a change on the next day", n)
	}
}

func TestBackupOfTheDayIsMadeWithoutAChangeToo(t *testing.T) {
	h := enterWith(t, withBackups)
	h.unlock(passphrase)
	h.tasks.Advance(3 * time.Second)
	if n := len(h.copies()); n != 1 {
		t.Errorf("%d copies some time after unlocking", n)
	}
	h.command("Lock")
	h.now = h.now.AddDate(0, 0, 1)
	h.unlock(passphrase)
	h.tasks.Advance(3 * time.Second)
	if n := len(h.copies()); n != 1 {
		t.Errorf("%d copies of a journal that has not changed", n)
	}
}

func TestBackupThatFailsIsSaidInPlace(t *testing.T) {
	h := enterWith(t, withBackups)
	blocked := backup.BesideJournal(h.path)
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h.unlock(passphrase)
	h.write("saved all the same")
	if h.win.Canvas().Overlays().Top() != nil {
		t.Error("a dialog stands in the way")
	}
	const told = "Today's backup was not made."
	if !h.says(told) {
		t.Error("it is not said that the backup failed")
	}
	h.tap("Close")
	if h.says(told) {
		t.Error("the line does not go away")
	}
	h.command("Settings")
	if !h.says(told) {
		t.Error("Settings does not say it")
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	h.command("Lock")
	h.unlock(passphrase)
	h.tasks.Advance(3 * time.Second)
	h.command("Settings")
	if n := len(h.copies()); n != 1 || h.says(told) {
		t.Errorf("after the next unlock there are %d copies, and it is still told: %v", n, h.says(told))
	}
	h.window.Stop()
	h.keeps("saved all the same")
}

func TestSettingsMakeListAndMoveBackups(t *testing.T) {
	h := enterWith(t, withBackups)
	h.unlock(passphrase)
	h.command("Settings")
	if !h.says("There is no backup yet.") {
		t.Error("it is not said that there is none")
	}
	for range 7 {
		h.tap("Back up now")
		h.now = h.now.Add(time.Minute)
	}
	last := h.copies()[0]
	if !h.says(last.When.Format("Monday, 2 January 2006, 15:04")) || !h.says("verified") {
		t.Error("the last backup is not listed")
	}
	h.tap("Show 2 more")
	elsewhere := filepath.Join(t.TempDir(), "on a stick")
	h.tap("Choose another folder…")
	h.command("Select all")
	h.typeText(elsewhere)
	h.key(fyne.KeyReturn)
	if !h.says(elsewhere) {
		t.Error("the folder is not shown")
	}
	there, err := backup.Folder{Journal: h.path, Dir: elsewhere}.List()
	if err != nil || len(there) != 1 || !there[0].Verified {
		t.Errorf("in the chosen folder there are %v, %v", there, err)
	}
	h.tap("Keep them beside the journal")
	if newest := h.copies()[0]; h.says(elsewhere) || newest.Sequence != last.Sequence+1 {
		t.Errorf("back beside the journal the newest is %v", newest)
	}
}

func TestFolderThatCannotTakeBackupsIsNotChosen(t *testing.T) {
	h := enterWith(t, withBackups)
	h.unlock(passphrase)
	h.command("Settings")
	h.tap("Choose another folder…")
	h.command("Select all")
	h.typeText(filepath.Join(t.TempDir(), "not there", "either"))
	h.key(fyne.KeyReturn)
	if !h.asks("That folder is not there.") {
		t.Error("it is not said what is wrong")
	}
	h.key(fyne.KeyEscape)
	if h.says("not there") || !h.says(backup.BesideJournal(h.path)) {
		t.Error("the folder was taken")
	}
}

//go:build unix

package store_test

import (
	"errors"
	"os"
	"testing"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// TestMoved moves the journal's file away while it is open. What was saved can
// be read, nothing more is saved, checked or copied, and with the file back all
// goes on.
func TestMoved(t *testing.T) {
	ctx := t.Context()
	b := lived(t)
	before := read(t, b)
	aside := b.path + ".aside"
	must(t, os.Rename(b.path, aside))
	copied := false
	for name, err := range map[string]error{
		"CreateEntry": func() error {
			_, err := b.CreateEntry(ctx, journal.Entry{ID: entryID, Body: "a moment", At: noon})
			return err
		}(),
		"Check":            func() error { _, err := b.Check(ctx, nil); return err }(),
		"ChangePassphrase": b.ChangePassphrase(ctx, []byte("another passphrase")),
		"Backup":           b.Backup(ctx, func(string) error { copied = true; return nil }),
	} {
		if !errors.Is(err, journal.ErrMoved) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if copied {
		t.Error("what lies at the path was copied")
	}
	equal(t, read(t, b), before)
	if other, err := store.Open(ctx, aside, b.passphrase, b.options()); !errors.Is(err, journal.ErrAlreadyOpen) {
		t.Errorf("opened under its new name: %v, %v", other, err)
	}

	must(t, os.Rename(aside, b.path))
	b.add(t, journal.Entry{ID: entryID, Body: "a moment", At: noon})
	findings, err := b.Check(ctx, nil)
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
	b.reopen(t)
	if _, err := b.GetEntry(ctx, entryID); err != nil {
		t.Error(err)
	}
}

// TestMovedDuringBackup swaps the file for an older copy of itself while it is
// copied: a copy that no check could tell from a good one.
func TestMovedDuringBackup(t *testing.T) {
	b := lived(t)
	old, err := os.ReadFile(b.path)
	must(t, err)
	b.add(t, journal.Entry{ID: entryID, Body: "a moment", At: noon})
	err = b.Backup(t.Context(), func(path string) error {
		return errors.Join(os.Rename(path, path+".aside"), os.WriteFile(path, old, 0o600))
	})
	if !errors.Is(err, journal.ErrMoved) {
		t.Errorf("got %v", err)
	}
}

// TestObstructed puts a folder where the lock file belongs.
func TestObstructed(t *testing.T) {
	b := lived(t)
	must(t, b.Close())
	must(t, os.Remove(vault.LockPath(b.path)))
	must(t, os.Mkdir(vault.LockPath(b.path), 0o700))
	if s, err := store.Open(t.Context(), b.path, b.passphrase, b.options()); !errors.Is(err, journal.ErrObstructed) {
		t.Errorf("got %v, %v", s, err)
	}
	must(t, os.Remove(vault.LockPath(b.path)))
	b.reopen(t)
}

package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mend/journal"
	"mend/journal/store"
)

// copyTo copies the journal's bytes to path while nothing changes.
func (b *box) copyTo(t testing.TB, path string) {
	t.Helper()
	must(t, b.Backup(t.Context(), func(journal string) error {
		content, err := os.ReadFile(journal)
		must(t, err)
		return os.WriteFile(path, content, 0o600)
	}))
}

// A copy of the bytes is proven with the journal's own keys and with the
// passphrase, and is the journal as it was.
func TestBackup(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "here", Body: "some words"})
	path := filepath.Join(t.TempDir(), "copy.mend")
	b.copyTo(t, path)
	b.add(t, journal.Entry{Title: "later"})
	must(t, b.VerifyCopy(t.Context(), path))
	must(t, store.VerifyCopy(t.Context(), path, passphrase, b.options()))
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(left) != 1 {
		t.Errorf("verifying left %v", left)
	}
	s, err := store.Open(t.Context(), path, passphrase, b.options())
	must(t, err)
	defer s.Close()
	all, err := s.ListEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	if len(all) != 1 || all[0].ID != e.ID {
		t.Errorf("the copy holds %v", all)
	}
}

func TestVerifyCopyRefuses(t *testing.T) {
	b, other := newBox(t), newBox(t)
	b.add(t, journal.Entry{Title: "here"})
	path := filepath.Join(t.TempDir(), "copy.mend")
	b.copyTo(t, path)
	whole, err := os.ReadFile(path)
	must(t, err)
	other.copyTo(t, path)
	foreign, err := os.ReadFile(path)
	must(t, err)
	must(t, b.Exec(t.Context(), "CREATE TABLE extra (a UNIQUE); INSERT INTO extra VALUES (1), (2)"))
	must(t, b.Exec(t.Context(), "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE extra (a UNIQUE, b NOT NULL)' WHERE name = 'extra'"))
	b.copyTo(t, path)
	unsound, err := os.ReadFile(path)
	must(t, err)

	flipped := append([]byte(nil), whole...)
	flipped[len(flipped)-100] ^= 1
	for name, tt := range map[string]struct {
		content    []byte
		passphrase []byte
		own, any   error // by its own keys, by a passphrase
	}{
		"one bit":            {flipped, passphrase, journal.ErrDamaged, journal.ErrDamaged},
		"the end":            {whole[:len(whole)-4096], passphrase, journal.ErrDamaged, journal.ErrDamaged},
		"more":               {append(append([]byte(nil), whole...), 0), passphrase, journal.ErrDamaged, journal.ErrDamaged},
		"another journal":    {foreign, passphrase, journal.ErrDamaged, nil},
		"another passphrase": {whole, []byte("wrong"), nil, journal.ErrWrongPassphrase},
		"an unsound tree":    {unsound, passphrase, journal.ErrDamaged, journal.ErrDamaged},
		"a text":             {[]byte("Dear diary"), passphrase, journal.ErrNotJournal, journal.ErrNotJournal},
	} {
		t.Run(name, func(t *testing.T) {
			must(t, os.WriteFile(path, tt.content, 0o600))
			if err := b.VerifyCopy(t.Context(), path); !errors.Is(err, tt.own) {
				t.Errorf("by its keys: got %v", err)
			}
			if err := store.VerifyCopy(t.Context(), path, tt.passphrase, b.options()); !errors.Is(err, tt.any) {
				t.Errorf("by a passphrase: got %v", err)
			}
		})
	}
	must(t, os.WriteFile(path, whole, 0o600))
	must(t, b.Close())
	if err := b.VerifyCopy(t.Context(), path); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("after closing: got %v", err)
	}
}

func TestVerifyCopyOfANewerSchema(t *testing.T) {
	b := newBox(t)
	must(t, b.Exec(t.Context(), "PRAGMA user_version = 99"))
	path := filepath.Join(t.TempDir(), "copy.mend")
	b.copyTo(t, path)
	if err := store.VerifyCopy(t.Context(), path, passphrase, b.options()); !errors.Is(err, journal.ErrNewerVersion) {
		t.Errorf("got %v", err)
	}
}

func TestNothingChangesDuringABackup(t *testing.T) {
	b := newBox(t)
	must(t, b.Backup(t.Context(), func(string) error {
		soon, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		if _, err := b.CreateEntry(soon, journal.Entry{Title: "x"}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a change that does not want to wait: %v", err)
		}
		return nil
	}))
	b.add(t, journal.Entry{Title: "afterwards"})
	stop := errors.New("stop")
	if err := b.Backup(t.Context(), func(string) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of copying became %v", err)
	}
}

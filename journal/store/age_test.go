package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// TestAgeTellsAnOlderCopy copies a journal at rest, goes on with it, and
// compares the two.
func TestAgeTellsAnOlderCopy(t *testing.T) {
	options := store.Options{Vault: vault.InsecureTestOptions()}
	secret := []byte("under the old bridge")
	path := filepath.Join(t.TempDir(), "us.mend")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	// session opens the file at path, does work, and returns the id and age at the end.
	session := func(path string, work func(*store.Store) error) ([16]byte, journal.Age) {
		t.Helper()
		s, err := store.Open(t.Context(), path, secret, options)
		must(err)
		must(work(s))
		id, age, err := s.Age(t.Context())
		must(err)
		must(s.Close())
		return id, age
	}
	write := func(s *store.Store) error {
		_, err := s.CreateEntry(t.Context(), journal.Entry{Title: "one"})
		return err
	}
	nothing := func(*store.Store) error { return nil }

	s, err := store.Create(t.Context(), path, secret, journal.Profile{Role: journal.Hurt, Guide: "g"}, options)
	must(err)
	must(s.Close())
	copied := filepath.Join(t.TempDir(), "copy.mend")
	content, err := os.ReadFile(path)
	must(err)
	must(os.WriteFile(copied, content, 0o600))

	id, first := session(path, nothing)
	if _, again := session(path, nothing); again != first {
		t.Errorf("reading changed the age from %v to %v", first, again)
	}
	_, written := session(path, write)
	if !first.Before(written) {
		t.Errorf("after a change %v is not before %v", first, written)
	}
	copyID, older := session(copied, nothing)
	if copyID != id || !older.Before(written) {
		t.Errorf("the copy has %v, the journal %v", older, written)
	}
	_, changed := session(path, func(s *store.Store) error { return s.ChangePassphrase(t.Context(), secret) })
	if !written.Before(changed) {
		t.Errorf("after a new passphrase %v is not before %v", written, changed)
	}
}

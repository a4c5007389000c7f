package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

func TestMigrationsAreRecorded(t *testing.T) {
	b := newBox(t)
	var version, recorded int
	must(t, b.Get(t.Context(), &version, "PRAGMA user_version"))
	must(t, b.Get(t.Context(), &recorded, "SELECT max(number) FROM migration"))
	if version != 1 || recorded != 1 {
		t.Errorf("user_version is %d, the record says %d", version, recorded)
	}
	var moment string
	must(t, b.Get(t.Context(), &moment, "SELECT at FROM migration WHERE number = 1"))
	equal(t, moment, "2026-03-14T12:00:00.123456789+05:45")
}

// next returns two migrations, the second of which is the script.
func next(script string) fstest.MapFS {
	return fstest.MapFS{
		"migrations/0001_first.sql":  {Data: []byte("not run again")},
		"migrations/0002_second.sql": {Data: []byte(script)},
	}
}

func TestMigrate(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "here"})
	asked := 0
	before := func() error {
		asked++
		return nil
	}
	files := next("ALTER TABLE profile ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'")
	must(t, b.Migrate(t.Context(), files, before))
	must(t, b.Migrate(t.Context(), files, before)) // is there already
	if asked != 1 {
		t.Errorf("was asked %d times before one migration", asked)
	}
	var version int
	must(t, b.Get(t.Context(), &version, "PRAGMA user_version"))
	if version != 2 {
		t.Errorf("user_version is %d", version)
	}
	got, err := b.GetEntry(t.Context(), e.ID)
	must(t, err)
	equal(t, got, e)
}

func TestMigrateAllOrNothing(t *testing.T) {
	stop := errors.New("no room for a backup")
	tests := map[string]struct {
		script string
		before func() error
		want   error
	}{
		"a broken script":     {"CREATE TABLE extra (a); INSERT INTO nowhere VALUES (1)", nil, nil},
		"no leave beforehand": {"CREATE TABLE extra (a)", func() error { return stop }, stop},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			err := b.Migrate(t.Context(), next(tt.script), tt.before)
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			b.reopen(t)
			var version, tables int
			must(t, b.Get(t.Context(), &version, "PRAGMA user_version"))
			must(t, b.Get(t.Context(), &tables, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"))
			if version != 1 || tables != 0 {
				t.Errorf("user_version is %d, %d new tables", version, tables)
			}
		})
	}
}

func TestNewerSchema(t *testing.T) {
	b := newBox(t)
	must(t, b.Exec(t.Context(), "PRAGMA user_version = 2"))
	must(t, b.Close())
	before, err := os.ReadFile(b.path)
	must(t, err)
	if _, err := store.Open(t.Context(), b.path, passphrase, b.options()); !errors.Is(err, journal.ErrNewerVersion) {
		t.Errorf("got %v", err)
	}
	after, err := os.ReadFile(b.path)
	must(t, err)
	if !bytes.Equal(after, before) {
		t.Error("the file changed")
	}
}

// TestCutShort opens a journal whose creation ended before its schema was laid
// out.
func TestCutShort(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.mend")
	file, err := vault.Create(path, passphrase, vault.InsecureTestOptions())
	must(t, err)
	must(t, file.Close())
	s, err := store.Open(t.Context(), path, passphrase, store.Options{Vault: vault.InsecureTestOptions()})
	must(t, err)
	defer s.Close()
	got, err := s.GetProfile(t.Context())
	must(t, err)
	equal(t, got, journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide})
}

// TestPragmas asks the open connection, because every guarantee hangs on them.
func TestPragmas(t *testing.T) {
	b := newBox(t)
	for pragma, want := range map[string]string{
		"synchronous": "2", "locking_mode": "exclusive", "journal_mode": "truncate", "temp_store": "2",
		"secure_delete": "1", "foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1",
		"cache_size": "-8192", "page_size": "4096",
	} {
		var got string
		must(t, b.Get(t.Context(), &got, "PRAGMA "+pragma))
		if got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
	for _, statement := range []string{"ATTACH ':memory:' AS other", "VACUUM", "VACUUM INTO '/nowhere'"} {
		if err := b.Exec(t.Context(), statement); err == nil {
			t.Errorf("%s is allowed", statement)
		}
	}
}

package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// schema is the number of the newest migration.
const schema = 5

func TestMigrationsAreRecorded(t *testing.T) {
	b := newBox(t)
	var version, recorded int
	must(t, b.Get(t.Context(), &version, "PRAGMA user_version"))
	must(t, b.Get(t.Context(), &recorded, "SELECT max(number) FROM migration"))
	if version != schema || recorded != schema {
		t.Errorf("user_version is %d, the record says %d", version, recorded)
	}
	var moment string
	must(t, b.Get(t.Context(), &moment, "SELECT at FROM migration WHERE number = 1"))
	equal(t, moment, "2026-03-14T12:00:00.123456789+05:45")
}

// next returns the migrations there are, and the script as one more.
func next(script string) fstest.MapFS {
	files := fstest.MapFS{}
	for number := 1; number <= schema; number++ {
		files[fmt.Sprintf("migrations/%04d_done.sql", number)] = &fstest.MapFile{Data: []byte("not run again")}
	}
	files[fmt.Sprintf("migrations/%04d_next.sql", schema+1)] = &fstest.MapFile{Data: []byte(script)}
	return files
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
	if version != schema+1 {
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
			if version != schema || tables != 0 {
				t.Errorf("user_version is %d, %d new tables", version, tables)
			}
		})
	}
}

func TestNewerSchema(t *testing.T) {
	b := newBox(t)
	must(t, b.Exec(t.Context(), fmt.Sprintf("PRAGMA user_version = %d", schema+1)))
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

// TestFirstSchemaOpens opens a journal of the first schema, which was made with
// everything that could be in one then.
func TestFirstSchemaOpens(t *testing.T) {
	ctx := t.Context()
	sealed, err := os.ReadFile("testdata/schema-1.vault")
	must(t, err)
	path := filepath.Join(t.TempDir(), "journal.mend")
	must(t, os.WriteFile(path, sealed, 0o600))
	saved := 0
	s, err := store.Open(ctx, path, passphrase, store.Options{
		Vault:  vault.InsecureTestOptions(),
		Backup: func(context.Context, *store.Store) error { saved++; return nil },
	})
	must(t, err)
	defer s.Close()
	equal(t, saved, 1)
	got := read(t, s)
	equal(t, []int{len(got.Entries), len(got.Revisions), len(got.Ticks), len(got.States)}, []int{2, 1, 3, 3})
	equal(t, got.Entries[0].Body, "rewritten")
	findings, err := s.Check(ctx, nil)
	must(t, err)
	equal(t, len(findings), 0)
	_, err = s.CreatePromise(ctx, promised())
	must(t, err)
}

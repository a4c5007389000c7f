package backup_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
)

// sound takes any file for whole.
func sound(string) error { return nil }

// withCopy returns a closed journal that holds one more entry than its backup.
func withCopy(t *testing.T) (b *box, from string) {
	t.Helper()
	b = newBox(t)
	b.write("in both")
	from = b.make().Path
	b.write("only in the journal")
	b.must(b.Store.Close())
	return b, from
}

// titles opens a journal and returns what is in it, the newest first.
func titles(t *testing.T, path string) []string {
	t.Helper()
	s, err := store.Open(t.Context(), path, passphrase, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	entries, err := s.ListEntries(t.Context(), journal.EntryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Title)
	}
	return all
}

func verify(path string) error {
	return store.VerifyCopy(context.Background(), path, passphrase, options())
}

func TestRestore(t *testing.T) {
	b, from := withCopy(t)
	old := read(t, b.Journal)
	got, err := b.Restore(t.Context(), from, verify)
	b.must(err)
	folder := filepath.Dir(b.Journal)
	aside := filepath.Join(folder, "us-set-aside-20260313T211905Z.mend")
	equal(t, got, backup.Restored{Path: b.Journal, Aside: aside})
	equal(t, read(t, b.Journal), read(t, from))
	equal(t, read(t, aside), old)
	equal(t, files(t, folder), []string{"us-set-aside-20260313T211905Z.mend", "us.mend", "us.mend-backups", "us.mend.lock"})
	equal(t, titles(t, b.Journal), []string{"in both"})
	equal(t, len(titles(t, aside)), 2)

	// Again within the same second.
	again, err := b.Restore(t.Context(), aside, verify)
	b.must(err)
	equal(t, again.Aside, filepath.Join(folder, "us-set-aside-20260313T211905Z-2.mend"))
	equal(t, len(titles(t, b.Journal)), 2)
}

func TestRestoreWhereNothingIs(t *testing.T) {
	b, from := withCopy(t)
	b.Journal = filepath.Join(t.TempDir(), "diary")
	got, err := b.Restore(t.Context(), from, verify)
	b.must(err)
	equal(t, got, backup.Restored{Path: b.Journal})
	equal(t, titles(t, b.Journal), []string{"in both"})
	got, err = b.Restore(t.Context(), from, verify)
	b.must(err)
	equal(t, filepath.Base(got.Aside), "diary-set-aside-20260313T211905Z")
}

// What is in the journal's place may be in any state.
func TestRestoreOverRuins(t *testing.T) {
	for name, ruin := range map[string]string{
		"nothing": "", "a text": "Dear diary", "zeros": strings.Repeat("\x00", 1<<16),
	} {
		t.Run(name, func(t *testing.T) {
			b, from := withCopy(t)
			write(t, b.Journal, ruin)
			got, err := b.Restore(t.Context(), from, verify)
			b.must(err)
			equal(t, read(t, got.Aside), ruin)
			equal(t, titles(t, b.Journal), []string{"in both"})
		})
	}
}

// The rollback journal of the old file goes with it and never meets the new.
func TestRestoreWithARollbackJournal(t *testing.T) {
	b, from := withCopy(t)
	write(t, b.Journal+"-journal", "pages of before")
	got, err := b.Restore(t.Context(), from, verify)
	b.must(err)
	equal(t, read(t, got.Aside+"-journal"), "pages of before")
	if _, err := os.Stat(b.Journal + "-journal"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it still lies beside the journal")
	}

	b.must(os.Remove(b.Journal))
	write(t, b.Journal+"-journal", "of a lost file")
	got, err = b.Restore(t.Context(), from, verify)
	b.must(err)
	equal(t, read(t, got.Aside), "of a lost file")
	equal(t, titles(t, b.Journal), []string{"in both"})
}

func TestRestoreRefuses(t *testing.T) {
	bad := errors.New("not sound")
	for name, tt := range map[string]struct {
		spoil  func(b *box, from string) string // returns what to restore from
		verify func(string) error
		want   error
	}{
		"an open journal": {func(b *box, from string) string {
			s, err := store.Open(b.t.Context(), b.Journal, passphrase, options())
			b.must(err)
			b.t.Cleanup(func() { s.Close() })
			return from
		}, sound, journal.ErrAlreadyOpen},
		"an open copy": {func(b *box, from string) string {
			s, err := store.Open(b.t.Context(), from, passphrase, options())
			b.must(err)
			b.t.Cleanup(func() { s.Close() })
			return from
		}, sound, journal.ErrAlreadyOpen},
		"a copy in the middle of a change": {func(b *box, from string) string {
			write(b.t, from+"-journal", "pages of before")
			return from
		}, sound, journal.ErrAlreadyOpen},
		"the journal itself": {func(b *box, _ string) string { return b.Journal }, sound, journal.ErrAlreadyOpen},
		"no copy":            {func(_ *box, from string) string { return from + "x" }, sound, journal.ErrMissing},
		"a folder":           {func(_ *box, from string) string { return filepath.Dir(from) }, sound, journal.ErrNotJournal},
		"a text": {func(b *box, from string) string {
			write(b.t, from, "Dear diary")
			return from
		}, sound, journal.ErrNotJournal},
		"half a copy": {func(b *box, from string) string {
			write(b.t, from, read(b.t, from)[:20_000])
			return from
		}, sound, journal.ErrDamaged},
		"one wrong bit": {func(b *box, from string) string {
			content := []byte(read(b.t, from))
			content[len(content)-100] ^= 1
			write(b.t, from, string(content))
			return from
		}, verify, journal.ErrDamaged},
		"not proven": {func(_ *box, from string) string { return from }, func(string) error { return bad }, bad},
		"over a folder": {func(b *box, from string) string {
			b.Journal = filepath.Join(b.t.TempDir(), "folder")
			b.must(os.Mkdir(b.Journal, 0o700))
			return from
		}, sound, journal.ErrNotJournal},
		"into no folder": {func(b *box, from string) string {
			b.Journal = filepath.Join(b.t.TempDir(), "no", "us.mend")
			return from
		}, sound, journal.ErrMissing},
	} {
		t.Run(name, func(t *testing.T) {
			b, from := withCopy(t)
			from = tt.spoil(b, from)
			before := snapshot(t, b.Journal)
			if _, err := b.Restore(t.Context(), from, tt.verify); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			equal(t, snapshot(t, b.Journal), before)
		})
	}
}

// snapshot returns the files beside the journal, but for its lock file.
func snapshot(t *testing.T, path string) map[string]string {
	t.Helper()
	folder, found := filepath.Dir(path), map[string]string{}
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return found
	}
	for _, name := range files(t, folder) {
		switch info, err := os.Stat(filepath.Join(folder, name)); {
		case err != nil:
			t.Fatal(err)
		case info.IsDir():
			found[name] = "folder"
		case name != filepath.Base(path)+".lock":
			found[name] = read(t, filepath.Join(folder, name))
		}
	}
	return found
}

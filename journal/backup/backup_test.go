package backup_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
	"mend/journal/vault"
)

var (
	passphrase = []byte("correct horse battery staple")
	nepal      = time.FixedZone("", 5*3600+45*60)
)

// box is an open journal with its backups and a clock that stands still.
type box struct {
	*store.Store
	backup.Folder
	t   *testing.T
	now time.Time
}

func options() store.Options { return store.Options{Vault: vault.InsecureTestOptions()} }

// newBox makes a journal in a folder of its own.
func newBox(t *testing.T) *box {
	t.Helper()
	b := &box{t: t, now: time.Date(2026, 3, 14, 3, 4, 5, 6, nepal)}
	b.Folder = backup.Folder{
		Journal: filepath.Join(t.TempDir(), "us.mend"),
		Clock:   func() time.Time { return b.now },
	}
	s, err := store.Create(t.Context(), b.Journal, passphrase, journal.Profile{Role: journal.Hurt, Guide: "g"}, options())
	b.must(err)
	b.Store = s
	t.Cleanup(func() { b.Store.Close() })
	return b
}

func (b *box) must(errs ...error) {
	b.t.Helper()
	for _, err := range errs {
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// write changes the journal.
func (b *box) write(title string) {
	b.t.Helper()
	_, err := b.CreateEntry(b.t.Context(), journal.Entry{Title: title})
	b.must(err)
}

// make makes a backup that must succeed.
func (b *box) make() backup.Copy {
	b.t.Helper()
	c, err := b.Make(b.t.Context(), b.Store)
	b.must(err)
	return c
}

// list returns the names of the copies, the newest first.
func (b *box) list() []string {
	b.t.Helper()
	copies, err := b.List()
	b.must(err)
	var names []string
	for _, c := range copies {
		names = append(names, filepath.Base(c.Path))
	}
	return names
}

// files returns the names in a folder.
func files(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("got + instead of -:\n%s", diff)
	}
}

func TestMake(t *testing.T) {
	b := newBox(t)
	b.write("one")
	got := b.make()
	folder := b.Journal + "-backups"
	want := backup.Copy{
		Path:     filepath.Join(folder, "us-000001-20260313T211905Z.mend"),
		Sequence: 1, When: b.now.Truncate(time.Second), Size: int64(len(read(t, b.Journal))), Verified: true,
	}
	equal(t, got, want)
	equal(t, read(t, got.Path), read(t, b.Journal))
	for path, mode := range map[string]fs.FileMode{folder: 0o700 | fs.ModeDir, got.Path: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%s has mode %v, %v", path, info.Mode(), err)
		}
	}
	listed, err := b.List()
	b.must(err)
	equal(t, listed, []backup.Copy{want})

	b.now = b.now.AddDate(-10, 0, 0) // the newest is the one made last, whatever the clock says
	b.make()
	equal(t, b.list(), []string{"us-000002-20160313T211905Z.mend", "us-000001-20260313T211905Z.mend"})
}

func TestMakeElsewhere(t *testing.T) {
	b := newBox(t)
	b.Dir = filepath.Join(t.TempDir(), "stick")
	c := b.make()
	equal(t, filepath.Dir(c.Path), b.Dir)
	equal(t, files(t, b.Dir), []string{filepath.Base(c.Path)})
	if _, err := os.Stat(b.Journal + "-backups"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("there is a folder beside the journal as well")
	}
	b.Dir = filepath.Join(t.TempDir(), "no", "such")
	if _, err := b.Make(t.Context(), b.Store); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("below no folder: %v", err)
	}
	b.Dir = b.Journal
	if _, err := b.Make(t.Context(), b.Store); !errors.Is(err, journal.ErrObstructed) {
		t.Errorf("where a file is: %v", err)
	}
}

func TestNeeded(t *testing.T) {
	b := newBox(t)
	needed := func(want bool, when string) {
		t.Helper()
		got, err := b.Needed(t.Context())
		if err != nil || got != want {
			t.Errorf("%s: needed is %v, %v", when, got, err)
		}
	}
	needed(true, "before the first")
	b.make()
	b.write("one")
	needed(false, "on the same day")
	b.now = b.now.Add(20*time.Hour + 55*time.Minute)
	needed(false, "in the last hour of the day here, the next day in UTC")
	b.now = b.now.Add(time.Minute)
	needed(true, "on the next day")
	b.make()
	b.now = b.now.AddDate(0, 1, 0)
	needed(false, "without a change since")
	b.must(b.ChangePassphrase(t.Context(), []byte("other")))
	needed(true, "with another passphrase")
	b.make()
	b.write("two")
	b.now = b.now.Add(-time.Minute)
	needed(true, "when the clock went back")
	b.Journal = filepath.Join(t.TempDir(), "none.mend")
	if _, err := b.Needed(t.Context()); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("of no journal: %v", err)
	}
}

// Writes wait for the copy and not for its verification.
func TestWritesGoOnDuringVerification(t *testing.T) {
	b := newBox(t)
	var fresh *backup.Unverified
	b.must(b.Backup(t.Context(), func(string) (err error) {
		fresh, err = b.Copy(t.Context())
		return err
	}))
	before := read(t, b.Journal)
	c, err := fresh.Prove(func(path string) error {
		b.write("while it is verified")
		return b.VerifyCopy(t.Context(), path)
	})
	b.must(err)
	equal(t, read(t, c.Path), before)
}

func TestWhatIsNotProven(t *testing.T) {
	b := newBox(t)
	bad := errors.New("not sound")
	refuse := func() {
		t.Helper()
		if _, err := b.Make(t.Context(), unsound{b.Store, bad}); !errors.Is(err, bad) {
			t.Fatalf("got %v", err)
		}
	}
	refuse()
	only := "us-000001-20260313T211905Z.mend.unverified"
	equal(t, b.list(), []string{only}) // better than nothing
	copies, err := b.List()
	b.must(err)
	if copies[0].Verified {
		t.Error("it is said to be verified")
	}
	refuse()
	equal(t, b.list(), []string{only})
	if needed, err := b.Needed(t.Context()); err != nil || !needed {
		t.Errorf("needed is %v, %v", needed, err)
	}
	b.make()
	verified := []string{"us-000002-20260313T211905Z.mend"}
	equal(t, b.list(), verified)
	refuse()
	equal(t, b.list(), verified)
}

// unsound is a source whose copies are never sound.
type unsound struct {
	*store.Store
	err error
}

func (u unsound) VerifyCopy(context.Context, string) error { return u.err }

// What a killed program left is cleared away by the next backup, and nothing
// that is not a copy of this very journal is.
func TestLeftovers(t *testing.T) {
	b, other := newBox(t), newBox(t)
	b.Dir = t.TempDir()
	other.Dir = b.Dir
	theirs := filepath.Base(other.make().Path)
	own := read(t, b.Journal)
	keep := map[string]string{
		"us-000007-20260313T211905Z.mend.part":       read(t, other.Journal),
		"us-000008-20260313T211905Z.mend.unverified": read(t, other.Journal),
		"us-000004-20260313T211905Z.mend.part2":      own,
		"us-4-20260313T211905Z.mend.part":            own,
		"us-000004-20260313T211905Z.mend.unverif":    own,
		"them-000004-20260313T211905Z.mend.part":     own,
		"us-000009-20260313T211905Z.mend.part":       "Dear diary",
		"us.mend":                                    own,
	}
	remove := map[string]string{
		"us-000002-20260313T211905Z.mend.part":       own[:len(own)/2],
		"us-000003-20260313T211905Z.mend.unverified": own,
	}
	for _, set := range []map[string]string{keep, remove} {
		for name, content := range set {
			write(t, filepath.Join(b.Dir, name), content)
		}
	}
	fresh := filepath.Base(b.make().Path)
	if !strings.HasPrefix(fresh, "us-000010-") {
		t.Errorf("the new one is %s", fresh)
	}
	left := files(t, b.Dir)
	want := map[string]bool{theirs: true, fresh: true}
	for name := range keep {
		want[name] = true
	}
	got := map[string]bool{}
	for _, name := range left {
		got[name] = true
	}
	equal(t, got, want)
}

// Two journals of one name that share a folder leave each other's copies be.
func TestASharedFolder(t *testing.T) {
	b, other := newBox(t), newBox(t)
	b.Dir = t.TempDir()
	other.Dir = b.Dir
	theirs := other.make().Path
	if needed, err := b.Needed(t.Context()); err != nil || !needed {
		t.Errorf("a copy of another journal will do: %v, %v", needed, err)
	}
	for range 10 { // of one day, so that all but the newest seven go
		b.make()
	}
	if n := len(b.list()); n != 8 {
		t.Errorf("%d copies stay", n)
	}
	if _, err := os.Stat(theirs); err != nil {
		t.Error(err)
	}
}

// A copy that was opened where it lies may hold words that are nowhere else.
func TestACopyThatWasOpenedStays(t *testing.T) {
	b := newBox(t)
	opened, closed := b.make().Path, b.make().Path
	s, err := store.Open(t.Context(), opened, passphrase, options())
	b.must(err)
	b.must(s.Close())
	for range 10 { // of one day, so that all but the newest seven go
		b.make()
	}
	if _, err := os.Stat(opened); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(closed); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("its neighbour stayed: %v", err)
	}
}

func TestCopyRefuses(t *testing.T) {
	b := newBox(t)
	write(t, b.Journal+"-journal", "a change")
	if _, err := b.Copy(t.Context()); err == nil {
		t.Error("it copied in the middle of a change")
	}
	b.must(os.Remove(b.Journal + "-journal"))
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Make(canceled, b.Store); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	b.Journal = filepath.Join(t.TempDir(), "x.mend")
	if _, err := b.Copy(t.Context()); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("of nothing: %v", err)
	}
	write(t, b.Journal, "Dear diary")
	if _, err := b.Copy(t.Context()); !errors.Is(err, journal.ErrNotJournal) {
		t.Errorf("of a text: %v", err)
	}
	if len(files(t, filepath.Dir(b.Journal))) != 1 {
		t.Error("it left something behind")
	}
}

func TestNoFolderNoCopies(t *testing.T) {
	b := newBox(t)
	if names := b.list(); len(names) != 0 {
		t.Errorf("it lists %v", names)
	}
}

package store_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

var (
	passphrase = []byte("correct horse battery staple")
	profile    = journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide}
)

// noon is when every test begins, in a zone that is not this machine's.
var noon = time.Date(2026, 3, 14, 12, 0, 0, 123456789, time.FixedZone("", 5*3600+45*60))

// clock tells the time a test sets.
type clock struct{ now time.Time }

func (c *clock) read() time.Time { return c.now }

func (c *clock) pass(d time.Duration) time.Time {
	c.now = c.now.Add(d)
	return c.now
}

// box is a journal on the disk that can be closed and opened again.
type box struct {
	*store.Store
	clock      *clock
	path       string
	passphrase []byte
}

func (b *box) options() store.Options {
	return store.Options{Vault: vault.InsecureTestOptions(), Clock: b.clock.read}
}

// newBox creates a journal that is closed when the test ends.
func newBox(t testing.TB) *box {
	t.Helper()
	b := &box{clock: &clock{now: noon}, path: filepath.Join(t.TempDir(), "journal.mend"), passphrase: passphrase}
	s, err := store.Create(t.Context(), b.path, passphrase, profile, b.options())
	if err != nil {
		t.Fatal(err)
	}
	b.Store = s
	t.Cleanup(func() { b.Close() })
	return b
}

// reopen closes the journal and opens it again.
func (b *box) reopen(t testing.TB) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), b.path, b.passphrase, b.options())
	if err != nil {
		t.Fatal(err)
	}
	b.Store = s
}

// add keeps an entry or fails the test.
func (b *box) add(t testing.TB, e journal.Entry) journal.Entry {
	t.Helper()
	kept, err := b.CreateEntry(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// failer is what checks need of a test, also of a rapid one.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// equal compares without regard to nil or empty, but with the zone of moments.
func equal(t failer, got, want any) {
	t.Helper()
	moments := cmp.Comparer(func(a, b time.Time) bool {
		return a.Format(time.RFC3339Nano) == b.Format(time.RFC3339Nano)
	})
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), moments); diff != "" {
		t.Errorf("got + instead of -:\n%s", diff)
	}
}

// must fails the test on an error.
func must(t failer, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newID(random *rand.Rand) uuid.UUID {
	id, err := uuid.NewRandomFromReader(random)
	if err != nil {
		panic(err)
	}
	return id
}

func TestCreateAndOpen(t *testing.T) {
	b := newBox(t)
	if b.Path() != b.path {
		t.Errorf("Path is %q", b.Path())
	}
	b.reopen(t)
	got, err := b.GetProfile(t.Context())
	must(t, err)
	equal(t, got, profile)
}

func TestCreateRefuses(t *testing.T) {
	taken := newBox(t).path
	tests := map[string]struct {
		path       string
		passphrase string
		profile    journal.Profile
		want       error
	}{
		"a file that is there": {taken, "secret", profile, journal.ErrExists},
		"no folder":            {filepath.Join(t.TempDir(), "none", "j.mend"), "secret", profile, journal.ErrMissing},
		"no passphrase":        {filepath.Join(t.TempDir(), "j.mend"), "", profile, journal.ErrInvalid},
		"no role":              {filepath.Join(t.TempDir(), "j.mend"), "secret", journal.Profile{}, journal.ErrInvalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			_, err := store.Create(t.Context(), tt.path, []byte(tt.passphrase), tt.profile, store.Options{Vault: vault.InsecureTestOptions()})
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if after, _ := os.ReadFile(tt.path); string(after) != string(before) {
				t.Error("the file changed")
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	b := newBox(t)
	open := b.path
	closed := newBox(t)
	must(t, closed.Close())
	folder := t.TempDir()
	text := filepath.Join(folder, "text.mend")
	must(t, os.WriteFile(text, []byte("Dear diary"), 0o600))
	empty := filepath.Join(folder, "empty.mend")
	must(t, os.WriteFile(empty, nil, 0o600))
	sealed, err := os.ReadFile(closed.path)
	must(t, err)
	cut := filepath.Join(folder, "cut.mend")
	must(t, os.WriteFile(cut, sealed[:len(sealed)-4096], 0o600))

	tests := map[string]struct {
		path, passphrase string
		want             error
	}{
		"a wrong passphrase":      {closed.path, "wrong", journal.ErrWrongPassphrase},
		"a missing file":          {filepath.Join(folder, "none.mend"), string(passphrase), journal.ErrMissing},
		"a text":                  {text, string(passphrase), journal.ErrNotJournal},
		"an empty file":           {empty, string(passphrase), journal.ErrNotJournal},
		"a folder":                {folder, string(passphrase), journal.ErrNotJournal},
		"a journal that is open":  {open, string(passphrase), journal.ErrAlreadyOpen},
		"a journal that was cut":  {cut, string(passphrase), journal.ErrDamaged},
		"a passphrase of nothing": {closed.path, "", journal.ErrWrongPassphrase},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			s, err := store.Open(t.Context(), tt.path, []byte(tt.passphrase), store.Options{Vault: vault.InsecureTestOptions()})
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if after, _ := os.ReadFile(tt.path); string(after) != string(before) {
				t.Error("the file changed")
			}
		})
	}
}

func TestClose(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "kept"})
	must(t, b.Close())
	must(t, b.Close())
	if _, err := b.GetEntry(t.Context(), e.ID); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("reading after Close: %v", err)
	}
	if _, err := b.CreateEntry(t.Context(), journal.Entry{Title: "late"}); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("writing after Close: %v", err)
	}
}

// TestTurns has several goroutines use a journal while it is closed under
// them. What was acknowledged is kept.
func TestTurns(t *testing.T) {
	b := newBox(t)
	var saved atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for {
				_, err := b.CreateEntry(t.Context(), journal.Entry{Title: "one of many"})
				if err == nil {
					_, err = b.ListEntries(t.Context(), journal.EntryFilter{Query: "many"})
					if saved.Add(1) == 20 {
						err = b.Close()
					}
				}
				if errors.Is(err, journal.ErrClosed) {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.reopen(t)
	n, err := b.CountEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	if n != int(saved.Load()) {
		t.Errorf("%d entries are kept, %d were acknowledged", n, saved.Load())
	}
}

func TestCancelled(t *testing.T) {
	b := newBox(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.CreateEntry(ctx, journal.Entry{Title: "late"}); !errors.Is(err, context.Canceled) {
		t.Errorf("CreateEntry: %v", err)
	}
	if _, err := b.ListEntries(ctx, journal.EntryFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("ListEntries: %v", err)
	}
	n, err := b.CountEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	if n != 0 {
		t.Error("a cancelled entry was kept")
	}
}

func TestNoPlainTextOnDisk(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Title: "quokkacanary", Body: "quokkacanary", Tags: []string{"quokkacanary"}})
	files, err := filepath.Glob(filepath.Join(filepath.Dir(b.path), "*"))
	must(t, err)
	if len(files) < 2 {
		t.Fatalf("only %d files to look at", len(files))
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		must(t, err)
		for _, word := range []string{"quokkacanary", "SQLite format", "entry_text"} {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%s holds %q", filepath.Base(file), word)
			}
		}
	}
}

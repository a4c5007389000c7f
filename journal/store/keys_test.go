package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mend/journal"
	"mend/journal/store"
)

func newCode(t testing.TB) string {
	t.Helper()
	code, err := store.NewRecoveryCode()
	must(t, err)
	return code
}

// A code opens the journal from the moment it is set until it is removed, also
// after the passphrase was lost and another one given.
func TestRecoveryCode(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "here"})
	code := newCode(t)
	must(t, b.SetRecoveryCode(ctx, strings.ToLower(code)))
	if !b.HasRecoveryCode() {
		t.Error("it has none")
	}
	must(t, b.Close())

	s, err := store.OpenWithCode(ctx, b.path, code, b.options())
	must(t, err)
	got, err := s.GetEntry(ctx, e.ID)
	must(t, err)
	equal(t, got, e)
	must(t, s.ChangePassphrase(ctx, []byte("new words")))
	must(t, s.Close())

	b.passphrase = []byte("new words")
	b.Store, err = store.Open(ctx, b.path, b.passphrase, b.options())
	must(t, err)
	if !b.HasRecoveryCode() {
		t.Error("it went with the passphrase")
	}
	must(t, b.RemoveRecoveryCode(ctx))
	must(t, b.RemoveRecoveryCode(ctx)) // there is none to remove
	must(t, b.Close())
	if _, err := store.OpenWithCode(ctx, b.path, code, b.options()); !errors.Is(err, journal.ErrWrongCode) {
		t.Errorf("after it was removed: %v", err)
	}
}

// A mistyped code is told from a wrong one, and neither changes anything.
func TestCodesThatDoNotOpen(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	shown := newCode(t) // and never set
	mistyped := "0" + shown[1:]
	if shown[0] == '0' {
		mistyped = "1" + shown[1:]
	}
	if err := b.SetRecoveryCode(ctx, mistyped); !errors.Is(err, journal.ErrMalformedCode) {
		t.Errorf("setting a mistyped one: %v", err)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if err := errors.Join(b.SetRecoveryCode(stopped, shown), b.RemoveRecoveryCode(stopped)); !errors.Is(err, context.Canceled) {
		t.Errorf("setting one that was called off: %v", err)
	}
	if b.HasRecoveryCode() {
		t.Error("something was set")
	}
	must(t, b.Close())
	before, err := os.ReadFile(b.path)
	must(t, err)
	for code, want := range map[string]error{
		shown: journal.ErrWrongCode, mistyped: journal.ErrMalformedCode, "": journal.ErrMalformedCode,
	} {
		if _, err := store.OpenWithCode(ctx, b.path, code, b.options()); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	after, err := os.ReadFile(b.path)
	must(t, err)
	equal(t, after, before)
	if err := b.SetRecoveryCode(ctx, shown); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("after locking: %v", err)
	}
}

// After a new key the same journal goes on, all of it, and what opened it
// before opens the copies made then and nothing else.
func TestNewKey(t *testing.T) {
	ctx := t.Context()
	b := lived(t)
	code := newCode(t)
	must(t, b.SetRecoveryCode(ctx, code))
	before := read(t, b)
	former := filepath.Join(t.TempDir(), "former.mend")
	b.copyTo(t, former)
	var last, of int64
	must(t, b.NewKey(ctx, []byte("new words"), func(done, total int64) { last, of = done, total }))
	if last != of || of == 0 || b.HasRecoveryCode() {
		t.Errorf("%d of %d steps; recovery code: %v", last, of, b.HasRecoveryCode())
	}
	equal(t, read(t, b), before)
	e := b.add(t, journal.Entry{Title: "under the new key"})
	findings, err := b.Check(ctx, nil)
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
	if err := b.VerifyCopy(ctx, former); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("the former file is taken for a copy: %v", err)
	}
	must(t, b.Close())
	if _, err := store.Open(ctx, b.path, b.passphrase, b.options()); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if _, err := store.OpenWithCode(ctx, b.path, code, b.options()); !errors.Is(err, journal.ErrWrongCode) {
		t.Errorf("the old recovery code: %v", err)
	}
	must(t, store.VerifyCopy(ctx, former, b.passphrase, b.options()))
	b.passphrase = []byte("new words")
	b.Store, err = store.Open(ctx, b.path, b.passphrase, b.options())
	must(t, err)
	got, err := b.GetEntry(ctx, e.ID)
	must(t, err)
	equal(t, got, e)
}

// A new key that comes to no end leaves the file as it was, nothing beside it,
// and the journal at work.
func TestNewKeyThatFails(t *testing.T) {
	ctx := t.Context()
	called, cancel := context.WithCancel(ctx)
	cancel()
	for name, tt := range map[string]struct {
		ctx        func() (context.Context, func(done, total int64))
		passphrase string
		harm       string
		want       error
	}{
		"no passphrase": {passphrase: "", want: journal.ErrInvalid},
		"called off":    {ctx: func() (context.Context, func(int64, int64)) { return called, nil }, passphrase: "new words", want: context.Canceled},
		"cancelled": {ctx: func() (context.Context, func(int64, int64)) {
			ctx, cancel := context.WithCancel(ctx)
			return ctx, func(done, total int64) {
				if done == total {
					cancel()
				}
			}
		}, passphrase: "new words", want: context.Canceled},
		"not sound": {passphrase: "new words", want: journal.ErrDamaged, harm: `CREATE TABLE extra (a UNIQUE); INSERT INTO extra VALUES (1), (2);
			PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE extra (a UNIQUE, b NOT NULL)' WHERE name = 'extra'`},
		"of a newer version": {passphrase: "new words", want: journal.ErrNewerVersion, harm: "PRAGMA user_version = 99"},
	} {
		t.Run(name, func(t *testing.T) {
			b := lived(t)
			if tt.harm != "" {
				must(t, b.Exec(ctx, tt.harm))
			}
			before, files := read(t, b), list(t, filepath.Dir(b.path))
			raw, err := os.ReadFile(b.path)
			must(t, err)
			ctx, progress := t.Context(), func(int64, int64) {}
			if tt.ctx != nil {
				ctx, progress = tt.ctx()
			}
			if err := b.NewKey(ctx, []byte(tt.passphrase), progress); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			same, err := os.ReadFile(b.path)
			must(t, err)
			equal(t, same, raw)
			equal(t, list(t, filepath.Dir(b.path)), files)
			equal(t, read(t, b), before)
			b.add(t, journal.Entry{Title: "still at work"})
		})
	}
	b := lived(t)
	must(t, b.Close())
	if err := b.NewKey(ctx, []byte("new words"), nil); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("of a locked journal: %v", err)
	}
}

// list returns the names of the files in a folder.
func list(t testing.TB, folder string) (names []string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	must(t, err)
	for _, file := range files {
		names = append(names, file.Name())
	}
	return names
}

func TestChangePassphrase(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "here"})
	must(t, b.Close())
	saved := filepath.Join(t.TempDir(), "copy.mend")
	asked := 0
	opt := b.options()
	opt.Backup = func(_ context.Context, s *store.Store) error {
		asked++
		return s.Backup(t.Context(), func(path string) error {
			content, err := os.ReadFile(path)
			must(t, err)
			return os.WriteFile(saved, content, 0o600)
		})
	}
	s, err := store.Open(t.Context(), b.path, passphrase, opt)
	must(t, err)
	if err := s.ChangePassphrase(t.Context(), nil); !errors.Is(err, journal.ErrInvalid) || asked > 0 {
		t.Errorf("no passphrase: got %v, asked %d times", err, asked)
	}
	must(t, s.ChangePassphrase(t.Context(), []byte("new words")))
	must(t, s.Close())
	if asked != 1 {
		t.Errorf("backed up %d times", asked)
	}
	if _, err := store.Open(t.Context(), b.path, passphrase, b.options()); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("with the old one: %v", err)
	}
	for path, words := range map[string]string{b.path: "new words", saved: string(passphrase)} {
		s, err := store.Open(t.Context(), path, []byte(words), b.options())
		must(t, err)
		got, err := s.GetEntry(t.Context(), e.ID)
		must(t, err)
		equal(t, got, e)
		must(t, s.Close())
	}
}

func TestNoBackupNoChangeOfPassphrase(t *testing.T) {
	b := newBox(t)
	must(t, b.Close())
	stop := errors.New("no room for a backup")
	opt := b.options()
	opt.Backup = func(context.Context, *store.Store) error { return stop }
	s, err := store.Open(t.Context(), b.path, passphrase, opt)
	must(t, err)
	if err := s.ChangePassphrase(t.Context(), []byte("new words")); !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
	must(t, s.Close())
	s, err = store.Open(t.Context(), b.path, passphrase, opt)
	must(t, err)
	must(t, s.Close())
}

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

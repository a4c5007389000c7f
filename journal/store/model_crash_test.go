package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/store"
)

var errStop = errors.New("stop")

// lock closes the journal and opens it again, with the recovery code if there
// is one; no former secret opens it.
func (m *model) lock(t testing.TB) func(*rapid.T) {
	return func(r *rapid.T) {
		must(r, m.box.Close())
		for _, wrong := range m.former {
			if bytes.Equal(wrong, m.box.passphrase) {
				continue // it was chosen again
			}
			if _, err := store.Open(t.Context(), m.box.path, wrong, m.box.options()); !errors.Is(err, journal.ErrWrongPassphrase) {
				r.Fatalf("a former passphrase: %v", err)
			}
		}
		for _, wrong := range m.formerCodes {
			if _, err := store.OpenWithCode(t.Context(), m.box.path, wrong, m.box.options()); !errors.Is(err, journal.ErrWrongCode) {
				r.Fatalf("a former recovery code: %v", err)
			}
		}
		m.box.reopen(t)
		if m.box.HasRecoveryCode() != (m.code != "") {
			r.Fatalf("it says that it has a recovery code: %v", m.box.HasRecoveryCode())
		}
		if m.code != "" && rapid.Bool().Draw(r, "recover") {
			must(r, m.box.Close())
			var err error
			m.box.Store, err = store.OpenWithCode(t.Context(), m.box.path, m.code, m.box.options())
			must(r, err)
		}
	}
}

// changePassphrase makes up to two new ones of any bytes.
func (m *model) changePassphrase(r *rapid.T) {
	next := m.nextPassphrase(r)
	must(r, m.box.ChangePassphrase(r.Context(), next))
	m.former, m.box.passphrase = append(m.former, m.box.passphrase), next
}

func (m *model) nextPassphrase(r *rapid.T) []byte {
	if len(m.former) == 2 {
		r.Skip("enough")
	}
	next := []byte(rapid.StringN(1, 20, -1).Draw(r, "passphrase"))
	for _, used := range append(m.former, m.box.passphrase) {
		if bytes.Equal(norm.NFC.Bytes(next), norm.NFC.Bytes(used)) {
			r.Skip("used before")
		}
	}
	return next
}

// setCode sets a recovery code, the first or another one.
func (m *model) setCode(r *rapid.T) {
	if len(m.formerCodes) == 2 {
		r.Skip("enough")
	}
	next, err := store.NewRecoveryCode()
	must(r, err)
	must(r, m.box.SetRecoveryCode(r.Context(), next))
	m.dropCode()
	m.code = next
}

func (m *model) removeCode(r *rapid.T) {
	must(r, m.box.RemoveRecoveryCode(r.Context()))
	m.dropCode()
}

func (m *model) dropCode() {
	if m.code != "" {
		m.formerCodes = append(m.formerCodes, m.code)
	}
	m.code = ""
}

// newKey seals everything anew, and fails half of the time.
func (m *model) newKey(r *rapid.T) {
	next := m.nextPassphrase(r)
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	if rapid.Bool().Draw(r, "fail") {
		at := rapid.Float64Range(0, 1).Draw(r, "at")
		err := m.box.NewKey(ctx, next, func(done, total int64) {
			if float64(done) >= at*float64(total) {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) {
			r.Fatalf("NewKey, cancelled: %v", err)
		}
		return
	}
	must(r, m.box.NewKey(ctx, next, nil))
	m.former, m.box.passphrase = append(m.former, m.box.passphrase), next
	m.dropCode()
}

// killIdle goes on with what a kill would leave while nothing is being saved:
// the files as they are, though the journal was not closed.
func (m *model) killIdle(t testing.TB) func(*rapid.T) {
	return func(r *rapid.T) { m.goOnWith(t, m.copyFiles(t)) }
}

// killSaving goes on with what a kill leaves in the middle of a transaction
// too large for memory: nothing of it may be there.
func (m *model) killSaving(t testing.TB) func(*rapid.T) {
	return func(r *rapid.T) {
		must(r, m.box.Exec(r.Context(), "PRAGMA cache_size = 2"))
		var left string
		_, err := m.box.Import(r.Context(), func(sink journal.Sink) error {
			for range rapid.IntRange(1, 4).Draw(r, "entries") {
				e := entries.Draw(r, "entry")
				e.ID, e.Created, e.Edited = uuid.New(), e.At, e.At
				e.Body += strings.Repeat(" and much more of it", 2000)
				if err := sink.PutEntry(e, nil); err != nil {
					return err
				}
			}
			left = m.copyFiles(t)
			return errStop
		})
		if !errors.Is(err, errStop) {
			r.Fatalf("Import: %v", err)
		}
		m.goOnWith(t, left)
	}
}

// copyFiles copies the journal and, if there is one, its rollback journal to
// another folder.
func (m *model) copyFiles(t testing.TB) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "journal.mend")
	for _, suffix := range []string{"", "-journal"} {
		content, err := os.ReadFile(m.box.path + suffix)
		if suffix != "" && errors.Is(err, os.ErrNotExist) {
			continue
		}
		must(t, err)
		must(t, os.WriteFile(path+suffix, content, 0o600))
		if suffix != "" && len(content) > 0 {
			m.hot++
		}
	}
	return path
}

func (m *model) goOnWith(t testing.TB, path string) {
	t.Helper()
	must(t, m.box.Close())
	m.box.path = path
	m.box.reopen(t)
}

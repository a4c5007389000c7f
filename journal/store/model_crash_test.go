package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/store"
)

var errStop = errors.New("stop")

// lock closes the journal and opens it again; no other passphrase opens it.
func (m *model) lock(t testing.TB) func(*rapid.T) {
	return func(r *rapid.T) {
		must(r, m.box.Close())
		for _, wrong := range m.former {
			if _, err := store.Open(t.Context(), m.box.path, wrong, m.box.options()); !errors.Is(err, journal.ErrWrongPassphrase) {
				r.Fatalf("a former passphrase: %v", err)
			}
		}
		m.box.reopen(t)
	}
}

// changePassphrase makes up to two new ones of any bytes.
func (m *model) changePassphrase(r *rapid.T) {
	next := []byte(rapid.StringN(1, 20, -1).Draw(r, "passphrase"))
	if len(m.former) == 2 {
		r.Skip("enough")
	}
	must(r, m.box.ChangePassphrase(r.Context(), next))
	m.former = append(m.former, m.box.passphrase)
	m.box.passphrase = next
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

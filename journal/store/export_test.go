package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mend/journal"
	"mend/journal/vault"
)

// plainFile is an unsealed file in the place of a vault: the floor that the
// benchmarks compare with.
type plainFile struct{ path string }

func (f plainFile) URI() string  { return "file:" + f.path + "?mode=rwc" }
func (f plainFile) Path() string { return f.path }
func (f plainFile) Cause() error { return nil }
func (f plainFile) ResetCause()  {}

func (f plainFile) InPlace() error { return nil }
func (f plainFile) Close() error   { return nil }

func (f plainFile) Verify(_ context.Context, progress func(done, total int64)) ([]vault.Fault, error) {
	progress(1, 1)
	return nil, nil
}

// A plain file has neither copies nor a passphrase.
func (f plainFile) OpenCopy(string) (*vault.Vault, error) { return nil, vault.ErrNotVault }

func (f plainFile) CheckPassphrase(context.Context, []byte) error { return vault.ErrNotVault }
func (f plainFile) ChangePassphrase([]byte, vault.Options) error  { return vault.ErrNotVault }

func (f plainFile) SetRecoveryCode(string, vault.Options) error { return vault.ErrNotVault }

func (f plainFile) NewKey(context.Context, []byte, vault.Renewal) error { return vault.ErrNotVault }

func (f plainFile) FileID() [16]byte             { return [16]byte{} }
func (f plainFile) Age() (uint64, uint32, error) { return 0, 0, nil }
func (f plainFile) HasRecoveryCode() bool        { return false }
func (f plainFile) RemoveRecoveryCode() error    { return nil }

// OpenPlain opens or creates a journal in an unsealed file.
func OpenPlain(ctx context.Context, path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	s := newStore(plainFile{path}, Options{})
	return s, s.update(ctx)
}

// Exec runs a statement past all rules, to break things.
func (s *Store) Exec(ctx context.Context, query string, args ...any) error {
	_, err := s.db.ExecContext(ctx, query, args...)
	return err
}

// Get reads one value past all rules.
func (s *Store) Get(ctx context.Context, into any, query string, args ...any) error {
	return s.db.QueryRowContext(ctx, query, args...).Scan(into)
}

// Migrate applies other migrations than the embedded ones.
func (s *Store) Migrate(ctx context.Context, files fs.FS, before func() error) error {
	if before != nil {
		s.save = func(context.Context, *Store) error { return before() }
	}
	return s.migrate(ctx, files, journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide})
}

// ImportCounting is Import and returns how many questions it asked of the
// database: statements that read, or read before they write.
func (s *Store) ImportCounting(ctx context.Context, read func(journal.Sink) error) (questions int, err error) {
	err = s.write(ctx, func(q querier, now time.Time) error {
		in, err := newSink(ctx, s, asked{q, &questions}, now)
		if err != nil {
			return err
		}
		return errors.Join(read(in), in.err)
	})
	return questions, err
}

// asked counts the statements with a SELECT in them.
type asked struct {
	querier
	questions *int
}

func (a asked) count(query string) {
	if strings.Contains(query, "SELECT") {
		*a.questions++
	}
}

func (a asked) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	a.count(query)
	return a.querier.ExecContext(ctx, query, args...)
}

func (a asked) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	a.count(query)
	return a.querier.QueryContext(ctx, query, args...)
}

func (a asked) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	a.count(query)
	return a.querier.QueryRowContext(ctx, query, args...)
}

// Fold exposes fold.
func Fold(text string) string { return fold(text) }

// FromVault exposes fromVault.
func FromVault(err error) error { return fromVault(err) }

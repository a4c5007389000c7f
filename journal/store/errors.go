package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"mend/journal"
	"mend/journal/vault"
)

// unreadable is the error of a record that cannot be what this package wrote.
func unreadable(what string) error {
	return fmt.Errorf("%w: unreadable %s", journal.ErrDamaged, what)
}

// translate turns an error of the database, the driver or the vault into one
// that matches a sentinel of journal and quotes nothing: SQLite's messages can
// hold parts of a query, and those of database/sql the values of a row. Errors
// of journal and of a context come back as they are.
func (s *Store) translate(err error) error {
	if err == nil || isJournal(err) || isContext(err) {
		return err
	}
	if cause := s.file.Cause(); cause != nil {
		return fromVault(cause)
	}
	var failed sqlite3.Error
	switch {
	case errors.As(err, &failed):
		return fromSQLite(failed)
	case errors.Is(err, sql.ErrNoRows):
		return journal.ErrNotFound
	case errors.Is(err, sql.ErrConnDone), errors.Is(err, sql.ErrTxDone):
		return journal.ErrClosed
	}
	return fmt.Errorf("unexpected error of type %T", err)
}

// isJournal reports whether err is one of the sentinels this package returns.
func isJournal(err error) bool {
	for _, known := range []error{
		journal.ErrInvalid, journal.ErrEmptyEntry, journal.ErrNotFound, journal.ErrExists,
		journal.ErrDamaged, journal.ErrNewerVersion, journal.ErrClosed, journal.ErrNoSpace,
		journal.ErrReadOnly, journal.ErrMoved, journal.ErrObstructed,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

func isContext(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// fromVault adds journal's sentinel to an error of the vault, whose wording is
// safe to keep.
func fromVault(err error) error {
	for _, pair := range []struct{ theirs, ours error }{
		{vault.ErrWrongPassphrase, journal.ErrWrongPassphrase},
		{vault.ErrMalformedCode, journal.ErrMalformedCode},
		{vault.ErrWrongCode, journal.ErrWrongCode},
		{vault.ErrDamaged, journal.ErrDamaged},
		{vault.ErrNewerVersion, journal.ErrNewerVersion},
		{vault.ErrNotVault, journal.ErrNotJournal},
		{vault.ErrAlreadyOpen, journal.ErrAlreadyOpen},
		{vault.ErrUnconfirmed, journal.ErrUnconfirmed},
		{vault.ErrMoved, journal.ErrMoved},
		{vault.ErrObstructed, journal.ErrObstructed},
		{vault.ErrReadOnly, journal.ErrReadOnly},
		{vault.ErrNoSpace, journal.ErrNoSpace},
		{vault.ErrExists, journal.ErrExists},
		{vault.ErrMissing, journal.ErrMissing},
		{vault.ErrClosed, journal.ErrClosed},
	} {
		if errors.Is(err, pair.theirs) {
			return fmt.Errorf("%w: %w", pair.ours, err)
		}
	}
	if errors.Is(err, vault.ErrEmptyPassphrase) {
		return &journal.InvalidError{Field: "passphrase", Reason: "it is empty"}
	}
	return err
}

// fromSQLite keeps the result code and drops the message.
func fromSQLite(err sqlite3.Error) error {
	switch err.Code {
	case sqlite3.ErrFull:
		return fmt.Errorf("%w: %w", journal.ErrNoSpace, err.ExtendedCode)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return fmt.Errorf("%w: %w", journal.ErrReadOnly, err.ExtendedCode)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat:
		return fmt.Errorf("%w: %w", journal.ErrDamaged, err.ExtendedCode)
	case sqlite3.ErrInterrupt:
		return context.Canceled
	}
	return fmt.Errorf("database: %w (%d)", err.Code, err.ExtendedCode)
}

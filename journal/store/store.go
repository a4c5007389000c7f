// Package store keeps a journal in an SQLite database inside a sealed file. It
// is the only package that speaks SQL. Every change is one transaction that is
// on the disk when its method returns.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"mend/journal"
	"mend/journal/vault"
)

// Store is an open journal. Its methods may be called from any goroutine; they
// take turns. Every error matches a sentinel of journal where one fits, and
// none holds what the person wrote.
type Store struct {
	file  sealedFile
	db    *sql.DB
	clock func() time.Time
	slots vault.Options
	save  func(context.Context, *Store) error // Options.Backup, never nil
	first before

	turn   chan struct{} // holds one token, which whoever uses the rest has taken
	closed bool
}

var _ journal.Contents = (*Store)(nil)

// sealedFile is what the store needs of the vault.
type sealedFile interface {
	URI() string
	Path() string
	Cause() error
	ResetCause()
	InPlace() error
	FileID() [16]byte
	Age() (sequence uint64, changes uint32, err error)
	OpenCopy(path string) (*vault.Vault, error)
	CheckPassphrase(ctx context.Context, passphrase []byte) error
	ChangePassphrase(passphrase []byte, opt vault.Options) error
	HasRecoveryCode() bool
	SetRecoveryCode(code string, opt vault.Options) error
	RemoveRecoveryCode() error
	NewKey(ctx context.Context, passphrase []byte, r vault.Renewal) error
	Verify(ctx context.Context, progress func(done, total int64)) ([]vault.Fault, error)
	Close() error
}

// Options change how a journal is opened. The zero value is right for every
// use but tests and backups.
type Options struct {
	Vault vault.Options
	Clock func() time.Time // nil: time.Now
	// Backup is called before an existing journal is migrated and before its
	// passphrase is changed; if it fails, neither happens. It may call Backup,
	// VerifyCopy and Path. Nil does nothing.
	Backup func(ctx context.Context, s *Store) error
}

// Create makes a new journal at path and opens it. It takes about a second.
// It fails with ErrExists if anything is there, and leaves no journal behind
// when it fails. The passphrase stays the caller's to clear.
func Create(ctx context.Context, path string, passphrase []byte, p journal.Profile, opt Options) (*Store, error) {
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("create journal: %w", err)
	}
	file, err := vault.Create(path, passphrase, opt.Vault)
	if err != nil {
		return nil, fmt.Errorf("create journal: %w", fromVault(err))
	}
	s := newStore(file, opt)
	if err := s.found(ctx, p); err != nil {
		return nil, fmt.Errorf("create journal: %w", errors.Join(err, s.abandon()))
	}
	return s, nil
}

// abandon closes a journal that could not be laid out and removes its file, but
// nothing else that bears its name by now.
func (s *Store) abandon() error {
	lost := s.file.InPlace()
	err := s.Close()
	if lost != nil {
		return err
	}
	return errors.Join(err, os.Remove(s.Path()))
}

// Open opens the journal at path and brings its schema up to date. It takes
// about a second. It fails with ErrMissing, ErrNotJournal, ErrWrongPassphrase,
// ErrDamaged, ErrNewerVersion, ErrAlreadyOpen or ErrReadOnly, and then has
// changed nothing. The passphrase stays the caller's to clear.
func Open(ctx context.Context, path string, passphrase []byte, opt Options) (*Store, error) {
	file, err := vault.Open(ctx, path, passphrase, opt.Vault)
	return open(ctx, file, err, opt)
}

// OpenWithCode opens the journal at path with a recovery code instead of a
// passphrase. Case, spaces and hyphens do not matter. It fails with
// ErrMalformedCode for a typing mistake, at once, with ErrWrongCode for a code
// that does not open this journal, and otherwise as Open does.
func OpenWithCode(ctx context.Context, path, code string, opt Options) (*Store, error) {
	file, err := vault.OpenWithCode(ctx, path, code, opt.Vault)
	return open(ctx, file, err, opt)
}

// open goes on with what the vault answered.
func open(ctx context.Context, file *vault.Vault, err error, opt Options) (*Store, error) {
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", fromVault(err))
	}
	s := newStore(file, opt)
	if err := s.update(ctx); err != nil {
		return nil, fmt.Errorf("open journal: %w", errors.Join(err, s.Close()))
	}
	return s, nil
}

func newStore(file sealedFile, opt Options) *Store {
	s := &Store{
		file: file, db: connect(file), clock: opt.Clock, slots: opt.Vault, save: opt.Backup,
		turn: make(chan struct{}, 1),
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	if s.save == nil {
		s.save = func(context.Context, *Store) error { return nil }
	}
	s.turn <- struct{}{}
	return s
}

// Path returns the path the journal was opened with.
func (s *Store) Path() string { return s.file.Path() }

// Close waits for the method that is running, closes the journal and releases
// its lock. Afterwards every method fails with ErrClosed; closing again does
// nothing.
func (s *Store) Close() error {
	<-s.turn
	defer s.giveBack()
	if s.closed {
		return nil
	}
	s.closed = true
	s.file.ResetCause()
	return errors.Join(s.translate(s.db.Close()), fromVault(s.file.Close()))
}

package store

import (
	"context"
	"errors"
	"fmt"

	"mend/journal"
	"mend/journal/vault"
)

// Backup runs copy with the path of the journal's file. Until copy returns no
// other method can run, and the file is whole and at rest: a copy of its bytes
// is a journal. Copy must not call the store; its error comes back as it is.
// ErrMoved means that the path is not, or no longer, that of the open file.
func (s *Store) Backup(ctx context.Context, copy func(path string) error) error {
	if err := s.take(ctx); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	defer s.giveBack()
	if err := s.rest(ctx); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	// Were the path another file's, the copy would not hold what is saved here.
	if err := s.file.InPlace(); err != nil {
		return fmt.Errorf("back up: %w", fromVault(err))
	}
	if err := copy(s.file.Path()); err != nil {
		return err
	}
	if err := s.file.InPlace(); err != nil {
		return fmt.Errorf("back up: %w", fromVault(err))
	}
	return nil
}

// rest brings the file to rest: a read has SQLite roll back first what a failed
// change may have left.
func (s *Store) rest(ctx context.Context) error {
	var version int
	return s.settle(ctx, s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version))
}

// VerifyCopy fails unless the file at path is a whole and sound copy of this
// journal: every page opens with its keys and SQLite finds its trees in order.
// It fails with ErrDamaged otherwise, which does not mean that the journal
// itself is damaged. Other methods can run meanwhile. The file must not change;
// nothing is written beside it.
func (s *Store) VerifyCopy(ctx context.Context, path string) error {
	file, err := s.file.OpenCopy(path)
	if err != nil {
		return fmt.Errorf("verify copy: %w", fromVault(err))
	}
	return verifyCopy(ctx, file)
}

// VerifyCopy is Store.VerifyCopy for any journal at rest, with the passphrase
// it has. It fails as Open does, and takes as long; a journal with a newer
// schema is ErrNewerVersion, one with an older is not migrated. The passphrase
// stays the caller's to clear.
func VerifyCopy(ctx context.Context, path string, passphrase []byte, opt Options) error {
	file, err := vault.OpenReadOnly(ctx, path, passphrase, opt.Vault)
	if err != nil {
		return fmt.Errorf("verify copy: %w", fromVault(err))
	}
	return verifyCopy(ctx, file)
}

// verifyCopy closes file when it is done.
func verifyCopy(ctx context.Context, file sealedFile) (err error) {
	s := newStore(file, Options{})
	defer func() { err = errors.Join(err, s.Close()) }()
	c := checker{store: s, progress: func(int64, int64) {}}
	if err := c.demand(ctx, c.version, c.pages, c.structure); err != nil {
		return fmt.Errorf("verify copy: %w", err)
	}
	return nil
}

// demand fails unless all steps can be taken and find nothing.
func (c *checker) demand(ctx context.Context, steps ...func(context.Context, querier) error) error {
	err := c.store.read(ctx, func(q querier) error {
		for _, step := range steps {
			if err := step(ctx, q); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && len(c.findings) > 0 {
		first := c.findings[0]
		err = fmt.Errorf("%w: %s: %s, the first of %d faults", journal.ErrDamaged, first.Where, first.What, len(c.findings))
	}
	return err
}

// version refuses a journal of a newer Mend.
func (c *checker) version(ctx context.Context, q querier) error {
	var version int
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	newest, err := migrationNames(migrations)
	if err != nil {
		return err
	}
	if version > len(newest) {
		return fmt.Errorf("%w: schema %d", journal.ErrNewerVersion, version)
	}
	return nil
}

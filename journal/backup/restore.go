package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"mend/journal"
	"mend/journal/vault"
)

// Restored says where things are after a restore.
type Restored struct {
	Path  string // the journal, which now is the copy
	Aside string // what was there before; empty if nothing was
}

// Restore puts a copy of the file at from in the journal's place, which may be
// empty but must be in a folder. What lies there, whatever state it is in, is
// neither overwritten nor deleted: it gets a name beside the journal that says
// so, and a rollback journal that belongs to it goes with it.
//
// Neither file may be open, else ErrAlreadyOpen. Verify is given the new file
// before it takes its place, and must fail unless it is whole and sound; then
// nothing has changed. A failure later is undone. Should the power go, the
// journal is afterwards either file, and both are there. Only if the old one
// had a rollback journal, or the file system knows no hard links, it may be that
// neither bears the name yet; restoring again completes it.
func (f Folder) Restore(ctx context.Context, from string, verify func(path string) error) (Restored, error) {
	r, err := f.restore(ctx, from, verify)
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", fromDisk(err))
	}
	return r, nil
}

func (f Folder) restore(ctx context.Context, from string, verify func(path string) error) (Restored, error) {
	if _, err := vault.Identify(from); err != nil {
		return Restored{}, err
	}
	lock, err := vault.Lock(f.Journal)
	if err != nil {
		return Restored{}, err
	}
	defer lock.Close()
	s, err := f.prepareSwap()
	if err != nil {
		return Restored{}, err
	}
	if err := f.fetch(ctx, from, s.fresh); err != nil {
		return Restored{}, err
	}
	if err := verify(s.fresh); err != nil {
		return Restored{}, errors.Join(fmt.Errorf("verify: %w", err), s.discard())
	}
	if err := s.run(); err != nil {
		return Restored{}, errors.Join(err, s.discard())
	}
	return Restored{Path: f.Journal, Aside: s.tell()}, nil
}

// fetch copies the file at from to fresh, where an interrupted restore may
// have left one.
func (f Folder) fetch(ctx context.Context, from, fresh string) error {
	lock, err := lockIfUsed(from)
	if err != nil {
		return err
	}
	defer lock.Close()
	switch busy, err := hasRollback(from); {
	case err != nil:
		return err
	case busy:
		return fmt.Errorf("%w: the copy has an unfinished change", journal.ErrAlreadyOpen)
	}
	if err := f.on().Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return f.on().CopyNew(ctx, from, fresh)
}

// lockIfUsed locks a file that has been opened as a journal before. One that
// never was has no lock file, and gets none.
func lockIfUsed(path string) (io.Closer, error) {
	if used, err := exists(vault.LockPath(path)); err != nil || !used {
		return io.NopCloser(nil), err
	}
	return vault.Lock(path)
}

// Inspect fails unless Restore would try to put the file at path back: as far
// as can be told without a passphrase, it is a whole journal of this version.
func Inspect(path string) error {
	if _, err := vault.Identify(path); err != nil {
		return fmt.Errorf("inspect copy: %w", fromDisk(err))
	}
	return nil
}

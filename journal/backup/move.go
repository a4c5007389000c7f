package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mend/journal"
	"mend/journal/vault"
)

// movingSuffix names a copy in a new place until it is proven.
const movingSuffix = "-moving"

// Moved says where things are after a move.
type Moved struct {
	Path string   // the journal
	Left []string // what stayed, whole, where it was: the old file, the folder of the backups
}

// CopyTo copies the journal that src has open to a file at to, which must be
// free and in a folder, and verifies the copy before it bears the name. It
// returns when all of that is on the disk; if it fails, nothing is left there.
func (f Folder) CopyTo(ctx context.Context, src Source, to string) error {
	if err := f.copyTo(ctx, src, to); err != nil {
		return fmt.Errorf("copy journal elsewhere: %w", fromDisk(err))
	}
	return nil
}

func (f Folder) copyTo(ctx context.Context, src Source, to string) error {
	if taken, err := exists(to); err != nil || taken {
		return errors.Join(err, journal.ErrExists)
	}
	part := to + movingSuffix
	if err := f.on().Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := src.Backup(ctx, func(path string) error { return f.on().CopyNew(ctx, path, part) })
	if err != nil {
		return err
	}
	if err := src.VerifyCopy(ctx, part); err != nil {
		return errors.Join(fmt.Errorf("verify: %w", err), f.on().Remove(part))
	}
	if err := f.name(part, to); err != nil {
		return errors.Join(err, f.on().Remove(part))
	}
	return f.on().SyncFolder(filepath.Dir(to))
}

// name gives the file at part the name to, which must be free. Where the file
// system knows second names, nothing that came there meanwhile is overwritten.
func (f Folder) name(part, to string) error {
	if f.on().Link(part, to) == nil {
		return f.on().Remove(part)
	}
	if taken, err := exists(to); err != nil || taken {
		return errors.Join(err, journal.ErrExists)
	}
	return f.on().Rename(part, to)
}

// Move ends what CopyTo began: the journal, which must be closed by now, lies at
// to from then on, and remember is called to note that. Only then is the old
// file removed, with its lock; before, Move makes sure that the two are the same
// to the byte, and fails with journal.ErrChanged otherwise. If it fails by then, the
// journal is where it was, and nothing is left at to.
//
// Its backups move with it if they lie beside it. What restores set aside stays.
// At every moment at least one of the two places has the whole journal.
func (f Folder) Move(ctx context.Context, to string, remember func() error) (Moved, error) {
	old, err := vault.Lock(f.Journal)
	if err != nil { // somebody opened it in between
		return Moved{}, fmt.Errorf("move journal: %w", errors.Join(fromDisk(err), f.Discard(to)))
	}
	defer old.Close()
	lock, err := vault.Lock(to)
	if err != nil {
		return Moved{}, fmt.Errorf("move journal: %w", fromDisk(err))
	}
	defer lock.Close()
	err = f.mustEqual(ctx, to)
	if err == nil {
		err = remember()
	}
	if err != nil {
		return Moved{}, fmt.Errorf("move journal: %w", errors.Join(fromDisk(err), f.Discard(to)))
	}
	// From here on the journal is the new file, and what stays of the old one
	// is only in the way.
	moved := Moved{Path: to}
	if f.dropOld() != nil {
		moved.Left = append(moved.Left, f.Journal)
	}
	if beside := f.beside(); beside.moveCopies(ctx, to) != nil {
		moved.Left = append(moved.Left, beside.dir())
	}
	return moved, nil
}

// dropOld removes the journal's file, and then its lock, which is held.
func (f Folder) dropOld() error {
	for _, path := range []string{f.Journal + rollbackSuffix, f.Journal, vault.LockPath(f.Journal)} {
		if err := f.on().Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return f.on().SyncFolder(filepath.Dir(f.Journal))
}

func (f Folder) mustEqual(ctx context.Context, to string) error {
	if busy, err := hasRollback(f.Journal); err != nil || busy {
		return errors.Join(err, journal.ErrChanged)
	}
	same, err := sameContent(ctx, f.Journal, to)
	if err == nil && !same {
		err = journal.ErrChanged
	}
	return err
}

// Discard removes the copy that CopyTo made at to, if it is one of this
// journal, and its lock file.
func (f Folder) Discard(to string) error {
	own, err := f.id()
	if err != nil {
		return err
	}
	if its, err := vault.Identify(to); err != nil || its != own {
		return fromDisk(err)
	}
	for _, path := range withLock(to) {
		if err := f.on().Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fromDisk(err)
		}
	}
	return fromDisk(f.on().SyncFolder(filepath.Dir(to)))
}

// moveCopies takes the copies in the folder to the one beside the new place.
// One that fails to move stays whole where it is.
func (f Folder) moveCopies(ctx context.Context, to string) error {
	copies, err := f.List()
	if err != nil || len(copies) == 0 {
		return err
	}
	target := Folder{Journal: to, Clock: f.Clock, disk: f.disk}
	if err := target.makeDir(); err != nil {
		return err
	}
	var failed error
	for _, c := range copies {
		failed = errors.Join(failed, f.moveCopy(ctx, c.Path, filepath.Join(target.dir(), filepath.Base(c.Path))))
	}
	failed = errors.Join(failed, f.on().SyncFolder(target.dir()), f.dropDir())
	return errors.Join(failed, f.on().SyncFolder(filepath.Dir(f.Journal)))
}

func (f Folder) moveCopy(ctx context.Context, from, to string) error {
	if taken, err := exists(to); err != nil || taken {
		return errors.Join(err, journal.ErrExists)
	}
	if f.on().Rename(from, to) != nil { // another disk
		part := strings.TrimSuffix(to, unverifiedSuffix) + partSuffix
		if err := f.copyProven(ctx, from, part); err != nil {
			return errors.Join(err, os.Remove(part))
		}
		if err := f.on().Rename(part, to); err != nil {
			return err
		}
		if err := f.on().Remove(from); err != nil {
			return err
		}
	}
	if used, err := exists(vault.LockPath(from)); err != nil || !used {
		return err
	}
	return f.on().Remove(vault.LockPath(from))
}

// copyProven copies and compares.
func (f Folder) copyProven(ctx context.Context, from, to string) error {
	if err := f.on().CopyNew(ctx, from, to); err != nil {
		return err
	}
	same, err := sameContent(ctx, from, to)
	if err == nil && !same {
		err = journal.ErrDamaged
	}
	return err
}

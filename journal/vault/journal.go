package vault

import (
	"errors"
	"fmt"
	"os"

	"github.com/psanford/sqlite3vfs"
)

// journalFile is the rollback journal as SQLite sees it.
type journalFile struct {
	soleOwner
	vault    *Vault
	mode     int       // how to open the file, os.O_*
	rollback *rollback // nil while the file could not be opened
	synced   bool      // the folder has been synced since the file was opened
}

// openJournal opens the rollback journal; SQLite says whether it may be made.
// If that fails, every use tries again: a connection keeps its journal for
// good, and must not keep a failure when the disk has room again.
func (v *Vault) openJournal(flags sqlite3vfs.OpenFlag) sqlite3vfs.File {
	f := &journalFile{vault: v, mode: os.O_RDWR}
	if flags&sqlite3vfs.OpenCreate != 0 {
		f.mode |= os.O_CREATE
	}
	_ = f.use(func(*rollback) error { return nil }) // the first use reports it
	return f
}

// use runs do on the open journal, alone, and passes its error on.
func (f *journalFile) use(do func(*rollback) error) error {
	return f.vault.writing(func() error {
		if err := f.open(); err != nil {
			return err
		}
		return do(f.rollback)
	})
}

func (f *journalFile) open() error {
	if f.rollback != nil {
		return nil
	}
	v := f.vault
	file, err := v.disk.Open(v.path+journalSuffix, f.mode)
	if err != nil {
		return fmt.Errorf("open rollback journal: %w", classify(err))
	}
	r, err := newRollback(file, v.dataKey, v.header.fileID())
	if err != nil {
		return errors.Join(err, file.Close())
	}
	f.rollback = r
	return nil
}

// Close writes out what is in memory. A closed vault has no key for it.
func (f *journalFile) Close() error {
	v := f.vault
	v.mu.Lock()
	defer v.mu.Unlock()
	if f.rollback == nil {
		return nil
	}
	var err error
	if !v.closed {
		err = f.rollback.flush()
	}
	return v.report(errors.Join(err, f.rollback.file.Close()))
}

// ReadAt reads plain bytes of the journal.
func (f *journalFile) ReadAt(p []byte, off int64) (n int, err error) {
	err = f.use(func(r *rollback) (err error) {
		n, err = r.ReadAt(p, off)
		return err
	})
	return n, err
}

// WriteAt writes plain bytes of the journal, of any size and at any place.
func (f *journalFile) WriteAt(p []byte, off int64) (n int, err error) {
	err = f.use(func(r *rollback) (err error) {
		if r.size == 0 {
			if err := f.begin(); err != nil {
				return err
			}
		}
		n, err = f.rollback.WriteAt(p, off)
		return err
	})
	return n, err
}

// Truncate empties the journal, which is how SQLite commits.
func (f *journalFile) Truncate(size int64) error {
	return f.use(func(r *rollback) error {
		if size != 0 {
			return fmt.Errorf("truncate rollback journal to %d bytes", size)
		}
		if r.size > 0 {
			if err := f.vault.end(); err != nil {
				return err
			}
		}
		return r.reset()
	})
}

// Sync makes the journal last; the first time, its name as well.
func (f *journalFile) Sync(sqlite3vfs.SyncType) error {
	return f.use(func(r *rollback) error {
		if err := f.lasting(); err != nil {
			return err
		}
		if err := r.flush(); err != nil {
			return err
		}
		if err := r.file.Sync(); err != nil {
			return fmt.Errorf("sync rollback journal: %w", classify(err))
		}
		if f.synced {
			return nil
		}
		if err := f.vault.syncFolder(); err != nil {
			return err
		}
		f.synced = true
		return nil
	})
}

// FileSize returns the size of the plain journal in bytes.
func (f *journalFile) FileSize() (size int64, err error) {
	err = f.use(func(r *rollback) error {
		size = r.size
		return nil
	})
	return size, err
}

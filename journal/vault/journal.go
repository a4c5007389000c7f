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
	rollback *rollback
	synced   bool // the folder has been synced since the file was opened
}

func (f *journalFile) Close() error {
	v := f.vault
	v.mu.Lock()
	defer v.mu.Unlock()
	var err error
	if !v.closed {
		err = f.rollback.flush()
	}
	return v.report(errors.Join(err, f.rollback.file.Close()))
}

// ReadAt takes the vault's lock for writing: it may flush the block in memory.
func (f *journalFile) ReadAt(p []byte, off int64) (n int, err error) {
	err = f.vault.writing(func() (err error) {
		n, err = f.rollback.ReadAt(p, off)
		return err
	})
	return n, err
}

func (f *journalFile) WriteAt(p []byte, off int64) (n int, err error) {
	err = f.vault.writing(func() (err error) {
		n, err = f.rollback.WriteAt(p, off)
		return err
	})
	return n, err
}

// Truncate empties the journal, which is how SQLite commits.
func (f *journalFile) Truncate(size int64) error {
	return f.vault.writing(func() error {
		if size != 0 {
			return fmt.Errorf("truncate rollback journal to %d bytes", size)
		}
		return f.rollback.reset()
	})
}

// Sync makes the journal last; the first time, its name as well.
func (f *journalFile) Sync(sqlite3vfs.SyncType) error {
	return f.vault.writing(func() error {
		if err := f.rollback.flush(); err != nil {
			return err
		}
		if err := f.rollback.file.Sync(); err != nil {
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

func (f *journalFile) FileSize() (size int64, err error) {
	err = f.vault.reading(func() error {
		size = f.rollback.size
		return nil
	})
	return size, err
}

// openJournal opens the rollback journal; SQLite says whether it may be made.
func (v *Vault) openJournal(flags sqlite3vfs.OpenFlag) (sqlite3vfs.File, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	mode := os.O_RDWR
	if flags&sqlite3vfs.OpenCreate != 0 {
		mode |= os.O_CREATE
	}
	file, err := v.disk.Open(v.path+journalSuffix, mode)
	if err != nil {
		return nil, fmt.Errorf("open rollback journal: %w", classify(err))
	}
	r, err := newRollback(file, v.dataKey, v.header.fileID())
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &journalFile{vault: v, rollback: r}, nil
}

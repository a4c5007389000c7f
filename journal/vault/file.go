package vault

import (
	"errors"
	"fmt"
	"io"

	"github.com/psanford/sqlite3vfs"
)

var (
	_ sqlite3vfs.VFS  = (*provider)(nil)
	_ sqlite3vfs.File = (*databaseFile)(nil)
	_ sqlite3vfs.File = (*journalFile)(nil)
	_ sqlite3vfs.File = refused{}
)

// soleOwner answers SQLite's questions about locks and the disk, alike for
// database and journal. The vault's own lock keeps every other process out, so
// there is nothing to lock inside.
type soleOwner struct{}

func (soleOwner) Lock(sqlite3vfs.LockType) error   { return nil }
func (soleOwner) Unlock(sqlite3vfs.LockType) error { return nil }

// CheckReservedLock makes SQLite see that nobody else holds a lock, so that it
// rolls back what a crash left behind. The library inverts the answer: true is
// how one says "unlocked".
func (soleOwner) CheckReservedLock() (bool, error) { return true, nil }

// SectorSize is what a power cut may destroy around a write.
func (soleOwner) SectorSize() int64 { return pageSize }

// DeviceCharacteristics claims nothing: a sealed page is all or nothing, so a
// torn write loses bytes that were not written.
func (soleOwner) DeviceCharacteristics() sqlite3vfs.DeviceCharacteristic { return 0 }

// databaseFile is the vault's main file as SQLite sees it: plain pages.
type databaseFile struct {
	soleOwner
	vault *Vault
}

// openDatabase hands out the main file, to one connection at a time: without
// locks inside, two would destroy each other's work.
func (v *Vault) openDatabase() (sqlite3vfs.File, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	if v.inUse {
		return nil, fmt.Errorf("second connection: %w", ErrAlreadyOpen)
	}
	v.inUse = true
	return &databaseFile{vault: v}, nil
}

func (f *databaseFile) Close() error {
	f.vault.mu.Lock()
	defer f.vault.mu.Unlock()
	f.vault.inUse = false
	return nil
}

// reading runs do while the file stays as it is, and passes its error on.
func (v *Vault) reading(do func() error) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return code(v.note(ErrClosed))
	}
	return v.report(do())
}

// writing runs do alone, and passes its error on.
func (v *Vault) writing(do func() error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return code(v.note(ErrClosed))
	}
	return v.report(do())
}

// report keeps the cause of an error and turns it into what the library
// understands: exactly io.EOF, or one of its own errors.
func (v *Vault) report(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return code(v.note(classify(err)))
}

// ReadAt reads one whole page, or the few bytes of the database header that
// SQLite looks at by themselves.
func (f *databaseFile) ReadAt(p []byte, off int64) (int, error) {
	v, n := f.vault, 0
	err := v.reading(func() (err error) {
		if len(p) == pageSize && off%pageSize == 0 {
			if err = v.pages.open(off/pageSize+1, p); err == nil {
				n = len(p)
			}
			return err
		}
		n, err = v.readHeaderBytes(p, off)
		return err
	})
	return n, err
}

// readHeaderBytes reads a part of the database header. SQLite reads all of it
// once before it rolls back a journal, when a torn first page is no damage: it
// is answered that there is none.
func (v *Vault) readHeaderBytes(p []byte, off int64) (int, error) {
	if off < 0 || off+int64(len(p)) > sqlHeaderSize {
		return 0, fmt.Errorf("read of %d bytes at %d: not a whole page", len(p), off)
	}
	page1 := make([]byte, pageSize)
	err := v.pages.open(1, page1)
	if errors.Is(err, ErrDamaged) && off == 0 && len(p) == sqlHeaderSize {
		return 0, io.EOF
	}
	if err != nil {
		return 0, err
	}
	return copy(p, page1[off:]), nil
}

// WriteAt seals one whole page.
func (f *databaseFile) WriteAt(p []byte, off int64) (int, error) {
	v := f.vault
	err := v.writing(func() error {
		if len(p) != pageSize || off%pageSize != 0 {
			return fmt.Errorf("write of %d bytes at %d: not a whole page", len(p), off)
		}
		if off == 0 && !leavesRoom(p) {
			return errors.New("write of page 1: it does not reserve room for the tag")
		}
		return v.pages.seal(off/pageSize+1, p)
	})
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// Truncate cuts the database to whole pages, of which at least one stays.
func (f *databaseFile) Truncate(size int64) error {
	v := f.vault
	return v.writing(func() error {
		if size < pageSize || size%pageSize != 0 {
			return fmt.Errorf("truncate to %d bytes: not whole pages", size)
		}
		return v.file.Truncate(pagesAt + size)
	})
}

// Sync makes the database last; the first time, its name as well.
func (f *databaseFile) Sync(sqlite3vfs.SyncType) error {
	v := f.vault
	return v.writing(func() error {
		if err := v.file.Sync(); err != nil {
			return fmt.Errorf("sync database: %w", classify(err))
		}
		if v.synced {
			return nil
		}
		return v.syncFolder()
	})
}

// FileSize returns the size of the database in plain bytes, of whole pages.
func (f *databaseFile) FileSize() (size int64, err error) {
	v := f.vault
	err = v.reading(func() error {
		whole, _, err := v.pages.count()
		size = whole * pageSize
		return err
	})
	return size, err
}

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

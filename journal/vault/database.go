package vault

import (
	"errors"
	"fmt"
	"io"

	"github.com/psanford/sqlite3vfs"
)

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
		if err := v.mayGoOn(v.inPlace()); err != nil {
			return err
		}
		if err := v.file.Sync(); err != nil {
			return fmt.Errorf("sync database: %w", classify(err))
		}
		if v.synced {
			return nil
		}
		return v.syncFolder()
	})
}

// FileSize returns the size of the database in plain bytes. A piece of a page at
// the end, which a failed write left, counts as one: SQLite then cuts it off
// when it rolls back.
func (f *databaseFile) FileSize() (size int64, err error) {
	v := f.vault
	err = v.reading(func() error {
		whole, rest, err := v.pages.count()
		size = whole * pageSize
		if rest > 0 {
			size += pageSize
		}
		return err
	})
	return size, err
}

package vault

import (
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

// reading runs do while the file stays as it is, and passes its error on.
func (v *Vault) reading(do func() error) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return code(v.note(ErrClosed))
	}
	return v.report(do())
}

// writing runs do alone, and passes its error on. A copy is never written.
func (v *Vault) writing(do func() error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return code(v.note(ErrClosed))
	}
	if v.readOnly {
		return code(v.note(ErrReadOnly))
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

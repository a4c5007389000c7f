// Package vault keeps an SQLite database in one sealed file: without the
// passphrase nobody can read it, or change it unnoticed. It knows how the file
// is sealed (FORMAT.md) and how SQLite reaches it, and nothing of what is
// inside.
//
// A vault is opened with Create or Open, handed to an SQLite driver by its URI,
// and closed last. One process at a time has it. It does not protect against
// somebody who puts back an older copy of the whole file or of single pages,
// nor while it is open.
package vault

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
)

// ReservedBytes returns how many bytes at the end of every page SQLite must
// leave to the vault.
func ReservedBytes() int { return reservedBytes }

// journalSuffix names SQLite's rollback journal beside the vault.
const journalSuffix = "-journal"

// Vault is an open sealed file. Its methods may be called from any goroutine.
type Vault struct {
	path string
	id   string // what SQLite knows the file by
	disk disk

	mu       sync.RWMutex // held for writing while the file or the keys change
	lock     io.Closer
	file     diskFile
	header   *header
	dataKey  []byte
	pages    *pages
	cheap    bool // key slots may be cheap; tests only
	readOnly bool // a copy, opened to be looked at
	closed   bool
	inUse    bool // SQLite has the main database open
	synced   bool // the folder has been synced since the file was opened
	stranded bool // the transaction was refused and can only be rolled back

	changeMu sync.Mutex // one change of the key slots at a time

	causeMu sync.Mutex
	cause   error
}

// adopt takes over a header and its data key, and gives the vault the name that
// SQLite will know it by.
func (v *Vault) adopt(h *header, dataKey []byte) error {
	if err := v.use(h, dataKey); err != nil {
		return err
	}
	v.id = fmt.Sprintf("%x", randomBytes(idSize))
	vaults.add(v)
	return nil
}

// use goes on with a header and its data key, of which it makes the page key.
func (v *Vault) use(h *header, dataKey []byte) error {
	aead, err := newSealer(dataKey, h.fileID(), purposePage)
	if err != nil {
		return err
	}
	clear(v.dataKey)
	v.header, v.dataKey = h, dataKey
	v.pages = &pages{file: v.file, aead: aead, fileID: h.fileID()}
	return nil
}

// Path returns the path the vault was opened with.
func (v *Vault) Path() string { return v.path }

// FileID returns the random id the file was born with. It is not secret.
// NewKey gives the vault another one.
func (v *Vault) FileID() [16]byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return [idSize]byte(v.header.fileID())
}

// InPlace fails with ErrMoved unless the vault's path still names its file.
// Every write asks this by itself; it is for who opens the path to copy it.
func (v *Vault) InPlace() error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return ErrClosed
	}
	return v.inPlace()
}

// Cause returns why the last disk operation that failed since ResetCause did
// so, nil if none has: ErrNoSpace, ErrReadOnly, ErrDamaged or another wrapped
// error. SQLite itself says no more than "disk I/O error".
func (v *Vault) Cause() error {
	v.causeMu.Lock()
	defer v.causeMu.Unlock()
	return v.cause
}

// ResetCause forgets the cause.
func (v *Vault) ResetCause() {
	v.causeMu.Lock()
	defer v.causeMu.Unlock()
	v.cause = nil
}

// note remembers an error as the cause and returns it.
func (v *Vault) note(err error) error {
	if err == nil || errors.Is(err, io.EOF) {
		return err
	}
	v.causeMu.Lock()
	defer v.causeMu.Unlock()
	v.cause = err
	return err
}

func (v *Vault) syncFolder() error {
	if err := v.disk.SyncDir(filepath.Dir(v.path)); err != nil {
		return fmt.Errorf("sync folder: %w", classify(err))
	}
	v.synced = true
	return nil
}

// Close closes the file, wipes the keys and releases the lock. The database
// must be closed first. Closing again does nothing.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	vaults.remove(v)
	opened := v.dataKey != nil && v.lock != nil // and neither refused nor a copy
	clear(v.dataKey)
	v.dataKey, v.pages = nil, nil
	var errs []error
	if v.file != nil {
		errs = append(errs, classify(v.file.Close()))
	}
	if opened {
		v.tidy()
	}
	if v.lock != nil {
		errs = append(errs, classify(v.lock.Close()))
	}
	return errors.Join(errs...)
}

// tidy takes away the empty rollback journal that SQLite leaves behind, so that
// a vault at rest is one file. What can't be removed does no harm.
func (v *Vault) tidy() {
	info, err := v.disk.Stat(v.path + journalSuffix)
	if err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		_ = v.disk.Remove(v.path + journalSuffix)
	}
}

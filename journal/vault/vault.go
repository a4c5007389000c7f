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
	"os"
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

	mu      sync.RWMutex // held for writing while the file or the keys change
	lock    io.Closer
	file    diskFile
	header  *header
	dataKey []byte
	pages   *pages
	cheap   bool
	closed  bool
	inUse   bool // SQLite has the main database open
	synced  bool // the folder has been synced since the file was opened

	causeMu sync.Mutex
	cause   error
}

// Create makes a new vault at path, sealed with the passphrase, and opens it.
// It takes about a second. Path must be free (else ErrExists) and its folder
// must exist (else ErrMissing). The passphrase stays the caller's to clear.
func Create(path string, passphrase []byte, opt Options) (*Vault, error) {
	return createOn(osDisk{}, path, passphrase, opt)
}

// Open opens the vault at path. It takes as long as its key slot asks for,
// about a second for each passphrase slot. It fails with ErrMissing,
// ErrNotVault, ErrReadOnly, ErrNewerVersion, ErrAlreadyOpen, ErrDamaged or
// ErrWrongPassphrase, and then has changed nothing in the file.
func Open(path string, passphrase []byte, opt Options) (*Vault, error) {
	secret := normalised(passphrase)
	defer clear(secret)
	return openOn(osDisk{}, path, SlotPassphrase, secret, opt)
}

func createOn(d disk, path string, passphrase []byte, opt Options) (*Vault, error) {
	secret := normalised(passphrase)
	defer clear(secret)
	if len(secret) == 0 {
		return nil, ErrEmptyPassphrase
	}
	if err := mustBeFree(d, path); err != nil {
		return nil, fmt.Errorf("create vault: %w", err)
	}
	v := &Vault{path: path, disk: d, cheap: opt.cheap}
	if err := v.create(secret, opt); err != nil {
		return nil, errors.Join(fmt.Errorf("create vault: %w", err), v.Close())
	}
	return v, nil
}

// mustBeFree fails unless a file can be made at path: before the lock file is,
// so that a refusal leaves nothing behind.
func mustBeFree(d disk, path string) error {
	if _, err := d.Stat(path); err == nil {
		return ErrExists
	}
	return classify(d.CanWrite(filepath.Dir(path)))
}

func (v *Vault) create(secret []byte, opt Options) (err error) {
	cost := opt.Cost
	if cost == (Cost{}) {
		cost = calibrate()
	}
	if !cost.acceptable(opt.cheap) {
		return fmt.Errorf("key derivation cost %+v is out of bounds", cost)
	}
	if v.lock, err = v.disk.Lock(v.path + lockSuffix); err != nil {
		return err
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDWR|os.O_CREATE|os.O_EXCL); err != nil {
		return classify(err)
	}
	if err = v.fill(secret, cost); err != nil {
		return errors.Join(err, v.Close(), classify(v.disk.Remove(v.path)))
	}
	return nil
}

// fill writes the first page and both header copies of a new file, in this
// order: a header means that the rest is there.
func (v *Vault) fill(secret []byte, cost Cost) error {
	v.header = newHeader(randomBytes(idSize))
	dataKey := randomBytes(keySize)
	slot, err := newSlot(v.header, 0, SlotPassphrase, secret, dataKey, cost)
	if err != nil {
		return err
	}
	*v.header.slot(0) = slot
	if err := v.header.seal(dataKey); err != nil {
		return err
	}
	if err := v.adopt(dataKey); err != nil {
		return err
	}
	if err := v.pages.seal(1, emptyDatabase()); err != nil {
		return err
	}
	if err := writeHeaders(v.file, v.header); err != nil {
		return err
	}
	return v.syncFolder()
}

// adopt takes over the data key, makes the page key, and gives the vault the
// name SQLite will know it by.
func (v *Vault) adopt(dataKey []byte) error {
	v.dataKey = dataKey
	aead, err := newSealer(dataKey, v.header.fileID(), purposePage)
	if err != nil {
		return err
	}
	v.pages = &pages{file: v.file, aead: aead, fileID: v.header.fileID()}
	v.id = fmt.Sprintf("%x", randomBytes(idSize))
	vaults.add(v)
	return nil
}

func openOn(d disk, path string, kind SlotKind, secret []byte, opt Options) (*Vault, error) {
	if err := inspectOn(d, path); err != nil {
		return nil, fmt.Errorf("open vault: %w", err)
	}
	v := &Vault{path: path, disk: d, cheap: opt.cheap}
	if err := v.open(kind, secret); err != nil {
		return nil, errors.Join(fmt.Errorf("open vault: %w", err), v.Close())
	}
	return v, nil
}

func (v *Vault) open(kind SlotKind, secret []byte) (err error) {
	if v.lock, err = v.disk.Lock(v.path + lockSuffix); err != nil {
		return err
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDWR); err != nil {
		return classify(err)
	}
	headers, err := readHeaders(v.file)
	if err != nil {
		return err
	}
	dataKey, err := unlock(headers.copies[0], kind, secret, v.cheap)
	if err != nil {
		return err
	}
	if err := headers.authenticate(dataKey); err != nil {
		clear(dataKey)
		return err
	}
	v.header = headers.copies[0]
	if err := v.adopt(dataKey); err != nil {
		return err
	}
	if err := v.checkLength(); err != nil {
		return err
	}
	return headers.repair(v.file)
}

// unlock tries the secret on every key slot of its kind. All slots are checked
// before any work is spent.
func unlock(h *header, kind SlotKind, secret []byte, cheap bool) ([]byte, error) {
	for i := range slotCount {
		if err := h.slot(i).check(cheap); err != nil {
			return nil, err
		}
	}
	if len(secret) == 0 {
		return nil, ErrWrongPassphrase
	}
	for i := range slotCount {
		if h.slot(i).kind() != kind {
			continue
		}
		dataKey, err := h.slot(i).unwrap(h, i, secret)
		if err == nil || !errors.Is(err, ErrWrongPassphrase) {
			return dataKey, err
		}
	}
	return nil, ErrWrongPassphrase
}

// checkLength finds out whether the end of the file was cut off: the first
// page says how many pages there are. While a rollback journal waits to be
// played back the file may be shorter, and its first page torn.
func (v *Vault) checkLength() error {
	hot, err := v.hotJournal()
	if err != nil {
		return err
	}
	whole, rest, err := v.pages.count()
	if err != nil {
		return classify(err)
	}
	if whole == 0 {
		return damaged("no pages")
	}
	if hot {
		return nil
	}
	page1 := make([]byte, pageSize)
	if err := v.pages.open(1, page1); err != nil {
		return err
	}
	if !leavesRoom(page1) {
		return damaged("page 1 is not of a sealed database")
	}
	if rest != 0 || whole < pageCount(page1) {
		return damaged("cut off after page %d of %d", whole, pageCount(page1))
	}
	return nil
}

func (v *Vault) hotJournal() (bool, error) {
	file, err := v.disk.Open(v.path+journalSuffix, os.O_RDWR)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("open rollback journal: %w", classify(err))
	}
	defer file.Close()
	r, err := newRollback(file, v.dataKey, v.header.fileID())
	if err != nil {
		return false, err
	}
	return r.hot()
}

// Path returns the path the vault was opened with.
func (v *Vault) Path() string { return v.path }

// FileID returns the random id the file was born with. It is not secret.
func (v *Vault) FileID() [16]byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return [idSize]byte(v.header.fileID())
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
	clear(v.dataKey)
	v.dataKey, v.pages = nil, nil
	var errs []error
	if v.file != nil {
		errs = append(errs, classify(v.file.Close()))
	}
	if v.lock != nil {
		errs = append(errs, classify(v.lock.Close()))
	}
	return errors.Join(errs...)
}

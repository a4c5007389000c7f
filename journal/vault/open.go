package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Open opens the vault at path. It takes as long as its key slots ask for,
// about a second for each passphrase slot; ctx ends it between two of them,
// with its error. Otherwise it fails with ErrMissing,
// ErrNotVault, ErrReadOnly, ErrNewerVersion, ErrAlreadyOpen, ErrObstructed,
// ErrDamaged or ErrWrongPassphrase, and then has changed nothing in the file. A
// vault that has no lock file yet gets one only when it could be opened.
func Open(ctx context.Context, path string, passphrase []byte, opt Options) (*Vault, error) {
	s := passphraseSecret(passphrase)
	defer s.clear()
	return openOn(ctx, osDisk{}, path, s, opt)
}

func openOn(ctx context.Context, d disk, path string, s secret, opt Options) (*Vault, error) {
	if err := inspectOn(d, path); err != nil {
		return nil, fmt.Errorf("open vault: %w", err)
	}
	v := &Vault{path: path, disk: d, cheap: opt.cheap}
	if err := v.open(ctx, s); err != nil {
		return nil, errors.Join(fmt.Errorf("open vault: %w", err), v.Close())
	}
	return v, nil
}

func (v *Vault) open(ctx context.Context, s secret) (err error) {
	if v.hasLockFile() {
		if err := v.takeLock(); err != nil {
			return err
		}
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDWR); err != nil {
		return classify(err)
	}
	if err := v.seize(); err != nil {
		return err
	}
	headers, err := v.admit(func(h *header) ([]byte, error) { return unlock(ctx, h, s, v.cheap) })
	if err != nil {
		return err
	}
	if v.lock == nil {
		if err := v.takeLateLock(); err != nil {
			return err
		}
	}
	if err := headers.repair(v.file); err != nil {
		return err
	}
	_ = v.sweep() // it does no harm, and can wait for another time
	return nil
}

// hasLockFile reports whether somebody has opened the vault at its path before,
// and may have it open now.
func (v *Vault) hasLockFile() bool {
	_, err := v.disk.Stat(v.path + lockSuffix)
	return err == nil
}

func (v *Vault) takeLock() (err error) {
	v.lock, err = v.disk.Lock(v.path + lockSuffix)
	return err
}

// takeLateLock takes the lock when the header has been read, and fails with
// ErrAlreadyOpen if somebody had the vault in between.
func (v *Vault) takeLateLock() error {
	if err := errors.Join(v.takeLock(), v.inPlace()); err != nil {
		return err
	}
	headers, err := readHeaders(v.file)
	if err != nil {
		return err
	}
	if err := headers.authenticate(v.dataKey); err != nil {
		return err
	}
	if *headers.copies[0] != *v.header {
		return ErrAlreadyOpen
	}
	return nil
}

// admit reads the header, has the data key found for it, and takes over both.
func (v *Vault) admit(findKey func(*header) ([]byte, error)) (*headerPair, error) {
	headers, err := readHeaders(v.file)
	if err != nil {
		return nil, err
	}
	dataKey, err := findKey(headers.copies[0])
	if err != nil {
		return nil, err
	}
	if err := v.settle(headers, dataKey); err != nil {
		clear(dataKey)
		return nil, err
	}
	return headers, nil
}

// settle takes over the header that the data key wrote, and with it the key,
// and sees that no page is missing.
func (v *Vault) settle(headers *headerPair, dataKey []byte) error {
	if err := headers.authenticate(dataKey); err != nil {
		return err
	}
	if err := v.adopt(headers.copies[0], dataKey); err != nil {
		return err
	}
	return v.checkLength()
}

// unlock tries the secret on every key slot of its kind. All slots are checked
// before any work is spent.
func unlock(ctx context.Context, h *header, s secret, cheap bool) ([]byte, error) {
	if err := h.checkSlots(cheap); err != nil {
		return nil, err
	}
	if s.empty() {
		return nil, s.refused()
	}
	for i := range slotCount {
		if h.slot(i).kind() != s.kind {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		dataKey, err := h.slot(i).unwrap(h, i, s)
		if err == nil || !errors.Is(err, s.refused()) {
			return dataKey, err
		}
	}
	return nil, s.refused()
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

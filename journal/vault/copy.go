package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// OpenCopy opens a copy of this vault with its keys, for reading alone: that
// is how a backup is verified without asking for the passphrase again. Nothing
// is written, so no lock is taken and no lock file made; the copy must be the
// caller's alone and have been made between transactions. ErrDamaged also says
// that it is no copy of this vault. The result is the caller's to close.
func (v *Vault) OpenCopy(path string) (*Vault, error) {
	_, dataKey, err := v.snapshot()
	if err != nil {
		return nil, fmt.Errorf("open copy: %w", err)
	}
	c := &Vault{path: path, disk: v.disk, readOnly: true}
	err = c.openCopy(func(*header) ([]byte, error) { return dataKey, nil })
	if err != nil {
		clear(dataKey)
		return nil, errors.Join(fmt.Errorf("open copy: %w", err), c.Close())
	}
	return c, nil
}

// OpenReadOnly opens a copy with its passphrase, for reading alone: that is how
// a backup is verified before it is restored. As with OpenCopy nothing is
// written or locked, so the copy must be the caller's alone and at rest. It
// fails as Open does.
func OpenReadOnly(ctx context.Context, path string, passphrase []byte, opt Options) (*Vault, error) {
	s := passphraseSecret(passphrase)
	defer s.clear()
	c := &Vault{path: path, disk: osDisk{}, readOnly: true}
	err := c.openCopy(func(h *header) ([]byte, error) {
		return unlock(ctx, h, s, opt.cheap)
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open read-only: %w", err), c.Close())
	}
	return c, nil
}

// openCopy takes over the data key that findKey finds for the header.
func (v *Vault) openCopy(findKey func(*header) ([]byte, error)) (err error) {
	if _, err := mustBeFile(v.disk, v.path); err != nil {
		return err
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDONLY); err != nil {
		return classify(err)
	}
	_, err = v.admit(findKey)
	return err
}

package vault

import (
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
	if err := c.openCopy(dataKey); err != nil {
		return nil, errors.Join(fmt.Errorf("open copy: %w", err), c.Close())
	}
	return c, nil
}

// openCopy takes over the data key.
func (v *Vault) openCopy(dataKey []byte) (err error) {
	defer func() {
		if err != nil {
			clear(dataKey)
		}
	}()
	if _, err := mustBeFile(v.disk, v.path); err != nil {
		return err
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDONLY); err != nil {
		return classify(err)
	}
	headers, err := readHeaders(v.file)
	if err != nil {
		return err
	}
	return v.settle(headers, dataKey)
}

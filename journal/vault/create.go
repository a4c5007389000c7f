package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Create makes a new vault at path, sealed with the passphrase, and opens it.
// It takes about a second. Path must be free (else ErrExists) and its folder
// must exist (else ErrMissing). The passphrase stays the caller's to clear.
func Create(path string, passphrase []byte, opt Options) (*Vault, error) {
	return createOn(osDisk{}, path, passphrase, opt)
}

func createOn(d disk, path string, passphrase []byte, opt Options) (*Vault, error) {
	s := passphraseSecret(passphrase)
	defer s.clear()
	if s.empty() {
		return nil, ErrEmptyPassphrase
	}
	if err := mustBeFree(d, path); err != nil {
		return nil, fmt.Errorf("create vault: %w", err)
	}
	v := &Vault{path: path, disk: d, cheap: opt.cheap}
	if err := v.create(s, opt); err != nil {
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

func (v *Vault) create(s secret, opt Options) (err error) {
	cost, err := opt.cost()
	if err != nil {
		return err
	}
	if err := v.takeLock(); err != nil {
		return err
	}
	if v.file, err = v.disk.Open(v.path, os.O_RDWR|os.O_CREATE|os.O_EXCL); err != nil {
		return classify(err)
	}
	err = v.fill(s, cost, func() error { return v.pages.seal(1, emptyDatabase()) })
	if err != nil {
		return errors.Join(err, v.abandon())
	}
	return nil
}

// abandon closes a vault that could not be made and removes its file, but
// nothing else that bears its name by now.
func (v *Vault) abandon() error {
	lost := v.inPlace()
	err := v.Close()
	if lost != nil {
		return err
	}
	return errors.Join(err, classify(v.disk.Remove(v.path)))
}

// fill writes a new file under a new key: the pages, which the caller does, and
// then both header copies. A header means that the rest is there.
func (v *Vault) fill(s secret, cost Cost, writePages func() error) error {
	if err := v.seize(); err != nil {
		return err
	}
	h, dataKey := newHeader(randomBytes(idSize)), randomBytes(keySize)
	slot, err := newSlot(h, 0, s, dataKey, cost)
	if err != nil {
		return err
	}
	*h.slot(0) = slot
	if err := h.seal(dataKey); err != nil {
		return err
	}
	if err := v.adopt(h, dataKey); err != nil {
		return err
	}
	if err := writePages(); err != nil {
		return err
	}
	if err := writeHeaders(v.file, v.header); err != nil {
		return err
	}
	if err := v.syncFolder(); err != nil {
		return err
	}
	return v.inPlace()
}

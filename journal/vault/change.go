package vault

import (
	"bytes"
	"crypto/subtle"
	"fmt"
)

// HasRecoveryCode reports whether a recovery code opens the vault.
func (v *Vault) HasRecoveryCode() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.header.find(SlotRecovery) >= 0
}

// ChangePassphrase makes passphrase the only one: it adds a slot for it, proves
// that the slot opens, and only then erases the other passphrase slots. A
// recovery code stays valid. Copies made earlier still open with the old one.
// It takes about two seconds, in which the database can be read and written. If
// it fails half-way both open the vault, and it can be called again.
func (v *Vault) ChangePassphrase(passphrase []byte, opt Options) error {
	s := passphraseSecret(passphrase)
	defer s.clear()
	if s.empty() {
		return ErrEmptyPassphrase
	}
	if err := v.replaceSecret(s, opt); err != nil {
		return fmt.Errorf("change passphrase: %w", err)
	}
	return nil
}

// SetRecoveryCode makes code, from NewRecoveryCode and typed back by the
// person, the only recovery code; a typing mistake is ErrMalformedCode. It
// works as ChangePassphrase does.
func (v *Vault) SetRecoveryCode(code string, opt Options) error {
	s, err := codeSecret(code)
	if err != nil {
		return err
	}
	defer s.clear()
	if err := v.replaceSecret(s, opt); err != nil {
		return fmt.Errorf("set recovery code: %w", err)
	}
	return nil
}

// RemoveRecoveryCode sees to it that no recovery code opens the vault, nor the
// copies that are made of it from now on.
func (v *Vault) RemoveRecoveryCode() error {
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	if !v.HasRecoveryCode() {
		return nil
	}
	if err := v.erase(SlotRecovery, -1); err != nil {
		return fmt.Errorf("remove recovery code: %w", err)
	}
	return nil
}

// replaceSecret makes a secret the only one of its kind.
func (v *Vault) replaceSecret(s secret, opt Options) error {
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	added, err := v.addSlot(s, opt)
	if err != nil {
		return err
	}
	if err := v.erase(s.kind, added); err != nil {
		return fmt.Errorf("erase the former one: %w", err)
	}
	return nil
}

// addSlot wraps the data key for a secret in a free slot and proves that the
// slot, as it lies on the disk, opens.
func (v *Vault) addSlot(s secret, opt Options) (int, error) {
	cost, err := opt.cost()
	if err != nil {
		return 0, err
	}
	h, dataKey, err := v.snapshot()
	if err != nil {
		return 0, err
	}
	defer clear(dataKey)
	index, err := h.room(s.kind, cost)
	if err != nil {
		return 0, err
	}
	made, err := newSlot(h, index, s, dataKey, cost)
	if err != nil {
		return 0, err
	}
	err = v.rewrite(func(h *header) { *h.slot(index) = made })
	if err != nil {
		return 0, err
	}
	return index, v.prove(index, s, dataKey)
}

// erase empties every slot of a kind but one.
func (v *Vault) erase(kind SlotKind, but int) error {
	return v.rewrite(func(h *header) {
		for i := range slotCount {
			if i != but && h.slot(i).kind() == kind {
				*h.slot(i) = slot{}
			}
		}
	})
}

// snapshot returns copies of the header and the data key, the latter for the
// caller to clear.
func (v *Vault) snapshot() (*header, []byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return nil, nil, ErrClosed
	}
	h := *v.header
	return &h, bytes.Clone(v.dataKey), nil
}

// rewrite changes a copy of the header, seals it and replaces both copies on
// disk with it.
func (v *Vault) rewrite(change func(*header)) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return ErrClosed
	}
	if v.readOnly {
		return ErrReadOnly
	}
	h := *v.header
	change(&h)
	if err := h.seal(v.dataKey); err != nil {
		return err
	}
	if err := v.inPlace(); err != nil {
		return err
	}
	if err := writeHeaders(v.file, &h); err != nil {
		return err
	}
	v.header = &h
	return v.inPlace()
}

// prove reads the header back from the disk and opens a slot with its secret.
func (v *Vault) prove(index int, s secret, dataKey []byte) error {
	v.mu.RLock()
	if v.closed {
		v.mu.RUnlock()
		return ErrClosed
	}
	headers, err := readHeaders(v.file)
	v.mu.RUnlock()
	if err != nil {
		return err
	}
	h := headers.copies[0]
	got, err := h.slot(index).unwrap(h, index, s)
	if err != nil {
		return damaged("key slot %d does not open again", index)
	}
	defer clear(got)
	if subtle.ConstantTimeCompare(got, dataKey) != 1 {
		return damaged("key slot %d holds another key", index)
	}
	return nil
}

package vault

import (
	"bytes"
	"crypto/subtle"
	"fmt"
)

// Slots returns the kind of each of the eight key slots.
func (v *Vault) Slots() [slotCount]SlotKind {
	v.mu.RLock()
	defer v.mu.RUnlock()
	var kinds [slotCount]SlotKind
	for i := range kinds {
		kinds[i] = v.header.slot(i).kind()
	}
	return kinds
}

// AddPassphrase adds a key slot for a further passphrase and returns its
// number. The slot is written, read back and opened before it counts. It takes
// about two seconds; reading and writing the database go on meanwhile.
func (v *Vault) AddPassphrase(passphrase []byte, opt Options) (slot int, err error) {
	secret := normalised(passphrase)
	defer clear(secret)
	if len(secret) == 0 {
		return 0, ErrEmptyPassphrase
	}
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	slot, err = v.addSlot(SlotPassphrase, secret, opt)
	if err != nil {
		return 0, fmt.Errorf("add passphrase: %w", err)
	}
	return slot, nil
}

// AddRecoveryCode adds a key slot for a new random recovery code and returns
// the code, which is to be shown once and kept nowhere.
func (v *Vault) AddRecoveryCode(opt Options) (code string, err error) {
	secret := randomBytes(recoverySize)
	defer clear(secret)
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	if _, err := v.addSlot(SlotRecovery, secret, opt); err != nil {
		return "", fmt.Errorf("add recovery code: %w", err)
	}
	return formatCode(secret), nil
}

// ChangePassphrase makes passphrase the only one: it adds a slot for it, proves
// that the slot opens, and only then erases the other passphrase slots. A
// recovery code stays valid. Copies made earlier still open with the old one.
func (v *Vault) ChangePassphrase(passphrase []byte, opt Options) error {
	added, err := v.AddPassphrase(passphrase, opt)
	if err != nil {
		return err
	}
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	err = v.rewrite(func(h *header) error {
		for i := range slotCount {
			if i != added && h.slot(i).kind() == SlotPassphrase {
				*h.slot(i) = slot{}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("erase old passphrase: %w", err)
	}
	return nil
}

// RemoveSlot erases a key slot. The last one cannot be removed, nor one that
// is empty: ErrSlots.
func (v *Vault) RemoveSlot(i int) error {
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	err := v.rewrite(func(h *header) error {
		if i < 0 || i >= slotCount || h.slot(i).kind() == SlotEmpty || h.used() == 1 {
			return ErrSlots
		}
		*h.slot(i) = slot{}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove key slot %d: %w", i, err)
	}
	return nil
}

func (h *header) used() (n int) {
	for i := range slotCount {
		if h.slot(i).kind() != SlotEmpty {
			n++
		}
	}
	return n
}

// addSlot wraps the data key for a secret in a free slot and proves it.
func (v *Vault) addSlot(kind SlotKind, secret []byte, opt Options) (int, error) {
	cost, err := opt.cost()
	if err != nil {
		return 0, err
	}
	h, dataKey, err := v.snapshot()
	if err != nil {
		return 0, err
	}
	defer clear(dataKey)
	index := h.free()
	if index < 0 {
		return 0, fmt.Errorf("%w: all %d are taken", ErrSlots, slotCount)
	}
	if h.work(kind)+cost.work() > maxWork {
		return 0, fmt.Errorf("%w: trying them all would take too long", ErrSlots)
	}
	made, err := newSlot(h, index, kind, secret, dataKey, cost)
	if err != nil {
		return 0, err
	}
	err = v.rewrite(func(h *header) error {
		*h.slot(index) = made
		return nil
	})
	if err != nil {
		return 0, err
	}
	return index, v.prove(index, secret, dataKey)
}

func (h *header) free() int {
	for i := range slotCount {
		if h.slot(i).kind() == SlotEmpty {
			return i
		}
	}
	return -1
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
func (v *Vault) rewrite(change func(*header) error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return ErrClosed
	}
	if v.readOnly {
		return ErrReadOnly
	}
	h := *v.header
	if err := change(&h); err != nil {
		return err
	}
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
func (v *Vault) prove(index int, secret, dataKey []byte) error {
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
	got, err := h.slot(index).unwrap(h, index, secret)
	if err != nil {
		return damaged("key slot %d does not open again", index)
	}
	defer clear(got)
	if subtle.ConstantTimeCompare(got, dataKey) != 1 {
		return damaged("key slot %d holds another key", index)
	}
	return nil
}

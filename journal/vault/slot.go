package vault

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// SlotKind says which kind of secret opens a key slot.
type SlotKind byte

// The kinds of key slot. The numbers are part of the file format.
const (
	SlotEmpty      SlotKind = 0 // nothing
	SlotPassphrase SlotKind = 1 // a passphrase the person chose
	SlotRecovery   SlotKind = 2 // a recovery code made by this program
)

// Where the fields of a key slot lie in its 128 bytes; see FORMAT.md.
const (
	slotSize     = 128
	slotCount    = 8
	slotKindAt   = 0
	slotKDFAt    = 1
	slotLanesAt  = 2
	slotMemoryAt = 4
	slotTimeAt   = 8
	slotSaltAt   = 16
	slotNonceAt  = slotSaltAt + saltSize
	slotKeyAt    = slotNonceAt + nonceSize
	slotEnd      = slotKeyAt + keySize + tagSize

	kdfArgon2id = 1
)

// slot is one key slot as it lies in the header: the data key, wrapped under a
// key stretched from a secret.
type slot [slotSize]byte

func (s *slot) kind() SlotKind { return SlotKind(s[slotKindAt]) }

func (s *slot) cost() Cost {
	return Cost{
		Memory:  binary.BigEndian.Uint32(s[slotMemoryAt:]),
		Time:    binary.BigEndian.Uint32(s[slotTimeAt:]),
		Threads: s[slotLanesAt],
	}
}

// check refuses a slot that this version would not write.
func (s *slot) check(cheap bool) error {
	if s.kind() == SlotEmpty {
		return nil
	}
	if s.kind() > SlotRecovery || s[slotKDFAt] != kdfArgon2id {
		return damaged("key slot of unknown kind")
	}
	if !s.cost().acceptable(cheap) {
		return damaged("key slot asks for work out of bounds")
	}
	return nil
}

// checkSlots refuses slots that this version would not write, one by one and
// together, before any work is spent on them.
func (h *header) checkSlots(cheap bool) error {
	for i := range slotCount {
		if err := h.slot(i).check(cheap); err != nil {
			return err
		}
	}
	for _, kind := range []SlotKind{SlotPassphrase, SlotRecovery} {
		if h.work(kind) > maxWork {
			return damaged("key slots ask for too much work together")
		}
	}
	return nil
}

// work returns what trying every slot of a kind costs, in KiB times passes.
func (h *header) work(kind SlotKind) (sum uint64) {
	for i := range slotCount {
		if h.slot(i).kind() == kind {
			sum += h.slot(i).cost().work()
		}
	}
	return sum
}

// find returns the first slot of a kind, -1 if there is none.
func (h *header) find(kind SlotKind) int {
	for i := range slotCount {
		if h.slot(i).kind() == kind {
			return i
		}
	}
	return -1
}

// room returns a free slot, or ErrSlots if there is none or trying every slot
// of the kind would then take longer than a reader puts up with.
func (h *header) room(kind SlotKind, c Cost) (int, error) {
	index := h.find(SlotEmpty)
	if index < 0 {
		return 0, fmt.Errorf("%w: all %d are taken", ErrSlots, slotCount)
	}
	if h.work(kind)+c.work() > maxWork {
		return 0, fmt.Errorf("%w: trying them all would take too long", ErrSlots)
	}
	return index, nil
}

// binding is the slot's associated data: the file it belongs to, its place,
// and every parameter, so that none can be changed or moved.
func (s *slot) binding(h *header, index int) []byte {
	return label("slot", uint64(index), h.identity(), s[:slotNonceAt])
}

// newSlot wraps the data key for the given place in the header h.
func newSlot(h *header, index int, by secret, dataKey []byte, c Cost) (slot, error) {
	var s slot
	s[slotKindAt], s[slotKDFAt], s[slotLanesAt] = byte(by.kind), kdfArgon2id, c.Threads
	binary.BigEndian.PutUint32(s[slotMemoryAt:], c.Memory)
	binary.BigEndian.PutUint32(s[slotTimeAt:], c.Time)
	copy(s[slotSaltAt:], randomBytes(saltSize))
	copy(s[slotNonceAt:], randomBytes(nonceSize))
	if err := s.wrap(h, index, by, dataKey); err != nil {
		return slot{}, err
	}
	return s, nil
}

// wrap seals the data key into a slot whose parameters, salt and nonce are set.
func (s *slot) wrap(h *header, index int, by secret, dataKey []byte) error {
	key := stretch(by.bytes, s[slotSaltAt:slotNonceAt], s.cost())
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return fmt.Errorf("wrap data key: %w", err)
	}
	aead.Seal(s[slotKeyAt:slotKeyAt], s[slotNonceAt:slotKeyAt], dataKey, s.binding(h, index))
	return nil
}

// unwrap returns the data key, for the caller to clear, or that the secret was
// refused.
func (s *slot) unwrap(h *header, index int, by secret) ([]byte, error) {
	key := stretch(by.bytes, s[slotSaltAt:slotNonceAt], s.cost())
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("unwrap data key: %w", err)
	}
	sealed := bytes.Clone(s[slotKeyAt:slotEnd])
	dataKey, err := aead.Open(nil, s[slotNonceAt:slotKeyAt], sealed, s.binding(h, index))
	if err != nil {
		return nil, by.refused()
	}
	return dataKey, nil
}

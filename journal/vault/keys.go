package vault

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// Sizes in bytes of what the format is made of.
const (
	keySize   = chacha20poly1305.KeySize
	nonceSize = chacha20poly1305.NonceSizeX
	tagSize   = chacha20poly1305.Overhead
	saltSize  = 16
	idSize    = 16
)

// The purposes a subkey can have. One key never serves two.
const (
	purposePage    = "page/1"
	purposeHeader  = "header/1"
	purposeJournal = "journal/1"
)

// subkey derives the key for one purpose from the data key by HKDF-SHA256
// (RFC 5869).
func subkey(dataKey, salt []byte, purpose string) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, dataKey, salt, purpose, keySize)
	if err != nil {
		return nil, fmt.Errorf("derive %s key: %w", purpose, err)
	}
	return key, nil
}

// newSealer returns XChaCha20-Poly1305 under the subkey for one purpose. The
// cipher keeps its own copy of the key, which goes when the cipher is dropped.
func newSealer(dataKey, salt []byte, purpose string) (cipher.AEAD, error) {
	key, err := subkey(dataKey, salt, purpose)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return chacha20poly1305.NewX(key)
}

// randomBytes returns n bytes from the system's generator, which never fails.
func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}

// label builds associated data: a purpose, its parts, and a big-endian number
// that says where the sealed bytes belong.
func label(purpose string, number uint64, parts ...[]byte) []byte {
	b := append(make([]byte, 0, 64), purpose...)
	for _, part := range parts {
		b = append(b, part...)
	}
	return binary.BigEndian.AppendUint64(b, number)
}

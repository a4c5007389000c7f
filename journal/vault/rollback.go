package vault

import (
	"bytes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The rollback journal is sealed as opaque blocks, so that nothing of SQLite's
// own structure shows. A block lies at every second 4096 bytes because with
// nonce and tag it is longer than one: no disk sector holds parts of two.
const (
	blockSize    = 4096
	blockStride  = 2 * blockSize
	blockRecord  = nonceSize + blockSize + tagSize
	blocksAt     = blockStride
	journalMagic = "\xd6\x0d\x0a\x1a\x0a\x9c\xf3\x81"

	journalVersionAt = len(journalMagic)
	journalSaltAt    = journalVersionAt + 4
	journalNonceAt   = journalSaltAt + saltSize
	journalTagAt     = journalNonceAt + nonceSize
	journalHeaderEnd = journalTagAt + tagSize
)

// rollback reads and writes the sealed rollback journal as the plain bytes
// SQLite knows. It holds one block in memory; flush writes it out.
//
// A block that does not open reads as zeros. SQLite then ends the journal
// there, as it does at a checksum that does not match: that is what a power
// cut in the middle of a write leaves behind.
type rollback struct {
	file    diskFile
	dataKey []byte
	fileID  []byte

	salt []byte      // of the journal on disk; nil while there is none
	aead cipher.AEAD // under the key for that salt
	size int64       // of the plain journal, in bytes

	number int64  // of the block in memory, -1 for none
	block  []byte // blockSize bytes
	dirty  bool   // the block differs from the disk
}

// newRollback opens the journal in file, which it then owns. A journal whose
// header does not open is read as empty: it was never finished.
func newRollback(file diskFile, dataKey, fileID []byte) (*rollback, error) {
	r := &rollback{file: file, dataKey: dataKey, fileID: fileID}
	r.block, r.number = make([]byte, blockSize), -1
	size, err := file.Size()
	if err != nil {
		return nil, fmt.Errorf("size of rollback journal: %w", classify(err))
	}
	var head [journalHeaderEnd]byte
	if _, err := file.ReadAt(head[:], 0); errors.Is(err, io.EOF) {
		return r, nil
	} else if err != nil {
		return nil, fmt.Errorf("read rollback journal: %w", classify(err))
	}
	if err := r.adopt(head[:]); err != nil {
		return nil, err
	}
	if r.salt == nil {
		return r, nil
	}
	r.size = (max(size-blocksAt, 0) + blockStride - 1) / blockStride * blockSize
	return r, nil
}

// adopt takes salt and key from a header that opens, and ignores any other.
func (r *rollback) adopt(head []byte) error {
	salt := bytes.Clone(head[journalSaltAt:journalNonceAt])
	aead, err := newSealer(r.dataKey, salt, purposeJournal)
	if err != nil {
		return err
	}
	nonce, tag := head[journalNonceAt:journalTagAt], head[journalTagAt:]
	if _, err := aead.Open(nil, nonce, tag, r.headerBinding(head)); err != nil {
		return nil
	}
	if binary.BigEndian.Uint32(head[journalVersionAt:]) != formatVersion {
		return ErrNewerVersion
	}
	r.salt, r.aead = salt, aead
	return nil
}

func (r *rollback) headerBinding(head []byte) []byte {
	return label("jhdr", 0, r.fileID, head[:journalNonceAt])
}

// begin writes the header of a new journal with a fresh salt, over whatever
// unreadable remains were there.
func (r *rollback) begin() error {
	head := make([]byte, journalNonceAt, blockSize)
	copy(head, journalMagic)
	binary.BigEndian.PutUint32(head[journalVersionAt:], formatVersion)
	salt, nonce := randomBytes(saltSize), randomBytes(nonceSize)
	copy(head[journalSaltAt:], salt)
	aead, err := newSealer(r.dataKey, salt, purposeJournal)
	if err != nil {
		return err
	}
	tag := aead.Seal(nil, nonce, nil, r.headerBinding(head))
	head = append(append(head, nonce...), tag...)[:blockSize]
	if err := r.file.Truncate(0); err != nil {
		return fmt.Errorf("begin rollback journal: %w", classify(err))
	}
	if _, err := r.file.WriteAt(head, 0); err != nil {
		return fmt.Errorf("begin rollback journal: %w", classify(err))
	}
	r.salt, r.aead = salt, aead
	return nil
}

func (r *rollback) binding(block int64) []byte {
	return label("jrnl", uint64(block), r.fileID, r.salt)
}

// load brings a block into memory; one that is not there, or does not open,
// is all zeros.
func (r *rollback) load(number int64) error {
	if r.number == number {
		return nil
	}
	if err := r.flush(); err != nil {
		return err
	}
	r.number = -1
	if _, err := r.read(number, r.block); err != nil {
		return err
	}
	r.number = number
	return nil
}

// view returns a block for reading. One in memory that has yet to be written
// stays there: on a full disk it can't be, and still SQLite must be able to
// read the journal back.
func (r *rollback) view(number int64) ([]byte, error) {
	if r.dirty && r.number != number {
		other := make([]byte, blockSize)
		_, err := r.read(number, other)
		return other, err
	}
	return r.block, r.load(number)
}

// read fills block from the disk, with zeros if there is none that opens.
func (r *rollback) read(number int64, block []byte) (opened bool, err error) {
	clear(block)
	if r.salt == nil || number*blockSize >= r.size {
		return false, nil
	}
	var raw [blockRecord]byte
	n, err := r.file.ReadAt(raw[:], blocksAt+number*blockStride)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("read rollback block %d: %w", number, classify(err))
	}
	if n < blockRecord {
		return false, nil
	}
	plain, err := r.aead.Open(raw[nonceSize:nonceSize], raw[:nonceSize], raw[nonceSize:], r.binding(number))
	if err != nil {
		return false, nil
	}
	copy(block, plain)
	return true, nil
}

// flush writes the block in memory to the disk if it has changed.
func (r *rollback) flush() error {
	if !r.dirty {
		return nil
	}
	if r.salt == nil {
		if err := r.begin(); err != nil {
			return err
		}
	}
	nonce := randomBytes(nonceSize)
	sealed := r.aead.Seal(bytes.Clone(nonce), nonce, r.block, r.binding(r.number))
	if _, err := r.file.WriteAt(sealed, blocksAt+r.number*blockStride); err != nil {
		return fmt.Errorf("write rollback block %d: %w", r.number, classify(err))
	}
	r.dirty = false
	return nil
}

// ReadAt implements io.ReaderAt over the plain journal.
func (r *rollback) ReadAt(p []byte, off int64) (int, error) {
	done := 0
	for done < len(p) && off < r.size {
		block, err := r.view(off / blockSize)
		if err != nil {
			return done, err
		}
		at := off % blockSize
		n := copy(p[done:], block[at:min(blockSize, at+r.size-off)])
		done, off = done+n, off+int64(n)
	}
	if done < len(p) {
		return done, io.EOF
	}
	return done, nil
}

// WriteAt implements io.WriterAt; the last block touched stays in memory until
// the next flush.
func (r *rollback) WriteAt(p []byte, off int64) (int, error) {
	done := 0
	for done < len(p) {
		if err := r.load(off / blockSize); err != nil {
			return done, err
		}
		n := copy(r.block[off%blockSize:], p[done:])
		r.dirty = true
		done, off = done+n, off+int64(n)
		r.size = max(r.size, off)
	}
	return done, nil
}

// reset empties the journal and forgets its salt: the next one gets its own.
func (r *rollback) reset() error {
	if err := r.file.Truncate(0); err != nil {
		return fmt.Errorf("empty rollback journal: %w", classify(err))
	}
	clear(r.block)
	r.salt, r.aead, r.size, r.number, r.dirty = nil, nil, 0, -1, false
	return nil
}

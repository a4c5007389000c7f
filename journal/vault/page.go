package vault

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A page is what SQLite reads and writes: pageSize bytes of which it leaves
// the last reservedBytes to us. On disk those hold the nonce and the tag.
const (
	pageSize      = 4096
	reservedBytes = nonceSize + tagSize
	pageText      = pageSize - reservedBytes
	pageTagAt     = pageText + nonceSize
)

// lockPage is the page around SQLite's lock byte at 1 GiB. SQLite never writes
// it (fileformat2.html, "The Lock-Byte Page"), so neither do we.
const lockPage = 1<<30/pageSize + 1

// maxPages is SQLite's largest page number.
const maxPages = 1<<32 - 2

// pages seals and opens the pages of one database file.
type pages struct {
	file   diskFile
	aead   cipher.AEAD
	fileID []byte
}

func pageOffset(n int64) int64 { return pagesAt + (n-1)*pageSize }

// count returns how many whole pages lie in the file, and how many bytes of a
// further one do.
func (p *pages) count() (whole, rest int64, err error) {
	size, err := p.file.Size()
	if err != nil {
		return 0, 0, err
	}
	if size < pagesAt {
		return 0, 0, damaged("cut off inside the header")
	}
	return (size - pagesAt) / pageSize, (size - pagesAt) % pageSize, nil
}

func (p *pages) binding(n int64) []byte { return label("page", uint64(n), p.fileID) }

// seal writes page n. The plaintext belongs to SQLite and is left as it is;
// whatever it holds in the reserved bytes is dropped.
func (p *pages) seal(n int64, plain []byte) error {
	if n < 1 || n > maxPages || n == lockPage || len(plain) != pageSize {
		return fmt.Errorf("write page %d: not a page of the database", n)
	}
	nonce := randomBytes(nonceSize)
	out := p.aead.Seal(make([]byte, 0, pageSize), nonce, plain[:pageText], p.binding(n))
	tag := [tagSize]byte(out[pageText:])
	out = append(append(out[:pageText], nonce...), tag[:]...)
	if _, err := p.file.WriteAt(out, pageOffset(n)); err != nil {
		return fmt.Errorf("write page %d: %w", n, classify(err))
	}
	return nil
}

// open reads page n into plain, whose reserved bytes become zero. It returns
// io.EOF exactly when the file ends before the page does, and ErrDamaged when
// the page is not the one that was written here.
func (p *pages) open(n int64, plain []byte) error {
	var raw [pageSize]byte
	if _, err := p.file.ReadAt(raw[:], pageOffset(n)); errors.Is(err, io.EOF) {
		return io.EOF
	} else if err != nil {
		return fmt.Errorf("read page %d: %w", n, classify(err))
	}
	return p.decrypt(n, plain, &raw)
}

func (p *pages) decrypt(n int64, plain []byte, raw *[pageSize]byte) error {
	var nonce [nonceSize]byte
	copy(nonce[:], raw[pageText:])
	sealed := append(raw[:pageText], raw[pageTagAt:]...)
	text, err := p.aead.Open(plain[:0], nonce[:], sealed, p.binding(n))
	if err != nil {
		clear(plain)
		return damaged("page %d", n)
	}
	clear(plain[len(text):])
	return nil
}

// Where SQLite keeps what we must know of its first page (fileformat2.html,
// "The Database Header").
const (
	sqlPageSizeAt   = 16
	sqlReservedAt   = 20
	sqlChangesAt    = 24
	sqlPageCountAt  = 28
	sqlValidForAt   = 92
	sqlHeaderSize   = 100
	sqlHeaderString = "SQLite format 3\x00"
)

// leavesRoom reports whether a first page is one of a database with our page
// size that leaves us our reserved bytes. Nothing else may be written: the tag
// would overwrite what the database holds there.
func leavesRoom(page1 []byte) bool {
	return string(page1[:len(sqlHeaderString)]) == sqlHeaderString &&
		binary.BigEndian.Uint16(page1[sqlPageSizeAt:]) == pageSize &&
		page1[sqlReservedAt] == reservedBytes
}

// pageCount returns how many pages the database says it has, 0 if it does not
// say. The field counts only when its change counter is that of the file.
func pageCount(page1 []byte) int64 {
	if string(page1[sqlChangesAt:sqlChangesAt+4]) != string(page1[sqlValidForAt:sqlValidForAt+4]) {
		return 0
	}
	return int64(binary.BigEndian.Uint32(page1[sqlPageCountAt:]))
}

// emptyDatabase returns the first page of a database without tables: what
// SQLite itself would write first. A vault is born with it, so that a file
// without pages is known to be cut off.
func emptyDatabase() []byte {
	page := make([]byte, pageSize)
	copy(page, sqlHeaderString)
	binary.BigEndian.PutUint16(page[sqlPageSizeAt:], pageSize)
	page[18], page[19] = 1, 1 // rollback journal, for writing and reading
	page[sqlReservedAt] = reservedBytes
	page[21], page[22], page[23] = 64, 32, 32 // fixed payload fractions
	binary.BigEndian.PutUint32(page[sqlPageCountAt:], 1)
	page[sqlHeaderSize] = 0x0d // an empty leaf of a table b-tree
	binary.BigEndian.PutUint16(page[sqlHeaderSize+5:], pageText)
	return page
}

package vault

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Where the parts of a vault file lie. The file begins with two copies of the
// header; page n of the database follows at pagesAt + (n-1)*pageSize.
const (
	headerSize = 8192
	copyA      = 0
	copyB      = headerSize
	pagesAt    = 2 * headerSize
)

// Where the fields of one header copy lie; see FORMAT.md. All numbers are
// big-endian. Magic, version fields, copy size and checksum keep their places
// in every later version.
const (
	versionAt  = 16
	readerAt   = 20
	fileIDAt   = 24
	pageSizeAt = fileIDAt + idSize
	reservedAt = pageSizeAt + 4
	sequenceAt = reservedAt + 4
	slotsAt    = 64
	macAt      = headerSize - 2*sha256.Size
	checksumAt = headerSize - sha256.Size
)

// formatVersion is the version this program writes, and the newest it reads.
const formatVersion = 1

// magic is how every vault begins: no text, and bytes that any transfer as
// text would change.
const magic = "\xe3\x9f\x0d\x0a\x1a\x0a\xc7\x00\xb4\x5e\xf1\x8d\x26\xa9\xd2\x7b"

// header is one copy of the header as it lies in the file.
type header [headerSize]byte

// newHeader returns a header for a new file, without slots and not yet sealed.
func newHeader(fileID []byte) *header {
	h := new(header)
	copy(h[:], magic)
	binary.BigEndian.PutUint32(h[versionAt:], formatVersion)
	binary.BigEndian.PutUint32(h[readerAt:], formatVersion)
	copy(h[fileIDAt:], fileID)
	binary.BigEndian.PutUint32(h[pageSizeAt:], pageSize)
	binary.BigEndian.PutUint32(h[reservedAt:], reservedBytes)
	return h
}

func (h *header) fileID() []byte { return h[fileIDAt : fileIDAt+idSize] }

func (h *header) sequence() uint64 { return binary.BigEndian.Uint64(h[sequenceAt:]) }

// identity is what every key slot is bound to: magic, versions, file id, page
// size and reserved bytes.
func (h *header) identity() []byte { return h[:sequenceAt] }

func (h *header) slot(i int) *slot {
	return (*slot)(h[slotsAt+i*slotSize:])
}

// seal counts the sequence up, then writes the authentication code under the
// data key and the checksum over everything before it.
func (h *header) seal(dataKey []byte) error {
	binary.BigEndian.PutUint64(h[sequenceAt:], h.sequence()+1)
	mac, err := h.mac(dataKey)
	if err != nil {
		return err
	}
	copy(h[macAt:], mac)
	sum := sha256.Sum256(h[:checksumAt])
	copy(h[checksumAt:], sum[:])
	return nil
}

func (h *header) mac(dataKey []byte) ([]byte, error) {
	key, err := subkey(dataKey, h.fileID(), purposeHeader)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	mac := hmac.New(sha256.New, key)
	mac.Write(h[:macAt])
	return mac.Sum(nil), nil
}

// authentic reports whether the holder of the data key wrote this header.
func (h *header) authentic(dataKey []byte) bool {
	mac, err := h.mac(dataKey)
	return err == nil && hmac.Equal(mac, h[macAt:checksumAt])
}

// check judges a copy by what can be known without a secret: ErrNotVault,
// ErrDamaged, ErrNewerVersion or nil, in this order.
func (h *header) check() error {
	if !bytes.HasPrefix(h[:], []byte(magic)) {
		return ErrNotVault
	}
	if sha256.Sum256(h[:checksumAt]) != [sha256.Size]byte(h[checksumAt:]) {
		return damaged("header checksum")
	}
	if binary.BigEndian.Uint32(h[readerAt:]) > formatVersion {
		return ErrNewerVersion
	}
	if binary.BigEndian.Uint32(h[pageSizeAt:]) != pageSize ||
		binary.BigEndian.Uint32(h[reservedAt:]) != reservedBytes {
		return damaged("header with another page size")
	}
	return nil
}

// headerPair is both copies as read, newest first, and what is wrong with each.
type headerPair struct {
	copies [2]*header
	places [2]int64
	faults [2]error
}

// readHeaders reads both copies and puts the valid one with the higher
// sequence first. It fails when neither copy can be used; the pair then still
// says why.
func readHeaders(r io.ReaderAt) (*headerPair, error) {
	p := &headerPair{places: [2]int64{copyA, copyB}}
	for i, at := range p.places {
		p.copies[i] = new(header)
		n, err := r.ReadAt(p.copies[i][:], at)
		switch {
		case err == nil:
			p.faults[i] = p.copies[i].check()
		case errors.Is(err, io.EOF):
			p.faults[i] = cutShort(p.copies[i][:n])
		default:
			return nil, fmt.Errorf("read header: %w", classify(err))
		}
	}
	return p, p.order()
}

// cutShort judges a copy that the end of the file cut off after b.
func cutShort(b []byte) error {
	if len(b) == 0 || !bytes.HasPrefix(b, []byte(magic)[:min(len(b), len(magic))]) {
		return ErrNotVault
	}
	return damaged("cut off inside the header")
}

// order puts the copy to be used first, or says why neither can be. One copy
// of a newer version is enough to leave the file alone.
func (p *headerPair) order() error {
	a, b := p.faults[0], p.faults[1]
	switch {
	case errors.Is(a, ErrNewerVersion) || errors.Is(b, ErrNewerVersion):
		return ErrNewerVersion
	case a == nil && b == nil:
		if p.copies[1].sequence() > p.copies[0].sequence() {
			p.swap()
		}
	case a == nil:
	case b == nil:
		p.swap()
	case errors.Is(a, ErrDamaged):
		return a
	case errors.Is(b, ErrDamaged):
		return b
	default:
		return ErrNotVault
	}
	return nil
}

func (p *headerPair) swap() {
	p.copies[0], p.copies[1] = p.copies[1], p.copies[0]
	p.places[0], p.places[1] = p.places[1], p.places[0]
	p.faults[0], p.faults[1] = p.faults[1], p.faults[0]
}

// authenticate drops a copy that the data key did not write. It fails when
// none is left.
func (p *headerPair) authenticate(dataKey []byte) error {
	for i := range p.copies {
		if p.faults[i] == nil && !p.copies[i].authentic(dataKey) {
			p.faults[i] = damaged("header not written by this program")
		}
	}
	return p.order()
}

// repair writes the copy in use over the other one when they differ.
func (p *headerPair) repair(f diskFile) error {
	if *p.copies[0] == *p.copies[1] {
		return nil
	}
	if _, err := f.WriteAt(p.copies[0][:], p.places[1]); err != nil {
		return fmt.Errorf("repair header: %w", classify(err))
	}
	return classify(f.Sync())
}

// writeHeaders replaces both copies so that one of them is whole at any moment.
func writeHeaders(f diskFile, h *header) error {
	for _, at := range []int64{copyB, copyA} {
		if _, err := f.WriteAt(h[:], at); err != nil {
			return fmt.Errorf("write header: %w", classify(err))
		}
		if err := f.Sync(); err != nil {
			return fmt.Errorf("sync header: %w", classify(err))
		}
	}
	return nil
}

package main

import (
	"bytes"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// The numbers of FORMAT.md.
const (
	magic      = "\xe3\x9f\x0d\x0a\x1a\x0a\xc7\x00\xb4\x5e\xf1\x8d\x26\xa9\xd2\x7b"
	version    = 1
	headerSize = 8192
	macAt      = 8128
	checksumAt = 8160
	slots      = 8
	slotAt     = 64
	slotSize   = 128
	emptyKind  = 0
	maxWork    = 10_485_760 // KiB times passes
	pageSize   = 4096
	textSize   = 4056
	nonceSize  = 24
	lockPage   = 262145

	journalMagic  = "\xd6\x0d\x0a\x1a\x0a\x9c\xf3\x81"
	journalHead   = 68
	journalStride = 8192
	journalRecord = nonceSize + pageSize + 16

	// Of the plain journal, which is SQLite's.
	sqlMagic      = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	sqlCountAt    = 8
	sqlRecordSize = pageSize + 8
	sqlSector     = pageSize
)

// vault is what a passphrase opens.
type vault struct {
	id, dataKey []byte
}

// open finds the data key in the header copy that counts.
func open(file, passphrase []byte) (*vault, error) {
	whole := headers(file)
	for _, header := range whole {
		if binary.BigEndian.Uint32(header[20:]) > version {
			return nil, errors.New("the vault asks for a newer reader")
		}
	}
	err := errors.New("no header is whole: not a vault, or damaged")
	for _, header := range whole {
		v := &vault{id: header[24:40]}
		if v.dataKey, err = unwrap(header, passphrase); err != nil {
			continue
		}
		mac := hmac.New(sha256.New, v.key(v.id, "header/1"))
		mac.Write(header[:macAt])
		if hmac.Equal(mac.Sum(nil), header[macAt:checksumAt]) {
			return v, nil
		}
		err = errors.New("the header was not written by a holder of the data key")
	}
	return nil, err
}

// headers returns the copies that are whole, the newest first.
func headers(file []byte) (whole [][]byte) {
	for _, at := range []int{0, headerSize} {
		if len(file) < at+headerSize {
			break
		}
		header := file[at : at+headerSize]
		if bytes.HasPrefix(header, []byte(magic)) && sha256.Sum256(header[:checksumAt]) == [32]byte(header[checksumAt:]) {
			whole = append(whole, header)
		}
	}
	if len(whole) == 2 && binary.BigEndian.Uint64(whole[1][48:]) > binary.BigEndian.Uint64(whole[0][48:]) {
		whole[0], whole[1] = whole[1], whole[0]
	}
	return whole
}

// unwrap tries the passphrase on every slot for one and returns the data key.
// All slots are looked at before any work is spent.
func unwrap(header, passphrase []byte) ([]byte, error) {
	const passphraseKind = 1
	slot := func(i int) []byte { return header[slotAt+i*slotSize:][:slotSize] }
	work := map[byte]uint64{} // of all slots of a kind
	for i := range slots {
		s := slot(i)
		if !bearable(s) {
			return nil, fmt.Errorf("key slot %d is of an unknown kind, or asks for work out of bounds", i)
		}
		memory, passes := slotCost(s)
		if work[s[0]] += uint64(memory) * uint64(passes); s[0] != emptyKind && work[s[0]] > maxWork {
			return nil, errors.New("the key slots ask for too much work together")
		}
	}
	for i := range slots {
		s := slot(i)
		if s[0] != passphraseKind {
			continue
		}
		memory, passes := slotCost(s)
		key := argon2.IDKey(passphrase, s[16:32], passes, memory, s[2], 32)
		bound := number(join([]byte("slot"), header[:48], s[:32]), i)
		if dataKey, err := unseal(key, s[32:56], s[56:104], bound); err == nil {
			return dataKey, nil
		}
	}
	return nil, errors.New("the passphrase opens no key slot")
}

func slotCost(slot []byte) (memory, passes uint32) {
	return binary.BigEndian.Uint32(slot[4:]), binary.BigEndian.Uint32(slot[8:])
}

// bearable reports whether a slot is empty, or of a kind and at a cost that a
// vault may have.
func bearable(slot []byte) bool {
	const recovery, argon2id = 2, 1
	if slot[0] == emptyKind {
		return true
	}
	memory, passes := slotCost(slot)
	return slot[0] <= recovery && slot[1] == argon2id && memory >= 64<<10 && memory <= 2<<20 &&
		passes >= 1 && passes <= 20 && slot[2] >= 1 && slot[2] <= 16
}

// pages returns the plain database and the numbers of the pages that are not
// the ones that were written; these are zeros.
func (v *vault) pages(file []byte) (plain []byte, bad []int) {
	key := v.key(v.id, "page/1")
	for n := 1; 2*headerSize+n*pageSize <= len(file); n++ {
		page := file[2*headerSize+(n-1)*pageSize:][:pageSize]
		nonce, sealed := page[textSize:textSize+nonceSize], join(page[:textSize], page[textSize+nonceSize:])
		text, err := unseal(key, nonce, sealed, number(join([]byte("page"), v.id), n))
		if err != nil {
			text = make([]byte, textSize)
			if n != lockPage {
				bad = append(bad, n)
			}
		}
		plain = append(append(plain, text...), make([]byte, pageSize-textSize)...)
	}
	return plain, bad
}

// complete fails when pages are missing at the end, or the first is not one of
// a database that leaves room for the seal.
func complete(file, plain []byte) error {
	if len(plain) == 0 || len(file)%pageSize != 0 {
		return errors.New("the vault is cut off inside a page")
	}
	if binary.BigEndian.Uint16(plain[16:]) != pageSize || plain[20] != pageSize-textSize {
		return errors.New("page 1 is not of a sealed database")
	}
	counts := bytes.Equal(plain[24:28], plain[92:96])
	if said := int64(binary.BigEndian.Uint32(plain[28:])); counts && said > int64(len(plain)/pageSize) {
		return fmt.Errorf("the vault is cut off: %d pages of %d", len(plain)/pageSize, said)
	}
	return nil
}

// journal returns the plain rollback journal. A block that was not wholly
// written is zeros, where SQLite ends the journal; it fails if that is not the
// end.
func (v *vault) journal(sealed []byte) (plain []byte, err error) {
	if len(sealed) < journalHead || !bytes.HasPrefix(sealed, []byte(journalMagic)) {
		return nil, nil
	}
	salt := sealed[12:28]
	key := v.key(salt, "journal/1")
	bound := number(join([]byte("jhdr"), v.id, sealed[:28]), 0)
	if _, err := unseal(key, sealed[28:52], sealed[52:68], bound); err != nil {
		return nil, nil
	}
	bad := map[int]bool{}
	for k := 0; len(sealed) >= journalStride*(k+1)+journalRecord; k++ {
		record := sealed[journalStride*(k+1):][:journalRecord]
		block, err := unseal(key, record[:nonceSize], record[nonceSize:], number(join([]byte("jrnl"), v.id, salt), k))
		if err != nil {
			block, bad[k] = make([]byte, pageSize), true
		}
		plain = append(plain, block...)
	}
	return plain, undoes(plain, bad)
}

// undoes fails if a block is bad that SQLite had counted on.
func undoes(plain []byte, bad map[int]bool) error {
	header := func(k int) bool {
		return len(plain) >= (k+1)*pageSize && bytes.HasPrefix(plain[k*pageSize:], []byte(sqlMagic))
	}
	k := 0
	for header(k) {
		records := int(binary.BigEndian.Uint32(plain[k*pageSize+sqlCountAt:]))
		end := k*pageSize + sqlSector + records*sqlRecordSize
		for k++; k*pageSize < end; k++ {
			if bad[k] || (k+1)*pageSize > len(plain) {
				return fmt.Errorf("block %d of the rollback journal is damaged", k)
			}
		}
	}
	for later := k + 1; (later+1)*pageSize <= len(plain); later++ {
		if header(later) {
			return fmt.Errorf("block %d of the rollback journal is damaged", k)
		}
	}
	return nil
}

// key derives a key from the data key.
func (v *vault) key(salt []byte, info string) []byte {
	key, err := hkdf.Key(sha256.New, v.dataKey, salt, info, 32)
	if err != nil {
		panic(err) // only for a key longer than HKDF can make
	}
	return key
}

func unseal(key, nonce, sealed, bound []byte) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return aead.Open(nil, nonce, sealed, bound)
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// number appends the number that says where sealed bytes belong.
func number(b []byte, n int) []byte { return binary.BigEndian.AppendUint64(b, uint64(n)) }

package vault

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// Where SQLite keeps what we must know of its rollback journal (fileformat2.html,
// "The Rollback Journal"). A header fills a sector and is followed by as many
// records as it counts, each a page with its number and a checksum; the next
// header begins the next sector.
const (
	sqlJournalMagic  = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	sqlRecordsAt     = 8
	sqlJournalHeader = 28
	sqlSectorSize    = blockSize
	sqlRecordSize    = 4 + pageSize + 4
	sqlUncounted     = 1<<32 - 1 // as many as there are: never with syncs
)

// hotJournal reports whether SQLite will roll a journal back. ErrDamaged means
// that it could not do so wholly.
func (v *Vault) hotJournal() (bool, error) {
	file, err := v.disk.Open(v.path+journalSuffix, os.O_RDWR)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("open rollback journal: %w", classify(err))
	}
	defer file.Close()
	r, err := newRollback(file, v.dataKey, v.header.fileID())
	if err != nil {
		return false, err
	}
	if err := r.check(); err != nil {
		return false, err
	}
	return r.hot()
}

// hot reports whether SQLite would roll this journal back: it begins with a
// byte that is not zero (SQLite's own test).
func (r *rollback) hot() (bool, error) {
	var first [1]byte
	if _, err := r.ReadAt(first[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return first[0] != 0, nil
}

// check fails if SQLite could roll back only a part. A block that does not open
// ends the journal for it, as one that a power cut has torn must; but it syncs
// all records before it writes their count, and the count before it writes any
// of those pages or another header. So what is counted, and what lies before a
// further header, was whole once.
func (r *rollback) check() error {
	head, at := make([]byte, sqlJournalHeader), int64(0)
	for {
		if _, err := r.ReadAt(head, at); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		records := int64(binary.BigEndian.Uint32(head[sqlRecordsAt:]))
		if string(head[:sqlRecordsAt]) != sqlJournalMagic || records == sqlUncounted {
			return r.checkEnd(at)
		}
		end := at + sqlSectorSize + records*sqlRecordSize
		for at += sqlSectorSize; at < end; at += blockSize {
			opened, err := r.read(at/blockSize, make([]byte, blockSize))
			if err != nil {
				return err
			}
			if !opened {
				return damaged("rollback journal block %d", at/blockSize)
			}
		}
	}
}

// checkEnd fails if there is a header after the end of the journal at off.
func (r *rollback) checkEnd(off int64) error {
	block := make([]byte, blockSize)
	for at := off + blockSize; at < r.size; at += blockSize {
		if _, err := r.read(at/blockSize, block); err != nil {
			return err
		}
		if bytes.HasPrefix(block, []byte(sqlJournalMagic)) {
			return damaged("rollback journal block %d", off/blockSize)
		}
	}
	return nil
}

package vault

import (
	"encoding/binary"
	"fmt"
)

// Age tells how far the file has come: how often its header was written, and
// in how many sessions its database was changed: a connection that keeps its
// lock counts SQLite's file change counter up once, with its first change.
// Neither ever goes back, but in an older copy. No transaction may be under way.
func (v *Vault) Age() (sequence uint64, changes uint32, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return 0, 0, ErrClosed
	}
	page := make([]byte, pageSize)
	if err := v.pages.open(1, page); err != nil {
		return 0, 0, fmt.Errorf("read age: %w", classify(err))
	}
	return v.header.sequence(), binary.BigEndian.Uint32(page[sqlChangesAt:]), nil
}

package vault

import "encoding/binary"

// Where SQLite keeps the list of free pages (fileformat2.html, "The
// Freelist"): page 1 names the first trunk, a trunk names the next one and the
// leaves, which hold nothing.
const (
	sqlFirstTrunkAt = 32
	trunkNextAt     = 0
	trunkCountAt    = 4
	trunkLeavesAt   = 8
	trunkLeavesMax  = (pageText - trunkLeavesAt) / 4
)

// freeLeaves returns the pages that are free and hold nothing. SQLite does not
// keep the old content of such a page in the rollback journal when it takes it
// into use, and never reads it before that: if the power fails then, the page
// stays torn, and nothing is lost. It walks as far as the list can be read.
func (p *pages) freeLeaves(total int64) map[int64]bool {
	leaves := make(map[int64]bool)
	page := make([]byte, pageSize)
	if p.open(1, page) != nil {
		return leaves
	}
	trunk := int64(binary.BigEndian.Uint32(page[sqlFirstTrunkAt:]))
	for walked := int64(0); trunk > 1 && trunk <= total && walked < total; walked++ {
		if p.open(trunk, page) != nil {
			break
		}
		trunk = int64(binary.BigEndian.Uint32(page[trunkNextAt:]))
		count := min(binary.BigEndian.Uint32(page[trunkCountAt:]), trunkLeavesMax)
		for i := range int(count) {
			leaves[int64(binary.BigEndian.Uint32(page[trunkLeavesAt+4*i:]))] = true
		}
	}
	return leaves
}

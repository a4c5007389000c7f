package store_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"mend/journal"
)

// TestAnHourOfAutosaveDoesNotSwellTheFile writes on in a long entry for an
// hour. The file may grow by the revisions, one every ten minutes, and once by
// what the search index puts aside until it merges it: FTS4 keeps up to 16
// pieces of a level.
func TestAnHourOfAutosaveDoesNotSwellTheFile(t *testing.T) {
	const size, every, indexPieces = 50_000, 15 * time.Second, 16
	b := newBox(t)
	grown := func() int64 {
		info, err := os.Stat(b.path)
		must(t, err)
		return info.Size()
	}
	e := b.add(t, journal.Entry{Body: strings.Repeat("We walked along the river and said little. ", size/43)})
	before, settled := grown(), int64(0)
	for i := range int(time.Hour / every) {
		b.clock.pass(every)
		e.Body += "and on "
		var err error
		e, err = b.UpdateEntry(t.Context(), e, i == 0)
		must(t, err)
		if i == 2*indexPieces {
			settled = grown()
		}
	}
	revisions, err := b.ListRevisions(t.Context(), e.ID)
	must(t, err)
	if n := len(revisions); n < 6 || n > 7 {
		t.Errorf("an hour made %d revisions, want one every ten minutes", n)
	}
	if more, most := grown()-settled, int64(len(revisions)+1)*size; more > most {
		t.Errorf("the file grew by %d bytes once it had settled, want at most %d", more, most)
	}
	if more, most := grown()-before, int64(len(revisions)+indexPieces+2)*size; more > most {
		t.Errorf("the file grew by %d bytes, want at most %d", more, most)
	}
}

package entries

import (
	"slices"

	"github.com/google/uuid"

	"mend/journal"
)

const (
	pageSize  = 200 // entries fetched at once
	pagesKept = 12  // pages kept in memory, the least recently seen dropped first
)

// pages keeps the summaries that came into view, in pages, and knows which ones
// are on their way. It knows neither the store nor the screen.
type pages struct {
	generation int // a newer one makes answers to older questions stale
	held       map[int]*page
	coming     map[int]bool
	clock      int
}

type page struct {
	entries []journal.EntrySummary
	seen    int // on the clock
}

// begin forgets everything and returns the new generation.
func (p *pages) begin() int {
	p.generation++
	p.held, p.coming = make(map[int]*page), make(map[int]bool)
	return p.generation
}

// at returns the entry at position, or false if its page is not here.
func (p *pages) at(position int) (journal.EntrySummary, bool) {
	held := p.held[position/pageSize]
	if position < 0 || held == nil || position%pageSize >= len(held.entries) {
		return journal.EntrySummary{}, false
	}
	p.clock++
	held.seen = p.clock
	return held.entries[position%pageSize], true
}

// missing returns the pages between the positions first and end that are
// neither here nor coming, and notes that they are coming. A page that failed
// to come is not asked for again in this generation.
func (p *pages) missing(first, end int) []int {
	if p.held == nil || end <= first {
		return nil
	}
	var out []int
	for n := first / pageSize; n <= (end-1)/pageSize; n++ {
		if p.held[n] == nil && !p.coming[n] {
			p.coming[n] = true
			out = append(out, n)
		}
	}
	return out
}

// put keeps a page that was asked for in generation, and reports whether it
// was still wanted.
func (p *pages) put(generation, number int, entries []journal.EntrySummary) bool {
	if generation != p.generation {
		return false
	}
	delete(p.coming, number)
	p.clock++
	p.held[number] = &page{entries, p.clock}
	for len(p.held) > pagesKept {
		p.dropOldest()
	}
	return true
}

func (p *pages) dropOldest() {
	oldest := -1
	for n, held := range p.held {
		if oldest < 0 || held.seen < p.held[oldest].seen {
			oldest = n
		}
	}
	delete(p.held, oldest)
}

// holds reports whether every entry between the positions first and end is here.
func (p *pages) holds(first, end int) bool {
	for n := first / pageSize; n <= (end-1)/pageSize; n++ {
		if held := p.held[n]; held == nil || n*pageSize+len(held.entries) < min(end, (n+1)*pageSize) {
			return false
		}
	}
	return true
}

// position returns where the entry is among those here, or false.
func (p *pages) position(id uuid.UUID) (int, bool) {
	for n, held := range p.held {
		if i := slices.IndexFunc(held.entries, func(e journal.EntrySummary) bool { return e.ID == id }); i >= 0 {
			return n*pageSize + i, true
		}
	}
	return 0, false
}

// replace puts a newer summary in the place of the one with its id, if that is
// here and lies at the same moment, and reports whether it did.
func (p *pages) replace(e journal.EntrySummary) bool {
	at, ok := p.position(e.ID)
	if !ok {
		return false
	}
	old := &p.held[at/pageSize].entries[at%pageSize]
	if !old.At.Equal(e.At) {
		return false
	}
	*old = e
	return true
}

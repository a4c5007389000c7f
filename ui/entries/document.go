package entries

import (
	"context"
	"errors"
	"sync"

	"github.com/google/uuid"

	"mend/journal"
)

// writer is the part of the store that a document is written through.
type writer interface {
	CreateEntry(context.Context, journal.Entry) (journal.Entry, error)
	UpdateEntry(ctx context.Context, e journal.Entry, beginsAnew bool) (journal.Entry, error)
	DeleteEntry(context.Context, uuid.UUID) error
}

// outcome is what a write did to the store.
type outcome int

const (
	unchanged outcome = iota
	created
	updated
	binned
)

// document carries one entry from the screen to the store. The screen puts
// versions in, in order; whoever writes next writes the newest one, so that a
// late write never replaces newer text with older, and an entry is created only
// once. It touches no widget and may be used from any goroutine.
type document struct {
	id uuid.UUID

	writing sync.Mutex // held while the store works: one write at a time

	mu      sync.Mutex // guards what follows, never held across a write
	entry   journal.Entry
	version int  // of entry; 0 is what was opened
	saved   int  // the version the store has
	kept    bool // the store has the entry
	keep    int  // the version whose text is kept when it is replaced; -1: none
	left    bool // it is no longer on the screen
	bare    bool // a guided page that the store has with nothing filled in
}

// newDocument returns a document for e. kept says whether the store has it.
func newDocument(e journal.Entry, kept bool) *document {
	d := &document{id: e.ID, entry: e, kept: kept, bare: kept && e.Unfilled()}
	d.begin()
	return d
}

// begin makes the next version the first of a new piece of work, so that the
// text before it is kept.
func (d *document) begin() {
	d.keep = -1
	if d.kept {
		d.keep = d.version
	}
}

// isEmpty reports whether there is nothing in e to keep. A guided page with
// nothing filled in is nothing, unless it was kept like that on purpose before
// it was opened here.
func (d *document) isEmpty(e journal.Entry) bool {
	if d.bare {
		return e.Empty()
	}
	return e.Unfilled()
}

// put hands over a newer version. The document owns e from now on.
func (d *document) put(e journal.Entry, version int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.entry, d.version = e, version
}

// leave notes that the entry is no longer on the screen: if it is empty, it
// will not be filled again.
func (d *document) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.left = true
}

// reopen notes that the entry is on the screen again and returns its newest
// version.
func (d *document) reopen() journal.Entry {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.left = false
	d.begin()
	return d.entry.Clone()
}

// beginAnew makes the store keep the text before the next change.
func (d *document) beginAnew() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.begin()
}

// settled reports whether the store has all that it should have. An entry that
// was emptied on the screen is left alone there: it may be about to be filled
// with something else.
func (d *document) settled() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.saved == d.version || (d.isEmpty(d.entry) && !d.left)
}

// emptied reports whether the store has an entry that is empty on the screen.
func (d *document) emptied() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept && d.version > 0 && d.isEmpty(d.entry)
}

// owes reports whether a write would do something once the entry was left.
func (d *document) owes() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.saved != d.version && (d.kept || !d.isEmpty(d.entry))
}

// isKept reports whether the store has the entry.
func (d *document) isKept() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept
}

// pending is one version on its way to the store.
type pending struct {
	entry      journal.Entry
	version    int
	saved      int
	kept, anew bool
	left       bool
	empty      bool
}

func (d *document) pending() pending {
	d.mu.Lock()
	defer d.mu.Unlock()
	anew := d.keep >= 0 && d.version > d.keep
	return pending{d.entry.Clone(), d.version, d.saved, d.kept, anew, d.left, d.isEmpty(d.entry)}
}

// write brings the store up to the newest version and returns what it did and
// the entry it wrote. An entry that was left empty goes to the bin, which keeps
// its last text; one that was never kept is forgotten.
func (d *document) write(ctx context.Context, store writer) (outcome, journal.Entry, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	p := d.pending()
	if p.saved == p.version || (p.empty && !p.left) {
		return unchanged, p.entry, nil
	}
	did, err := p.apply(ctx, store)
	if err != nil {
		return unchanged, p.entry, err
	}
	d.settle(p.version, did)
	return did, p.entry, nil
}

// bin saves the newest text and moves the entry to the bin. It reports whether
// there was anything to move.
func (d *document) bin(ctx context.Context, store writer) (bool, error) {
	did, _, err := d.write(ctx, store)
	if err != nil || did == binned {
		return did == binned, err
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	p := d.pending()
	if !p.kept {
		d.settle(p.version, unchanged)
		return false, nil
	}
	if err := store.DeleteEntry(ctx, d.id); err != nil {
		return false, err
	}
	d.settle(p.version, binned)
	return true, nil
}

func (d *document) settle(version int, did outcome) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.saved = version
	if did != unchanged {
		d.kept = did != binned
	}
	if version > d.keep {
		d.keep = -1
	}
}

func (p pending) apply(ctx context.Context, store writer) (outcome, error) {
	switch {
	case p.empty && !p.kept:
		return unchanged, nil
	case p.empty:
		return binned, store.DeleteEntry(ctx, p.entry.ID)
	case p.kept:
		_, err := store.UpdateEntry(ctx, p.entry, p.anew)
		if !errors.Is(err, journal.ErrNotFound) {
			return updated, err
		}
		// It was removed for good meanwhile; the words on the screen weigh more.
	}
	_, err := store.CreateEntry(ctx, p.entry)
	return created, err
}

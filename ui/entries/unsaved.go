package entries

import (
	"context"
	"errors"
	"slices"

	"mend/journal"
)

// unsaved returns a function that writes everything the store does not have
// yet, or false if there is nothing. The function touches no widget and may be
// called from any goroutine, at any time, also after other writes.
func (a *autosaver) unsaved() (func(context.Context, writer) error, bool) {
	documents := a.owed()
	if len(documents) == 0 {
		return nil, false
	}
	return func(ctx context.Context, store writer) error {
		var errs []error
		for _, d := range documents {
			d.leave()
			_, _, err := d.write(ctx, store)
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	}, true
}

// waiting returns the newest text of all that the store does not have yet.
func (a *autosaver) waiting() []journal.Entry {
	var entries []journal.Entry
	for _, d := range a.owed() {
		if e := d.pending().entry; !e.Unfilled() {
			entries = append(entries, e)
		}
	}
	return entries
}

// owed returns the documents that have something the store has not, the one on
// the screen included.
func (a *autosaver) owed() []*document {
	a.handOver()
	a.prune()
	documents := slices.Clone(a.owing)
	if d := a.open; d != nil && !slices.Contains(documents, d) && d.owes() {
		documents = append(documents, d)
	}
	return documents
}

// prune forgets the documents that owe nothing any more.
func (a *autosaver) prune() {
	for _, d := range slices.Clone(a.owing) {
		if d.settled() {
			a.settle(d)
		}
	}
}

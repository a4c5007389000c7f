package store

import (
	"database/sql"
	"errors"
	"time"

	"mend/journal"
)

// mergeEntry brings together the entry that is kept, if any, and another with
// its id.
func (in *sink) mergeEntry(theirs journal.Entry, revisions []journal.Revision) error {
	seq, ours, err := findEntry(in.ctx, in.q, theirs.ID)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if seq, err = insertEntry(in.ctx, in.q, theirs); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		merged, loser := merge(ours, theirs)
		if !merged.SameText(loser) {
			revisions = append([]journal.Revision{revisionOf(loser)}, revisions...)
		}
		if encode(merged) != encode(ours) {
			if err := replaceEntry(in.ctx, in.q, seq, ours, merged); err != nil {
				return err
			}
		}
	}
	for _, r := range revisions {
		if err := checkRevision(r); err != nil {
			return err
		}
		if err := in.mergeRevision(seq, r); err != nil {
			return err
		}
	}
	return nil
}

// mergeRevision keeps a revision unless the entry has the same already.
func (in *sink) mergeRevision(seq int64, r journal.Revision) error {
	at := slot[int64]{seq, momentOf(r.At)}
	had, err := in.revisions.take(at, digestOfRevision(r), func(add func(digest)) error {
		return eachRevisionAt(in.ctx, in.q, seq, r.At, func(there journal.Revision) { add(digestOfRevision(there)) })
	})
	if err != nil || had {
		return err
	}
	return insertRevision(in.ctx, in.q, seq, r, r.At)
}

func digestOfRevision(r journal.Revision) digest {
	return digestOf(r.Title, encodeMap(r.Fields), r.Body)
}

// merge returns what two entries with one id come to, and the one whose text
// was edited earlier. The text and all that goes with it is the newer edit's;
// whether it lies in the bin is for the one that was touched last, by edit or
// by deletion. Where both are as new, ours stays.
func merge(ours, theirs journal.Entry) (merged, loser journal.Entry) {
	merged, loser = ours, theirs
	if theirs.Edited.After(ours.Edited) {
		merged, loser = theirs, ours
	}
	merged.Deleted = ours.Deleted
	if touched(theirs).After(touched(ours)) {
		merged.Deleted = theirs.Deleted
	}
	return merged, loser
}

// touched is when e was edited or deleted, whichever came last.
func touched(e journal.Entry) time.Time {
	if e.Deleted.After(e.Edited) {
		return e.Deleted
	}
	return e.Edited
}

// checkRevision checks the text of r as that of an entry is checked.
func checkRevision(r journal.Revision) error {
	e := journal.Entry{At: r.At, Title: r.Title, Body: r.Body, Fields: r.Fields}
	if err := e.Check(); err != nil && !errors.Is(err, journal.ErrEmptyEntry) {
		return err
	}
	return nil
}

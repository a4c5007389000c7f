package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// CreateEntry keeps a new entry and returns it as kept. An empty ID is made
// up, an At of zero is now, Created and Edited are now, Deleted is ignored. It
// fails with ErrEmptyEntry or ErrInvalid if e breaks a rule, and with ErrExists
// if the ID is taken.
func (s *Store) CreateEntry(ctx context.Context, e journal.Entry) (journal.Entry, error) {
	if e.ID == uuid.Nil {
		e.ID = uuid.New()
	}
	var kept journal.Entry
	err := s.write(ctx, func(q querier, now time.Time) error {
		e.Created, e.Edited, e.Deleted = now, now, time.Time{}
		if e.At.IsZero() {
			e.At = now
		}
		if err := e.Check(); err != nil {
			return err
		}
		switch _, _, err := findEntry(ctx, q, e.ID); {
		case err == nil:
			return journal.ErrExists
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		seq, err := insertEntry(ctx, q, e)
		if err != nil {
			return err
		}
		kept, err = getEntry(ctx, q, seq)
		return err
	})
	if err != nil {
		return journal.Entry{}, fmt.Errorf("create entry %s: %w", e.ID, err)
	}
	return kept, nil
}

// GetEntry returns the entry with the id, or ErrNotFound. It finds what is in
// the bin too.
func (s *Store) GetEntry(ctx context.Context, id uuid.UUID) (journal.Entry, error) {
	var e journal.Entry
	err := s.read(ctx, func(q querier) (err error) {
		_, e, err = findEntry(ctx, q, id)
		return err
	})
	if err != nil {
		return journal.Entry{}, fmt.Errorf("get entry %s: %w", id, err)
	}
	return e, nil
}

// UpdateEntry replaces everything of the entry with e.ID but Created and
// Deleted, and returns it as kept. Edited becomes now unless nothing changed;
// an At of zero keeps the old one. The text before is kept as a revision when
// journal.Edit says so; beginsAnew means that this is the first change since
// the entry was opened. It fails with ErrNotFound, ErrEmptyEntry or ErrInvalid.
func (s *Store) UpdateEntry(ctx context.Context, e journal.Entry, beginsAnew bool) (journal.Entry, error) {
	var kept journal.Entry
	err := s.write(ctx, func(q querier, now time.Time) error {
		seq, before, err := findEntry(ctx, q, e.ID)
		if err != nil {
			return err
		}
		e.Created, e.Edited, e.Deleted = before.Created, before.Edited, before.Deleted
		if e.At.IsZero() {
			e.At = before.At
		}
		if err := e.Check(); err != nil {
			return err
		}
		if encode(e) != encode(before) {
			e.Edited = now
			edit := journal.Edit{Before: before, After: e, BeginsAnew: beginsAnew, Now: now}
			if err := keepRevision(ctx, q, seq, edit); err != nil {
				return err
			}
			if err := replaceEntry(ctx, q, seq, before, e); err != nil {
				return err
			}
		}
		kept, err = getEntry(ctx, q, seq)
		return err
	})
	if err != nil {
		return journal.Entry{}, fmt.Errorf("update entry %s: %w", e.ID, err)
	}
	return kept, nil
}

// selectEntry reads the columns that scanEntry takes.
const selectEntry = `
	SELECT e.seq, e.id, e.at, e.created, e.edited, e.deleted, e.title, t.body, t.fields, e.feelings, e.tags,
		e.felt_before, e.felt_after, e.stage, e.step, e.promise, e.page,
		e.keep_out, e.no_look_back, e.starred, e.sealed_until
	FROM entry e JOIN entry_text t ON t.entry = e.seq `

// findEntry returns the entry with the id and its row number, or
// sql.ErrNoRows.
func findEntry(ctx context.Context, q querier, id uuid.UUID) (int64, journal.Entry, error) {
	return scanEntry(q.QueryRowContext(ctx, selectEntry+"WHERE e.id = ?", id[:]))
}

func getEntry(ctx context.Context, q querier, seq int64) (journal.Entry, error) {
	_, e, err := scanEntry(q.QueryRowContext(ctx, selectEntry+"WHERE e.seq = ?", seq))
	return e, err
}

func scanEntry(result *sql.Row) (int64, journal.Entry, error) {
	var seq int64
	var r row
	err := result.Scan(&seq, (*blob)(&r.id), &r.at, &r.created, &r.edited, &r.deleted, &r.title, &r.body, &r.fields,
		&r.feelings, &r.tags, &r.before, &r.after, &r.stage, &r.step, &r.promise, &r.page,
		&r.keepOut, &r.noLookBack, &r.starred, &r.sealedUntil)
	if err != nil {
		return 0, journal.Entry{}, err
	}
	e, err := r.decode()
	return seq, e, err
}

// blob scans an id from its 16 bytes.
type blob uuid.UUID

// Scan implements sql.Scanner.
func (b *blob) Scan(value any) error {
	bytes, ok := value.([]byte)
	if !ok || len(bytes) != len(b) {
		return unreadable("id")
	}
	copy(b[:], bytes)
	return nil
}

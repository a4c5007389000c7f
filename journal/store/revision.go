package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// ListRevisions returns the earlier texts of an entry, oldest first. It fails
// with ErrNotFound if there is no such entry.
func (s *Store) ListRevisions(ctx context.Context, id uuid.UUID) ([]journal.Revision, error) {
	var revisions []journal.Revision
	err := s.read(ctx, func(q querier) error {
		var seq int64
		err := q.QueryRowContext(ctx, "SELECT seq FROM entry WHERE id = ?", id[:]).Scan(&seq)
		if err != nil {
			return err
		}
		revisions, err = listRevisions(ctx, q, seq)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list revisions of entry %s: %w", id, err)
	}
	return revisions, nil
}

func listRevisions(ctx context.Context, q querier, seq int64) ([]journal.Revision, error) {
	var revisions []journal.Revision
	err := eachRevision(ctx, q, func(r journal.Revision) { revisions = append(revisions, r) },
		"SELECT at, title, fields, body FROM revision WHERE entry = ? ORDER BY instant, seq", seq)
	return revisions, err
}

// eachRevisionAt calls do for every revision that the entry has of a moment.
func eachRevisionAt(ctx context.Context, q querier, seq int64, at time.Time, do func(journal.Revision)) error {
	return eachRevision(ctx, q, do,
		"SELECT at, title, fields, body FROM revision WHERE entry = ? AND instant = ?", seq, instant(at))
}

// eachRevision calls do for every row of a query for at, title, fields, body.
func eachRevision(ctx context.Context, q querier, do func(journal.Revision), query string, args ...any) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var at, fields string
		var r journal.Revision
		err := rows.Scan(&at, &r.Title, &fields, &r.Body)
		if err != nil {
			return err
		}
		if r.At, err = parseStamp(at); err != nil {
			return err
		}
		if r.Fields, err = decodeMap(fields); err != nil {
			return err
		}
		do(r)
		return nil
	}, query, args...)
}

// keepRevision keeps the text before an edit if it must be kept. It fills in
// the edit's LastRevision.
func keepRevision(ctx context.Context, q querier, seq int64, edit journal.Edit) error {
	var made sql.NullInt64
	err := q.QueryRowContext(ctx, "SELECT max(made) FROM revision WHERE entry = ?", seq).Scan(&made)
	if err != nil {
		return err
	}
	if made.Valid {
		edit.LastRevision = time.UnixMilli(made.Int64)
	}
	if !edit.KeepsRevision() {
		return nil
	}
	before := revisionOf(edit.Before)
	if had, err := hasRevision(ctx, q, seq, before); err != nil || had {
		return err
	}
	return insertRevision(ctx, q, seq, before, edit.Now)
}

// revisionOf returns the text of e as a revision.
func revisionOf(e journal.Entry) journal.Revision {
	return journal.Revision{At: e.Edited, Title: e.Title, Body: e.Body, Fields: e.Fields}
}

// hasRevision reports whether the entry has the very same revision.
func hasRevision(ctx context.Context, q querier, seq int64, r journal.Revision) (bool, error) {
	var found bool
	err := q.QueryRowContext(ctx, `
		SELECT EXISTS (
			SELECT 1 FROM revision WHERE entry = ? AND instant = ? AND title = ? AND fields = ? AND body = ?)`,
		seq, instant(r.At), r.Title, encodeMap(r.Fields), r.Body).Scan(&found)
	return found, err
}

// insertRevision adds r, made at the moment given.
func insertRevision(ctx context.Context, q querier, seq int64, r journal.Revision, made time.Time) error {
	_, err := q.ExecContext(ctx,
		"INSERT INTO revision (entry, instant, made, at, title, fields, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
		seq, instant(r.At), made.UnixMilli(), stamp(r.At), r.Title, encodeMap(r.Fields), r.Body)
	return err
}

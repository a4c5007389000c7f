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
	err := each(ctx, q, func(rows *sql.Rows) error {
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
		revisions = append(revisions, r)
		return nil
	}, "SELECT at, title, fields, body FROM revision WHERE entry = ? ORDER BY instant, seq", seq)
	return revisions, err
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
	return insertRevision(ctx, q, seq, revisionOf(edit.Before), edit.Now)
}

// revisionOf returns the text of e as a revision.
func revisionOf(e journal.Entry) journal.Revision {
	return journal.Revision{At: e.Edited, Title: e.Title, Body: e.Body, Fields: e.Fields}
}

// insertRevision adds r, made at the moment given, unless the entry has the
// same revision already.
func insertRevision(ctx context.Context, q querier, seq int64, r journal.Revision, made time.Time) error {
	key, fields := instant(r.At), encodeMap(r.Fields)
	_, err := q.ExecContext(ctx, `
		INSERT INTO revision (entry, instant, made, at, title, fields, body)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
		WHERE NOT EXISTS (
			SELECT 1 FROM revision WHERE entry = ?1 AND instant = ?2 AND title = ?5 AND fields = ?6 AND body = ?7)`,
		seq, key, made.UnixMilli(), stamp(r.At), r.Title, fields, r.Body)
	return err
}

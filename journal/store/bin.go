package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// DeleteEntry puts an entry into the bin, from which RestoreEntry takes it
// back. One that is there already stays as it is. It fails with ErrNotFound.
func (s *Store) DeleteEntry(ctx context.Context, id uuid.UUID) error {
	err := s.write(ctx, func(q querier, now time.Time) error {
		seq, e, err := findEntry(ctx, q, id)
		if err != nil || !e.Deleted.IsZero() {
			return err
		}
		_, err = q.ExecContext(ctx, "UPDATE entry SET binned = 1, deleted = ? WHERE seq = ?", stamp(now), seq)
		return err
	})
	if err != nil {
		return fmt.Errorf("delete entry %s: %w", id, err)
	}
	return nil
}

// RestoreEntry takes an entry back out of the bin. That counts as an edit, so
// that an older copy of the journal does not delete it again on import. One
// that is not in the bin stays as it is. It fails with ErrNotFound.
func (s *Store) RestoreEntry(ctx context.Context, id uuid.UUID) error {
	err := s.write(ctx, func(q querier, now time.Time) error {
		seq, e, err := findEntry(ctx, q, id)
		if err != nil || e.Deleted.IsZero() {
			return err
		}
		_, err = q.ExecContext(ctx, "UPDATE entry SET binned = 0, deleted = '', edited = ? WHERE seq = ?", stamp(now), seq)
		return err
	})
	if err != nil {
		return fmt.Errorf("restore entry %s: %w", id, err)
	}
	return nil
}

// PurgeEntry removes an entry and its revisions for ever, in the bin or not.
// It fails with ErrNotFound.
func (s *Store) PurgeEntry(ctx context.Context, id uuid.UUID) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		seq, _, err := findEntry(ctx, q, id)
		if err != nil {
			return err
		}
		// The text goes first: the search index forgets it by reading it.
		if _, err := q.ExecContext(ctx, "DELETE FROM entry_text WHERE entry = ?", seq); err != nil {
			return err
		}
		_, err = q.ExecContext(ctx, "DELETE FROM entry WHERE seq = ?", seq)
		return err
	})
	if err != nil {
		return fmt.Errorf("purge entry %s: %w", id, err)
	}
	return nil
}

// EmptyBin removes every entry in the bin and its revisions for ever, and
// returns how many there were. If ctx ends it, all of them stay.
func (s *Store) EmptyBin(ctx context.Context) (int, error) {
	var removed int64
	err := s.write(ctx, func(q querier, _ time.Time) error {
		// The text goes first: the search index forgets it by reading it.
		_, err := q.ExecContext(ctx, "DELETE FROM entry_text WHERE entry IN (SELECT seq FROM entry WHERE binned = 1)")
		if err != nil {
			return err
		}
		result, err := q.ExecContext(ctx, "DELETE FROM entry WHERE binned = 1")
		if err != nil {
			return err
		}
		removed, err = result.RowsAffected()
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("empty the bin: %w", err)
	}
	return int(removed), nil
}

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
		if _, err = q.ExecContext(ctx, "DELETE FROM entry WHERE seq = ?", seq); err != nil {
			return err
		}
		return forgetWords(ctx, q)
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
		if removed, err = result.RowsAffected(); err != nil || removed == 0 {
			return err
		}
		return forgetWords(ctx, q)
	})
	if err != nil {
		return 0, fmt.Errorf("empty the bin: %w", err)
	}
	return int(removed), nil
}

// forgetWords takes the words of what was deleted out of the search index. To
// delete a row only notes in the index that it is gone: its words stay there,
// each with its place in the text, until the parts of the index are merged. It
// takes about a second for every 10,000 entries of 2 KB.
func forgetWords(ctx context.Context, q querier) error {
	_, err := q.ExecContext(ctx, "INSERT INTO search (search) VALUES ('optimize')")
	return err
}

package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"mend/journal"
)

// ListFeelings returns every feeling word in use outside the bin, most used
// first, then by word.
func (s *Store) ListFeelings(ctx context.Context) ([]journal.FeelingUse, error) {
	var uses []journal.FeelingUse
	err := s.read(ctx, func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var use journal.FeelingUse
			err := rows.Scan(&use.Word, &use.Entries)
			uses = append(uses, use)
			return err
		}, `SELECT word, count(DISTINCT entry) AS entries FROM feeling
			WHERE entry NOT IN (SELECT seq FROM entry WHERE binned = 1)
			GROUP BY word ORDER BY entries DESC, word`)
	})
	if err != nil {
		return nil, fmt.Errorf("list feelings: %w", err)
	}
	return uses, nil
}

// RenameFeeling puts the word to in the place of from in every entry, those in
// the bin too, all of them or none, and returns how many have changed. An
// entry that names both keeps the stronger, see journal.RenameFeeling. If from
// was hidden, that is forgotten.
//
// It is the word that changes and not what was written: Edited stays, so that
// on import a renamed word never outweighs a later text, and no revision is
// made, because a revision holds texts alone. It fails with ErrInvalid if to
// can't be a feeling word.
func (s *Store) RenameFeeling(ctx context.Context, from, to string) (int, error) {
	changed := 0
	err := (journal.Feeling{Word: to, Intensity: 1}).Check()
	if err == nil && from != to {
		err = s.write(ctx, func(q querier, _ time.Time) (err error) {
			if changed, err = renameFeeling(ctx, q, from, to); err != nil {
				return err
			}
			return forgetHidden(ctx, q, from)
		})
	}
	if err != nil {
		return 0, fmt.Errorf("rename feeling: %w", err)
	}
	return changed, nil
}

func renameFeeling(ctx context.Context, q querier, from, to string) (changed int, err error) {
	naming, err := entriesNaming(ctx, q, from)
	if err != nil {
		return 0, err
	}
	for seq, feelings := range naming {
		if err := replaceFeelings(ctx, q, seq, journal.RenameFeeling(feelings, from, to)); err != nil {
			return 0, err
		}
	}
	return len(naming), nil
}

// entriesNaming returns the feelings of the entries that name the word, by row
// number.
func entriesNaming(ctx context.Context, q querier, word string) (map[int64][]journal.Feeling, error) {
	naming := make(map[int64][]journal.Feeling)
	err := each(ctx, q, func(rows *sql.Rows) error {
		var seq int64
		var feelings string
		err := rows.Scan(&seq, &feelings)
		if err == nil {
			naming[seq], err = decodeFeelings(feelings)
		}
		return err
	}, "SELECT seq, feelings FROM entry WHERE seq IN (SELECT entry FROM feeling WHERE word = ?)", word)
	return naming, err
}

// replaceFeelings changes the feelings of an entry and nothing else of it.
func replaceFeelings(ctx context.Context, q querier, seq int64, feelings []journal.Feeling) error {
	_, err := q.ExecContext(ctx, "UPDATE entry SET feelings = ? WHERE seq = ?", encodeFeelings(feelings), seq)
	if err != nil {
		return err
	}
	if _, err := q.ExecContext(ctx, "DELETE FROM feeling WHERE entry = ?", seq); err != nil {
		return err
	}
	return insertFeelings(ctx, q, seq, feelings)
}

// forgetHidden takes a word that is no more off the hidden ones.
func forgetHidden(ctx context.Context, q querier, word string) error {
	p, err := getProfile(ctx, q)
	if err != nil {
		return err
	}
	before := len(p.HiddenFeelings())
	if p.HideFeeling(word, false); len(p.HiddenFeelings()) == before {
		return nil
	}
	return putProfile(ctx, q, p)
}

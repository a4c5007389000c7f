package store

import (
	"context"
	"database/sql"
	"fmt"

	"mend/journal"
)

// EachFacts calls f with the facts of every chosen entry, oldest first, until f
// fails, whose error comes back as it is. It reads the short rows alone, and of
// guided pages what was filled in. f may call the store.
func (s *Store) EachFacts(ctx context.Context, filter journal.EntryFilter, f func(journal.EntryFacts) error) error {
	var facts []journal.EntryFacts
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, filter)
		if err != nil {
			return err
		}
		return each(ctx, q, func(rows *sql.Rows) error {
			e, err := scanFacts(rows)
			facts = append(facts, e)
			return err
		}, selectFacts+c.where()+"ORDER BY e.month, e.place"+limit(filter), c.args...)
	})
	if err != nil {
		return fmt.Errorf("each facts: %w", err)
	}
	for _, e := range facts {
		if err := f(e); err != nil {
			return err
		}
	}
	return nil
}

// selectFacts reads the columns that scanFacts takes.
const selectFacts = `SELECT e.id, e.at, e.feelings, e.felt_before, e.felt_after, e.stage, e.step, e.page, e.keep_out, e.sealed_until,
	CASE WHEN e.page = '' THEN '' ELSE (SELECT t.fields FROM entry_text t WHERE t.entry = e.seq) END FROM entry e `

func scanFacts(rows *sql.Rows) (journal.EntryFacts, error) {
	var e journal.EntryFacts
	var at, feelings, fields string
	err := rows.Scan((*blob)(&e.ID), &at, &feelings, &e.Before, &e.After, &e.Stage, &e.Step, &e.Page, &e.KeepOut, &e.SealedUntil, &fields)
	if err != nil {
		return journal.EntryFacts{}, err
	}
	if e.At, err = parseStamp(at); err != nil {
		return journal.EntryFacts{}, err
	}
	if e.Feelings, err = decodeFeelings(feelings); err != nil {
		return journal.EntryFacts{}, err
	}
	e.Fields, err = decodeMap(fields)
	return e, err
}

package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"time"

	"mend/journal"
)

// ListFeelings returns every feeling word in use outside the bin, most used
// first, then by word. fields says where guided pages have feelings beside those
// of the entry. What is on the page of a letter still sealed is not told.
func (s *Store) ListFeelings(ctx context.Context, fields journal.PageKeys) ([]journal.FeelingUse, error) {
	used := make(map[string]int)
	err := s.read(ctx, func(q querier) error {
		err := each(ctx, q, func(rows *sql.Rows) error {
			var word string
			var entries int
			err := rows.Scan(&word, &entries)
			used[word] = entries
			return err
		}, `SELECT word, count(DISTINCT entry) FROM feeling
			WHERE entry NOT IN (SELECT seq FROM entry WHERE binned = 1) GROUP BY word`)
		if err != nil {
			return err
		}
		return eachFelt(ctx, q, fields, "AND e.binned = 0 AND e.sealed_until <= ?", func(p felt) error {
			for _, word := range fields.FeelingWords(p.page, p.filled) {
				if !slices.ContainsFunc(p.feelings, func(f journal.Feeling) bool { return f.Word == word }) {
					used[word]++
				}
			}
			return nil
		}, s.today())
	})
	if err != nil {
		return nil, fmt.Errorf("list feelings: %w", err)
	}
	return mostUsed(used), nil
}

func mostUsed(used map[string]int) []journal.FeelingUse {
	var uses []journal.FeelingUse
	for word, entries := range used {
		uses = append(uses, journal.FeelingUse{Word: word, Entries: entries})
	}
	slices.SortFunc(uses, func(a, b journal.FeelingUse) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), cmp.Compare(a.Word, b.Word))
	})
	return uses
}

// felt is an entry on a guided page that asks for feelings.
type felt struct {
	seq      int64
	page     string
	feelings []journal.Feeling // kept beside it
	filled   map[string]string // in the fields of its page
}

// eachFelt calls do for every entry whose page has one of fields and that the
// condition, which is fixed wording over e and t, holds for.
func eachFelt(ctx context.Context, q querier, fields journal.PageKeys, condition string, do func(felt) error, args ...any) error {
	if len(fields) == 0 {
		return nil
	}
	pages := slices.Sorted(maps.Keys(fields))
	return each(ctx, q, func(rows *sql.Rows) error {
		var p felt
		var feelings, filled string
		err := rows.Scan(&p.seq, &p.page, &feelings, &filled)
		if err != nil {
			return err
		}
		if p.feelings, err = decodeFeelings(feelings); err != nil {
			return err
		}
		if p.filled, err = decodeMap(filled); err != nil {
			return err
		}
		return do(p)
	}, `SELECT e.seq, e.page, e.feelings, t.fields FROM entry e JOIN entry_text t ON t.entry = e.seq
		WHERE e.page <> '' AND e.page IN `+list(len(pages))+" "+condition, append(values(pages), args...)...)
}

// RenameFeeling puts the word to in the place of from in every entry, those in
// the bin too, all of them or none, and returns how many have changed. fields
// says where guided pages have feelings beside those of the entry. What names
// both keeps the stronger, see journal.RenameFeeling. If from was hidden, that
// is forgotten.
//
// It is the word that changes and not what was written: Edited stays, so that
// on import a renamed word never outweighs a later text, and no revision is
// made; the earlier texts there are keep the word they were written with. It
// fails with ErrInvalid if to can't be a feeling word.
func (s *Store) RenameFeeling(ctx context.Context, from, to string, fields journal.PageKeys) (int, error) {
	changed := 0
	err := (journal.Feeling{Word: to, Intensity: 1}).Check()
	if err == nil && from != to {
		err = s.write(ctx, func(q querier, _ time.Time) (err error) {
			if changed, err = renameFeeling(ctx, q, from, to, fields); err != nil {
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

func renameFeeling(ctx context.Context, q querier, from, to string, fields journal.PageKeys) (changed int, err error) {
	naming, err := entriesNaming(ctx, q, from)
	if err != nil {
		return 0, err
	}
	for seq, feelings := range naming {
		if err := replaceFeelings(ctx, q, seq, journal.RenameFeeling(feelings, from, to)); err != nil {
			return 0, err
		}
	}
	pages, err := pagesNaming(ctx, q, from, fields)
	if err != nil {
		return 0, err
	}
	changed = len(naming)
	for _, seq := range pages {
		before, err := getEntry(ctx, q, seq)
		if err != nil {
			return 0, err
		}
		after := before
		after.Fields = fields.RenameFeeling(before.Page, before.Fields, from, to)
		if err := replaceEntry(ctx, q, seq, before, after); err != nil {
			return 0, err
		}
		if _, counted := naming[seq]; !counted {
			changed++
		}
	}
	return changed, nil
}

// pagesNaming returns the row numbers of the entries that name the word in one
// of fields.
func pagesNaming(ctx context.Context, q querier, word string, fields journal.PageKeys) ([]int64, error) {
	var naming []int64
	err := eachFelt(ctx, q, fields, "AND instr(t.answers, ?) > 0", func(p felt) error {
		if slices.Contains(fields.FeelingWords(p.page, p.filled), word) {
			naming = append(naming, p.seq)
		}
		return nil
	}, word)
	return naming, err
}

// pagesFeeling returns the row numbers, as a JSON list, of the entries that name
// the feeling, at least so strongly, on a page in one of fields. A letter still
// sealed names none.
func (s *Store) pagesFeeling(ctx context.Context, q querier, feeling journal.Feeling, fields journal.PageKeys) (string, error) {
	var found []int64
	word := fold(feeling.Word)
	err := eachFelt(ctx, q, fields, "AND e.sealed_until <= ?", func(p felt) error {
		named := fields.Named(nil, p.page, p.filled)
		if slices.ContainsFunc(named, func(f journal.Feeling) bool { return f.Intensity >= feeling.Intensity && fold(f.Word) == word }) {
			found = append(found, p.seq)
		}
		return nil
	}, s.today())
	return cmp.Or(numbers(found), "[]"), err
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

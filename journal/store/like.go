package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"mend/journal"
)

const (
	likeText    = 64 << 10 // bytes of a text that are compared
	likeLetters = 4        // a shorter word says too little
	likeWords   = 12       // as many of the rarest words are compared
	likeShare   = 50       // a word is rare if one entry in so many has it at most,
	likeFew     = 8        // or no more entries than these
	likeClosest = 40       // entries whose feelings are compared
)

// ListLike returns at most most entries that have something in common with the
// one with the id, those with the most first: at least two of its rare words, or
// one of them and a feeling. A rare word counts the more the fewer entries have
// it, a feeling as much as a word that one entry in likeShare has. Those that
// look-back must not bring back, or may not yet, and those in the bin are left
// out; and nothing is like a letter still sealed. felt says where guided pages
// have feelings beside those of the entry. It fails with ErrNotFound.
func (s *Store) ListLike(ctx context.Context, id uuid.UUID, felt journal.PageKeys, most int) ([]journal.Likeness, error) {
	var alike []journal.Likeness
	err := s.read(ctx, func(q querier) error {
		seq, e, err := findEntry(ctx, q, id)
		if errors.Is(err, sql.ErrNoRows) {
			return journal.ErrNotFound
		}
		if err != nil {
			return err
		}
		if e.SealedUntil > journal.Day(s.today()) {
			return nil // what they share would tell its words
		}
		close, err := closest(ctx, q, seq, e)
		if err != nil {
			return err
		}
		e.Feelings = felt.Named(e.Feelings, e.Page, e.Fields)
		alike, err = s.alike(ctx, q, e, felt, close)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list like %s: %w", id, err)
	}
	return alike[:min(most, len(alike))], nil
}

// kin is an entry that shares rare words with another one.
type kin struct {
	seq   int64
	words []string // the rarest first
	score float64
}

// closest returns the entries that share the most with e by its rare words.
func closest(ctx context.Context, q querier, seq int64, e journal.Entry) ([]*kin, error) {
	words, entries, err := rareWords(ctx, q, e)
	if err != nil {
		return nil, err
	}
	bySeq := make(map[int64]*kin)
	var all []*kin
	for _, w := range words {
		err := each(ctx, q, func(rows *sql.Rows) error {
			var found int64
			if err := rows.Scan(&found); err != nil || found == seq {
				return err
			}
			k := bySeq[found]
			if k == nil {
				k = &kin{seq: found}
				bySeq[found], all = k, append(all, k)
			}
			k.words = append(k.words, w.word)
			k.score += math.Log(float64(entries) / float64(w.entries))
			return nil
		}, "SELECT docid FROM search WHERE search MATCH ?", `"`+w.word+`"`)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b *kin) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.seq, a.seq)) })
	return all[:min(likeClosest, len(all))], nil
}

// counted is a word and how many entries have it.
type counted struct {
	word    string
	entries int
}

// rareWords returns the rarest words of e that another entry has too, and how
// many entries there are.
func rareWords(ctx context.Context, q querier, e journal.Entry) (rare []counted, entries int, err error) {
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM entry").Scan(&entries); err != nil {
		return nil, 0, err
	}
	tokens, err := tokensOf(ctx, q, firstBytes(strings.Join([]string{e.Title, e.Body, answers(e.Fields)}, "\n"), likeText))
	if err != nil {
		return nil, 0, err
	}
	_, err = q.ExecContext(ctx, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts4aux (main, search)")
	if err != nil {
		return nil, 0, err
	}
	slices.Sort(tokens)
	for _, word := range slices.Compact(tokens) {
		if utf8.RuneCountInString(word) < likeLetters || strings.ContainsFunc(word, unicode.IsDigit) {
			continue
		}
		var n int
		err := q.QueryRowContext(ctx, "SELECT documents FROM temp.vocabulary WHERE term = ? AND col = '*'", word).Scan(&n)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, 0, err
		}
		if n >= 2 && n <= max(entries/likeShare, likeFew) {
			rare = append(rare, counted{word, n})
		}
	}
	slices.SortStableFunc(rare, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.entries, b.entries), cmp.Compare(len(b.word), len(a.word)))
	})
	return rare[:min(likeWords, len(rare))], entries, nil
}

// alike returns what of close may be brought back and has enough in common
// with e.
func (s *Store) alike(ctx context.Context, q querier, e journal.Entry, felt journal.PageKeys, close []*kin) ([]journal.Likeness, error) {
	var all []journal.Likeness
	scores := make(map[uuid.UUID]float64)
	columns, args := s.selectSummary(felt)
	for _, k := range close {
		err := each(ctx, q, func(rows *sql.Rows) error {
			summary, err := scanSummary(rows, felt)
			if err != nil {
				return err
			}
			l := journal.Likeness{Entry: summary, Words: k.words, Feelings: sharedFeelings(e, summary, k.words)}
			if len(l.Words)+min(len(l.Feelings), 1) > 1 {
				scores[summary.ID] = k.score + float64(len(l.Feelings))*math.Log(likeShare)
				all = append(all, l)
			}
			return nil
		}, columns+"WHERE e.seq = ? AND e.binned = 0 AND e.no_look_back = 0 AND e.sealed_until <= ?",
			slices.Concat(args, []any{k.seq, s.today()})...)
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Likeness) int {
		return cmp.Compare(scores[b.Entry.ID], scores[a.Entry.ID])
	})
	return all, nil
}

// sharedFeelings returns the feelings that both name, without those that have
// one of words, which they share already: what is named on a page is among its
// words too.
func sharedFeelings(e journal.Entry, other journal.EntrySummary, words []string) []string {
	var shared []string
	for _, f := range other.Feelings {
		folded := fold(f.Word)
		named := slices.ContainsFunc(e.Feelings, func(own journal.Feeling) bool { return fold(own.Word) == folded })
		has := func(word string) bool { return slices.Contains(words, word) }
		if named && !slices.ContainsFunc(strings.FieldsFunc(folded, notLetter), has) {
			shared = append(shared, f.Word)
		}
	}
	return shared
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// firstBytes returns at most n bytes of s, without half a character.
func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

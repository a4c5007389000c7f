package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"mend/journal"
)

// condition is a WHERE clause over the table entry, called e, with its values.
type condition struct {
	terms []string
	args  []any
}

func (c *condition) and(term string, args ...any) {
	c.terms = append(c.terms, term)
	c.args = append(c.args, args...)
}

func (c *condition) where() string { return " WHERE " + strings.Join(c.terms, " AND ") + " " }

// matching returns the condition that f's fields but Limit and Offset make.
// Only fixed wording enters the clause; what the person wrote is a value.
func (s *Store) matching(ctx context.Context, q querier, f journal.EntryFilter) (*condition, error) {
	c := new(condition)
	c.and("e.binned = ?", f.InBin)
	c.days(f)
	c.links(f)
	c.marks(f)
	if f.LookBack {
		c.and("e.no_look_back = 0 AND e.sealed_until <= ?", s.today())
	}
	if err := s.named(ctx, q, c, f); err != nil {
		return nil, err
	}
	terms, err := parseQuery(ctx, q, f.Query, f.Answers)
	if err != nil || terms.empty() {
		return c, err
	}
	c.and("e.sealed_until <= ?", s.today())
	terms.restrict(c)
	return c, nil
}

// days restricts c to the days of f. The months are what the index begins with.
func (c *condition) days(f journal.EntryFilter) {
	if f.From != "" {
		c.and("e.month >= substr(?, 1, 7) AND e.day >= ?", f.From, f.From)
	}
	if f.To != "" {
		c.and("e.month <= substr(?, 1, 7) AND e.day <= ?", f.To, f.To)
	}
	if len(f.Days) > 0 {
		var days, months []any
		for _, day := range f.Days {
			days, months = append(days, day), append(months, day[:min(len(day), len("2006-01"))])
		}
		c.and("e.month IN "+list(len(months)), months...)
		c.and("e.day IN "+list(len(days)), days...)
	}
}

// links restricts c to the stages, the step and the promise of f. That they are not empty is
// said because the indexes say it.
func (c *condition) links(f journal.EntryFilter) {
	if len(f.Stages) > 0 {
		c.and("e.stage <> '' AND e.stage IN "+list(len(f.Stages)), values(f.Stages)...)
	}
	if f.Step != "" {
		c.and("e.step = ? AND e.step <> ''", f.Step)
	}
	if f.Promise != "" {
		c.and("e.promise = ? AND e.promise <> ''", f.Promise)
	}
}

// marks restricts c to the kind and the marks of f, in the words of the indexes.
func (c *condition) marks(f journal.EntryFilter) {
	switch f.Kind {
	case journal.KindEntry:
		c.and("e.seq NOT IN (SELECT seq FROM entry WHERE page <> '') AND e.seq NOT IN (SELECT seq FROM entry WHERE sealed_until <> '')")
	case journal.KindPage:
		c.and("e.page <> ''")
	case journal.KindLetter:
		c.and("e.sealed_until <> ''")
	}
	if f.Page != "" {
		c.and("e.page = ? AND e.page <> ''", f.Page)
	}
	if f.Starred {
		c.and("e.starred = 1")
	}
	if f.KeptOut {
		c.and("e.keep_out = 1")
	}
}

// named restricts c to the entries that have all feelings and tags of f.
func (s *Store) named(ctx context.Context, q querier, c *condition, f journal.EntryFilter) error {
	for _, feeling := range f.Feelings {
		words, err := spelledLike(ctx, q, "word", "feeling", feeling.Word)
		if err != nil {
			return err
		}
		onPages, err := s.pagesFeeling(ctx, q, feeling, f.Felt)
		if err != nil {
			return err
		}
		c.and("e.seq IN (SELECT entry FROM feeling WHERE word IN "+list(len(words))+
			" AND intensity >= ? UNION ALL SELECT value FROM json_each(?))", append(words, feeling.Intensity, onPages)...)
	}
	for _, tag := range f.Tags {
		names, err := spelledLike(ctx, q, "name", "tag", tag)
		if err != nil {
			return err
		}
		c.and("e.seq IN (SELECT entry FROM tag WHERE name IN "+list(len(names))+")", names...)
	}
	return nil
}

// spelledLike returns the words of a column that are the same as word, case and
// accents aside. It steps from one word to the next in the index, so it costs
// as much as there are different words.
func spelledLike(ctx context.Context, q querier, column, table, word string) ([]any, error) {
	var same []any
	folded := fold(word)
	err := each(ctx, q, func(rows *sql.Rows) error {
		var have string
		err := rows.Scan(&have)
		if fold(have) == folded {
			same = append(same, have)
		}
		return err
	}, fmt.Sprintf(`WITH RECURSIVE next (word) AS (
			SELECT min(%[1]s) FROM %[2]s
			UNION ALL SELECT (SELECT min(%[1]s) FROM %[2]s WHERE %[1]s > next.word) FROM next WHERE next.word IS NOT NULL
		) SELECT word FROM next WHERE word IS NOT NULL`, column, table))
	return same, err
}

// list returns n places for values, in brackets.
func list(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?, ", n), ", ") + ")" }

func values[T any](all []T) []any {
	out := make([]any, 0, len(all))
	for _, v := range all {
		out = append(out, v)
	}
	return out
}

// today is the day it is here now; letters sealed until later stay sealed.
func (s *Store) today() string { return dayOf(s.clock()) }

// limit returns the LIMIT clause of f.
func limit(f journal.EntryFilter) string {
	most := -1
	if f.Limit > 0 {
		most = f.Limit
	}
	return fmt.Sprintf(" LIMIT %d OFFSET %d", most, max(f.Offset, 0))
}

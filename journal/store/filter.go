package store

import (
	"context"
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
	if f.From != "" {
		c.and("e.month >= substr(?, 1, 7) AND e.day >= ?", f.From, f.From)
	}
	if f.To != "" {
		c.and("e.month <= substr(?, 1, 7) AND e.day <= ?", f.To, f.To)
	}
	if f.Stage != "" {
		c.and("e.stage = ? AND e.stage <> ''", f.Stage) // as the index has it
	}
	if f.Step != "" {
		c.and("e.step = ? AND e.step <> ''", f.Step)
	}
	if f.Feeling != "" {
		c.and("e.seq IN (SELECT entry FROM feeling WHERE word = ?)", f.Feeling)
	}
	if f.Tag != "" {
		c.and("e.seq IN (SELECT entry FROM tag WHERE name = ?)", f.Tag)
	}
	terms, err := parseQuery(ctx, q, f.Query)
	if err != nil || terms.empty() {
		return c, err
	}
	c.and("e.sealed_until <= ?", s.today())
	terms.restrict(c)
	return c, nil
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

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"mend/journal"
)

// ListEntries returns what a list shows of the chosen entries, newest first:
// by month in each entry's own zone, then by At, Created and ID. The first line
// of a letter still sealed is empty, and a Query does not find it. Where the
// title has none of the words of a Query, a Snippet shows one in the text. The
// feelings are those that an entry names, with those on its page where f.Felt
// says which these are; of a letter still sealed, those kept beside it alone.
func (s *Store) ListEntries(ctx context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	var list []journal.EntrySummary
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, f)
		if err != nil {
			return err
		}
		columns, args := s.selectSummary(f.Felt)
		err = each(ctx, q, func(rows *sql.Rows) error {
			e, err := scanSummary(rows, f.Felt)
			list = append(list, e)
			return err
		}, columns+c.where()+`ORDER BY e.month DESC, e.place DESC`+limit(f), append(args, c.args...)...)
		if err != nil || f.Query == "" {
			return err
		}
		return addSnippets(ctx, q, list, f)
	})
	if err != nil {
		return nil, fmt.Errorf("list entries: %w", err)
	}
	return list, nil
}

// selectSummary reads the columns that scanSummary takes, and returns its
// values. What was filled in is read only on a page with feelings, and of no
// letter still sealed.
func (s *Store) selectSummary(felt journal.PageKeys) (columns string, args []any) {
	pages := slices.Sorted(maps.Keys(felt))
	columns = `SELECT e.id, e.at, e.title, e.sealed_until > ?, e.first_line,
		e.feelings, e.tags, e.stage, e.step, e.page, e.keep_out, e.starred,
		CASE WHEN e.sealed_until <= ? AND e.page IN ` + list(len(pages)) + `
			THEN (SELECT t.fields FROM entry_text t WHERE t.entry = e.seq) ELSE '' END FROM entry e `
	return columns, append([]any{s.today(), s.today()}, values(pages)...)
}

// addSnippets shows where in the text the words of the query were found. What
// was answered stands in it as the person saw it.
func addSnippets(ctx context.Context, q querier, list []journal.EntrySummary, f journal.EntryFilter) error {
	for i := range list {
		e := &list[i]
		if e.Sealed {
			continue
		}
		var body, filled string
		err := q.QueryRowContext(ctx, `SELECT t.body, t.fields FROM entry_text t
			WHERE t.entry = (SELECT seq FROM entry WHERE id = ?)`, e.ID[:]).Scan(&body, &filled)
		if err != nil {
			return err
		}
		fields, err := decodeMap(filled)
		if err != nil {
			return err
		}
		e.Snippet = journal.SnippetBeside(e.Title, f.Query, body, journal.SayAnswers(f.Answers, e.Page, fields))
	}
	return nil
}

func scanSummary(rows *sql.Rows, felt journal.PageKeys) (journal.EntrySummary, error) {
	var e journal.EntrySummary
	var at, feelings, tags, filled string
	err := rows.Scan((*blob)(&e.ID), &at, &e.Title, &e.Sealed, &e.FirstLine, &feelings, &tags,
		&e.Stage, &e.Step, &e.Page, &e.KeepOut, &e.Starred, &filled)
	if err != nil {
		return journal.EntrySummary{}, err
	}
	if e.At, err = parseStamp(at); err != nil {
		return journal.EntrySummary{}, err
	}
	if e.Sealed {
		e.FirstLine = ""
	}
	e.Tags = splitLines(tags)
	if e.Feelings, err = decodeFeelings(feelings); err != nil || filled == "" {
		return e, err
	}
	fields, err := decodeMap(filled)
	e.Feelings = felt.Named(e.Feelings, e.Page, fields)
	return e, err
}

// CountEntries returns how many entries f chooses, whatever its Limit and
// Offset.
func (s *Store) CountEntries(ctx context.Context, f journal.EntryFilter) (int, error) {
	var n int
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, f)
		if err != nil {
			return err
		}
		return q.QueryRowContext(ctx, "SELECT count(*) FROM entry e"+c.where(), c.args...).Scan(&n)
	})
	if err != nil {
		return 0, fmt.Errorf("count entries: %w", err)
	}
	return n, nil
}

// CountMonths returns the months that chosen entries lie in, newest first as
// in ListEntries, whatever the Limit and Offset of f: a list without these has
// first the entries of the first month, then those of the second.
func (s *Store) CountMonths(ctx context.Context, f journal.EntryFilter) ([]journal.MonthCount, error) {
	var months []journal.MonthCount
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, f)
		if err != nil {
			return err
		}
		return each(ctx, q, func(rows *sql.Rows) error {
			var m journal.MonthCount
			err := rows.Scan(&m.Month, &m.Count)
			months = append(months, m)
			return err
		}, "SELECT e.month, count(*) FROM entry e"+c.where()+"GROUP BY e.month ORDER BY e.month DESC", c.args...)
	})
	if err != nil {
		return nil, fmt.Errorf("count months: %w", err)
	}
	return months, nil
}

// CountDays returns the days of a month, "YYYY-MM", that chosen entries lie on,
// the first day first, whatever the Limit and Offset of f.
func (s *Store) CountDays(ctx context.Context, f journal.EntryFilter, month string) ([]journal.DayCount, error) {
	var days []journal.DayCount
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, f)
		if err != nil {
			return err
		}
		c.and("e.month = ?", month)
		return each(ctx, q, func(rows *sql.Rows) error {
			var d journal.DayCount
			err := rows.Scan(&d.Day, &d.Count)
			days = append(days, d)
			return err
		}, "SELECT e.day, count(*) FROM entry e"+c.where()+"GROUP BY e.day ORDER BY e.day", c.args...)
	})
	if err != nil {
		return nil, fmt.Errorf("count days: %w", err)
	}
	return days, nil
}

// EachEntry calls f with every chosen entry, oldest first, the reverse of
// ListEntries; Limit and Offset count from the oldest. An error of f ends it
// and comes back as it is. The entries are chosen at the beginning and read one
// by one, so f may call the store, and memory holds one text at a time.
func (s *Store) EachEntry(ctx context.Context, filter journal.EntryFilter, f func(journal.Entry) error) error {
	chosen, err := s.choose(ctx, filter)
	if err != nil {
		return fmt.Errorf("each entry: %w", err)
	}
	for _, seq := range chosen {
		var e journal.Entry
		err := s.read(ctx, func(q querier) (err error) {
			e, err = getEntry(ctx, q, seq)
			return err
		})
		if errors.Is(err, journal.ErrNotFound) {
			continue // purged meanwhile
		}
		if err != nil {
			return fmt.Errorf("each entry: %w", err)
		}
		if err := f(e); err != nil {
			return err
		}
	}
	return nil
}

// choose returns the row numbers of the chosen entries, oldest first.
func (s *Store) choose(ctx context.Context, f journal.EntryFilter) ([]int64, error) {
	var chosen []int64
	err := s.read(ctx, func(q querier) error {
		c, err := s.matching(ctx, q, f)
		if err != nil {
			return err
		}
		return each(ctx, q, func(rows *sql.Rows) error {
			var seq int64
			err := rows.Scan(&seq)
			chosen = append(chosen, seq)
			return err
		}, "SELECT e.seq FROM entry e"+c.where()+"ORDER BY e.month, e.place"+limit(f), c.args...)
	})
	return chosen, err
}

// ListTags returns every tag in use outside the bin, most used first, then by
// name.
func (s *Store) ListTags(ctx context.Context) ([]string, error) {
	var tags []string
	err := s.read(ctx, func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var name string
			err := rows.Scan(&name)
			tags = append(tags, name)
			return err
		}, `SELECT name FROM tag WHERE entry NOT IN (SELECT seq FROM entry WHERE binned = 1)
			GROUP BY name ORDER BY count(*) DESC, name`)
	})
	if err != nil {
		return nil, fmt.Errorf("list tags: %w", err)
	}
	return tags, nil
}

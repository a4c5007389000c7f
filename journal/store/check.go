package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"mend/journal"
)

// Check reads every page and every record and returns what is wrong; no
// findings mean that all is well. It changes nothing. Progress, which may be
// nil, is told the pages and entries done and their total. An error means that
// the check itself could not go on, such as the context's.
func (s *Store) Check(ctx context.Context, progress func(done, total int64)) ([]journal.Finding, error) {
	if progress == nil {
		progress = func(int64, int64) {}
	}
	c := checker{store: s, progress: progress}
	err := s.read(ctx, func(q querier) error {
		for _, step := range []func(context.Context, querier) error{
			c.countEntries, c.pages, c.structure, c.references, c.entries, c.copies, c.histories,
		} {
			if err := c.note(ctx, step(ctx, q)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	return c.findings, nil
}

// checker gathers findings. Its steps return an error only if they could not
// read on.
type checker struct {
	store    *Store
	progress func(done, total int64)
	done     int64
	entryN   int64
	total    int64
	findings []journal.Finding
}

func (c *checker) add(where, what string) {
	c.findings = append(c.findings, journal.Finding{Where: where, What: what})
}

// note turns damage that kept a step from its end into a finding, so that the
// next step has its turn. Any other error ends the check.
func (c *checker) note(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	err = c.store.settle(ctx, err)
	if !errors.Is(err, journal.ErrDamaged) {
		return err
	}
	c.add("database", "it can't be read to the end")
	c.store.file.ResetCause()
	return nil
}

func (c *checker) countEntries(ctx context.Context, q querier) error {
	return q.QueryRowContext(ctx, "SELECT count(*) FROM entry").Scan(&c.entryN)
}

// pages has the vault open every page.
func (c *checker) pages(ctx context.Context, _ querier) error {
	faults, err := c.store.file.Verify(ctx, func(done, total int64) {
		c.done, c.total = done, total+c.entryN
		c.progress(c.done, c.total)
	})
	for _, f := range faults {
		where := fmt.Sprintf("page %d", f.Page)
		if f.Page == 0 {
			where = fmt.Sprintf("header copy %c", f.Copy)
		}
		c.add(where, f.Reason)
	}
	if err != nil && !isContext(err) {
		return fromVault(err)
	}
	return err
}

// structure has SQLite check its trees, its indexes and the search index. What
// it answers names tables and row numbers, never values.
func (c *checker) structure(ctx context.Context, q querier) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var answer string
		if err := rows.Scan(&answer); err != nil {
			return err
		}
		if answer != "ok" {
			c.add("database", answer)
		}
		return nil
	}, "PRAGMA integrity_check")
}

// references looks for rows that belong to nothing.
func (c *checker) references(ctx context.Context, q querier) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var table string
		var row, parent, constraint any
		if err := rows.Scan(&table, &row, &parent, &constraint); err != nil {
			return err
		}
		c.add("table "+table, "a row belongs to an entry that is not there")
		return nil
	}, "PRAGMA foreign_key_check")
}

// entries reads every entry with its revisions.
func (c *checker) entries(ctx context.Context, q querier) error {
	var all []int64
	err := each(ctx, q, func(rows *sql.Rows) error {
		var seq int64
		err := rows.Scan(&seq)
		all = append(all, seq)
		return err
	}, "SELECT seq FROM entry ORDER BY seq")
	if err != nil {
		return err
	}
	for _, seq := range all {
		if err := c.entry(ctx, q, seq); err != nil {
			return err
		}
		c.done++
		c.progress(c.done, c.total)
	}
	return nil
}

// entry reads one entry. A record that is unreadable is a finding; a page that
// is, an error.
func (c *checker) entry(ctx context.Context, q querier, seq int64) error {
	e, err := getEntry(ctx, q, seq)
	switch {
	case errors.Is(err, journal.ErrDamaged), errors.Is(err, sql.ErrNoRows):
		c.add(fmt.Sprintf("entry row %d", seq), "it can't be read")
		return nil
	case err != nil:
		return err
	}
	where := "entry " + e.ID.String()
	if err := e.Check(); err != nil {
		c.add(where, "it breaks a rule: "+err.Error())
	}
	var same bool
	err = q.QueryRowContext(ctx, "SELECT "+entryColumns+" IS "+entryValues+" FROM entry WHERE seq = ?",
		append(columns(e), seq)...).Scan(&same)
	if err != nil {
		return err
	}
	if !same {
		c.add(where, "what lists show of it is not what it says")
	}
	return c.revisions(ctx, q, seq, where)
}

func (c *checker) revisions(ctx context.Context, q querier, seq int64, where string) error {
	revisions, err := listRevisions(ctx, q, seq)
	if errors.Is(err, journal.ErrDamaged) {
		c.add(where, "a revision can't be read")
		return nil
	}
	for _, r := range revisions {
		if err := checkRevision(r); err != nil {
			c.add(where, "a revision breaks a rule: "+err.Error())
		}
	}
	return err
}

// copies compares what is kept twice: the feelings and tags of an entry, and
// its title and tags beside the text.
func (c *checker) copies(ctx context.Context, q querier) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var id uuid.UUID
		if err := rows.Scan((*blob)(&id)); err != nil {
			return err
		}
		c.add("entry "+id.String(), "search and filters know it by other words than it has")
		return nil
	}, `SELECT e.id FROM entry e JOIN entry_text t ON t.entry = e.seq
		WHERE (t.title, t.tags) IS NOT (e.title, e.tags)
			OR e.feelings <> ifnull((SELECT group_concat(word || char(9) || intensity, char(10) ORDER BY n)
				FROM feeling WHERE entry = e.seq), '')
			OR e.tags <> ifnull((SELECT group_concat(name, char(10) ORDER BY n) FROM tag WHERE entry = e.seq), '')`)
}

// histories reads the ticks, the stage states, what was promised and aimed at,
// what is the person's own, and the profile.
func (c *checker) histories(ctx context.Context, q querier) error {
	ticks, err := listTicks(ctx, q)
	if err != nil {
		return err
	}
	for _, t := range ticks {
		c.rule("tick at "+stamp(t.At), t.Check())
	}
	states, err := listStageStates(ctx, q)
	if err != nil {
		return err
	}
	for _, s := range states {
		c.rule("stage state at "+stamp(s.At), s.Check())
	}
	if err := c.promises(ctx, q); err != nil {
		return err
	}
	if err := c.own(ctx, q); err != nil {
		return err
	}
	return c.profile(ctx, q)
}

// promises reads the promises with their observations, and the goals.
func (c *checker) promises(ctx context.Context, q querier) error {
	promises, err := listPromises(ctx, q, "")
	if err != nil {
		return err
	}
	for _, log := range promises {
		for _, p := range log.Wordings {
			c.rule("promise "+p.ID.String(), p.Check())
		}
		for _, o := range log.Observations {
			c.rule("observation of promise "+log.Current().ID.String(), o.Check())
		}
	}
	goals, err := listGoals(ctx, q, "")
	for _, log := range goals {
		for _, g := range log.Wordings {
			c.rule("goal "+g.ID.String(), g.Check())
		}
	}
	return err
}

// own reads what is the person's own. Its ids may be words of theirs, so that it
// is named by its number.
func (c *checker) own(ctx context.Context, q querier) error {
	n := 0
	return each(ctx, q, func(rows *sql.Rows) error {
		n++
		var kind, id, what string
		var at []byte
		if err := rows.Scan(&kind, &id, &at, &what); err != nil {
			return err
		}
		where := fmt.Sprintf("own record %d", n)
		var own journal.Own
		if err := addOwn(&own, kind, what); err != nil {
			c.add(where, "it can't be read")
			return nil
		}
		item := ownItems(own)[0]
		if item.id != id || !bytes.Equal(instant(item.edited), at) {
			c.add(where, "it is known by other words than it has")
		}
		c.rule(where, item.what.Check())
		return nil
	}, "SELECT kind, id, instant, what FROM own ORDER BY kind, id")
}

// rule notes a broken rule, if there is one.
func (c *checker) rule(where string, err error) {
	if err != nil {
		c.add(where, "it breaks a rule: "+err.Error())
	}
}

func (c *checker) profile(ctx context.Context, q querier) error {
	p, err := getProfile(ctx, q)
	if errors.Is(err, sql.ErrNoRows) {
		c.add("profile", "it is missing")
		return nil
	}
	if err != nil {
		return err
	}
	c.rule("profile", p.Check())
	return nil
}

package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// CreatePromise keeps the first wording of a promise and returns it as kept. An
// ID is made if it has none. It fails with ErrInvalid, or ErrExists if there is
// a promise with that ID.
func (s *Store) CreatePromise(ctx context.Context, p journal.Promise) (journal.Promise, error) {
	if p.ID == uuid.Nil {
		p.ID = uuid.New()
	}
	err := s.write(ctx, func(q querier, now time.Time) error {
		if _, err := getPromise(ctx, q, p.ID); err == nil {
			return journal.ErrExists
		}
		p.At = asKept(now)
		return putPromise(ctx, q, p)
	})
	if err != nil {
		return journal.Promise{}, fmt.Errorf("create promise %s: %w", p.ID, err)
	}
	return p, nil
}

// UpdatePromise keeps a new wording of a promise, unless it says what the
// current one does, and returns the one that counts. It fails with ErrNotFound
// or ErrInvalid.
func (s *Store) UpdatePromise(ctx context.Context, p journal.Promise) (journal.Promise, error) {
	err := s.write(ctx, func(q querier, now time.Time) error {
		log, err := getPromise(ctx, q, p.ID)
		if err != nil {
			return err
		}
		current := log.Current()
		if p.At = current.At; p == current {
			return nil
		}
		p.At = after(asKept(now), current.At)
		return putPromise(ctx, q, p)
	})
	if err != nil {
		return journal.Promise{}, fmt.Errorf("update promise %s: %w", p.ID, err)
	}
	return p, nil
}

// Observe keeps what was seen of a promise on a day and returns it as kept; it
// counts instead of what was noted for that day before. It fails with
// ErrNotFound or ErrInvalid.
func (s *Store) Observe(ctx context.Context, promise uuid.UUID, o journal.Observation) (journal.Observation, error) {
	err := s.write(ctx, func(q querier, now time.Time) error {
		log, err := getPromise(ctx, q, promise)
		if err != nil {
			return err
		}
		o.At = asKept(now)
		if before, ok := log.On(o.Day); ok {
			o.At = after(o.At, before.At)
		}
		return putObservation(ctx, q, promise, o)
	})
	if err != nil {
		return journal.Observation{}, fmt.Errorf("observe promise %s: %w", promise, err)
	}
	return o, nil
}

// Unobserve takes back what was noted last of a promise for a day, as if it had
// never been noted: what was noted before it counts again. It fails with
// ErrNotFound if nothing was.
func (s *Store) Unobserve(ctx context.Context, promise uuid.UUID, day journal.Day) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		return deleteSome(ctx, q, `DELETE FROM observation WHERE seq = (
			SELECT seq FROM observation WHERE promise = ? AND day = ? ORDER BY instant DESC, seq DESC LIMIT 1)`, promise[:], day)
	})
	if err != nil {
		return fmt.Errorf("unobserve promise %s: %w", promise, err)
	}
	return nil
}

// GetPromise returns a promise with all that is known of it, or ErrNotFound.
func (s *Store) GetPromise(ctx context.Context, id uuid.UUID) (journal.PromiseLog, error) {
	var log journal.PromiseLog
	err := s.read(ctx, func(q querier) (err error) {
		log, err = getPromise(ctx, q, id)
		return err
	})
	if err != nil {
		return journal.PromiseLog{}, fmt.Errorf("get promise %s: %w", id, err)
	}
	return log, nil
}

// ListPromises returns every promise, the one made first first.
func (s *Store) ListPromises(ctx context.Context) ([]journal.PromiseLog, error) {
	return listed(ctx, s, "promises", func(ctx context.Context, q querier) ([]journal.PromiseLog, error) {
		return listPromises(ctx, q, "")
	})
}

// DeletePromise removes a promise for ever, with its wordings and observations.
// It fails with ErrNotFound.
func (s *Store) DeletePromise(ctx context.Context, id uuid.UUID) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		if _, err := q.ExecContext(ctx, "DELETE FROM observation WHERE promise = ?", id[:]); err != nil {
			return err
		}
		return deleteSome(ctx, q, "DELETE FROM promise WHERE id = ?", id[:])
	})
	if err != nil {
		return fmt.Errorf("delete promise %s: %w", id, err)
	}
	return nil
}

func getPromise(ctx context.Context, q querier, id uuid.UUID) (journal.PromiseLog, error) {
	logs, err := listPromises(ctx, q, "WHERE %s = ?", id[:])
	if err != nil {
		return journal.PromiseLog{}, err
	}
	if len(logs) == 0 {
		return journal.PromiseLog{}, journal.ErrNotFound
	}
	return logs[0], nil
}

// listPromises returns the promises that a condition on %s, their id, chooses.
func listPromises(ctx context.Context, q querier, where string, args ...any) ([]journal.PromiseLog, error) {
	var logs []journal.PromiseLog
	at := map[uuid.UUID]int{} // where in logs
	err := each(ctx, q, func(rows *sql.Rows) error {
		p, err := scanPromise(rows)
		if err != nil {
			return err
		}
		i, known := at[p.ID]
		if !known {
			i = len(logs)
			at[p.ID], logs = i, append(logs, journal.PromiseLog{})
		}
		logs[i].Wordings = append(logs[i].Wordings, p)
		return nil
	}, `SELECT id, at, text, who, why, how, since, every, due, review, ended, note
		FROM promise `+on(where, "id")+` ORDER BY instant, seq`, args...)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		id, o, err := scanObservation(rows)
		if err != nil {
			return err
		}
		i, known := at[id]
		if !known {
			return unreadable("observation")
		}
		logs[i].Observations = append(logs[i].Observations, o)
		return nil
	}, `SELECT promise, at, day, result, note FROM observation `+on(where, "promise")+` ORDER BY instant, seq`, args...)
	return logs, err
}

// on names the column of a condition.
func on(where, column string) string {
	if where == "" {
		return ""
	}
	return fmt.Sprintf(where, column)
}

func scanPromise(rows *sql.Rows) (journal.Promise, error) {
	var p journal.Promise
	var at string
	err := rows.Scan(&p.ID, &at, &p.Text, &p.Who, &p.Why, &p.How, &p.From, &p.Every, &p.Due, &p.Review, &p.Ended, &p.Note)
	if err != nil {
		return journal.Promise{}, err
	}
	p.At, err = parseStamp(at)
	return p, err
}

func scanObservation(rows *sql.Rows) (promise uuid.UUID, o journal.Observation, err error) {
	var at string
	if err = rows.Scan(&promise, &at, &o.Day, &o.Result, &o.Note); err != nil {
		return promise, o, err
	}
	o.At, err = parseStamp(at)
	return promise, o, err
}

// putPromise keeps a wording, unless the same is there.
func putPromise(ctx context.Context, q querier, p journal.Promise) error {
	if err := p.Check(); err != nil {
		return err
	}
	said := []string{p.Text, string(p.Who), p.Why, p.How, string(p.From), string(p.Every), string(p.Due), string(p.Review), string(p.Ended)}
	if p.Note != "" { // wordings from before there were notes keep their digest
		said = append(said, p.Note)
	}
	same := digestOf(said...)
	_, err := q.ExecContext(ctx, `
		INSERT INTO promise (id, instant, digest, at, text, who, why, how, since, every, due, review, ended, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		p.ID[:], instant(p.At), same[:], stamp(p.At), p.Text, p.Who, p.Why, p.How, p.From, p.Every, p.Due, p.Review, p.Ended, p.Note)
	return err
}

// putObservation keeps an observation, unless the same is there.
func putObservation(ctx context.Context, q querier, promise uuid.UUID, o journal.Observation) error {
	if err := o.Check(); err != nil {
		return err
	}
	same := digestOf(string(o.Day), string(o.Result), o.Note)
	_, err := q.ExecContext(ctx, `
		INSERT INTO observation (promise, instant, digest, at, day, result, note)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		promise[:], instant(o.At), same[:], stamp(o.At), o.Day, o.Result, o.Note)
	return err
}

// asKept is t as it is read again.
func asKept(t time.Time) time.Time {
	kept, err := parseStamp(stamp(t))
	if err != nil {
		return t
	}
	return kept
}

// after returns t, or the next moment after another that is not before it: a
// clock may stand or go back, and what is said last still counts.
func after(t, last time.Time) time.Time {
	if t.After(last) {
		return t
	}
	return last.Add(time.Nanosecond).In(t.Location())
}

// deleteSome runs a statement that must delete something, else ErrNotFound.
func deleteSome(ctx context.Context, q querier, query string, args ...any) error {
	result, err := q.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return journal.ErrNotFound
}

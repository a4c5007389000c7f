package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"mend/journal"
)

// Tick keeps one act of ticking or unticking and returns it as kept. An At of
// zero is now. A step has one act at a moment: where that is taken, the new act
// is moved to the next free nanosecond. It fails with ErrInvalid.
func (s *Store) Tick(ctx context.Context, t journal.Tick) (journal.Tick, error) {
	err := s.write(ctx, func(q querier, now time.Time) error {
		if t.At.IsZero() {
			t.At = now
		}
		var err error
		if t.At, err = freeMoment(ctx, q, t); err != nil {
			return err
		}
		if err := t.Check(); err != nil {
			return err
		}
		if err := insertTick(ctx, q, t); err != nil {
			return err
		}
		t, _, err = tickAt(ctx, q, t.Step, t.At)
		return err
	})
	if err != nil {
		return journal.Tick{}, fmt.Errorf("tick step: %w", err)
	}
	return t, nil
}

// freeMoment returns the first moment from that of t on at which its step has
// no act. It asks for one after the other: a person has few.
func freeMoment(ctx context.Context, q querier, t journal.Tick) (time.Time, error) {
	for {
		_, taken, err := tickAt(ctx, q, t.Step, t.At)
		if err != nil || !taken {
			return t.At, err
		}
		t.At = t.At.Add(time.Nanosecond)
	}
}

// ListTicks returns every act ever made, oldest first.
func (s *Store) ListTicks(ctx context.Context) ([]journal.Tick, error) {
	return listed(ctx, s, "ticks", listTicks)
}

func listTicks(ctx context.Context, q querier) ([]journal.Tick, error) {
	var ticks []journal.Tick
	err := each(ctx, q, func(rows *sql.Rows) error {
		t, err := scanTick(rows)
		ticks = append(ticks, t)
		return err
	}, "SELECT step, done, at, note FROM tick ORDER BY instant, seq")
	return ticks, err
}

// tickAt returns the step's act at a moment, or false.
func tickAt(ctx context.Context, q querier, step string, at time.Time) (journal.Tick, bool, error) {
	t, err := scanTick(q.QueryRowContext(ctx,
		"SELECT step, done, at, note FROM tick WHERE step = ? AND instant = ?", step, instant(at)))
	if errors.Is(err, sql.ErrNoRows) {
		return journal.Tick{}, false, nil
	}
	return t, err == nil, err
}

func scanTick(from interface{ Scan(...any) error }) (journal.Tick, error) {
	var t journal.Tick
	var at string
	err := from.Scan(&t.Step, &t.Done, &at, &t.Note)
	if err != nil {
		return journal.Tick{}, err
	}
	t.At, err = parseStamp(at)
	return t, err
}

func insertTick(ctx context.Context, q querier, t journal.Tick) error {
	_, err := q.ExecContext(ctx, "INSERT INTO tick (instant, at, step, done, note) VALUES (?, ?, ?, ?, ?)",
		instant(t.At), stamp(t.At), t.Step, t.Done, t.Note)
	return err
}

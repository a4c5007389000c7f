package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"mend/journal"
)

// querier is what the helpers of this package need of a database, inside or
// outside a transaction.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// take waits for the turn. If it returns nil, giveBack must follow.
func (s *Store) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case <-s.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	if s.closed {
		s.giveBack()
		return journal.ErrClosed
	}
	s.file.ResetCause()
	return nil
}

func (s *Store) giveBack() { s.turn <- struct{}{} }

// read runs f with the database to itself and translates its error. Closing
// rows is f's.
func (s *Store) read(ctx context.Context, f func(q querier) error) error {
	if err := s.take(ctx); err != nil {
		return err
	}
	defer s.giveBack()
	return s.settle(ctx, f(s.db))
}

// write runs f in a transaction and commits it; when write returns nil, what f
// did is on the disk. Now is the one moment of everything in it.
func (s *Store) write(ctx context.Context, f func(q querier, now time.Time) error) error {
	s.first.run(ctx)
	if err := s.take(ctx); err != nil {
		return err
	}
	defer s.giveBack()
	// The driver's own reaction to a cancelled transaction is to drop the
	// connection, so the transaction is not told; its statements are.
	tx, err := s.db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return s.settle(ctx, err)
	}
	// After a commit there is nothing to roll back, and a transaction that
	// SQLite itself rolled back says so: neither is news.
	defer tx.Rollback()
	if err := f(tx, s.clock().Round(0)); err != nil {
		return s.settle(ctx, err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.settle(ctx, tx.Commit())
}

// settle translates err; whatever failed after ctx ended, failed because of it.
func (s *Store) settle(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return s.translate(err)
}

// each calls scan for every row of a query.
func each(ctx context.Context, q querier, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// listed is all that list reads, in a reading of its own. What names it in an
// error.
func listed[T any](ctx context.Context, s *Store, what string, list func(context.Context, querier) ([]T, error)) ([]T, error) {
	var all []T
	err := s.read(ctx, func(q querier) (err error) {
		all, err = list(ctx, q)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", what, err)
	}
	return all, nil
}

package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// CreateGoal keeps the first wording of a goal and returns it as kept. An ID is
// made if it has none. It fails with ErrInvalid, or ErrExists if there is a goal
// with that ID.
func (s *Store) CreateGoal(ctx context.Context, g journal.Goal) (journal.Goal, error) {
	if g.ID == uuid.Nil {
		g.ID = uuid.New()
	}
	err := s.write(ctx, func(q querier, now time.Time) error {
		logs, err := listGoals(ctx, q, "WHERE id = ?", g.ID[:])
		if err != nil {
			return err
		}
		if len(logs) > 0 {
			return journal.ErrExists
		}
		g.At = asKept(now)
		return putGoal(ctx, q, g)
	})
	if err != nil {
		return journal.Goal{}, fmt.Errorf("create goal %s: %w", g.ID, err)
	}
	return g, nil
}

// UpdateGoal keeps a new wording of a goal, unless it says what the current one
// does, and returns the one that counts. It fails with ErrNotFound or
// ErrInvalid.
func (s *Store) UpdateGoal(ctx context.Context, g journal.Goal) (journal.Goal, error) {
	err := s.write(ctx, func(q querier, now time.Time) error {
		logs, err := listGoals(ctx, q, "WHERE id = ?", g.ID[:])
		if err != nil {
			return err
		}
		if len(logs) == 0 {
			return journal.ErrNotFound
		}
		current := logs[0].Current()
		if g.At = current.At; g == current {
			return nil
		}
		g.At = after(asKept(now), current.At)
		return putGoal(ctx, q, g)
	})
	if err != nil {
		return journal.Goal{}, fmt.Errorf("update goal %s: %w", g.ID, err)
	}
	return g, nil
}

// ListGoals returns every goal, the one set first first.
func (s *Store) ListGoals(ctx context.Context) ([]journal.GoalLog, error) {
	return listed(ctx, s, "goals", func(ctx context.Context, q querier) ([]journal.GoalLog, error) {
		return listGoals(ctx, q, "")
	})
}

// DeleteGoal removes a goal for ever, with its wordings. It fails with
// ErrNotFound.
func (s *Store) DeleteGoal(ctx context.Context, id uuid.UUID) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		return deleteSome(ctx, q, "DELETE FROM goal WHERE id = ?", id[:])
	})
	if err != nil {
		return fmt.Errorf("delete goal %s: %w", id, err)
	}
	return nil
}

func listGoals(ctx context.Context, q querier, where string, args ...any) ([]journal.GoalLog, error) {
	var logs []journal.GoalLog
	at := map[uuid.UUID]int{} // where in logs
	err := each(ctx, q, func(rows *sql.Rows) error {
		g, err := scanGoal(rows)
		if err != nil {
			return err
		}
		i, known := at[g.ID]
		if !known {
			i = len(logs)
			at[g.ID], logs = i, append(logs, journal.GoalLog{})
		}
		logs[i].Wordings = append(logs[i].Wordings, g)
		return nil
	}, "SELECT id, at, term, text, done_when, due, reached, dropped FROM goal "+where+" ORDER BY instant, seq", args...)
	return logs, err
}

func scanGoal(rows *sql.Rows) (journal.Goal, error) {
	var g journal.Goal
	var at string
	err := rows.Scan(&g.ID, &at, &g.Term, &g.Text, &g.DoneWhen, &g.Due, &g.Reached, &g.Dropped)
	if err != nil {
		return journal.Goal{}, err
	}
	g.At, err = parseStamp(at)
	return g, err
}

// putGoal keeps a wording, unless the same is there.
func putGoal(ctx context.Context, q querier, g journal.Goal) error {
	if err := g.Check(); err != nil {
		return err
	}
	same := digestOf(string(g.Term), g.Text, g.DoneWhen, string(g.Due), string(g.Reached), string(g.Dropped))
	_, err := q.ExecContext(ctx, `
		INSERT INTO goal (id, instant, digest, at, term, text, done_when, due, reached, dropped)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		g.ID[:], instant(g.At), same[:], stamp(g.At), g.Term, g.Text, g.DoneWhen, g.Due, g.Reached, g.Dropped)
	return err
}

package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"mend/journal"
)

// SetStageState keeps one dated change of how a stage stands and returns it as
// kept. An At of zero is now. It fails with ErrInvalid.
func (s *Store) SetStageState(ctx context.Context, state journal.StageState) (journal.StageState, error) {
	err := s.write(ctx, func(q querier, now time.Time) error {
		if state.At.IsZero() {
			state.At = now
		}
		if err := state.Check(); err != nil {
			return err
		}
		seq, err := insertStageState(ctx, q, state)
		if err != nil {
			return err
		}
		state, err = scanStageState(q.QueryRowContext(ctx,
			"SELECT stage, state, at, reason FROM stage_state WHERE seq = ?", seq))
		return err
	})
	if err != nil {
		return journal.StageState{}, fmt.Errorf("set stage state: %w", err)
	}
	return state, nil
}

// ListStageStates returns every stage state ever set, oldest first; of two at
// one moment the one set first comes first.
func (s *Store) ListStageStates(ctx context.Context) ([]journal.StageState, error) {
	return listed(ctx, s, "stage states", listStageStates)
}

func listStageStates(ctx context.Context, q querier) ([]journal.StageState, error) {
	var states []journal.StageState
	err := each(ctx, q, func(rows *sql.Rows) error {
		state, err := scanStageState(rows)
		states = append(states, state)
		return err
	}, "SELECT stage, state, at, reason FROM stage_state ORDER BY instant, seq")
	return states, err
}

func scanStageState(from interface{ Scan(...any) error }) (journal.StageState, error) {
	var s journal.StageState
	var at string
	err := from.Scan(&s.Stage, &s.State, &at, &s.Reason)
	if err != nil {
		return journal.StageState{}, err
	}
	s.At, err = parseStamp(at)
	return s, err
}

func insertStageState(ctx context.Context, q querier, s journal.StageState) (int64, error) {
	result, err := q.ExecContext(ctx, "INSERT INTO stage_state (instant, at, stage, state, reason) VALUES (?, ?, ?, ?, ?)",
		instant(s.At), stamp(s.At), s.Stage, s.State, s.Reason)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// eachStateAt calls do for every state that the stage has at the moment of s.
func eachStateAt(ctx context.Context, q querier, s journal.StageState, do func(journal.StageState)) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		there, err := scanStageState(rows)
		if err == nil {
			do(there)
		}
		return err
	}, "SELECT stage, state, at, reason FROM stage_state WHERE stage = ? AND instant = ?", s.Stage, instant(s.At))
}

// digestOfState stands for what a state says, without when.
func digestOfState(s journal.StageState) digest { return digestOf(string(s.State), s.Reason) }

package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// Import takes in everything that read puts into the sink, or nothing if read
// or any Put fails. It returns how much was put. The sink must not be used
// after read returns, and read must not call the store. An error of read comes
// back as it is.
func (s *Store) Import(ctx context.Context, read func(journal.Sink) error) (journal.Counts, error) {
	var in *sink
	var readErr error
	err := s.write(ctx, func(q querier, now time.Time) (err error) {
		if in, err = newSink(ctx, s, q, now); err != nil {
			return err
		}
		if readErr = read(in); readErr != nil {
			return readErr
		}
		return in.err
	})
	switch {
	case readErr != nil && ctx.Err() == nil:
		return journal.Counts{}, readErr
	case err != nil:
		return journal.Counts{}, fmt.Errorf("import: %w", err)
	}
	return in.counts, nil
}

// sink merges what it is given within one transaction. It carries the context
// of that transaction, whose life it shares.
type sink struct {
	ctx    context.Context
	store  *Store
	q      querier
	now    time.Time
	fresh  bool // the journal held nothing but a profile
	counts journal.Counts
	err    error // the first failure; nothing is kept after one

	moved     map[string]*acts // the acts of steps of which one had to be moved
	states    crowds[string]   // by stage
	revisions crowds[int64]    // by the entry's sequence number
}

var _ journal.Sink = (*sink)(nil)

func newSink(ctx context.Context, s *Store, q querier, now time.Time) (*sink, error) {
	in := &sink{
		ctx: ctx, store: s, q: q, now: now,
		moved: map[string]*acts{}, states: crowds[string]{}, revisions: crowds[int64]{},
	}
	err := q.QueryRowContext(ctx, `
		SELECT NOT EXISTS (SELECT 1 FROM entry) AND NOT EXISTS (SELECT 1 FROM tick)
			AND NOT EXISTS (SELECT 1 FROM stage_state) AND NOT EXISTS (SELECT 1 FROM promise)
			AND NOT EXISTS (SELECT 1 FROM goal) AND NOT EXISTS (SELECT 1 FROM own)`).Scan(&in.fresh)
	return in, err
}

// done translates and remembers an error of putting something in.
func (in *sink) done(what string, err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("put %s: %w", what, in.store.settle(in.ctx, err))
	if in.err == nil {
		in.err = err
	}
	return err
}

// PutProfile implements journal.Sink.
func (in *sink) PutProfile(p journal.Profile) error {
	err := p.Check()
	if err == nil && in.fresh {
		err = putProfile(in.ctx, in.q, p)
	}
	return in.done("profile", err)
}

// PutEntry implements journal.Sink. A missing Created or Edited is taken from
// the moment before it.
func (in *sink) PutEntry(e journal.Entry, revisions []journal.Revision) error {
	if e.Created.IsZero() {
		e.Created = e.At
	}
	if e.Edited.IsZero() {
		e.Edited = e.Created
	}
	err := e.Check()
	if err == nil && e.ID == uuid.Nil {
		err = &journal.InvalidError{Field: "id", Reason: "it is missing"}
	}
	if err == nil {
		err = in.mergeEntry(e, revisions)
	}
	in.counts.Entries++
	in.counts.Revisions += len(revisions)
	return in.done("entry "+e.ID.String(), err)
}

// PutTick implements journal.Sink. An act that differs from the one kept at
// its moment goes to the next free nanosecond, however often it is put.
func (in *sink) PutTick(t journal.Tick) error {
	in.counts.Ticks++
	return in.done("tick", in.mergeTick(t))
}

func (in *sink) mergeTick(t journal.Tick) error {
	if err := t.Check(); err != nil {
		return err
	}
	moved, ok := in.moved[t.Step]
	if !ok {
		have, taken, err := tickAt(in.ctx, in.q, t.Step, t.At)
		switch {
		case err != nil:
			return err
		case !taken:
			return insertTick(in.ctx, in.q, t)
		case have.Done == t.Done && have.Note == t.Note:
			return nil
		}
		if moved, err = listActs(in.ctx, in.q, t.Step); err != nil {
			return err
		}
		in.moved[t.Step] = moved
	}
	return in.moveTick(t, moved)
}

// moveTick keeps an act of a step whose acts are known, at the next free
// nanosecond.
func (in *sink) moveTick(t journal.Tick, known *acts) error {
	at, there := known.place(t)
	if there {
		return nil
	}
	t.At = at
	if err := t.Check(); err != nil {
		return err
	}
	known.add(t)
	return insertTick(in.ctx, in.q, t)
}

// PutStageState implements journal.Sink.
func (in *sink) PutStageState(state journal.StageState) error {
	in.counts.StageStates++
	return in.done("stage state", in.mergeStageState(state))
}

func (in *sink) mergeStageState(state journal.StageState) error {
	if err := state.Check(); err != nil {
		return err
	}
	at := slot[string]{state.Stage, momentOf(state.At)}
	had, err := in.states.take(at, digestOfState(state), func(add func(digest)) error {
		return eachStateAt(in.ctx, in.q, state, func(there journal.StageState) { add(digestOfState(there)) })
	})
	if err != nil || had {
		return err
	}
	_, err = insertStageState(in.ctx, in.q, state)
	return err
}

// PutPromise implements journal.Sink. Wordings of other promises than the first
// one's are refused.
func (in *sink) PutPromise(log journal.PromiseLog) error {
	in.counts.Promises++
	in.counts.Observations += len(log.Observations)
	return in.done("promise", in.mergePromise(log))
}

func (in *sink) mergePromise(log journal.PromiseLog) error {
	if len(log.Wordings) == 0 {
		return &journal.InvalidError{Field: "promise", Reason: "it has no wording"}
	}
	id := log.Wordings[0].ID
	for _, p := range log.Wordings {
		if p.ID != id {
			return &journal.InvalidError{Field: "promise", Reason: "it has wordings of another"}
		}
		if err := putPromise(in.ctx, in.q, p); err != nil {
			return err
		}
	}
	for _, o := range log.Observations {
		if err := putObservation(in.ctx, in.q, id, o); err != nil {
			return err
		}
	}
	return nil
}

// PutGoal implements journal.Sink.
func (in *sink) PutGoal(log journal.GoalLog) error {
	in.counts.Goals++
	return in.done("goal", in.mergeGoal(log))
}

func (in *sink) mergeGoal(log journal.GoalLog) error {
	if len(log.Wordings) == 0 {
		return &journal.InvalidError{Field: "goal", Reason: "it has no wording"}
	}
	for _, g := range log.Wordings {
		if g.ID != log.Wordings[0].ID {
			return &journal.InvalidError{Field: "goal", Reason: "it has wordings of another"}
		}
		if err := putGoal(in.ctx, in.q, g); err != nil {
			return err
		}
	}
	return nil
}

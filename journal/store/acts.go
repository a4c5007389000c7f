package store

import (
	"context"
	"database/sql"
	"strconv"
	"time"

	"mend/journal"
)

// acts knows every act of one step by its moment, so that one more finds the
// next free nanosecond, however many are taken, without asking for each.
type acts struct {
	runs map[moment]*run // the run every act became part of first; see find
}

// run is acts that follow each other by a nanosecond.
type run struct {
	into   *run                 // the run this one is a part of now, or nil
	free   time.Time            // the nanosecond after the last act
	latest map[digest]time.Time // when each different act is in the run last
}

// listActs returns the acts of a step that are kept.
func listActs(ctx context.Context, q querier, step string) (*acts, error) {
	a := &acts{runs: map[moment]*run{}}
	err := each(ctx, q, func(rows *sql.Rows) error {
		t, err := scanTick(rows)
		if err == nil {
			a.add(t)
		}
		return err
	}, "SELECT step, done, at, note FROM tick WHERE step = ? ORDER BY instant", step)
	return a, err
}

// place returns the first free moment from that of t on, in its zone, or there
// if the same act is met on the way to it.
func (a *acts) place(t journal.Tick) (at time.Time, there bool) {
	r := a.find(t.At)
	if r == nil {
		return t.At, false
	}
	if last, ok := r.latest[digestOfAct(t)]; ok && !last.Before(t.At) {
		return t.At, true
	}
	return r.free.In(t.At.Location()), false
}

// add takes in an act at a moment that is free.
func (a *acts) add(t journal.Tick) {
	r := a.find(t.At.Add(-1))
	if r == nil {
		r = &run{latest: map[digest]time.Time{}}
	}
	r.latest[digestOfAct(t)], r.free = t.At, t.At.Add(1)
	a.runs[momentOf(t.At)] = r
	if next := a.find(r.free); next != nil {
		join(r, next)
	}
}

// find returns the run that has an act at the moment, or nil. On the way it
// shortens the way of the next.
func (a *acts) find(at time.Time) *run {
	r := a.runs[momentOf(at)]
	for r != nil && r.into != nil {
		if r.into.into != nil {
			r.into = r.into.into
		}
		r = r.into
	}
	return r
}

// join makes one of two runs without a gap between them. The smaller becomes a
// part of the larger, so that no act is moved often.
func join(early, late *run) {
	if len(early.latest) < len(late.latest) {
		for act, at := range early.latest {
			if _, again := late.latest[act]; !again {
				late.latest[act] = at
			}
		}
		early.into, early.latest = late, nil
		return
	}
	for act, at := range late.latest {
		early.latest[act] = at
	}
	early.free = late.free
	late.into, late.latest = early, nil
}

// digestOfAct stands for what an act says, without when.
func digestOfAct(t journal.Tick) digest { return digestOf(strconv.FormatBool(t.Done), t.Note) }

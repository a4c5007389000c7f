package promises

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"mend/journal"
)

// Store is what the Promises screen reads and writes.
type Store interface {
	ListPromises(context.Context) ([]journal.PromiseLog, error)
	CreatePromise(context.Context, journal.Promise) (journal.Promise, error)
	UpdatePromise(context.Context, journal.Promise) (journal.Promise, error)
	DeletePromise(context.Context, uuid.UUID) error
	Observe(context.Context, uuid.UUID, journal.Observation) (journal.Observation, error)
	Unobserve(context.Context, uuid.UUID, journal.Day) error
	ListGoals(context.Context) ([]journal.GoalLog, error)
	CreateGoal(context.Context, journal.Goal) (journal.Goal, error)
	UpdateGoal(context.Context, journal.Goal) (journal.Goal, error)
	DeleteGoal(context.Context, uuid.UUID) error
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	EachFacts(ctx context.Context, filter journal.EntryFilter, f func(journal.EntryFacts) error) error
}

// linkedEntries is how many of a promise's newest entries are listed.
const linkedEntries = 50

// snapshot is what the screen shows, as it was at one moment.
type snapshot struct {
	promises []journal.PromiseLog   // the open ones first, each in the order they were made
	rows     []gridRow              // the promises, ready to be drawn
	goals    []journal.GoalLog      // the one set first first
	entries  []journal.EntrySummary // about the promise that is open
	timeline []journal.Happening    // newest first; only where it is shown
}

// asked is what a fetch is to bring.
type asked struct {
	promise   uuid.UUID // whose entries; or nil
	timeline  bool
	apologies []string // ids of the guided pages that are apologies
	today     journal.Day
}

// fetch reads what the screen shows.
func fetch(ctx context.Context, store Store, a asked) (snapshot, error) {
	var s snapshot
	logs, err := store.ListPromises(ctx)
	if err != nil {
		return s, err
	}
	s.promises = openFirst(logs, a.today)
	for _, log := range s.promises {
		s.rows = append(s.rows, newGridRow(log, a.today))
	}
	if s.goals, err = store.ListGoals(ctx); err != nil {
		return s, err
	}
	if a.promise != uuid.Nil {
		s.entries, err = store.ListEntries(ctx, journal.EntryFilter{Promise: a.promise.String(), Limit: linkedEntries})
		if err != nil {
			return s, err
		}
	}
	if !a.timeline {
		return s, nil
	}
	apologies, err := fetchApologies(ctx, store, a.apologies)
	if err != nil {
		return s, err
	}
	s.timeline = journal.Timeline(logs, apologies)
	return s, nil
}

// fetchApologies reads what is written on the pages, and how it stands.
func fetchApologies(ctx context.Context, store Store, pages []string) ([]journal.Apology, error) {
	var apologies []journal.Apology
	for _, page := range pages {
		filter := journal.EntryFilter{Page: page}
		stands := make(map[uuid.UUID]journal.Standing)
		err := store.EachFacts(ctx, filter, func(e journal.EntryFacts) error {
			stands[e.ID] = journal.Standing(e.Fields[journal.FieldStanding])
			return nil
		})
		if err != nil {
			return nil, err
		}
		some, err := store.ListEntries(ctx, filter)
		if err != nil {
			return nil, err
		}
		for _, e := range some {
			apologies = append(apologies, journal.Apology{EntrySummary: e, Stands: stands[e.ID]})
		}
	}
	return apologies, nil
}

// openFirst puts the promises that have ended behind the others.
func openFirst(logs []journal.PromiseLog, today journal.Day) []journal.PromiseLog {
	var open, over []journal.PromiseLog
	for _, log := range logs {
		if hasEnded(log.Current(), today) {
			over = append(over, log)
		} else {
			open = append(open, log)
		}
	}
	return slices.Concat(open, over)
}

// hasEnded reports whether a promise holds no longer.
func hasEnded(p journal.Promise, today journal.Day) bool { return p.Ended != "" && p.Ended <= today }

// promise returns the promise with the id, or false.
func (s snapshot) promise(id uuid.UUID) (journal.PromiseLog, bool) {
	i := slices.IndexFunc(s.promises, func(l journal.PromiseLog) bool { return l.Current().ID == id })
	if i < 0 {
		return journal.PromiseLog{}, false
	}
	return s.promises[i], true
}

// goal returns the goal with the id, or false.
func (s snapshot) goal(id uuid.UUID) (journal.GoalLog, bool) {
	i := slices.IndexFunc(s.goals, func(l journal.GoalLog) bool { return l.Current().ID == id })
	if i < 0 {
		return journal.GoalLog{}, false
	}
	return s.goals[i], true
}

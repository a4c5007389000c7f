package journal

import (
	"context"

	"github.com/google/uuid"
)

// Contents gives everything a journal holds, for an archive or a report.
type Contents interface {
	GetProfile(context.Context) (Profile, error)
	// EachEntry calls f with every chosen entry, oldest first, until f fails.
	EachEntry(ctx context.Context, filter EntryFilter, f func(Entry) error) error
	// ListRevisions returns an entry's earlier texts, oldest first.
	ListRevisions(ctx context.Context, id uuid.UUID) ([]Revision, error)
	// ListTicks returns every tick ever made, oldest first.
	ListTicks(context.Context) ([]Tick, error)
	// ListStageStates returns every stage state ever set, oldest first.
	ListStageStates(context.Context) ([]StageState, error)
	// ListPromises returns every promise, the one made first first.
	ListPromises(context.Context) ([]PromiseLog, error)
	// ListGoals returns every goal, the one set first first.
	ListGoals(context.Context) ([]GoalLog, error)
	// GetOwn returns what the person added of their own.
	GetOwn(context.Context) (Own, error)
}

// Sink takes in what an archive or a sample holds. What it is given is merged:
// of two entries with one id the newer wins and the other's text is kept as a
// revision; ticks, states, wordings and observations that are there already are
// not doubled.
type Sink interface {
	// PutProfile replaces the profile if the journal holds nothing else.
	PutProfile(Profile) error
	PutEntry(Entry, []Revision) error
	PutTick(Tick) error
	PutStageState(StageState) error
	PutPromise(PromiseLog) error
	PutGoal(GoalLog) error
	// PutOwn takes in what the person added of their own.
	PutOwn(Own) error
}

// Counts says how much was written or read.
type Counts struct {
	Entries, Revisions, Ticks, StageStates, Promises, Observations, Goals, Own int
}

// Finding is one fault that a check of a journal found. It never holds the
// person's words.
type Finding struct {
	Where string // such as "page 12" or "entry <id>"
	What  string
}

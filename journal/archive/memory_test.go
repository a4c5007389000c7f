package archive_test

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"mend/journal"
)

// memory is a journal in memory: journal.Contents and journal.Sink at once.
type memory struct {
	profile   journal.Profile
	entries   []journal.Entry
	revisions map[uuid.UUID][]journal.Revision
	ticks     []journal.Tick
	states    []journal.StageState
	promises  []journal.PromiseLog
	goals     []journal.GoalLog
	own       journal.Own
	fails     error // what every Put returns
}

var (
	_ journal.Contents = (*memory)(nil)
	_ journal.Sink     = (*memory)(nil)
)

func (m *memory) GetProfile(context.Context) (journal.Profile, error) { return m.profile, nil }

func (m *memory) EachEntry(_ context.Context, filter journal.EntryFilter, f func(journal.Entry) error) error {
	for _, e := range m.entries {
		if filter.InBin == e.Deleted.IsZero() {
			continue
		}
		if err := f(e); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) ListRevisions(_ context.Context, id uuid.UUID) ([]journal.Revision, error) {
	return m.revisions[id], nil
}

func (m *memory) ListTicks(context.Context) ([]journal.Tick, error) { return m.ticks, nil }

func (m *memory) ListStageStates(context.Context) ([]journal.StageState, error) {
	return m.states, nil
}

func (m *memory) ListPromises(context.Context) ([]journal.PromiseLog, error) {
	return m.promises, nil
}

func (m *memory) GetOwn(context.Context) (journal.Own, error)          { return m.own, nil }
func (m *memory) ListGoals(context.Context) ([]journal.GoalLog, error) { return m.goals, nil }

func (m *memory) PutPromise(log journal.PromiseLog) error {
	m.promises = append(m.promises, log)
	return m.fails
}

func (m *memory) PutOwn(own journal.Own) error {
	m.own.Guides = append(m.own.Guides, own.Guides...)
	m.own.Prompts = append(m.own.Prompts, own.Prompts...)
	m.own.Contacts = append(m.own.Contacts, own.Contacts...)
	m.own.Questions = append(m.own.Questions, own.Questions...)
	return m.fails
}

func (m *memory) PutGoal(log journal.GoalLog) error {
	m.goals = append(m.goals, log)
	return m.fails
}

func (m *memory) PutProfile(p journal.Profile) error {
	m.profile = p
	return m.fails
}

func (m *memory) PutEntry(e journal.Entry, revisions []journal.Revision) error {
	m.entries = append(m.entries, e)
	if m.revisions == nil {
		m.revisions = map[uuid.UUID][]journal.Revision{}
	}
	m.revisions[e.ID] = slices.Clone(revisions)
	return m.fails
}

func (m *memory) PutTick(t journal.Tick) error {
	m.ticks = append(m.ticks, t)
	return m.fails
}

func (m *memory) PutStageState(s journal.StageState) error {
	m.states = append(m.states, s)
	return m.fails
}

package path

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// Store is what the Path screen reads and writes.
type Store interface {
	GetProfile(context.Context) (journal.Profile, error)
	ListTicks(context.Context) ([]journal.Tick, error)
	Tick(context.Context, journal.Tick) (journal.Tick, error)
	ListStageStates(context.Context) ([]journal.StageState, error)
	SetStageState(context.Context, journal.StageState) (journal.StageState, error)
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	UpdateProfile(context.Context, journal.Profile) error
	GetOwn(context.Context) (journal.Own, error)
	SetPrompt(context.Context, journal.OwnPrompt) (journal.OwnPrompt, error)
	DeletePrompt(context.Context, uuid.UUID) error
}

// linkedEntries is how many of a stage's newest entries are listed.
const linkedEntries = 50

// snapshot is what the screen shows, as it was at one moment.
type snapshot struct {
	profile journal.Profile
	ticks   []journal.Tick       // history, oldest first
	states  []journal.StageState // history, oldest first
	entries []journal.EntrySummary
	pages   []pageUse           // the guided pages of the stage
	prompts []journal.OwnPrompt // the person's own questions in the stage
	others  []journal.Stage     // what is kept of other guides
}

// pageUse is a guided page and when it was filled in last, if it was.
type pageUse struct {
	journal.Page
	last time.Time
}

// wanted is what a snapshot is to be of.
type wanted struct {
	guides []journal.Guide // the one that is followed first
	pages  []journal.Page
	stage  string // the one that is open
}

// fetch reads what the screen shows of what is wanted.
func fetch(ctx context.Context, store Store, w wanted) (s snapshot, err error) {
	if s.profile, err = store.GetProfile(ctx); err != nil {
		return s, err
	}
	if s.ticks, err = store.ListTicks(ctx); err != nil {
		return s, err
	}
	if s.states, err = store.ListStageStates(ctx); err != nil {
		return s, err
	}
	s.entries, err = store.ListEntries(ctx, journal.EntryFilter{Stages: []string{w.stage}, Limit: linkedEntries})
	if err != nil {
		return s, err
	}
	if s.pages, err = fetchPages(ctx, store, journal.PagesOf(w.pages, w.stage, s.profile.Role, s.profile.Path)); err != nil {
		return s, err
	}
	own, err := store.GetOwn(ctx)
	if err != nil {
		return s, err
	}
	written, err := writtenElsewhere(ctx, store, w.guides)
	written = append(written, w.stage) // it stays as long as it is open
	for _, p := range own.Prompts {
		if p.Stage == w.stage {
			s.prompts = append(s.prompts, p)
		}
		if p.Stage != "" {
			written = append(written, p.Stage)
		}
	}
	s.others = s.elsewhere(w.guides, written)
	return s, err
}

// fetchPages reads when each of pages was filled in last.
func fetchPages(ctx context.Context, store Store, pages []journal.Page) ([]pageUse, error) {
	var uses []pageUse
	for _, p := range pages {
		last, err := store.ListEntries(ctx, journal.EntryFilter{Page: p.ID, Limit: 1})
		if err != nil {
			return nil, err
		}
		use := pageUse{Page: p}
		if len(last) > 0 {
			use.last = last[0].At
		}
		uses = append(uses, use)
	}
	return uses, nil
}

// writtenElsewhere returns the stages that the first of guides lacks and that
// there are entries about.
func writtenElsewhere(ctx context.Context, store Store, guides []journal.Guide) ([]string, error) {
	var written []string
	looked := make(map[string]bool)
	for _, g := range guides[1:] {
		for _, stage := range g.Stages {
			if _, known := guides[0].Stage(stage.ID); known || looked[stage.ID] {
				continue
			}
			looked[stage.ID] = true
			some, err := store.ListEntries(ctx, journal.EntryFilter{Stages: []string{stage.ID}, Limit: 1})
			if err != nil {
				return nil, err
			}
			if len(some) > 0 {
				written = append(written, stage.ID)
			}
		}
	}
	return written, nil
}

// elsewhere returns what is kept of other guides than the first: what was
// ticked or noted, how stages stand, and the stages there are entries about.
func (s snapshot) elsewhere(guides []journal.Guide, written []string) []journal.Stage {
	stages, steps := written, []string(nil)
	for _, state := range s.states {
		stages = append(stages, state.Stage)
	}
	for _, tick := range s.ticks {
		steps = append(steps, tick.Step)
	}
	return journal.Elsewhere(guides, stages, steps)
}

// otherStages are those kept of other guides that g lacks altogether.
func (s snapshot) otherStages(g journal.Guide) []journal.Stage {
	return slices.DeleteFunc(slices.Clone(s.others), func(stage journal.Stage) bool {
		_, known := g.Stage(stage.ID)
		return known
	})
}

// other returns what is kept of other guides in the stage with the id.
func (s snapshot) other(id string) (journal.Stage, bool) {
	i := slices.IndexFunc(s.others, func(stage journal.Stage) bool { return stage.ID == id })
	if i < 0 {
		return journal.Stage{}, false
	}
	return s.others[i], true
}

// whole returns a stage with the steps that it lacks and that are kept in it of
// other guides, behind its own.
func (s snapshot) whole(stage journal.Stage) journal.Stage {
	other, _ := s.other(stage.ID)
	steps := slices.Clone(stage.Steps)
	for _, step := range other.Steps {
		if !slices.ContainsFunc(steps, func(own journal.Step) bool { return own.ID == step.ID }) {
			steps = append(steps, step)
		}
	}
	stage.Steps = steps
	return stage
}

// state returns how a stage stands.
func (s snapshot) state(stage string) journal.StageState {
	if state, ok := journal.CurrentStates(s.states)[stage]; ok {
		return state
	}
	return journal.StageState{Stage: stage, State: journal.NotStarted}
}

// ticked counts the stage's steps that are ticked, whoever they are for: a
// change of role takes nothing away.
func (s snapshot) ticked(stage journal.Stage) int {
	current, n := journal.CurrentTicks(s.ticks), 0
	for _, step := range stage.Steps {
		if current[step.ID].Done {
			n++
		}
	}
	return n
}

// isBegun reports whether there is something in a stage that shows it as begun,
// as far as it is known: a step that is ticked, or what was written in it.
func (s snapshot) isBegun(stage journal.Stage) bool {
	return s.ticked(s.whole(stage)) > 0 || len(s.entries) > 0
}

// folds reports whether a stage of the guide is closed: it is folded away, or it
// comes so and the person has neither opened it nor keeps anything in it.
func (s snapshot) folds(stage journal.Stage) bool {
	return s.profile.IsFolded(stage.ID, false) || s.profile.IsFolded(stage.ID, stage.Folded) &&
		len(s.history(s.whole(stage))) == 0 && len(s.entries) == 0 && len(s.prompts) == 0
}

// steps returns the stage's steps that the role is shown, and those that are
// ticked already, in the guide's order.
func (s snapshot) steps(stage journal.Stage) []journal.Step {
	current := journal.CurrentTicks(s.ticks)
	return slices.DeleteFunc(slices.Clone(stage.Steps), func(step journal.Step) bool {
		return !s.profile.Role.Sees(step.For) && !current[step.ID].Done
	})
}

// standing is how a step stands.
type standing struct {
	tick  journal.Tick // the newest act on it
	was   bool         // it was ticked before that act
	since time.Time    // when it was last ticked or unticked; later acts are notes
}

func (s snapshot) standing(step string) standing {
	var st standing
	for _, t := range s.ticks {
		if t.Step != step {
			continue
		}
		st.was = st.tick.Done
		if t.Done != st.was || st.since.IsZero() {
			st.since = t.At
		}
		st.tick = t
	}
	return st
}

// event is one dated line of a stage's history.
type event struct {
	tick  *journal.Tick
	was   bool // the step was ticked before tick
	state *journal.StageState
	step  journal.Step // of tick
}

func (e event) at() time.Time {
	if e.tick != nil {
		return e.tick.At
	}
	return e.state.At
}

// history returns what happened in a stage, newest first.
func (s snapshot) history(stage journal.Stage) []event {
	var events []event
	for _, step := range stage.Steps {
		was := false
		for _, tick := range s.ticks {
			if tick.Step == step.ID {
				events = append(events, event{tick: &tick, was: was, step: step})
				was = tick.Done
			}
		}
	}
	for _, state := range s.states {
		if state.Stage == stage.ID {
			events = append(events, event{state: &state})
		}
	}
	slices.SortStableFunc(events, func(a, b event) int { return b.at().Compare(a.at()) })
	return events
}

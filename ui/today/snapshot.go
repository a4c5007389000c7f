package today

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/feeling"
)

// Store is what the Today screen reads and writes.
type Store interface {
	GetProfile(context.Context) (journal.Profile, error)
	UpdateProfile(context.Context, journal.Profile) error
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	GetEntry(context.Context, uuid.UUID) (journal.Entry, error)
	CreateEntry(context.Context, journal.Entry) (journal.Entry, error)
	UpdateEntry(ctx context.Context, e journal.Entry, beginsAnew bool) (journal.Entry, error)
	DeleteEntry(context.Context, uuid.UUID) error
	PurgeEntry(context.Context, uuid.UUID) error
	EachFacts(ctx context.Context, filter journal.EntryFilter, f func(journal.EntryFacts) error) error
	ListFeelings(ctx context.Context, fields journal.PageKeys) ([]journal.FeelingUse, error)
	ListTicks(context.Context) ([]journal.Tick, error)
	Tick(context.Context, journal.Tick) (journal.Tick, error)
	ListStageStates(context.Context) ([]journal.StageState, error)
	ListPromises(context.Context) ([]journal.PromiseLog, error)
	Observe(ctx context.Context, promise uuid.UUID, o journal.Observation) (journal.Observation, error)
	Unobserve(ctx context.Context, promise uuid.UUID, day journal.Day) error
	ListGoals(context.Context) ([]journal.GoalLog, error)
	GetOwn(context.Context) (journal.Own, error)
	SetPrompt(context.Context, journal.OwnPrompt) (journal.OwnPrompt, error)
	DeletePrompt(context.Context, uuid.UUID) error
}

const (
	mostSteps   = 3
	lastEntries = 4
	coolingDays = 31  // how long ago a time-out that still runs may have begun
	againDays   = 500 // how long ago a page may have been filled in that is to be looked at again
)

// snapshot is what the screen shows, as it was at one moment.
type snapshot struct {
	now      time.Time
	today    journal.Day
	read     bool // it was read from the journal
	walk     journal.Walk
	steps    []journal.NextStep
	promises []journal.PromiseLog // due today
	cooling  []journal.CoolingOff // that run
	back     []journal.CoolingOff // whose return came a while ago
	letters  []journal.Entry      // whose day has come
	again    journal.LookAgain
	quick    journal.Entry // feelings noted today, or none
	latest   []journal.EntrySummary
	empty    bool // nothing is written in the journal
	words    feeling.Vocabulary
}

// facts reports whether the person keeps to plain facts.
func (s snapshot) facts() bool { return s.walk.Profile.KeepsToFacts() }

// asking returns the question of the day, or false.
func (s snapshot) asking() (journal.Asking, bool) {
	return s.walk.AskOn(s.today, s.walk.Profile.Skips(s.today))
}

// fetcher reads a snapshot, off the UI goroutine.
type fetcher struct {
	store Store
	guide journal.Guide
	pages []journal.Page
	now   time.Time
	steps []journal.NextStep // those to show again; nil: the next ones

	all []journal.PromiseLog // every promise
	s   snapshot
}

func (f *fetcher) fetch(ctx context.Context) (snapshot, error) {
	f.s = snapshot{now: f.now, today: journal.DayOf(f.now), read: true}
	for _, read := range []func(context.Context) error{f.walked, f.promised, f.looked, f.cooled, f.posted, f.felt, f.written} {
		if err := read(ctx); err != nil {
			return snapshot{}, err
		}
	}
	return f.s, nil
}

// walked reads where the person is on the path.
func (f *fetcher) walked(ctx context.Context) (err error) {
	w := journal.Walk{Guide: f.guide}
	if w.Profile, err = f.store.GetProfile(ctx); err != nil {
		return err
	}
	if w.Ticks, err = f.store.ListTicks(ctx); err != nil {
		return err
	}
	if w.States, err = f.store.ListStageStates(ctx); err != nil {
		return err
	}
	// Where it can't be read, which is said on arrival, no own question is asked.
	own, err := f.store.GetOwn(ctx)
	if errors.Is(err, journal.ErrDamaged) {
		err = nil
	}
	w.Prompts = own.Prompts
	f.s.walk, f.s.steps = w, f.steps
	if f.steps == nil {
		f.s.steps = w.NextSteps(mostSteps)
	}
	return err
}

func (f *fetcher) promised(ctx context.Context) (err error) {
	f.all, err = f.store.ListPromises(ctx)
	f.s.promises = journal.DueOn(f.all, f.s.today)
	return err
}

// looked reads what is to be looked at again.
func (f *fetcher) looked(ctx context.Context) error {
	goals, err := f.store.ListGoals(ctx)
	if err != nil {
		return err
	}
	var pages []journal.EntryFacts
	for _, page := range f.pages {
		if _, ok := page.Field(journal.FieldLookAgain); !ok {
			continue
		}
		if err := f.each(ctx, journal.EntryFilter{Page: page.ID, From: f.s.today.Plus(-againDays)}, &pages); err != nil {
			return err
		}
	}
	f.s.again = journal.ToLookAt(f.s.walk.Profile, f.all, goals, pages, f.s.today)
	return nil
}

// each adds the facts of the chosen entries to all.
func (f *fetcher) each(ctx context.Context, filter journal.EntryFilter, all *[]journal.EntryFacts) error {
	return f.store.EachFacts(ctx, filter, func(e journal.EntryFacts) error {
		*all = append(*all, e)
		return nil
	})
}

// cooled reads the time-outs that run.
func (f *fetcher) cooled(ctx context.Context) error {
	var begun []journal.EntryFacts
	for _, page := range journal.PagesOfKind(f.pages, journal.PageCoolingOff) {
		if err := f.each(ctx, journal.EntryFilter{Page: page, From: f.s.today.Plus(-coolingDays)}, &begun); err != nil {
			return err
		}
	}
	var all []journal.CoolingOff
	for _, e := range begun {
		if c, ok := journal.CoolingOffOf(f.pages, e, f.now.Location()); ok {
			all = append(all, c)
		}
	}
	f.s.cooling, f.s.back = journal.Running(all, f.now), journal.Returned(all, f.now)
	return nil
}

// posted reads the letters whose day has come.
func (f *fetcher) posted(ctx context.Context) error {
	var sealed []journal.EntryFacts
	if err := f.each(ctx, journal.EntryFilter{Kind: journal.KindLetter, LookBack: true}, &sealed); err != nil {
		return err
	}
	for _, e := range sealed {
		if !journal.HasCome(e.SealedUntil, f.s.today) {
			continue
		}
		letter, err := f.store.GetEntry(ctx, e.ID)
		if err != nil {
			return err
		}
		f.s.letters = append(f.s.letters, letter)
	}
	return nil
}

// written reads the last entries, without the one whose feelings are shown.
func (f *fetcher) written(ctx context.Context) (err error) {
	if f.s.latest, err = f.store.ListEntries(ctx, journal.EntryFilter{LookBack: true, Limit: lastEntries + 1, Felt: journal.OwnFeelingFields(f.pages)}); err != nil {
		return err
	}
	f.s.latest = slices.DeleteFunc(f.s.latest, func(e journal.EntrySummary) bool { return !f.s.facts() && e.ID == f.s.quick.ID })
	f.s.latest = f.s.latest[:min(len(f.s.latest), lastEntries)]
	any, err := f.store.ListEntries(ctx, journal.EntryFilter{Limit: 1})
	f.s.empty = len(any) == 0
	return err
}

// felt reads what was noted today, and the words that are offered.
func (f *fetcher) felt(ctx context.Context) error {
	day, err := f.store.ListEntries(ctx, journal.EntryFilter{From: f.s.today, To: f.s.today})
	if err != nil {
		return err
	}
	for _, e := range day {
		if e.IsQuick(f.s.today) {
			if f.s.quick, err = f.store.GetEntry(ctx, e.ID); err != nil {
				return err
			}
			break
		}
	}
	f.s.words.Hidden = f.s.walk.Profile.HiddenFeelings()
	if f.s.words.Used, err = f.store.ListFeelings(ctx, journal.FeelingFields(f.pages)); err != nil {
		return err
	}
	f.s.words.Felt, err = f.store.ListFeelings(ctx, journal.OwnFeelingFields(f.pages))
	return err
}

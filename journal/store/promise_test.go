package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

func promised() journal.Promise {
	return journal.Promise{
		Text: "Call before ten\nif I am late", Who: journal.ByMe, Why: "so that nobody waits", How: "the call is there",
		From: "2026-03-02", Every: "mon,thu", Due: "2026-09-01", Review: "2026-04-01",
	}
}

func TestPromises(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.CreatePromise(ctx, promised())
	must(t, err)
	want := promised()
	want.ID, want.At = first.ID, noon
	equal(t, first, want)

	reworded := first
	reworded.Text = "Call before nine"
	reworded, err = b.UpdatePromise(ctx, reworded) // the clock stands
	must(t, err)
	equal(t, reworded.At, noon.Add(time.Nanosecond))
	same, err := b.UpdatePromise(ctx, reworded)
	must(t, err)
	equal(t, same, reworded)
	b.clock.pass(time.Hour)
	second, err := b.CreatePromise(ctx, journal.Promise{Text: "Once", Who: journal.ByBoth, From: "2026-03-14"})
	must(t, err)

	b.reopen(t)
	got, err := b.ListPromises(ctx)
	must(t, err)
	equal(t, got, []journal.PromiseLog{
		{Wordings: []journal.Promise{first, reworded}}, {Wordings: []journal.Promise{second}},
	})
	one, err := b.GetPromise(ctx, first.ID)
	must(t, err)
	equal(t, one, got[0])
	if _, err := b.CreatePromise(ctx, first); !errors.Is(err, journal.ErrExists) {
		t.Errorf("the same promise again: %v", err)
	}
}

func TestObserve(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	p, err := b.CreatePromise(ctx, promised())
	must(t, err)
	missed, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: journal.Missed})
	must(t, err)
	equal(t, missed.At, noon)
	b.clock.pass(-time.Hour) // a clock that was put back
	kept, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: journal.Kept, Note: "late, but it was"})
	must(t, err)
	early, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-05", Result: journal.NotDue})
	must(t, err)

	b.reopen(t)
	log, err := b.GetPromise(ctx, p.ID)
	must(t, err)
	equal(t, log.Observations, []journal.Observation{early, missed, kept})
	equal(t, log.Observed(), []journal.Observation{early, kept})
}

func TestUnobserve(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	p, err := b.CreatePromise(ctx, promised())
	must(t, err)
	other, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-10", Result: journal.Kept})
	must(t, err)
	missed, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: journal.Missed})
	must(t, err)
	_, err = b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: journal.Kept})
	must(t, err)
	for _, want := range [][]journal.Observation{{other, missed}, {other}} {
		must(t, b.Unobserve(ctx, p.ID, "2026-03-09"))
		b.reopen(t)
		log, err := b.GetPromise(ctx, p.ID)
		must(t, err)
		equal(t, log.Observations, want)
	}
	if err := b.Unobserve(ctx, p.ID, "2026-03-09"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("what was never noted is taken back: %v", err)
	}
}

func TestPromiseKeepsALineBesideAWording(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.CreatePromise(ctx, promised())
	must(t, err)
	ended := first
	ended.Ended, ended.Note = "2026-03-14", "it has become a habit"
	ended, err = b.UpdatePromise(ctx, ended)
	must(t, err)
	b.reopen(t)
	log, err := b.GetPromise(ctx, first.ID)
	must(t, err)
	equal(t, log.Wordings, []journal.Promise{first, ended})
}

func TestDeletePromise(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	p, err := b.CreatePromise(ctx, promised())
	must(t, err)
	_, err = b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: journal.Kept})
	must(t, err)
	must(t, b.DeletePromise(ctx, p.ID))
	b.reopen(t)
	got, err := b.ListPromises(ctx)
	must(t, err)
	equal(t, len(got), 0)
	var left int
	must(t, b.Get(ctx, &left, "SELECT count(*) FROM observation"))
	equal(t, left, 0)
	if err := b.DeletePromise(ctx, p.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
}

func TestPromisesRefuse(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	p, err := b.CreatePromise(ctx, promised())
	must(t, err)
	spoilt, stranger := p, p
	spoilt.Text = " "
	stranger.ID = uuid.New()
	seen := journal.Observation{Day: "2026-03-09", Result: journal.Kept}
	for name, tt := range map[string]struct {
		do   func() error
		want error
	}{
		"a promise of nothing":  {func() error { _, err := b.CreatePromise(ctx, journal.Promise{}); return err }, journal.ErrInvalid},
		"an empty wording":      {func() error { _, err := b.UpdatePromise(ctx, spoilt); return err }, journal.ErrInvalid},
		"an unknown promise":    {func() error { _, err := b.UpdatePromise(ctx, stranger); return err }, journal.ErrNotFound},
		"a promise not there":   {func() error { _, err := b.GetPromise(ctx, stranger.ID); return err }, journal.ErrNotFound},
		"seen of one not there": {func() error { _, err := b.Observe(ctx, stranger.ID, seen); return err }, journal.ErrNotFound},
		"seen on no day":        {func() error { _, err := b.Observe(ctx, p.ID, journal.Observation{Result: journal.Kept}); return err }, journal.ErrInvalid},
		"seen in no way known here": {func() error {
			_, err := b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: "well"})
			return err
		}, journal.ErrInvalid},
	} {
		if err := tt.do(); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	got, err := b.ListPromises(ctx)
	must(t, err)
	equal(t, got, []journal.PromiseLog{{Wordings: []journal.Promise{p}}})
}

func TestGoals(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.CreateGoal(ctx, journal.Goal{Term: journal.LongTerm, Text: "A home that is calm", DoneWhen: "we both say so", Due: "2027-01-01"})
	must(t, err)
	reached := first
	reached.Reached = "2026-12-24"
	b.clock.pass(time.Hour)
	reached, err = b.UpdateGoal(ctx, reached)
	must(t, err)
	same, err := b.UpdateGoal(ctx, reached)
	must(t, err)
	equal(t, same, reached)
	b.clock.pass(time.Hour)
	second, err := b.CreateGoal(ctx, journal.Goal{Term: journal.ShortTerm, Text: "A walk"})
	must(t, err)

	b.reopen(t)
	got, err := b.ListGoals(ctx)
	must(t, err)
	equal(t, got, []journal.GoalLog{{Wordings: []journal.Goal{first, reached}}, {Wordings: []journal.Goal{second}}})

	if _, err := b.CreateGoal(ctx, first); !errors.Is(err, journal.ErrExists) {
		t.Errorf("the same goal again: %v", err)
	}
	if _, err := b.CreateGoal(ctx, journal.Goal{Text: "x"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a goal without a term: %v", err)
	}
	if _, err := b.UpdateGoal(ctx, journal.Goal{ID: uuid.New(), Term: journal.ShortTerm, Text: "x"}); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("an unknown goal: %v", err)
	}
	must(t, b.DeleteGoal(ctx, first.ID))
	if err := b.DeleteGoal(ctx, first.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	got, err = b.ListGoals(ctx)
	must(t, err)
	equal(t, got, []journal.GoalLog{{Wordings: []journal.Goal{second}}})
}

// TestImportRefusesMixedWordings keeps a promise from taking in another's.
func TestImportRefusesMixedWordings(t *testing.T) {
	b := newBox(t)
	p, g := promised(), journal.Goal{ID: uuid.New(), At: noon, Term: journal.ShortTerm, Text: "x"}
	p.ID, p.At = uuid.New(), noon
	other, otherGoal := p, g
	other.ID, otherGoal.ID = uuid.New(), uuid.New()
	for name, put := range map[string]func(journal.Sink) error{
		"no wording of a promise": func(s journal.Sink) error { return s.PutPromise(journal.PromiseLog{}) },
		"two promises": func(s journal.Sink) error {
			return s.PutPromise(journal.PromiseLog{Wordings: []journal.Promise{p, other}})
		},
		"no wording of a goal": func(s journal.Sink) error { return s.PutGoal(journal.GoalLog{}) },
		"two goals": func(s journal.Sink) error {
			return s.PutGoal(journal.GoalLog{Wordings: []journal.Goal{g, otherGoal}})
		},
	} {
		if _, err := b.Import(t.Context(), put); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, err := b.ListPromises(t.Context())
	must(t, err)
	equal(t, len(got), 0)
}

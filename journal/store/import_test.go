package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// entryID is the id of every entry in the tests of merging.
var entryID = uuid.MustParse("0b8e5f3c-9f0e-4f57-8c64-3a0b5a1d2c3e")

// at returns the moment n hours after noon, or none for 0.
func at(n int) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return noon.Add(time.Duration(n) * time.Hour)
}

func TestMerge(t *testing.T) {
	type side struct {
		text            string
		edited, deleted int // hours after noon
	}
	tests := map[string]struct {
		ours, theirs, want side
		revision           string // text of the one revision, or none
	}{
		"theirs is newer":            {side{"a", 1, 0}, side{"b", 2, 0}, side{"b", 2, 0}, "a"},
		"ours is newer":              {side{"a", 3, 0}, side{"b", 2, 0}, side{"a", 3, 0}, "b"},
		"as new, other text":         {side{"a", 2, 0}, side{"b", 2, 0}, side{"a", 2, 0}, "b"},
		"the very same":              {side{"a", 2, 0}, side{"a", 2, 0}, side{"a", 2, 0}, ""},
		"newer, same text":           {side{"a", 2, 0}, side{"a", 3, 0}, side{"a", 3, 0}, ""},
		"deleted there later":        {side{"a", 2, 0}, side{"a", 1, 3}, side{"a", 2, 3}, ""},
		"deleted there, edited here": {side{"a", 4, 0}, side{"b", 1, 3}, side{"a", 4, 0}, "b"},
		"deleted here later":         {side{"a", 1, 3}, side{"b", 2, 0}, side{"b", 2, 3}, "a"},
		"deleted here, edited there": {side{"a", 1, 3}, side{"b", 4, 0}, side{"b", 4, 0}, "a"},
		"deleted in both":            {side{"a", 1, 3}, side{"a", 1, 5}, side{"a", 1, 5}, ""},
		"edited in the bin, twice":   {side{"a", 4, 3}, side{"a", 4, 3}, side{"a", 4, 3}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			make := func(s side) journal.Entry {
				return journal.Entry{
					ID: entryID, At: noon, Created: noon, Edited: at(s.edited), Deleted: at(s.deleted),
					Title: s.text, Tags: []string{s.text},
				}
			}
			for _, s := range []side{tt.ours, tt.theirs, tt.theirs} { // the last changes nothing
				_, err := b.Import(t.Context(), func(sink journal.Sink) error { return sink.PutEntry(make(s), nil) })
				must(t, err)
			}
			b.reopen(t)
			got, err := b.GetEntry(t.Context(), entryID)
			must(t, err)
			equal(t, got, make(tt.want))
			revisions, err := b.ListRevisions(t.Context(), entryID)
			must(t, err)
			var texts []string
			for _, r := range revisions {
				texts = append(texts, r.Title)
			}
			if tt.revision == "" && len(texts) > 0 || tt.revision != "" && (len(texts) != 1 || texts[0] != tt.revision) {
				t.Errorf("the revisions are %q, want %q", texts, tt.revision)
			}
			if findings, err := b.Check(t.Context(), nil); err != nil || len(findings) > 0 {
				t.Errorf("Check: %v, %v", findings, err)
			}
		})
	}
}

// contents is everything a journal holds.
type contents struct {
	Profile   journal.Profile
	Entries   []journal.Entry
	Revisions map[uuid.UUID][]journal.Revision
	Ticks     []journal.Tick
	States    []journal.StageState
	Promises  []journal.PromiseLog
	Goals     []journal.GoalLog
	Own       journal.Own
}

func read(t testing.TB, src journal.Contents) contents {
	t.Helper()
	ctx := context.Background()
	c := contents{Revisions: map[uuid.UUID][]journal.Revision{}}
	var err error
	c.Profile, err = src.GetProfile(ctx)
	must(t, err)
	for _, bin := range []bool{false, true} {
		must(t, src.EachEntry(ctx, journal.EntryFilter{InBin: bin}, func(e journal.Entry) error {
			c.Entries = append(c.Entries, e)
			revisions, err := src.ListRevisions(ctx, e.ID)
			if len(revisions) > 0 {
				c.Revisions[e.ID] = revisions
			}
			return err
		}))
	}
	c.Ticks, err = src.ListTicks(ctx)
	must(t, err)
	c.States, err = src.ListStageStates(ctx)
	must(t, err)
	c.Promises, err = src.ListPromises(ctx)
	must(t, err)
	c.Goals, err = src.ListGoals(ctx)
	must(t, err)
	c.Own, err = src.GetOwn(ctx)
	must(t, err)
	return c
}

// put gives everything in c to the sink.
func (c contents) put(sink journal.Sink) error {
	errs := []error{sink.PutProfile(c.Profile)}
	for _, e := range c.Entries {
		errs = append(errs, sink.PutEntry(e, c.Revisions[e.ID]))
	}
	for _, tick := range c.Ticks {
		errs = append(errs, sink.PutTick(tick))
	}
	for _, state := range c.States {
		errs = append(errs, sink.PutStageState(state))
	}
	for _, log := range c.Promises {
		errs = append(errs, sink.PutPromise(log))
	}
	for _, log := range c.Goals {
		errs = append(errs, sink.PutGoal(log))
	}
	errs = append(errs, sink.PutOwn(c.Own))
	return errors.Join(errs...)
}

// lived returns a journal with something of everything in it.
func lived(t *testing.T) *box {
	t.Helper()
	ctx := t.Context()
	b := newBox(t)
	must(t, b.UpdateProfile(ctx, journal.Profile{Role: journal.Unsure, Guide: "own", Welcomed: true, Settings: map[string]string{"a": "b"}}))
	e := b.add(t, full())
	b.clock.pass(time.Second)
	e.Body = "rewritten"
	_, err := b.UpdateEntry(ctx, e, true)
	must(t, err)
	gone := b.add(t, journal.Entry{Title: "gone"})
	must(t, b.DeleteEntry(ctx, gone.ID))
	for _, done := range []bool{true, false, true} {
		_, err := b.Tick(ctx, journal.Tick{Step: "hope.one", Done: done, Note: "n"})
		must(t, err)
		_, err = b.SetStageState(ctx, journal.StageState{Stage: "hope", State: journal.Working})
		must(t, err)
		b.clock.pass(time.Hour)
	}
	p, err := b.CreatePromise(ctx, promised())
	must(t, err)
	p.Ended = "2026-06-01"
	_, err = b.UpdatePromise(ctx, p)
	must(t, err)
	for _, result := range []journal.Result{journal.Missed, journal.Partly} {
		_, err = b.Observe(ctx, p.ID, journal.Observation{Day: "2026-03-09", Result: result, Note: "n"})
		must(t, err)
	}
	_, err = b.CreateGoal(ctx, journal.Goal{Term: journal.ShortTerm, Text: "A walk"})
	must(t, err)
	addOwn(t, b)
	return b
}

func TestImportIntoNew(t *testing.T) {
	want := read(t, lived(t))
	b := newBox(t)
	for range 2 { // the second time changes nothing
		counts, err := b.Import(t.Context(), want.put)
		must(t, err)
		equal(t, counts, journal.Counts{
			Entries: 2, Revisions: 1, Ticks: 3, StageStates: 3, Promises: 1, Observations: 2, Goals: 1, Own: 4,
		})
		b.reopen(t)
		equal(t, read(t, b), want)
	}
}

func TestImportKeepsProfile(t *testing.T) {
	ctx := t.Context()
	other := journal.Profile{Role: journal.Caused, Guide: "other"}
	tests := map[string]struct {
		before func(b *box) error
		want   journal.Profile
	}{
		"nothing": {func(*box) error { return nil }, other},
		"an entry": {func(b *box) error {
			_, err := b.CreateEntry(ctx, journal.Entry{Title: "a"})
			return err
		}, profile},
		"an entry in the bin": {func(b *box) error {
			e, err := b.CreateEntry(ctx, journal.Entry{Title: "a"})
			return errors.Join(err, b.DeleteEntry(ctx, e.ID))
		}, profile},
		"a tick": {func(b *box) error {
			_, err := b.Tick(ctx, journal.Tick{Step: "a"})
			return err
		}, profile},
		"a prompt of one's own": {func(b *box) error {
			_, err := b.SetPrompt(ctx, journal.OwnPrompt{Text: "a"})
			return err
		}, profile},
		"a stage state": {func(b *box) error {
			_, err := b.SetStageState(ctx, journal.StageState{Stage: "a", State: journal.Working})
			return err
		}, profile},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			must(t, tt.before(b))
			_, err := b.Import(ctx, func(sink journal.Sink) error {
				return errors.Join(sink.PutEntry(full(), nil), sink.PutProfile(other))
			})
			must(t, err)
			got, err := b.GetProfile(ctx)
			must(t, err)
			equal(t, got, tt.want)
		})
	}
}

// TestImportTicks never has two acts of a step at a moment, and never doubles
// one.
func TestImportTicks(t *testing.T) {
	b := newBox(t)
	_, err := b.Tick(t.Context(), journal.Tick{Step: "a", Done: true})
	must(t, err)
	for range 3 {
		_, err := b.Import(t.Context(), func(sink journal.Sink) error {
			return errors.Join(
				sink.PutTick(journal.Tick{Step: "a", Done: true, At: noon}),
				sink.PutTick(journal.Tick{Step: "a", Done: false, At: noon}))
		})
		must(t, err)
	}
	got, err := b.ListTicks(t.Context())
	must(t, err)
	equal(t, got, []journal.Tick{{Step: "a", Done: true, At: noon}, {Step: "a", At: noon.Add(time.Nanosecond)}})
}

func TestImportAllOrNothing(t *testing.T) {
	stop := errors.New("the archive is broken")
	good := func(sink journal.Sink) error {
		return errors.Join(sink.PutEntry(full(), nil), sink.PutProfile(journal.Profile{Role: journal.Both, Guide: "x"}),
			sink.PutTick(journal.Tick{Step: "a", At: noon}),
			sink.PutStageState(journal.StageState{Stage: "a", State: journal.Working, At: noon}))
	}
	tests := map[string]struct {
		bad  func(journal.Sink) error
		want error
	}{
		"the reader fails":  {func(journal.Sink) error { return stop }, stop},
		"an empty entry":    {func(s journal.Sink) error { return s.PutEntry(journal.Entry{ID: entryID, At: noon}, nil) }, journal.ErrEmptyEntry},
		"an entry of no id": {func(s journal.Sink) error { return s.PutEntry(journal.Entry{Title: "a", At: noon}, nil) }, journal.ErrInvalid},
		"a bad revision": {func(s journal.Sink) error {
			return s.PutEntry(full(), []journal.Revision{{At: noon, Body: "\x00"}})
		}, journal.ErrInvalid},
		"a bad tick":    {func(s journal.Sink) error { return s.PutTick(journal.Tick{}) }, journal.ErrInvalid},
		"a bad state":   {func(s journal.Sink) error { return s.PutStageState(journal.StageState{Stage: "a"}) }, journal.ErrInvalid},
		"a bad profile": {func(s journal.Sink) error { return s.PutProfile(journal.Profile{}) }, journal.ErrInvalid},
		"an error the reader passes over": {func(s journal.Sink) error {
			_ = s.PutTick(journal.Tick{})
			return nil
		}, journal.ErrInvalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			before := read(t, b)
			counts, err := b.Import(t.Context(), func(sink journal.Sink) error {
				return errors.Join(good(sink), tt.bad(sink))
			})
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			equal(t, counts, journal.Counts{})
			b.reopen(t)
			equal(t, read(t, b), before)
		})
	}
}

func TestImportCancelled(t *testing.T) {
	b := newBox(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := b.Import(ctx, func(sink journal.Sink) error {
		for i := range 100 {
			if i == 50 {
				cancel()
			}
			e := journal.Entry{ID: uuid.New(), At: noon, Title: fmt.Sprint(i)}
			if err := sink.PutEntry(e, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	equal(t, titles(t, b, journal.EntryFilter{}), []string(nil))
	b.add(t, journal.Entry{Title: "afterwards"})
}

// TestImportPanic leaves the journal usable when the reader panics.
func TestImportPanic(t *testing.T) {
	b := newBox(t)
	func() {
		defer func() { recover() }()
		b.Import(t.Context(), func(sink journal.Sink) error {
			must(t, sink.PutEntry(full(), nil))
			panic("broken reader")
		})
	}()
	b.add(t, journal.Entry{Title: "afterwards"})
	equal(t, titles(t, b, journal.EntryFilter{}), []string{"afterwards"})
}

package store_test

import (
	"errors"
	"testing"
	"time"

	"mend/journal"
)

func TestTicks(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.Tick(ctx, journal.Tick{Step: "hope.one", Done: true, Note: "line\nline"})
	must(t, err)
	equal(t, first, journal.Tick{Step: "hope.one", Done: true, At: noon, Note: "line\nline"})

	same, err := b.Tick(ctx, journal.Tick{Step: "hope.one", Done: false})
	must(t, err)
	equal(t, same.At, noon.Add(time.Nanosecond))
	other, err := b.Tick(ctx, journal.Tick{Step: "hope.two", Done: true})
	must(t, err)
	equal(t, other.At, noon)
	past, err := b.Tick(ctx, journal.Tick{Step: "hope.one", Done: true, At: moment(t, "2020-01-01T00:00:00-05:00")})
	must(t, err)

	b.reopen(t)
	got, err := b.ListTicks(ctx)
	must(t, err)
	equal(t, got, []journal.Tick{past, first, other, same})
	if current := journal.CurrentTicks(got)["hope.one"]; current.Done {
		t.Error("the step is still ticked")
	}
	if _, err := b.Tick(ctx, journal.Tick{Done: true}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a tick of no step: %v", err)
	}
}

func TestStageStates(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.SetStageState(ctx, journal.StageState{Stage: "hope", State: journal.Exploring, Reason: "why not"})
	must(t, err)
	equal(t, first, journal.StageState{Stage: "hope", State: journal.Exploring, At: noon, Reason: "why not"})
	second, err := b.SetStageState(ctx, journal.StageState{Stage: "hope", State: journal.Paused})
	must(t, err)
	past, err := b.SetStageState(ctx, journal.StageState{Stage: "hope", State: journal.Working, At: noon.Add(-time.Hour)})
	must(t, err)

	b.reopen(t)
	got, err := b.ListStageStates(ctx)
	must(t, err)
	equal(t, got, []journal.StageState{past, first, second})
	if current := journal.CurrentStates(got)["hope"].State; current != journal.Paused {
		t.Errorf("the stage is %s", current)
	}
	if _, err := b.SetStageState(ctx, journal.StageState{Stage: "hope", State: "fine"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a state that is none: %v", err)
	}
}

func TestUpdateProfile(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	want := journal.Profile{
		Role: journal.Both, Path: journal.Trying, PathUntil: "2026-12-31", Guide: "own", Welcomed: true,
		Settings: map[string]string{"look": "dark", "scale": "1.25", "empty": ""},
	}
	must(t, b.UpdateProfile(ctx, want))
	b.reopen(t)
	got, err := b.GetProfile(ctx)
	must(t, err)
	equal(t, got, want)
	if err := b.UpdateProfile(ctx, journal.Profile{Role: "judge", Guide: "own"}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a role that is none: %v", err)
	}
	got, err = b.GetProfile(ctx)
	must(t, err)
	equal(t, got, want)
}

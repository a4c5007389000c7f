package store_test

import (
	"errors"
	"testing"
	"time"

	"mend/journal"
)

func ownGuide() journal.OwnGuide {
	return journal.OwnGuide{Base: journal.DefaultGuide, Guide: journal.Guide{
		ID: "own-path", Title: "My path", Phases: []journal.Phase{{ID: "steady", Title: "Steady"}},
		Stages: []journal.Stage{{ID: "acknowledge", Title: "Acknowledge", Phase: "steady", Hidden: true,
			Steps:   []journal.Step{{ID: "acknowledge.own-1", Title: "Breathe", For: journal.ForEither, Prompt: "And now?"}},
			Prompts: []journal.Prompt{{Text: "What else?", For: journal.ForHurt, Paths: []journal.Path{journal.Trying}}}}},
	}}
}

func TestOwnGuides(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	first, err := b.SetGuide(ctx, ownGuide())
	must(t, err)
	want := ownGuide()
	want.Edited = noon
	equal(t, first, want)

	b.clock.pass(-time.Hour) // a clock that was put back
	first.Title = "Another path"
	second, err := b.SetGuide(ctx, first)
	must(t, err)
	equal(t, second.Edited, noon.Add(time.Nanosecond))
	b.reopen(t)
	own, err := b.GetOwn(ctx)
	must(t, err)
	equal(t, own, journal.Own{Guides: []journal.OwnGuide{second}})

	must(t, b.DeleteGuide(ctx, second.ID))
	if err := b.DeleteGuide(ctx, second.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	own, err = b.GetOwn(ctx)
	must(t, err)
	equal(t, own, journal.Own{})
}

func TestOwnGuideIsChecked(t *testing.T) {
	b := newBox(t)
	bad := ownGuide()
	bad.ID = "rebuilding-trust"
	if _, err := b.SetGuide(t.Context(), bad); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("a guide of the program was overwritten: %v", err)
	}
}

func TestQuestionMarks(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	_, err := b.MarkQuestion(ctx, journal.QuestionMark{Question: "early-or-late", Favourite: true, Asked: "2026-03-14"})
	must(t, err)
	undone, err := b.MarkQuestion(ctx, journal.QuestionMark{Question: "early-or-late", Favourite: true}) // the clock stands
	must(t, err)
	b.reopen(t)
	own, err := b.GetOwn(ctx)
	must(t, err)
	equal(t, own, journal.Own{Questions: []journal.QuestionMark{undone}})
}

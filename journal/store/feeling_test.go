package store_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"mend/journal"
	"mend/journal/archive"
)

// feel is a feeling in one word.
func feel(word string, intensity int) journal.Feeling {
	return journal.Feeling{Word: word, Intensity: intensity}
}

func TestRenameFeeling(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	before := []journal.Entry{
		b.add(t, journal.Entry{Title: "one", At: at(1), Feelings: []journal.Feeling{feel("calm", 2), feel("wobly", 4)}, Tags: []string{"wobly"}}),
		b.add(t, journal.Entry{Title: "both", Body: "wobly", Feelings: []journal.Feeling{feel("wobly", 1), feel("wobbly", 3)}}),
		b.add(t, journal.Entry{Title: "none", Feelings: []journal.Feeling{feel("calm", 5)}}),
		b.add(t, journal.Entry{Title: "binned", Feelings: []journal.Feeling{feel("wobly", 5)}, SealedUntil: "2030-01-01"}),
	}
	before[3].Deleted = b.clock.pass(time.Minute)
	must(t, b.DeleteEntry(ctx, before[3].ID))
	b.clock.pass(time.Hour)

	n, err := b.RenameFeeling(ctx, "wobly", "wobbly")
	must(t, err)
	if n != 3 {
		t.Errorf("%d entries changed, want 3", n)
	}
	b.reopen(t)
	for i, felt := range [][]journal.Feeling{
		{feel("calm", 2), feel("wobbly", 4)}, {feel("wobbly", 3)}, {feel("calm", 5)}, {feel("wobbly", 5)},
	} {
		want := before[i]
		want.Feelings = felt
		got, err := b.GetEntry(ctx, want.ID)
		must(t, err)
		equal(t, got, want) // nothing else has changed, Edited neither
		revisions, err := b.ListRevisions(ctx, want.ID)
		must(t, err)
		equal(t, revisions, []journal.Revision(nil))
	}
	equal(t, titles(t, b, journal.EntryFilter{Feelings: felt("wobly", 0)}), []string(nil))
	equal(t, titles(t, b, journal.EntryFilter{Feelings: felt("wobbly", 0)}), []string{"one", "both"})
	feelings, err := b.ListFeelings(ctx)
	must(t, err)
	equal(t, feelings, []journal.FeelingUse{{Word: "calm", Entries: 2}, {Word: "wobbly", Entries: 2}})
	findings, err := b.Check(ctx, nil)
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
}

func TestRenameFeelingThatNobodyHas(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Feelings: []journal.Feeling{feel("calm", 2)}})
	for _, c := range [][2]string{{"wobly", "wobbly"}, {"calm", "calm"}} {
		if n, err := b.RenameFeeling(t.Context(), c[0], c[1]); n != 0 || err != nil {
			t.Errorf("%s to %s: %d, %v", c[0], c[1], n, err)
		}
	}
}

func TestRenameFeelingRefuses(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Feelings: []journal.Feeling{feel("secret", 2)}})
	for name, to := range map[string]string{
		"nothing": "", "space around": " secret2", "two lines": "secret\nword", "endless": strings.Repeat("secret", 40), "NUL": "secret\x00",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := b.RenameFeeling(t.Context(), "secret", to)
			if !errors.Is(err, journal.ErrInvalid) || strings.Contains(err.Error(), "secret") {
				t.Errorf("got %v", err)
			}
		})
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.RenameFeeling(cancelled, "secret", "known"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	got, err := b.GetEntry(t.Context(), e.ID)
	must(t, err)
	equal(t, got, e)
}

func TestRenamedFeelingIsNotHidden(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	b.add(t, journal.Entry{Feelings: []journal.Feeling{feel("wobly", 2)}})
	p, err := b.GetProfile(ctx)
	must(t, err)
	for _, word := range []string{"furious", "wobly"} {
		p.HideFeeling(word, true)
	}
	must(t, b.UpdateProfile(ctx, p))
	_, err = b.RenameFeeling(ctx, "wobly", "wobbly")
	must(t, err)
	b.reopen(t)
	p, err = b.GetProfile(ctx)
	must(t, err)
	equal(t, p.HiddenFeelings(), []string{"furious"})
}

// What the person chose about words, and what stands beside the feelings, goes
// with the archive into a new journal, and out of it the same.
func TestArchiveCarriesFeelings(t *testing.T) {
	ctx := t.Context()
	from, to := newBox(t), newBox(t)
	p := profile
	p.HideFeeling("furious", true)
	p.AskBefore(true)
	must(t, from.UpdateProfile(ctx, p))
	want := from.add(t, journal.Entry{Feelings: []journal.Feeling{feel("wobly", 2)}, Before: 1, After: 5,
		Fields: map[string]string{journal.FieldFeltIn: "chest\nand throat", journal.FieldNeed: "An evening alone."}})
	_, err := from.RenameFeeling(ctx, "wobly", "wobbly")
	must(t, err)
	want.Feelings = []journal.Feeling{feel("wobbly", 2)}

	var first, second bytes.Buffer
	_, err = archive.Write(ctx, &first, from, noon)
	must(t, err)
	_, err = to.Import(ctx, func(sink journal.Sink) error {
		return archive.Read(bytes.NewReader(first.Bytes()), sink)
	})
	must(t, err)
	got, err := to.GetEntry(ctx, want.ID)
	must(t, err)
	equal(t, got, want)
	gotProfile, err := to.GetProfile(ctx)
	must(t, err)
	equal(t, gotProfile, p)
	_, err = archive.Write(ctx, &second, to, noon)
	must(t, err)
	if first.String() != second.String() {
		t.Error("exported again, it is not the same")
	}
}

func TestSearchFindsWhatStandsBesideFeelings(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Title: "evening", Fields: map[string]string{journal.FieldFeltIn: "Tight chest", journal.FieldNeed: "to sleep"}})
	for query, want := range map[string][]string{"ches": {"evening"}, "sleep tight": {"evening"}, "felt": nil} {
		equal(t, titles(t, b, journal.EntryFilter{Query: query}), want)
	}
}

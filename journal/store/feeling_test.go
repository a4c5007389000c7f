package store_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
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

	n, err := b.RenameFeeling(ctx, "wobly", "wobbly", nil)
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
	feelings, err := b.ListFeelings(ctx, nil)
	must(t, err)
	equal(t, feelings, []journal.FeelingUse{{Word: "calm", Entries: 2}, {Word: "wobbly", Entries: 2}})
	findings, err := b.Check(ctx, nil)
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
}

// feltKeys says where the pages of these tests have feelings.
func feltKeys() journal.PageKeys { return journal.PageKeys{"p": {"now", "then"}, "unused": {"now"}} }

func TestRenameFeelingInPages(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	fields := func(now, then, said string) map[string]string {
		return map[string]string{"now": now, "then": then, "said": said}
	}
	before := []journal.Entry{
		b.add(t, journal.Entry{Title: "both fields", Page: "p", Fields: fields("calm:2\nwobly:4", "wobly", "wobly:3")}),
		b.add(t, journal.Entry{Title: "both words", Page: "p", Fields: fields("wobbly:1\nwobly:4", "", "x"), Feelings: []journal.Feeling{feel("wobly", 2)}}),
		b.add(t, journal.Entry{Title: "unreadable", Page: "p", Fields: fields("wobly:9", "woblyish:2", "x")}),
		b.add(t, journal.Entry{Title: "other page", Page: "q", Fields: fields("wobly:3", "", "x")}),
		b.add(t, journal.Entry{Title: "sealed", Page: "p", Fields: fields("wobly:5", "", "x"), SealedUntil: "2030-01-01"}),
		b.add(t, journal.Entry{Title: "binned", Page: "p", Fields: fields("wobly:5", "", "x")}),
	}
	before[5].Deleted = b.clock.pass(time.Minute)
	must(t, b.DeleteEntry(ctx, before[5].ID))
	b.clock.pass(time.Hour)
	uses, err := b.ListFeelings(ctx, feltKeys())
	must(t, err)
	equal(t, uses, []journal.FeelingUse{{Word: "wobly", Entries: 2}, {Word: "calm", Entries: 1}, {Word: "wobbly", Entries: 1}, {Word: "woblyish", Entries: 1}})

	n, err := b.RenameFeeling(ctx, "wobly", "wobbly", feltKeys())
	must(t, err)
	if n != 4 {
		t.Errorf("%d entries changed, want 4", n)
	}
	b.reopen(t)
	for i, want := range []map[string]string{
		fields("calm:2\nwobbly:4", "wobbly:3", "wobly:3"), fields("wobbly:4", "", "x"), before[2].Fields, before[3].Fields,
		fields("wobbly:5", "", "x"), fields("wobbly:5", "", "x"),
	} {
		e := before[i]
		e.Fields, e.Feelings = want, journal.RenameFeeling(e.Feelings, "wobly", "wobbly")
		got, err := b.GetEntry(ctx, e.ID)
		must(t, err)
		equal(t, got, e) // nothing else has changed, Edited neither
		revisions, err := b.ListRevisions(ctx, e.ID)
		must(t, err)
		equal(t, revisions, []journal.Revision(nil))
	}
	found := titles(t, b, journal.EntryFilter{Query: "wobbly"}) // of one moment, so in any order
	slices.Sort(found)
	equal(t, found, []string{"both fields", "both words"})
	uses, err = b.ListFeelings(ctx, feltKeys())
	must(t, err)
	equal(t, uses, []journal.FeelingUse{{Word: "wobbly", Entries: 2}, {Word: "calm", Entries: 1}, {Word: "woblyish", Entries: 1}})
	findings, err := b.Check(ctx, nil)
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
}

// An archive from before a word was renamed brings nothing of it back; what it
// says otherwise is kept beside, as every other text is.
func TestImportFromBeforeARename(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	e := b.add(t, journal.Entry{Page: "p", Fields: map[string]string{"now": "wobly:4"}})
	var before bytes.Buffer
	_, err := archive.Write(ctx, &before, b, noon)
	must(t, err)
	_, err = b.RenameFeeling(ctx, "wobly", "wobbly", feltKeys())
	must(t, err)
	_, err = b.Import(ctx, func(sink journal.Sink) error { return archive.Read(bytes.NewReader(before.Bytes()), sink) })
	must(t, err)
	got, err := b.GetEntry(ctx, e.ID)
	must(t, err)
	e.Fields = map[string]string{"now": "wobbly:4"}
	equal(t, got, e)
}

func TestRenameFeelingThatNobodyHas(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Feelings: []journal.Feeling{feel("calm", 2)}})
	for _, c := range [][2]string{{"wobly", "wobbly"}, {"calm", "calm"}} {
		if n, err := b.RenameFeeling(t.Context(), c[0], c[1], nil); n != 0 || err != nil {
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
			_, err := b.RenameFeeling(t.Context(), "secret", to, nil)
			if !errors.Is(err, journal.ErrInvalid) || strings.Contains(err.Error(), "secret") {
				t.Errorf("got %v", err)
			}
		})
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.RenameFeeling(cancelled, "secret", "known", nil); !errors.Is(err, context.Canceled) {
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
	_, err = b.RenameFeeling(ctx, "wobly", "wobbly", nil)
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
	_, err := from.RenameFeeling(ctx, "wobly", "wobbly", nil)
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

// feltOn adds an entry on the page of feltKeys.
func (b *box) feltOn(t *testing.T, title, now, then string, e journal.Entry) {
	t.Helper()
	e.Title, e.Page, e.Fields = title, "p", map[string]string{"now": now, "then": then, "theirs": "let down:5"}
	b.add(t, e)
}

// What is named on a page is found by feeling, as strong as it is at most.
func TestFeelingsOnPagesAreFound(t *testing.T) {
	b := newBox(t) // 14 March 2026
	b.feltOn(t, "page", "let down:4\nİrkilmiş:1", "let down:2\ncalm", journal.Entry{})
	b.feltOn(t, "both", "LET DÓWN:1", "", journal.Entry{Feelings: felt("let down", 3)})
	b.feltOn(t, "sealed", "let down:5", "", journal.Entry{SealedUntil: "2026-03-15", Feelings: felt("calm", 3)})
	b.feltOn(t, "its day", "let down:5", "", journal.Entry{SealedUntil: "2026-03-14"})
	b.feltOn(t, "another word", "let:5\ndown:5\nlet downs:5", "", journal.Entry{Body: "let down"})
	b.feltOn(t, "dotless", "kırgın:2", "", journal.Entry{})
	b.feltOn(t, "a sign", "🙃:2", "down, and let:5", journal.Entry{})
	b.add(t, journal.Entry{Title: "beside", Feelings: felt("Let down", 2)})
	b.add(t, journal.Entry{Title: "other page", Page: "q", Fields: map[string]string{"now": "let down:5"}})
	binned := b.add(t, journal.Entry{Title: "binned", Page: "p", Fields: map[string]string{"now": "let down:5"}})
	must(t, b.DeleteEntry(t.Context(), binned.ID))
	for _, tt := range []struct {
		felt []journal.Feeling
		keys journal.PageKeys
		want []string
	}{
		{felt("let down", 0), feltKeys(), []string{"beside", "both", "its day", "page"}},
		{felt("LÉT down", 0), feltKeys(), []string{"beside", "both", "its day", "page"}},
		{felt("let down", 3), feltKeys(), []string{"both", "its day", "page"}},
		{felt("let down", 4), feltKeys(), []string{"its day", "page"}},
		{felt("let down", 0), nil, []string{"beside", "both"}},
		{felt("calm", 3), feltKeys(), []string{"page", "sealed"}},
		{append(felt("let down", 4), feel("calm", 0)), feltKeys(), []string{"page"}},
		{felt("irkilmis", 0), feltKeys(), []string{"page"}},
		{felt("KIRGIN", 0), feltKeys(), []string{"dotless"}},
		{felt("🙃", 0), feltKeys(), []string{"a sign"}},
		{felt("let", 0), feltKeys(), []string{"another word"}},
		{felt("let's \"down", 0), feltKeys(), nil},
	} {
		f := journal.EntryFilter{Feelings: tt.felt, Felt: tt.keys}
		got := titles(t, b, f) // of one moment, so in any order
		slices.Sort(got)
		equal(t, got, tt.want)
		n, err := b.CountEntries(t.Context(), f)
		must(t, err)
		equal(t, n, len(tt.want))
	}
	f := journal.EntryFilter{Feelings: felt("let down", 5), Felt: feltKeys(), InBin: true}
	equal(t, titles(t, b, f), []string{"binned"})
}

// A list shows what an entry names, but of a letter still sealed nothing that
// is on its page.
func TestListShowsFeelingsOfPages(t *testing.T) {
	b := newBox(t) // 14 March 2026
	b.feltOn(t, "page", "sad:4\ncalm:1", "sad:1", journal.Entry{Feelings: felt("calm", 2)})
	b.feltOn(t, "sealed", "sad:5", "", journal.Entry{SealedUntil: "2026-03-15", Feelings: felt("calm", 2)})
	b.add(t, journal.Entry{Title: "other page", Page: "q", Fields: map[string]string{"now": "sad:5"}})
	for _, tt := range []struct {
		keys journal.PageKeys
		want map[string][]journal.Feeling
	}{
		{nil, map[string][]journal.Feeling{"page": felt("calm", 2), "sealed": felt("calm", 2), "other page": nil}},
		{feltKeys(), map[string][]journal.Feeling{"page": {feel("calm", 2), feel("sad", 4)}, "sealed": felt("calm", 2), "other page": nil}},
	} {
		list, err := b.ListEntries(t.Context(), journal.EntryFilter{Felt: tt.keys})
		must(t, err)
		got := make(map[string][]journal.Feeling)
		for _, e := range list {
			got[e.Title] = e.Feelings
		}
		equal(t, got, tt.want)
	}
}

// What two pages name is something they share.
func TestLikeByFeelingsOfPages(t *testing.T) {
	b := newBox(t)
	mine := b.add(t, journal.Entry{Title: "mine", Body: "The quarrel.", Feelings: felt("hurt", 3)})
	b.feltOn(t, "shares both", "", "Hurt:1", journal.Entry{Body: "Another quarrel."})
	b.feltOn(t, "shares a word", "", "quarrel:1", journal.Entry{})
	twice := b.add(t, journal.Entry{Title: "a feeling that is a word", Page: "p", Fields: map[string]string{"now": "hurt:3"}})
	for keys, want := range map[bool]int{true: 1, false: 0} {
		var felt journal.PageKeys
		if keys {
			felt = feltKeys()
		}
		alike, err := b.ListLike(t.Context(), mine.ID, felt, 9)
		must(t, err)
		if len(alike) != want || want > 0 && !slices.Equal(alike[0].Feelings, []string{"Hurt"}) {
			t.Errorf("with keys %v alike are %+v", keys, alike)
		}
	}
	alike, err := b.ListLike(t.Context(), twice.ID, feltKeys(), 9)
	must(t, err)
	equal(t, len(alike), 0) // one word alone, and not a feeling beside it

	down := b.add(t, journal.Entry{Title: "let", Feelings: felt("let down", 3), Body: "Down by the gate."})
	b.feltOn(t, "is let down", "let down:2", "", journal.Entry{})
	alike, err = b.ListLike(t.Context(), down.ID, feltKeys(), 9)
	must(t, err)
	equal(t, len(alike), 0) // the word is of the feeling
}

// What others share with a letter would tell what is in it.
func TestNothingIsLikeASealedLetter(t *testing.T) {
	b := newBox(t) // 14 March 2026
	for day, want := range map[journal.Day]int{"2026-03-14": 1, "2026-03-15": 0} {
		letter := b.add(t, journal.Entry{Title: string(day), Body: "The ferry and the walrus " + string(day), SealedUntil: day})
		other := b.add(t, journal.Entry{Title: "again", Body: "A walrus on the ferry."})
		alike, err := b.ListLike(t.Context(), letter.ID, nil, 9)
		must(t, err)
		equal(t, len(alike), want)
		must(t, b.PurgeEntry(t.Context(), letter.ID))
		must(t, b.PurgeEntry(t.Context(), other.ID))
	}
}

package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// full is an entry with something in every field.
func full() journal.Entry {
	return journal.Entry{
		ID: uuid.MustParse("6f1c9a0e-5a1b-4a44-9f3e-0d2b6c7e8f90"),
		At: time.Date(2025, 12, 31, 23, 59, 59, 999999999, time.FixedZone("", -8*3600)),

		Title: "A title", Body: "# First line\n\nand **more**",
		Feelings: []journal.Feeling{{Word: "hopeful", Intensity: 2}, {Word: "sad", Intensity: 5}, {Word: "hopeful", Intensity: 3}},
		Before:   2, After: 4, Tags: []string{"later", "early", "later"},
		Stage: "acknowledge", Step: "acknowledge.name-it", Promise: "p-1",
		Page: "letter", Fields: map[string]string{"to": "you", "text": "<a & b>\u2028 \"quoted\""},
		KeepOut: true, NoLookBack: true, Starred: true, SealedUntil: "2027-01-01",
	}
}

func TestCreateEntry(t *testing.T) {
	b := newBox(t)
	want := full()
	got := b.add(t, want)
	want.Created, want.Edited = noon, noon
	equal(t, got, want)

	b.reopen(t)
	got, err := b.GetEntry(t.Context(), want.ID)
	must(t, err)
	equal(t, got, want)
}

func TestCreateEntryFillsIn(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Body: "text", Deleted: noon})
	if e.ID == uuid.Nil {
		t.Error("no ID was made")
	}
	if !e.Deleted.IsZero() {
		t.Error("it was born in the bin")
	}
	for name, at := range map[string]time.Time{"At": e.At, "Created": e.Created, "Edited": e.Edited} {
		if at.Format(time.RFC3339Nano) != noon.Format(time.RFC3339Nano) {
			t.Errorf("%s is %v", name, at)
		}
	}
}

func TestCreateEntryRefuses(t *testing.T) {
	b := newBox(t)
	taken := b.add(t, journal.Entry{Title: "here"})
	tests := map[string]struct {
		entry journal.Entry
		want  error
	}{
		"nothing":         {journal.Entry{Body: " \n\t", Starred: true, Stage: "hope"}, journal.ErrEmptyEntry},
		"an ID twice":     {journal.Entry{ID: taken.ID, Title: "again"}, journal.ErrExists},
		"NUL":             {journal.Entry{Body: "a\x00b"}, journal.ErrInvalid},
		"broken UTF-8":    {journal.Entry{Body: "a\xffb"}, journal.ErrInvalid},
		"a huge title":    {journal.Entry{Title: strings.Repeat("a", journal.MaxTitle+1)}, journal.ErrInvalid},
		"a bad intensity": {journal.Entry{Feelings: []journal.Feeling{{Word: "sad", Intensity: 6}}}, journal.ErrInvalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := b.CreateEntry(t.Context(), tt.entry); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	n, err := b.CountEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	if n != 1 {
		t.Errorf("%d entries are kept, want 1", n)
	}
}

// TestOddText keeps texts that storage likes to spoil.
func TestOddText(t *testing.T) {
	texts := map[string]string{
		"line ends":         "a\r\nb\rc\n\n\n",
		"leading space":     "  \t a  ",
		"one long line":     strings.Repeat("x", 100_000),
		"right to left":     "قلبي مكسور \u200f \u202e\u202d שלום",
		"combining marks":   "e\u0301 " + strings.Repeat("\u0300\u0301\u0302", 1000),
		"emoji":             "👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
		"beyond the BMP":    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎",
		"controls":          "\x01\x02\x1b[31m\x7f\u0085\u2028\u2029\ufeff",
		"noncharacters":     "\uffff\ufffe\ufffd\U0010ffff",
		"SQL":               `'; DROP TABLE entry; -- " \ % _ ? ?1 :a @b $c`,
		"full text syntax":  `"a* OR NEAR/2 NOT ^b title:c (d) -e`,
		"half a megabyte":   strings.Repeat("päper ", 80_000),
		"numbers like text": "00012",
	}
	b := newBox(t)
	ids := make(map[string]uuid.UUID)
	for name, text := range texts {
		ids[name] = b.add(t, journal.Entry{Body: text, Fields: map[string]string{"f": text}, Page: "p"}).ID
	}
	b.reopen(t)
	for name, text := range texts {
		e, err := b.GetEntry(t.Context(), ids[name])
		must(t, err)
		if e.Body != text || e.Fields["f"] != text {
			t.Errorf("%s: the text changed", name)
		}
	}
	if findings, err := b.Check(t.Context(), nil); err != nil || len(findings) > 0 {
		t.Errorf("Check: %v, %v", findings, err)
	}
}

// TestMoments keeps every moment with its own offset.
func TestMoments(t *testing.T) {
	b := newBox(t)
	for _, moment := range []string{
		"2024-02-29T00:00:00Z", "2024-02-29T23:59:59.000000001+14:00", "1066-10-14T09:00:00-12:00",
		"0001-01-01T00:00:01Z", "9999-12-31T23:59:59.999999999+00:01", "1969-12-31T23:59:59.5-03:30",
	} {
		at, err := time.Parse(time.RFC3339Nano, moment)
		must(t, err)
		e := b.add(t, journal.Entry{At: at, Title: "then"})
		if got := e.At.Format(time.RFC3339Nano); got != moment {
			t.Errorf("%s came back as %s", moment, got)
		}
	}
	old := time.Date(1883, 5, 1, 12, 0, 0, 0, time.FixedZone("LMT", 53*60+28))
	if e := b.add(t, journal.Entry{At: old, Title: "then"}); !e.At.Equal(old) {
		t.Errorf("%v came back as %v", old, e.At)
	}
}

func TestUpdateEntry(t *testing.T) {
	b := newBox(t)
	before := b.add(t, full())
	want := journal.Entry{
		ID: before.ID, At: before.At.Add(-48 * time.Hour), Title: "Another", Body: "text",
		Feelings: []journal.Feeling{{Word: "calm", Intensity: 1}}, Tags: []string{"only"}, SealedUntil: "2028-01-01",
	}
	later := b.clock.pass(time.Minute)
	got, err := b.UpdateEntry(t.Context(), want, true)
	must(t, err)
	want.Created, want.Edited = noon, later
	equal(t, got, want)

	b.reopen(t)
	got, err = b.GetEntry(t.Context(), want.ID)
	must(t, err)
	equal(t, got, want)
	if findings, err := b.Check(t.Context(), nil); err != nil || len(findings) > 0 {
		t.Errorf("Check: %v, %v", findings, err)
	}
}

func TestUpdateEntryWithoutChange(t *testing.T) {
	b := newBox(t)
	e := b.add(t, full())
	b.clock.pass(time.Hour)
	again := e
	again.At = time.Time{}
	got, err := b.UpdateEntry(t.Context(), again, true)
	must(t, err)
	equal(t, got, e)
	revisions, err := b.ListRevisions(t.Context(), e.ID)
	must(t, err)
	equal(t, revisions, []journal.Revision(nil))
}

func TestUpdateEntryRefuses(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "here"})
	tests := map[string]struct {
		entry journal.Entry
		want  error
	}{
		"an unknown id": {journal.Entry{ID: uuid.New(), Title: "there"}, journal.ErrNotFound},
		"nothing":       {journal.Entry{ID: e.ID}, journal.ErrEmptyEntry},
		"a bad day":     {journal.Entry{ID: e.ID, Title: "a", SealedUntil: "soon"}, journal.ErrInvalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := b.UpdateEntry(t.Context(), tt.entry, true); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	got, err := b.GetEntry(t.Context(), e.ID)
	must(t, err)
	equal(t, got, e)
}

func TestBin(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	kept := b.add(t, journal.Entry{Title: "kept", Tags: []string{"a"}, Feelings: []journal.Feeling{{Word: "calm", Intensity: 1}}})
	gone := b.add(t, journal.Entry{Title: "gone", Tags: []string{"b"}, Feelings: []journal.Feeling{{Word: "sad", Intensity: 1}}})
	deleted := b.clock.pass(time.Minute)
	must(t, b.DeleteEntry(ctx, gone.ID))
	b.clock.pass(time.Minute)
	must(t, b.DeleteEntry(ctx, gone.ID)) // again: nothing changes

	e, err := b.GetEntry(ctx, gone.ID)
	must(t, err)
	if !e.Deleted.Equal(deleted) {
		t.Errorf("Deleted is %v, want %v", e.Deleted, deleted)
	}
	equal(t, titles(t, b, journal.EntryFilter{}), []string{"kept"})
	equal(t, titles(t, b, journal.EntryFilter{InBin: true}), []string{"gone"})
	equal(t, titles(t, b, journal.EntryFilter{Query: "gone"}), []string(nil))
	equal(t, titles(t, b, journal.EntryFilter{Query: "gone", InBin: true}), []string{"gone"})
	tags, err := b.ListTags(ctx)
	must(t, err)
	equal(t, tags, []string{"a"})
	feelings, err := b.ListFeelings(ctx, nil)
	must(t, err)
	equal(t, feelings, []journal.FeelingUse{{Word: "calm", Entries: 1}})

	restored := b.clock.pass(time.Minute)
	must(t, b.RestoreEntry(ctx, gone.ID))
	must(t, b.RestoreEntry(ctx, kept.ID)) // was never there: nothing changes
	gone.Edited = restored
	e, err = b.GetEntry(ctx, gone.ID)
	must(t, err)
	equal(t, e, gone)
	e, err = b.GetEntry(ctx, kept.ID)
	must(t, err)
	equal(t, e, kept)

	must(t, b.DeleteEntry(ctx, gone.ID))
	b.reopen(t)
	equal(t, titles(t, b, journal.EntryFilter{InBin: true}), []string{"gone"})
	e, err = b.GetEntry(ctx, gone.ID)
	must(t, err)
	e.Title = "edited there"
	e, err = b.UpdateEntry(ctx, e, true)
	must(t, err)
	if e.Deleted.IsZero() {
		t.Error("an edit took the entry out of the bin")
	}
}

func TestPurgeEntry(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	e := b.add(t, full())
	e.SealedUntil = ""
	_, err := b.UpdateEntry(ctx, journal.Entry{ID: e.ID, Title: "zebra"}, true)
	must(t, err)
	must(t, b.PurgeEntry(ctx, e.ID))
	for _, table := range []string{"entry", "entry_text", "feeling", "tag", "revision"} {
		var n int
		must(t, b.Get(ctx, &n, "SELECT count(*) FROM "+table))
		if n != 0 {
			t.Errorf("%d rows are left in %s", n, table)
		}
	}
	equal(t, titles(t, b, journal.EntryFilter{Query: "zebra"}), []string(nil))
	if _, err := b.GetEntry(ctx, e.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("GetEntry: %v", err)
	}
	if findings, err := b.Check(ctx, nil); err != nil || len(findings) > 0 {
		t.Errorf("Check: %v, %v", findings, err)
	}
}

func TestUnknownEntry(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	id := uuid.New()
	_, getErr := b.GetEntry(ctx, id)
	_, revErr := b.ListRevisions(ctx, id)
	for name, err := range map[string]error{
		"GetEntry": getErr, "ListRevisions": revErr, "DeleteEntry": b.DeleteEntry(ctx, id),
		"RestoreEntry": b.RestoreEntry(ctx, id), "PurgeEntry": b.PurgeEntry(ctx, id),
	} {
		if !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRevisions(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "t", Body: "one", Page: "p", Fields: map[string]string{"k": "v"}})
	type text = journal.Revision
	for _, edit := range []struct {
		after     time.Duration
		body      string
		anew      bool
		revisions int
	}{
		{time.Minute, "one two", false, 0},
		{time.Minute, "one two three", true, 1},
		{time.Minute, "one two three four", false, 1},
		{10 * time.Minute, "one two three four five", false, 2},
		{time.Minute, strings.Repeat("long ", 100), false, 2},
		{time.Minute, "short", false, 3},
	} {
		b.clock.pass(edit.after)
		e.Body = edit.body
		var err error
		e, err = b.UpdateEntry(ctx, e, edit.anew)
		must(t, err)
		revisions, err := b.ListRevisions(ctx, e.ID)
		must(t, err)
		if len(revisions) != edit.revisions {
			t.Fatalf("after %q there are %d revisions, want %d", edit.body[:5], len(revisions), edit.revisions)
		}
	}
	b.reopen(t)
	got, err := b.ListRevisions(ctx, e.ID)
	must(t, err)
	fields := map[string]string{"k": "v"}
	equal(t, got, []text{
		{At: noon.Add(time.Minute), Title: "t", Body: "one two", Fields: fields},
		{At: noon.Add(3 * time.Minute), Title: "t", Body: "one two three four", Fields: fields},
		{At: noon.Add(14 * time.Minute), Title: "t", Body: strings.Repeat("long ", 100), Fields: fields},
	})
}

func TestEmptyBin(t *testing.T) {
	b := newBox(t)
	ctx := t.Context()
	kept := b.add(t, journal.Entry{Title: "kept", Body: "wren"})
	var gone []journal.Entry
	for range 3 {
		e := b.add(t, journal.Entry{Title: "gone", Body: "wren"})
		e.Body = "wren and fen"
		_, err := b.UpdateEntry(ctx, e, true)
		must(t, err)
		must(t, b.DeleteEntry(ctx, e.ID))
		gone = append(gone, e)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if n, err := b.EmptyBin(stopped); err == nil || n != 0 {
		t.Errorf("stopped, it removed %d with %v", n, err)
	}
	n, err := b.EmptyBin(ctx)
	must(t, err)
	if n != 3 {
		t.Errorf("%d were removed, want 3", n)
	}
	for _, e := range gone {
		if _, err := b.ListRevisions(ctx, e.ID); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("the revisions of a purged entry: %v", err)
		}
	}
	found, err := b.ListEntries(ctx, journal.EntryFilter{Query: "wren"})
	must(t, err)
	if len(found) != 1 || found[0].ID != kept.ID {
		t.Errorf("%d are found after emptying the bin, want the one kept", len(found))
	}
	var left int
	must(t, b.Get(ctx, &left, "SELECT count(*) FROM revision"))
	if left != 0 {
		t.Errorf("%d revisions are left", left)
	}
	if n, err := b.EmptyBin(ctx); err != nil || n != 0 {
		t.Errorf("an empty bin: removed %d, %v", n, err)
	}
}

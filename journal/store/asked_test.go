package store_test

import (
	"bytes"
	"testing"

	"mend/journal"
	"mend/journal/archive"
)

// What was asked goes with the archive into another journal, revisions and all,
// also where it was taken away.
func TestArchiveCarriesWhatWasAsked(t *testing.T) {
	ctx := t.Context()
	from, to := newBox(t), newBox(t)
	kept := from.add(t, journal.Entry{Body: "Nobody.", Fields: map[string]string{journal.FieldAsked: "Who knows of it?"}})
	gone := from.add(t, journal.Entry{Body: "Yes.", Fields: map[string]string{journal.FieldAsked: "Is it enough?"}})
	gone.Fields = map[string]string{journal.FieldAsked: ""}
	gone, err := from.UpdateEntry(ctx, gone, true)
	must(t, err)

	var file bytes.Buffer
	_, err = archive.Write(ctx, &file, from, noon)
	must(t, err)
	for range 2 { // merged again, nothing changes
		_, err = to.Import(ctx, func(sink journal.Sink) error {
			return archive.Read(bytes.NewReader(file.Bytes()), sink)
		})
		must(t, err)
	}
	for _, want := range []journal.Entry{kept, gone} {
		got, err := to.GetEntry(ctx, want.ID)
		must(t, err)
		equal(t, got, want)
	}
	revisions, err := to.ListRevisions(ctx, gone.ID)
	must(t, err)
	if len(revisions) != 1 || revisions[0].Fields[journal.FieldAsked] != "Is it enough?" {
		t.Errorf("its revisions are %+v", revisions)
	}
}

// The same question stands above many entries: search goes by the answers.
func TestSearchPassesOverWhatWasAsked(t *testing.T) {
	b := newBox(t)
	b.add(t, journal.Entry{Title: "evening", Body: "Nobody.", Fields: map[string]string{
		journal.FieldAsked: "Who knows of it?", journal.FieldNeed: "to sleep"}})
	for query, want := range map[string][]string{"knows": nil, "nobody": {"evening"}, "sleep": {"evening"}} {
		equal(t, titles(t, b, journal.EntryFilter{Query: query}), want)
	}
}

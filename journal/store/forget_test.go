package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"mend/journal"
	"mend/journal/store"
)

// What is deleted for ever is nowhere in the database any more, the search index
// included: looked for in an unsealed file.
func TestDeletedForEverLeavesNoWord(t *testing.T) {
	for name, remove := range map[string]func(*store.Store, journal.Entry) error{
		"one entry": func(s *store.Store, e journal.Entry) error { return s.PurgeEntry(t.Context(), e.ID) },
		"the bin": func(s *store.Store, _ journal.Entry) error {
			_, err := s.EmptyBin(t.Context())
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "plain.mend")
			s, err := store.OpenPlain(t.Context(), path)
			must(t, err)
			defer s.Close()
			e := writeRareWords(t.Context(), t, s)
			if rareWords(t, path) == 0 {
				t.Fatal("the words can't be found while they are there")
			}
			must(t, s.DeleteEntry(t.Context(), e.ID))
			must(t, remove(s, e))
			if n := rareWords(t, path); n > 0 {
				t.Errorf("%d copies of the words are left", n)
			}
			kept, err := s.ListEntries(t.Context(), journal.EntryFilter{Query: "wren"})
			must(t, err)
			if len(kept) != 1 {
				t.Errorf("of what is kept %d are found, want 1", len(kept))
			}
		})
	}
}

// What the person added of their own goes from the file when they remove it, and
// what they had there before they changed it.
func TestRemovedOwnLeavesNoWord(t *testing.T) {
	path, ctx := filepath.Join(t.TempDir(), "plain.mend"), t.Context()
	s, err := store.OpenPlain(ctx, path)
	must(t, err)
	defer s.Close()
	g := journal.OwnGuide{Base: journal.DefaultGuide}
	g.ID, g.Title, g.Stages = journal.OwnPrefix+"1", "xylotitle", []journal.Stage{{ID: "choose", Title: "quagbody"}}
	for _, add := range []string{"jinxneed", "plainer"} {
		g.Stages[0].Caution = add
		_, err = s.SetGuide(ctx, g)
		must(t, err)
	}
	p, err := s.SetPrompt(ctx, journal.OwnPrompt{Text: "vexbody"})
	must(t, err)
	c, err := s.SetContact(ctx, journal.Contact{Name: "A friend", Reach: "zwietag"})
	must(t, err)
	if rareWords(t, path) == 0 {
		t.Fatal("the words can't be found while they are there")
	}
	c.Reach = "elsewhere"
	_, err = s.SetContact(ctx, c)
	must(t, err)
	must(t, s.DeletePrompt(ctx, p.ID))
	must(t, s.DeleteGuide(ctx, g.ID))
	if n := rareWords(t, path); n > 0 {
		t.Errorf("%d copies of the words are left", n)
	}
}

// writeRareWords keeps an entry with rare words in every field and an earlier
// version, among others.
func writeRareWords(ctx context.Context, t *testing.T, s *store.Store) journal.Entry {
	t.Helper()
	_, err := s.CreateEntry(ctx, journal.Entry{Body: "a wren in the fen"})
	must(t, err)
	e, err := s.CreateEntry(ctx, journal.Entry{
		Title: "xylotitle", Body: "quagbody", Tags: []string{"zwietag"},
		Fields: map[string]string{"need": "jinxneed"},
	})
	must(t, err)
	e.Body = "vexbody"
	e, err = s.UpdateEntry(ctx, e, true)
	must(t, err)
	return e
}

// rareWords counts them in the file.
func rareWords(t *testing.T, path string) (n int) {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	for _, word := range []string{"xylotitle", "quagbody", "vexbody", "zwietag", "jinxneed"} {
		n += bytes.Count(content, []byte(word))
	}
	return n
}

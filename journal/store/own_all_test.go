package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/store"
)

func ownGuideNamed(name string) journal.OwnGuide {
	g := ownGuide()
	g.ID, g.Title = journal.OwnPrefix+name, name
	return g
}

// addOwn keeps one of everything that can be of one's own.
func addOwn(t *testing.T, b *box) journal.Own {
	t.Helper()
	ctx := t.Context()
	g, err := b.SetGuide(ctx, ownGuide())
	must(t, err)
	p, err := b.SetPrompt(ctx, journal.OwnPrompt{Text: "What would help?", Stage: "choose"})
	must(t, err)
	c, err := b.SetContact(ctx, journal.Contact{Name: "A friend", Reach: "next door", Note: "in the evening"})
	must(t, err)
	m, err := b.MarkQuestion(ctx, journal.QuestionMark{Question: "tea-or-coffee", Favourite: true, Asked: "2026-03-10"})
	must(t, err)
	return journal.Own{
		Guides: []journal.OwnGuide{g}, Prompts: []journal.OwnPrompt{p}, Contacts: []journal.Contact{c}, Questions: []journal.QuestionMark{m},
	}
}

func own(t *testing.T, b *box) journal.Own {
	t.Helper()
	got, err := b.GetOwn(t.Context())
	must(t, err)
	return got
}

func TestOwn(t *testing.T) {
	b := newBox(t)
	if !own(t, b).Empty() {
		t.Error("a new journal holds something of one's own")
	}
	want := addOwn(t, b)
	equal(t, want.Prompts[0].Created, noon)
	equal(t, want.Guides[0].Edited, noon)
	b.reopen(t)
	equal(t, own(t, b), want)
	if findings, err := b.Check(t.Context(), nil); err != nil || len(findings) > 0 {
		t.Errorf("Check: %v, %v", findings, err)
	}
}

func TestOwnIsInOrder(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	for i, name := range []string{"c", "a", "b"} {
		_, err := b.SetGuide(ctx, ownGuideNamed(name))
		must(t, err)
		_, err = b.SetPrompt(ctx, journal.OwnPrompt{ID: uuid.UUID{byte(9 - i)}, Text: name})
		must(t, err)
		_, err = b.SetContact(ctx, journal.Contact{ID: uuid.UUID{byte(9 - i)}, Name: name})
		must(t, err)
		_, err = b.MarkQuestion(ctx, journal.QuestionMark{Question: name})
		must(t, err)
		b.clock.pass(time.Minute)
	}
	var got [4]string
	o := own(t, b)
	for i := range o.Guides {
		got[0] += o.Guides[i].Title
		got[1] += o.Prompts[i].Text
		got[2] += o.Contacts[i].Name
		got[3] += o.Questions[i].Question
	}
	equal(t, got, [4]string{"abc", "cab", "cab", "abc"})
}

// TestOwnIsChanged sets everything again, also while the clock stands or was
// put back: what was set last counts, and the moment it came stays.
func TestOwnIsChanged(t *testing.T) {
	ctx := t.Context()
	for name, passes := range map[string]time.Duration{"later": time.Hour, "at once": 0, "the clock put back": -time.Hour} {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			was := addOwn(t, b)
			b.clock.pass(passes)
			was.Guides[0].Title, was.Prompts[0].Text, was.Contacts[0].Name, was.Questions[0].Asked = "2", "2", "2", "2026-03-12"
			var want journal.Own
			g, err := b.SetGuide(ctx, was.Guides[0])
			must(t, err)
			p, err := b.SetPrompt(ctx, was.Prompts[0])
			must(t, err)
			c, err := b.SetContact(ctx, was.Contacts[0])
			must(t, err)
			m, err := b.MarkQuestion(ctx, was.Questions[0])
			must(t, err)
			want.Guides, want.Prompts = []journal.OwnGuide{g}, []journal.OwnPrompt{p}
			want.Contacts, want.Questions = []journal.Contact{c}, []journal.QuestionMark{m}
			equal(t, own(t, b), want)
			equal(t, c.Created, noon)
			if !p.Edited.After(noon) {
				t.Errorf("edited %v, which is not after %v", p.Edited, noon)
			}
		})
	}
}

func TestDeleteOwn(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	o := addOwn(t, b)
	must(t, b.DeleteGuide(ctx, o.Guides[0].ID))
	must(t, b.DeletePrompt(ctx, o.Prompts[0].ID))
	must(t, b.DeleteContact(ctx, o.Contacts[0].ID))
	if err := b.DeleteContact(ctx, o.Contacts[0].ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("deleted once more: %v", err)
	}
	equal(t, own(t, b), journal.Own{Questions: o.Questions})
}

func TestOwnRefuses(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	_, guide := b.SetGuide(ctx, journal.OwnGuide{})
	_, prompt := b.SetPrompt(ctx, journal.OwnPrompt{})
	_, contact := b.SetContact(ctx, journal.Contact{Reach: "1"})
	_, question := b.MarkQuestion(ctx, journal.QuestionMark{Question: "q", Asked: "soon"})
	for name, err := range map[string]error{"guide": guide, "prompt": prompt, "contact": contact, "question": question} {
		if !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := b.Import(ctx, func(sink journal.Sink) error {
		return sink.PutOwn(journal.Own{Questions: []journal.QuestionMark{{Question: "q"}}, Contacts: []journal.Contact{{Name: "without id"}}})
	})
	if !errors.Is(err, journal.ErrInvalid) || !own(t, b).Empty() {
		t.Errorf("imported: %v", err)
	}
}

func TestMergeOwn(t *testing.T) {
	id := uuid.UUID{7}
	contact := func(name string, edited int) journal.Own {
		return journal.Own{Contacts: []journal.Contact{{ID: id, Name: name, Created: noon, Edited: at(edited)}}}
	}
	for name, tt := range map[string]struct {
		ours, theirs int // when each was edited, in hours after noon
		want         string
	}{
		"theirs is newer": {1, 2, "theirs"}, "ours is newer": {2, 1, "ours"}, "as new": {1, 1, "ours"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			for _, o := range []journal.Own{contact("ours", tt.ours), contact("theirs", tt.theirs), contact("theirs", tt.theirs)} {
				counts, err := b.Import(t.Context(), func(sink journal.Sink) error { return sink.PutOwn(o) })
				must(t, err)
				equal(t, counts, journal.Counts{Own: 1})
			}
			equal(t, own(t, b), contact(tt.want, max(tt.ours, tt.theirs)))
		})
	}
}

// What is deleted, or reworded, is nowhere in the database any more.
func TestDeletedOwnLeavesNoWord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plain.mend")
	s, err := store.OpenPlain(t.Context(), path)
	must(t, err)
	defer s.Close()
	c, err := s.SetContact(t.Context(), journal.Contact{Name: "xylotitle", Reach: "quagbody"})
	must(t, err)
	if rareWords(t, path) == 0 {
		t.Fatal("the words can't be found while they are there")
	}
	c.Name, c.Reach = "a friend", ""
	_, err = s.SetContact(t.Context(), c)
	must(t, err)
	if n := rareWords(t, path); n > 0 {
		t.Errorf("%d copies of reworded words are left", n)
	}
	c.Name = "jinxneed"
	_, err = s.SetContact(t.Context(), c)
	must(t, err)
	must(t, s.DeleteContact(t.Context(), c.ID))
	if n := rareWords(t, path); n > 0 {
		t.Errorf("%d copies of deleted words are left", n)
	}
}

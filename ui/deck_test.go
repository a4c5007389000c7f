package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/journal/store"
	"mend/ui"
)

func withDeck(_ *house, p *ui.Ports) {
	p.Deck = []journal.Question{
		{ID: "sea", Depth: journal.ThisOrThat, Text: "The sea or the hills?"},
		{ID: "fear", Depth: journal.Deep, Text: "What do you not dare to ask me?"},
	}
}

func TestTheDeck(t *testing.T) {
	h := enterWith(t, withDeck)
	h.unlock(passphrase)
	h.command("Path")
	h.command("Questions to ask each other")
	if !h.says("The sea or the hills?") || !h.says("None asked yet") {
		t.Fatal("the deck does not show")
	}
	h.typeText("fa")
	h.key(fyne.KeyRight)
	h.typeText("a")
	h.command("Undo")
	h.key(fyne.KeyEscape)
	if !h.says("How this stands for you") {
		t.Error("Escape does not lead back to the Path")
	}
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		own, err := s.GetOwn(ctx)
		for _, m := range own.Questions {
			if m.Question == "sea" && (!m.Favourite || m.Asked == "") || m.Question == "fear" && m.Asked != "" {
				t.Errorf("kept %+v", m)
			}
		}
		return err
	})
	h.unlock(passphrase)
	h.command("Questions to ask each other")
	if !h.says("Asked so far: 1") {
		t.Error("what was marked is gone after a lock")
	}
	h.tap("Write about it")
	if !h.says("The sea or the hills?") || !h.linksTo("Talk and listen") {
		t.Error("there is no entry with the question, linked to its stage")
	}
	h.typeText("The hills, both of us.")
	h.command("Lock")
	h.keeps("The hills, both of us.")
	h.unlock(passphrase)
	if h.command("Journal"); !h.says("The sea or the hills?") {
		t.Error("opened again, the entry does not say what was asked")
	}
}

func TestTheDeckIsFoldedWithItsStage(t *testing.T) {
	h := enterWith(t, withDeck)
	h.inside(func(ctx context.Context, s *store.Store) error {
		p := journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide, Welcomed: true}
		p.Fold("talk")
		return s.UpdateProfile(ctx, p)
	})
	h.unlock(passphrase)
	h.command("Questions to ask each other")
	if !h.says("folded away") {
		t.Fatal("the deck is open although its stage is folded away")
	}
	h.key(fyne.KeyReturn)
	h.typeText("f")
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		own, err := s.GetOwn(ctx)
		if len(own.Questions) != 1 {
			t.Errorf("opened, %d questions can be marked", len(own.Questions))
		}
		return err
	})
}

package ui_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/journal/store"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// follow chooses the guide with the title in Settings.
func (h *house) follow(title string) {
	h.Helper()
	h.command("Settings")
	choices := uitest.Find(h, h.win.Content(), func(*widget.Choices) bool { return true })
	choices.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for choices.Options[choices.Selected].Label != title {
		choices.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func (h *house) tickFirst() {
	h.Helper()
	test.Tap(uitest.Find(h, h.win.Content(), func(*widget.TickBox) bool { return true }))
}

// linksTo reports whether the open entry's link begins with a text.
func (h *house) linksTo(text string) bool {
	for _, chip := range uitest.Shown[*widget.Chip](h.win.Content()) {
		if strings.HasPrefix(chip.Text, text) {
			return true
		}
	}
	return false
}

func TestAnotherGuideTakesNothingAway(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Path")
	h.tickFirst()
	h.tap("Write about this")
	h.typeText("one evening")
	h.follow("Talk first")

	h.command("Path")
	if h.says("Reconnect") && h.says("Look ahead") || !h.says("Talk and listen") {
		t.Error("the Path does not follow the other guide")
	}
	if !h.says("From another guide") || !h.says("Acknowledge") || !h.says("1 ticked") {
		t.Error("the Path does not show what the other guide lacks")
	}
	h.command("Journal")
	if !h.says("one evening") || !h.linksTo("Acknowledge › ") {
		t.Error("the entry lost its words, or the title of its stage")
	}
	h.follow("Rebuilding trust")
	h.command("Path")
	if h.says("From another guide") || !h.says("1 ticked") {
		t.Error("the way back does not show what was there before")
	}
	h.command("Lock")
	h.keeps("one evening")
}

// inside changes the journal's file, which must be closed, behind the window's
// back.
func (h *house) inside(change func(context.Context, *store.Store) error) {
	h.Helper()
	s, err := store.Open(context.Background(), h.path, []byte(passphrase), cheap())
	if err != nil {
		h.Fatal(err)
	}
	defer s.Close()
	if err := change(context.Background(), s); err != nil {
		h.Fatal(err)
	}
}

func ownGuide() journal.OwnGuide {
	return journal.OwnGuide{Base: journal.DefaultGuide, Guide: journal.Guide{
		ID: "own-1", Title: "My way", Phases: []journal.Phase{{ID: "steady", Title: "Steady"}},
		Stages: []journal.Stage{
			{ID: "own-2", Title: "Breathe first", Phase: "steady", Steps: []journal.Step{{ID: "own-2.own-3", Title: "Walk to the river"}}},
			{ID: "acknowledge", Title: "Acknowledge", Phase: "steady"},
			{ID: "talk", Title: "Talk and listen", Phase: "steady", Hidden: true},
		},
	}}
}

func TestAnOwnGuideIsFollowed(t *testing.T) {
	h := enter(t)
	h.inside(func(ctx context.Context, s *store.Store) error {
		_, err := s.SetGuide(ctx, ownGuide())
		return err
	})
	h.unlock(passphrase)
	h.follow("My way")
	h.command("Path")
	if !h.says("Breathe first") || !h.says("Walk to the river") || h.says("Talk and listen") {
		t.Error("the Path does not follow the person's own guide")
	}
	h.tickFirst()
	h.command("Lock")
	h.unlock(passphrase)
	h.command("Path")
	if !h.says("Breathe first") || !h.says("1 ticked") {
		t.Error("the guide is not followed after unlocking again")
	}

	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error { return s.DeleteGuide(ctx, "own-1") })
	h.unlock(passphrase)
	h.command("Path")
	if !h.says("Talk and listen") || !h.says("From another guide") {
		t.Error("without the guide, the default guide is not followed, or what was ticked is gone")
	}
}

func TestAPathWithoutStagesFallsBack(t *testing.T) {
	h := enter(t)
	h.inside(func(ctx context.Context, s *store.Store) error {
		own := ownGuide()
		for i := range own.Stages {
			own.Stages[i].Hidden = true
		}
		if _, err := s.SetGuide(ctx, own); err != nil {
			return err
		}
		return s.UpdateProfile(ctx, journal.Profile{Role: journal.Hurt, Guide: "own-1", Welcomed: true})
	})
	h.unlock(passphrase)
	h.command("Path")
	if !h.says("Talk and listen") {
		t.Error("a guide in which all is hidden leaves nothing to follow")
	}
}

func TestAGuideIsMadeInTheWindow(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Path")
	h.tap("Change this guide…")
	h.tap("Copy and change")
	h.key(fyne.KeyReturn)
	h.tap("Follow this guide")
	h.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	h.window.Shift(-1)
	h.tap("Hide")
	h.command("Path")
	if h.says("Choose whether to try") || !h.says("Acknowledge") {
		t.Error("the Path shows what was hidden, or nothing")
	}
	h.command("Settings")
	if !h.says("Rebuilding trust, my way") {
		t.Error("Settings does not offer the guide")
	}
	h.command("Lock")
	h.unlock(passphrase)
	h.command("Path")
	if h.says("Choose whether to try") || !h.says("Acknowledge") {
		t.Error("after a lock, the Path does not follow the guide")
	}
	h.command("Settings")
	h.tap("Change this guide…")
	h.tap("Change")
	h.window.Shift(1)
	h.command("Undo")
	h.key(fyne.KeyEscape)
	h.key(fyne.KeyEscape)
	if !h.says("Text size") {
		t.Error("Escape does not lead back to Settings")
	}
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		own, err := s.GetOwn(ctx)
		if err != nil || len(own.Guides) != 1 {
			t.Fatalf("%d guides are kept, %v", len(own.Guides), err)
		}
		if first := own.Guides[0].Stages[0]; first.ID != "choose" || !first.Hidden {
			t.Errorf("the first stage is %q, hidden: %t", first.ID, first.Hidden)
		}
		return nil
	})
}

func TestALockKeepsTheWordsOfAGuide(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Settings")
	h.tap("Change this guide…")
	h.tap("Copy and change")
	h.key(fyne.KeyReturn)
	h.tap("Name and purpose…")
	h.typeText("Slowly: ")
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		own, err := s.GetOwn(ctx)
		if err != nil || len(own.Guides) != 1 || !strings.HasPrefix(own.Guides[0].Title, "Slowly:") {
			t.Errorf("%d guides are kept, not with what was typed: %v", len(own.Guides), err)
		}
		return nil
	})
}

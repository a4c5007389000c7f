package path_test

import (
	"slices"
	"testing"
	"time"

	"mend/journal"
	"mend/ui/path"
	"mend/ui/tasks"
)

func TestWhatTheGuideDoesNotShowIsNoOtherGuides(t *testing.T) {
	day := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	s := show(t, &memory{role: journal.Hurt, ticks: []journal.Tick{
		{Step: "acknowledge.know-or-guess", Done: true, At: day},
		{Step: "talk.listen", Done: true, At: day},
		{Step: "gone.long-ago", Done: true, At: day},
	}})
	own := journal.CopyGuide(s.guides[0], "own-1", s.guides[0].ID, "Mine")
	for _, hide := range []func() (journal.OwnGuide, error){
		func() (journal.OwnGuide, error) { return own.HideStage("talk", true) },
		func() (journal.OwnGuide, error) { return own.HideStep("acknowledge.know-or-guess", true) },
	} {
		var err error
		if own, err = hide(); err != nil {
			t.Fatal(err)
		}
	}
	s.guides = slices.Insert(s.guides, 0, own.Guide)
	s.build()
	if !s.says("Hidden in your guide") || !s.says("From another guide") || !s.says("Talk and listen") {
		t.Fatal("what is kept of hidden stages is not told from what is of other guides")
	}
	if !s.box("Sort what you know from what you guess or fear").Ticked {
		t.Error("a hidden step that is ticked is not shown as ticked")
	}
	s.openStage("Talk and listen")
	if !s.says("You hid this stage") || s.says("This stage is from another guide") {
		t.Error("a hidden stage is said to be from another guide")
	}
	s.openStage("Gone")
	if !s.says("This stage is from another guide") {
		t.Error("a stage of another guide is not said to be one")
	}
}

func TestWaysToTheDeckAndTheGuides(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.screen = path.New(path.Deps{Window: s.win, Tasks: tasks.NewSync(), Store: s.store, Guides: s.guides})
	s.win.SetContent(s.screen.Content())
	s.screen.Show()
	s.openStage("Talk and listen")
	if s.offers("Questions to ask each other") || s.offers("Change this guide…") {
		t.Fatal("ways are offered that lead nowhere")
	}
	var went []string
	s.screen = path.New(path.Deps{Window: s.win, Tasks: tasks.NewSync(), Store: s.store, Guides: s.guides,
		OnDeck: func() { went = append(went, "deck") }, OnGuides: func() { went = append(went, "guides") }})
	s.win.SetContent(s.screen.Content())
	s.screen.Show()
	if s.offers("Questions to ask each other") {
		t.Error("the first stage leads to the questions for two")
	}
	s.openStage("Talk and listen")
	s.tap("Questions to ask each other")
	s.tap("Change this guide…")
	if !slices.Equal(went, []string{"deck", "guides"}) {
		t.Errorf("went to %v", went)
	}
}

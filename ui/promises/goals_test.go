package promises_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func (s *shown) goal(i int) journal.Goal { return s.store.goals[i].Current() }

func TestAGoalFromItsWordsToItsEnd(t *testing.T) {
	s := show(t, newMemory())
	s.tap("Goals")
	if !s.says("No goals yet") {
		t.Error("the empty list does not say what to do")
	}
	s.screen.FocusFirst()
	s.key(fyne.KeyReturn)
	s.tap("Add the goal")
	if !s.says("Write what you want to reach.") {
		t.Fatal("a goal of nothing is kept")
	}
	s.types("A home that is calm")
	s.into("2026-11-03 or 3 November 2026", "2027-01-01")
	s.tap("Add the goal")
	if g := s.goal(0); g.Text != "A home that is calm" || g.Term != journal.ShortTerm || g.Due != "2027-01-01" || !s.says("By 1 January 2027") {
		t.Fatalf("the goal is %+v", g)
	}

	s.tap("A home that is calm")
	s.tap("Change")
	s.into("A home that is calm", "A home where we talk")
	s.tap("Keep the change")
	if len(s.store.goals[0].Wordings) != 2 || !s.says("A home that is calm") || !s.says("A home where we talk") {
		t.Error("the earlier words are not kept and shown")
	}
	s.tap("Reached")
	if s.goal(0).Reached != today || !s.says("Reached on 4 May 2026") {
		t.Errorf("reached: %+v", s.goal(0))
	}
	s.tap("Take it up again")
	s.tap("Set aside")
	if g := s.goal(0); g.Reached != "" || g.Dropped != today || !s.says("Set aside on 4 May 2026") {
		t.Errorf("set aside: %+v", g)
	}
	s.tap("Take it up again")
	if g := s.goal(0); g.Reached+g.Dropped != "" || !s.says("Taken up again") {
		t.Errorf("taken up again: %+v", g)
	}

	s.tap("Delete for ever")
	s.key(fyne.KeyEscape)
	if len(s.store.goals) != 1 {
		t.Fatal("it is deleted without the answer")
	}
	s.tap("Delete for ever")
	s.tap("Delete for ever")
	if len(s.store.goals) != 0 || !s.says("No goals yet") {
		t.Error("the goal is not deleted")
	}
}

func TestWhatIsBelowTheTitleStandsInLineWithIt(t *testing.T) {
	s := show(t, newMemory())
	left := func(label string) float32 {
		text := uitest.Find(t, s.win.Content(), func(text *widget.Text) bool { return text.Text == label })
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X
	}
	s.tap("Goals")
	s.screen.FocusFirst()
	s.key(fyne.KeyReturn)
	s.types("A calm home")
	s.tap("Add the goal")
	if title, goals := left("Goals"), left("Soon"); title != goals {
		t.Errorf("the goals stand at %v, the title at %v", goals, title)
	}
	s.tap("A calm home")
	if title, goal := left("Goals"), left("History"); title != goal {
		t.Errorf("the goal stands at %v, the title at %v", goal, title)
	}
}

func TestGoalsAreGrouped(t *testing.T) {
	store := newMemory()
	for _, g := range []journal.Goal{
		{Text: "near", Term: journal.ShortTerm}, {Text: "far", Term: journal.LongTerm},
		{Text: "there", Term: journal.LongTerm, Reached: "2026-05-01"}, {Text: "away", Term: journal.ShortTerm, Dropped: "2026-05-02"},
	} {
		if _, err := store.CreateGoal(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	s := show(t, store)
	s.tap("Goals")
	for _, want := range []string{"Soon", "Further ahead", "Reached", "Set aside", "Reached on 1 May 2026", "Set aside on 2 May 2026"} {
		if !s.says(want) {
			t.Errorf("the list does not say %q", want)
		}
	}
}

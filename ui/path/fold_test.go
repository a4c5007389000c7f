package path_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func (s *shown) offers(label string) bool { return uitest.Offers(s.win.Content(), label) }

func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, s.win.Content(), label)
}

func (s *shown) focusedOn(label string) bool {
	b, ok := s.win.Canvas().Focused().(*widget.Button)
	return ok && b.Text == label
}

// folded are settings in which what has the ids is folded away.
func folded(ids ...string) map[string]string {
	p := journal.Profile{}
	p.Fold(ids...)
	return p.Settings
}

func TestAnyStageIsFoldedByHandAndOpened(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, entries: []journal.EntrySummary{{ID: uuid.New(), Stage: "acknowledge", FirstLine: "Rain all day"}}})
	test.Tap(s.box(nameIt))
	s.tap("Fold this stage away")
	if s.says(nameIt) || s.says("Rain all day") || s.says("How this stands for you") || !s.says("folded away until you want it") {
		t.Error("a folded stage shows more than its title")
	}
	if !s.focusedOn("Open this stage") || !s.says("Folded away") {
		t.Error("the focus does not go to what opens it, or the list does not tell")
	}
	if len(s.told) != 1 || !s.told[0].IsFolded("acknowledge", false) {
		t.Fatal("the window is not told")
	}
	s.build() // as after the next unlock
	if s.says(nameIt) {
		t.Fatal("a folded stage is open again")
	}
	s.tap("Open this stage")
	if !s.box(nameIt).Ticked || !s.says("Rain all day") || len(s.store.ticks) != 1 {
		t.Error("something was lost by folding")
	}
	if _, ok := s.win.Canvas().Focused().(*widget.TickBox); !ok {
		t.Errorf("the focus is on %T, not on the first step", s.win.Canvas().Focused())
	}
}

func TestForgiveStaysOpenOnceOpened(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.openStage("Forgive, if and when")
	s.tap("Open this stage")
	s.build()
	s.openStage("Forgive, if and when")
	if !s.says("Steps") {
		t.Fatal("the stage closed again by itself")
	}
	s.tap("Fold this stage away")
	if s.says("Steps") {
		t.Error("the stage does not close by hand")
	}
}

func TestWhatIsKeptInForgiveKeepsItOpen(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, entries: []journal.EntrySummary{{ID: uuid.New(), Stage: "forgive", FirstLine: "A letter"}}})
	s.openStage("Forgive, if and when")
	if !s.says("A letter") {
		t.Error("what was written is hidden in a stage that nobody folded")
	}
}

func TestStepsAndPagesThatAreFolded(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, set: folded("agree.middle-ground", "page:middle-ground")})
	s.openStage("Agree what changes")
	step, _ := journal.FindStep(s.guides, "agree.middle-ground")
	page, _ := journal.FindPage(s.pages, "middle-ground")
	if s.says(page.About) || !s.says(step.Title+" (folded away)") || !s.says(page.Title+" (folded away)") {
		t.Fatal("what is folded shows more than its title")
	}
	s.tap("Open")
	s.tap("Open")
	if !s.says(page.About) || s.says("(folded away)") || s.box(step.Title).Ticked {
		t.Error("step and page do not open")
	}
	s.tap("Fold away")
	if !s.says(step.Title+" (folded away)") || !s.focusedOn("Open") {
		t.Error("a step does not fold by hand")
	}
	if len(s.told) != 3 {
		t.Errorf("the window was told %d times", len(s.told))
	}
}

func TestAFoldedStageOfAnotherGuide(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, set: folded("team"),
		states: []journal.StageState{{Stage: "team", State: journal.Working, At: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)}}})
	s.openStage("Pull together")
	if s.says("Since 1 May 2026") || !s.says("folded away until you want it") {
		t.Fatal("a stage of another guide does not fold")
	}
	s.tap("Open this stage")
	if !s.says("Since 1 May 2026") {
		t.Error("it does not open")
	}
}

func TestIntoAFoldedStage(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, set: folded("acknowledge")})
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !s.focusedOn("Open this stage") {
		t.Errorf("Enter leads to %T", s.win.Canvas().Focused())
	}
}

package path_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestGuidedPagesOfAStage(t *testing.T) {
	day := time.Date(2026, 5, 2, 8, 0, 0, 0, time.UTC)
	s := show(t, &memory{role: journal.Hurt, entries: []journal.EntrySummary{{ID: uuid.New(), Page: "kind-of-break", At: day}}})
	page, _ := journal.FindPage(s.pages, "kind-of-break")
	if !s.says("Guided pages") || !s.says(page.About) || !s.says("Last filled in on 2 May 2026") {
		t.Fatal("the guided pages are not told, with when they were filled in last")
	}
	s.openStage(page.Title) // a page is pressed as a stage is
	if !slices.Equal(s.filled, [][2]string{{"kind-of-break", "acknowledge"}}) {
		t.Errorf("began %v", s.filled)
	}
}

func TestNothingInTheListIsCutInLargeText(t *testing.T) {
	day := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	s := show(t, &memory{role: journal.Hurt,
		states: []journal.StageState{{Stage: "keep", State: journal.Revisiting, At: day}},
		ticks:  []journal.Tick{{Step: "keep.one-promise-today", Done: true, At: day}},
	})
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 2))
	const long = "Keep it, day after day, as far as it goes"
	i := slices.IndexFunc(s.guides[0].Stages, func(stage journal.Stage) bool { return stage.ID == "keep" })
	s.guides[0].Stages[i].Title = long
	s.build()
	s.win.Resize(fyne.NewSize(1500, 800))
	s.openStage(long)
	row, drawn := uitest.Find(s, s.win.Content(), func(p *widget.Pressable) bool { return p.Selected }), ""
	bottom := float32(0)
	for _, text := range uitest.Shown[*canvas.Text](row) {
		drawn += text.Text + " "
		bottom = fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y + text.MinSize().Height
	}
	if strings.Join(strings.Fields(drawn), " ") != long+" Coming back to it · 1 ticked" {
		t.Errorf("the row says %q", drawn)
	}
	if end := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Y + row.Size().Height; bottom > end {
		t.Errorf("the last line ends at %v, the row at %v", bottom, end)
	}
}

func TestPagesFollowThePath(t *testing.T) {
	for path, want := range map[journal.Path]bool{journal.Trying: false, journal.PartingWell: true} {
		s := show(t, &memory{role: journal.Hurt, path: path})
		offered := false
		for _, stage := range s.guides[0].Along(path).Stages {
			for _, page := range journal.PagesOf(s.pages, stage.ID, journal.Hurt, path) {
				if slices.Contains(page.Paths, journal.PartingWell) {
					s.openStage(stage.Title)
					offered = offered || s.says(page.Title)
				}
			}
		}
		if offered != want {
			t.Errorf("%s offers a page for parting: %t, want %t", path, offered, want)
		}
	}
}

func TestStagesOffThePathAreKept(t *testing.T) {
	day := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	s := show(t, &memory{role: journal.Hurt, path: journal.SteppingBack,
		ticks: []journal.Tick{{Step: "talk.listen", Done: true, At: day, Note: "once"}},
	})
	if !s.says("Not on the path you chose") || s.says("From another guide") {
		t.Fatal("what is kept off the path is not told apart")
	}
	s.openStage("Talk and listen")
	if !s.says("This stage is not on the path you chose") || !s.box("Listen without preparing your answer").Ticked {
		t.Error("a stage off the path does not show what is kept in it")
	}
	if len(s.went) != 0 || s.offers("Questions to ask each other") {
		t.Error("a stage off the path leads on")
	}
}

// write types a text over the one in the question that is asked, and gives it.
func (s *shown) write(text string) {
	s.Helper()
	if !dialogs.IsOpen(s.win) {
		s.Fatal("nothing is asked")
	}
	focused := s.win.Canvas().Focused()
	focused.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(focused, text)
	for _, b := range uitest.Shown[*widget.Button](s.win.Canvas().Overlays().Top()) {
		if b.Importance == widget.Primary {
			test.Tap(b)
			return
		}
	}
}

func TestQuestionsOfOnesOwn(t *testing.T) {
	const add = "Add a question of your own…"
	s := show(t, &memory{role: journal.Hurt})
	s.tap(add)
	s.write("What did the garden teach me?")
	if len(s.store.prompts) != 1 || s.store.prompts[0].Stage != "acknowledge" {
		t.Fatalf("kept %+v", s.store.prompts)
	}
	s.openStage("What did the garden teach me?") // it is pressed as a stage is
	if !slices.Equal(s.wrote, [][3]string{{"acknowledge", "", "What did the garden teach me?"}}) {
		t.Errorf("wrote about %v", s.wrote)
	}
	s.tap("Change…")
	s.write("What grew?")
	if len(s.store.prompts) != 1 || s.store.prompts[0].Text != "What grew?" || s.says("garden") {
		t.Fatalf("kept %+v", s.store.prompts)
	}
	was := s.store.prompts[0]
	s.tap("Remove")
	if len(s.store.prompts) != 0 || s.says("What grew?") || !s.focusedOn("Undo") {
		t.Fatal("the question is not removed, or can't be brought back")
	}
	s.tap("Undo")
	if len(s.store.prompts) != 1 || s.store.prompts[0] != was || s.offers("Undo") {
		t.Errorf("brought back %+v", s.store.prompts)
	}
	s.tap("Remove")
	s.tap("Dismiss")
	if s.offers("Undo") || !s.focusedOn(add) {
		t.Error("the line does not go, or takes the focus with it")
	}
	s.openStage("Cool off")
	if s.says("What grew?") {
		t.Error("a question stands in every stage")
	}
}

func TestAnOwnQuestionKeepsItsStage(t *testing.T) {
	prompt := journal.OwnPrompt{ID: uuid.New(), Stage: "talk", Text: "Whom did I hear?"}
	s := show(t, &memory{role: journal.Hurt, path: journal.PartingWell, prompts: []journal.OwnPrompt{prompt}})
	s.openStage("Talk and listen")
	s.tap("Remove")
	if !s.focusedOn("Undo") {
		t.Fatal("the question can't be brought back where its stage goes with it")
	}
	s.tap("Undo")
	if !s.says("Whom did I hear?") {
		t.Error("the question is not back")
	}
}

func TestWaysLeadFromStages(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	for _, way := range []struct{ stage, label string }{
		{"Choose whether to try", "Support and safety"}, {"Agree what changes", "Promises"},
		{"Keep it, day after day", "Promises"}, {"Talk and listen", "Questions to ask each other"}, {"Look ahead", "Goals"},
	} {
		s.openStage(way.stage)
		s.tap(way.label)
	}
	if want := []string{"care", "promises", "promises", "deck", "goals"}; !slices.Equal(s.went, want) {
		t.Errorf("went to %v, want %v", s.went, want)
	}
	s.store.set = folded(journal.FoldDeck)
	s.openStage("Talk and listen")
	if s.offers("Questions to ask each other") {
		t.Error("the deck is offered although it is folded away")
	}
}

func TestTheStepAboutSafetyLeadsToSupport(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.openStage("Choose whether to try")
	n := 0
	for _, b := range uitest.Shown[*widget.Button](s.win.Content()) {
		if b.Text == "Support and safety" {
			test.Tap(b)
			n++
		}
	}
	if n != 2 || !slices.Equal(s.went, []string{"care", "care"}) {
		t.Errorf("%d ways lead to %v", n, s.went)
	}
}

func TestAStageWithATickIsNotToldAsNotStarted(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	selected := func() string {
		for _, c := range uitest.Shown[*widget.Chip](s.win.Content()) {
			if c.Selected {
				return c.Text
			}
		}
		return ""
	}
	if got := selected(); got != "Not started" {
		t.Fatalf("an untouched stage stands as %q", got)
	}
	test.Tap(s.box(nameIt))
	if got := selected(); got != "" {
		t.Errorf("a stage with a tick stands as %q", got)
	}
	s.tap("Paused")
	if got := selected(); got != "Paused" {
		t.Errorf("it stands as %q", got)
	}
}

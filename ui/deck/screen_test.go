package deck_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/widget"
)

func TestCardsTurnByKeyAndButton(t *testing.T) {
	r := enter(t)
	if got := r.walk(6); !slices.Equal(got, []string{"sea", "tea", "song", "home", "fear", "sea"}) {
		t.Errorf("Right shows %v", got)
	}
	r.key(fyne.KeyLeft)
	r.tap("Previous")
	if r.card() != "fear" || !r.says("Deep") {
		t.Errorf("back shows %q", r.card())
	}
	r.tap("Next")
	r.key(fyne.KeyReturn)
	if r.card() != "tea" {
		t.Errorf("Next and Enter show %q", r.card())
	}
	r.key(fyne.KeyEscape)
	if r.back != 1 {
		t.Error("Escape does not go back")
	}
}

func TestMarksAreKeptAndUndone(t *testing.T) {
	r := enter(t, journal.QuestionMark{Question: "sea", Asked: "2026-03-01"})
	if !r.says("Asked so far: 1") || !r.says("Asked on 1 March 2026") {
		t.Fatal("what was asked before is not told")
	}
	r.runes("fa")
	if got := r.store.marks["sea"]; !got.Favourite || got.Asked != "2026-05-04" {
		t.Fatalf("kept %+v", got)
	}
	r.runes("A") // by mistake
	if got := r.store.marks["sea"]; !got.Favourite || got.Asked != "2026-03-01" {
		t.Errorf("taken back to %+v", got)
	}
	r.key(fyne.KeyRight)
	r.tap("Asked today")
	if r.store.marks["tea"].Asked != "2026-05-04" || !r.says("Asked so far: 2") {
		t.Errorf("kept %+v", r.store.marks["tea"])
	}
	r.key(fyne.KeyRight)
	if !r.screen.Undo() || r.store.marks["tea"].Asked != "" || r.card() != "tea" {
		t.Errorf("undone to %+v, on %q", r.store.marks["tea"], r.card())
	}
	for r.screen.Undo() {
	}
	if got := r.store.marks["sea"]; got.Favourite || got.Asked != "2026-03-01" {
		t.Errorf("all undone to %+v", got)
	}
}

func TestFilters(t *testing.T) {
	for name, tt := range map[string]struct {
		taps []string
		want []string
	}{
		"one depth":             {[]string{"Getting to know"}, []string{"song", "home", "song"}},
		"another depth":         {[]string{"Getting to know", "Deep"}, []string{"fear", "fear"}},
		"all again":             {[]string{"Deep", "Any depth"}, []string{"fear", "sea"}},
		"favourites":            {[]string{"Favourites only"}, []string{"tea", "home", "tea"}},
		"not asked yet":         {[]string{"Not asked yet"}, []string{"sea", "song", "fear", "sea"}},
		"favourites of a depth": {[]string{"Favourites only", "This or that"}, []string{"tea", "tea"}},
		"nothing":               {[]string{"Favourites only", "Deep"}, []string{""}},
		"and back":              {[]string{"Favourites only", "Deep", "Favourites only"}, []string{"fear", "fear"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := enter(t, journal.QuestionMark{Question: "tea", Favourite: true, Asked: "2026-03-01"},
				journal.QuestionMark{Question: "home", Favourite: true, Asked: "2026-03-02"})
			for _, text := range tt.taps {
				r.tap(text)
			}
			if got := r.walk(len(tt.want)); !slices.Equal(got, tt.want) {
				t.Errorf("shows %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAMarkDoesNotTakeTheCardAway(t *testing.T) {
	r := enter(t)
	r.tap("Not asked yet")
	r.key(fyne.KeyRight)
	r.runes("a")
	if r.card() != "tea" {
		t.Errorf("what was just asked gives way to %q", r.card())
	}
	r.tap("Favourites only")
	if r.card() != "" || !r.says("No question fits this choice") {
		t.Error("nothing fits, and it is not said")
	}
	r.runes("fa") // there is nothing to mark
	if len(r.store.marks) != 1 {
		t.Errorf("%d questions are marked", len(r.store.marks))
	}
}

func TestShufflingIsTheSameForOneSeed(t *testing.T) {
	shuffled := func(times int) []string {
		r := enter(t)
		for range times {
			r.tap("Shuffle")
		}
		return r.walk(5)
	}
	once, again, twice := shuffled(1), shuffled(1), shuffled(2)
	if !slices.Equal(once, again) {
		t.Errorf("%v, then %v", once, again)
	}
	if slices.Equal(once, []string{"sea", "tea", "song", "home", "fear"}) || slices.Equal(once, twice) {
		t.Errorf("%v is not mixed, or not mixed again: %v", once, twice)
	}
	slices.Sort(once)
	if len(slices.Compact(once)) != 5 {
		t.Error("a question is lost")
	}
}

func TestAllQuestionsInAList(t *testing.T) {
	r := enter(t, journal.QuestionMark{Question: "song", Favourite: true, Asked: "2026-03-01"})
	r.tap("All questions")
	list, ok := r.win.Canvas().Focused().(*widget.List)
	if !ok || !r.says("What did home smell of?") || !r.says("Getting to know  ·  Favourite  ·  Asked on 1 March 2026") {
		t.Fatal("the list does not show all that is known")
	}
	r.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	r.runes("f")
	if !r.store.marks["home"].Favourite || list.Selected() != 3 {
		t.Errorf("row %d is selected, marked are %v", list.Selected(), r.store.marks)
	}
	r.key(fyne.KeyReturn)
	if r.card() != "home" {
		t.Errorf("Enter shows %q", r.card())
	}
	r.tap("All questions")
	r.key(fyne.KeyEscape)
	if r.card() != "home" || r.back != 0 {
		t.Error("Escape does not lead back to the card")
	}
}

func TestWritingAboutAQuestion(t *testing.T) {
	r := enter(t)
	r.key(fyne.KeyRight)
	r.tap("Write about it")
	if !slices.Equal(r.wrote, []string{"Tea or coffee?"}) {
		t.Errorf("wrote about %q", r.wrote)
	}
}

func TestFoldedAwayUntilOpened(t *testing.T) {
	r := enter(t)
	r.folded = true
	r.build(questions())
	if r.card() != "" || !r.says("folded away") {
		t.Fatal("what is folded away shows")
	}
	r.runes("fa")
	r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(r.store.marks) != 0 {
		t.Error("what is folded away was marked")
	}
	r.key(fyne.KeyReturn) // Open has the focus
	if r.card() != "sea" {
		t.Errorf("opened, it shows %q", r.card())
	}
	r.key(fyne.KeyReturn)
	if r.card() != "tea" {
		t.Error("the focus does not go on to the next card")
	}
}

func TestAMarkThatIsNotKeptIsNotShown(t *testing.T) {
	r := enter(t)
	r.store.fail = journal.ErrNoSpace
	r.runes("a")
	if !dialogs.IsOpen(r.win) {
		t.Fatal("it is not told")
	}
	r.key(fyne.KeyEscape)
	if !r.says("None asked yet") || r.screen.Undo() {
		t.Error("what is not kept is shown")
	}
}

func TestAnEmptyDeck(t *testing.T) {
	r := enter(t)
	r.build(nil)
	r.key(fyne.KeyRight, fyne.KeyReturn)
	r.tap("Shuffle")
	if r.card() != "" || !r.says("None asked yet") {
		t.Error("an empty deck shows something")
	}
}

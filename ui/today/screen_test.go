package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestEmptyJournalSaysHowToBegin(t *testing.T) {
	s := show(t, &memory{})
	if !s.says("Monday, 4 May") || !s.says("Nothing is written yet") {
		t.Error("the day, or how to begin, is not said")
	}
	for _, title := range []string{"What you wrote last", "Promised for today", "To look at again", "Cooling off", "A letter whose day has come", "Noted today"} {
		if s.says(title) {
			t.Errorf("%q shows with nothing in it", title)
		}
	}
	s.key(fyne.KeyReturn)
	if s.last() != "new" {
		t.Errorf("Enter on arrival does %q", s.last())
	}
	if !s.offers("Write the first entry") {
		t.Error("the way to begin is not named")
	}
	s.tap("Guided page…")
	s.tap("Plain facts")
	if strings.Join(s.calls, ",") != "new,pages,facts " {
		t.Errorf("the quick ways lead to %q", s.calls)
	}
}

func TestQuestionIsWrittenAboutSkippedAndExplained(t *testing.T) {
	store := &memory{states: []journal.StageState{{Stage: "talk", State: journal.Working, At: noon()}}, now: noon().AddDate(0, 0, 1)}
	s := show(t, store)
	first, day := question(s), s.screen.Day()
	s.tap("Write about it")
	if !strings.HasPrefix(s.last(), "write talk ") || !strings.HasSuffix(s.last(), first) {
		t.Errorf("it is written about as %q", s.last())
	}
	if s.says("on the Path, and this belongs to it") {
		t.Error("the reason shows before it is asked for")
	}
	s.tap("Why this question")
	if !s.says("Skipping it costs nothing.") {
		t.Error("the reason is not told")
	}
	s.tap("Why this question")
	s.tap("Skip")
	second := question(s)
	if second == first || store.profile.Skips(day) != 1 || s.told.Skips(day) != 1 {
		t.Errorf("after skipping %q it asks %q, with %d skips kept", first, second, store.profile.Skips(day))
	}
	s.screen.Show()
	if question(s) != second {
		t.Error("what was skipped comes back the same day")
	}
	if s.win.Canvas().Focused() != fyne.Focusable(s.button("Skip")) {
		t.Error("the focus was lost")
	}
}

func TestWhatWasWrittenLastShowsFeelingsOfPages(t *testing.T) {
	s := show(t, &memory{entries: []journal.Entry{{ID: uuid.New(), At: noon(), Page: "moment", Fields: map[string]string{"felt": "calm:2\nwary:1"}}}})
	if !s.says("A moment") || !s.says("calm, wary") {
		t.Error("the row of a page does not say what is named on it")
	}
}

func TestWordsOfSomebodyElseAreNotOfferedFirst(t *testing.T) {
	s := show(t, &memory{entries: []journal.Entry{{ID: uuid.New(), At: noon(), Page: "moment",
		Fields: map[string]string{"felt": "unmoored:2", "theirs": "seething:4"}}}})
	if !s.offers("unmoored") || s.offers("seething") {
		t.Error("the words offered are not those of the person")
	}
}

func TestReasonsOfQuestions(t *testing.T) {
	reasons := map[string]*memory{
		"You are working on “Talk and listen”":      {states: []journal.StageState{{Stage: "talk", State: journal.Working, At: noon()}}},
		"You are exploring “Talk and listen”":       {states: []journal.StageState{{Stage: "talk", State: journal.Exploring, At: noon()}}},
		"You came back to “Talk and listen”":        {states: []journal.StageState{{Stage: "talk", State: journal.Revisiting, At: noon()}}},
		"this comes from the next one: Acknowledge": {},
		"Nothing is decided yet.":                   {},
		"You are trying":                            {profile: journal.Profile{Path: journal.Trying}},
		"You are stepping back.":                    {profile: journal.Profile{Path: journal.SteppingBack}},
		"You are parting.":                          {profile: journal.Profile{Path: journal.PartingWell}},
	}
	for reason, store := range reasons {
		s := show(t, store)
		s.tap("Why this question")
		for first := question(s); !s.says(reason); {
			if s.tap("Skip"); question(s) == first {
				t.Errorf("no question is asked because %q", reason)
				break
			}
		}
	}
}

// question returns the question that is asked: the one large text.
func question(s *shown) string {
	for _, p := range all[*widget.Paragraph](s) {
		if p.TextSize == "subHeadingText" {
			return p.Text
		}
	}
	s.Fatal("nothing is asked")
	return ""
}

func TestOwnQuestionIsAddedAndRemoved(t *testing.T) {
	store := &memory{}
	s := show(t, store)
	s.tap("Why this question")
	s.tap("Add a question of your own…")
	test.Type(s.win.Canvas().Focused(), "What would the river say?")
	s.tap("Keep it")
	if len(store.prompts) != 1 || store.prompts[0].Text != "What would the river say?" || store.prompts[0].ID == uuid.Nil {
		t.Fatalf("kept are %d questions", len(store.prompts))
	}
	s.screen.Show()
	for question(s) != "What would the river say?" {
		store.now = store.now.Add(24 * time.Hour)
		s.screen.Show()
	}
	s.tap("Why this question")
	if !s.says("You wrote this question yourself") {
		t.Error("it is not told whose it is")
	}
	s.tap("Ask this no more")
	s.key(fyne.KeyEscape)
	if len(store.prompts) != 1 {
		t.Fatal("it is removed without a word")
	}
	s.tap("Ask this no more")
	s.tap("Remove the question")
	if len(store.prompts) != 0 || question(s) == "What would the river say?" {
		t.Error("it is still asked")
	}
}

func TestStepsAreTickedAndStayToBeUnticked(t *testing.T) {
	store := &memory{states: []journal.StageState{{Stage: "talk", State: journal.Exploring, At: noon()}}}
	s := show(t, store)
	boxes := all[*widget.TickBox](s)
	if len(boxes) != 3 {
		t.Fatalf("%d steps show", len(boxes))
	}
	test.Tap(boxes[0])
	if len(store.ticks) != 1 || !store.ticks[0].Done || !strings.HasPrefix(store.ticks[0].Step, "talk.") {
		t.Fatalf("kept are %v", store.ticks)
	}
	again := all[*widget.TickBox](s)
	if len(again) != 3 || !again[0].Ticked || s.win.Canvas().Focused() != fyne.Focusable(again[0]) {
		t.Fatal("the step is gone before it could be taken back")
	}
	s.tap("Write about this")
	s.tap("Show on the Path")
	if !strings.HasPrefix(s.calls[0], "write talk "+store.ticks[0].Step) || s.calls[1] != "stage talk" {
		t.Errorf("the step leads to %q", s.calls)
	}
	test.Tap(again[0])
	if len(store.ticks) != 2 || store.ticks[1].Done {
		t.Error("the tick can't be taken back")
	}
	test.Tap(all[*widget.TickBox](s)[0])
	s.screen.Show()
	if all[*widget.TickBox](s)[0].Ticked {
		t.Error("shown anew, a ticked step still stands among the next ones")
	}
}

func TestPromisesOfTheDayAreNotedInOneTap(t *testing.T) {
	p := journal.Promise{ID: uuid.New(), At: noon().AddDate(0, 0, -3), Text: "Home by six", Who: journal.ByPartner, From: "2026-05-01", Every: journal.EveryDay}
	store := &memory{promises: []journal.PromiseLog{{Wordings: []journal.Promise{p}}}}
	s := show(t, store)
	if !s.says("Home by six") || !s.says("Your partner") {
		t.Fatal("the promise does not show")
	}
	test.Tap(s.chip("Partly"))
	if o, ok := store.promises[0].On(day); !ok || o.Result != journal.Partly || !s.chip("Partly").Selected {
		t.Error("it is not noted")
	}
	test.Tap(s.chip("Partly"))
	if _, ok := store.promises[0].On(day); ok || s.chip("Partly").Selected {
		t.Error("it can't be taken back")
	}
	s.tap("All promises")
	if s.last() != "promises" {
		t.Errorf("it leads to %q", s.last())
	}
}

func TestCoolingOffShowsItsReturn(t *testing.T) {
	pause := func(back time.Time) journal.Entry {
		return journal.Entry{ID: uuid.New(), At: noon(), Page: "pause", Fields: map[string]string{journal.FieldBackAt: back.Format(time.RFC3339)}}
	}
	for name, test := range map[string]struct {
		back time.Time
		want string
	}{
		"today":    {noon().Add(40 * time.Minute), "You come back to it at 12:40."},
		"tomorrow": {noon().Add(20 * time.Hour), "You come back to it at 08:00 tomorrow."},
		"passed":   {noon().Add(-4 * time.Hour), ""},
	} {
		t.Run(name, func(t *testing.T) {
			e := pause(test.back)
			s := show(t, &memory{entries: []journal.Entry{e}})
			if test.want == "" {
				if s.says("You come back") || len(s.cooling) != 0 {
					t.Error("what is over still runs")
				}
				return
			}
			if !s.says(test.want) || len(s.cooling) != 1 || s.cooling[0].Entry != e.ID {
				t.Error("the return is not said, or the window is not told of it")
			}
			s.tap("Open the page")
			if len(s.opened) != 1 || s.opened[0] != e.ID {
				t.Error("the page does not open")
			}
		})
	}
}

func TestCoolingOffThatIsOverIsPointedOutForAWhile(t *testing.T) {
	e := journal.Entry{ID: uuid.New(), At: noon().Add(-time.Hour), Page: "pause",
		Fields: map[string]string{journal.FieldBackAt: noon().Add(-20 * time.Minute).Format(time.RFC3339)}}
	s := show(t, &memory{entries: []journal.Entry{e}})
	if !s.says("You wanted to come back to it at 11:40.") || len(s.cooling) != 0 {
		t.Error("the return is not said, or it still runs")
	}
}

func TestLettersWhoseDayHasCome(t *testing.T) {
	letter := func(title string, until journal.Day) journal.Entry {
		return journal.Entry{ID: uuid.New(), At: noon().AddDate(0, -1, 0), Title: title, SealedUntil: until}
	}
	quiet := letter("not again", day)
	quiet.NoLookBack = true
	s := show(t, &memory{entries: []journal.Entry{letter("to come", "2026-05-05"), letter("long ago", "2026-04-01"), quiet, letter("for now", day)}})
	if !s.says("A letter whose day has come") || !s.says("sealed until 4 May 2026") {
		t.Fatal("the letter is not pointed out")
	}
	if strings.Count(texts(s), "sealed until") != 1 || strings.Contains(texts(s), "to come") {
		t.Error("others are pointed out too")
	}
	s.tap("for now")
	if len(s.opened) != 1 {
		t.Error("it does not open")
	}
}

func texts(s *shown) string {
	var lines []string
	for _, t := range all[*widget.Text](s) {
		lines = append(lines, t.Text)
	}
	return strings.Join(lines, "\n")
}

func TestWhatIsToBeLookedAtAgain(t *testing.T) {
	promise := journal.Promise{ID: uuid.New(), Text: "Talk on Sundays", From: "2026-01-01", Review: day}
	goal := journal.Goal{ID: uuid.New(), Text: "A week away", Due: "2026-05-01"}
	page := journal.Entry{ID: uuid.New(), At: noon().AddDate(0, -1, 0), Page: "middle", Fields: map[string]string{journal.FieldLookAgain: "2026-05-03"}}
	s := show(t, &memory{
		profile:  journal.Profile{Role: journal.Hurt, Path: journal.Trying, PathUntil: day},
		promises: []journal.PromiseLog{{Wordings: []journal.Promise{promise}}},
		goals:    []journal.GoalLog{{Wordings: []journal.Goal{goal}}}, entries: []journal.Entry{page},
	})
	s.tap("Where this is going")
	s.tap("Talk on Sundays")
	s.tap("A week away")
	s.tap("Middle ground")
	if strings.Join(s.calls, " ") != "settings promise "+promise.ID.String()+" goal "+goal.ID.String() || len(s.opened) != 1 || s.opened[0] != page.ID {
		t.Errorf("they lead to %q, and open %d entries", s.calls, len(s.opened))
	}
}

func TestLastEntriesOpen(t *testing.T) {
	quiet := journal.Entry{ID: uuid.New(), At: noon(), Title: "leave me out", NoLookBack: true}
	s := show(t, &memory{entries: []journal.Entry{
		{ID: uuid.New(), At: noon().AddDate(0, 0, -40), Title: "The drawer"},
		{ID: uuid.New(), At: noon().AddDate(0, 0, -1), Body: "We walked home.", Feelings: []journal.Feeling{{Word: "calm", Intensity: 2}}},
		{ID: uuid.New(), At: noon().Add(-time.Hour), Page: "pause"}, quiet,
		{ID: uuid.New(), At: noon(), Feelings: []journal.Feeling{{Word: "tired", Intensity: 2}}},
	}})
	if strings.Contains(texts(s), "tired") {
		t.Error("what is noted today stands there twice")
	}
	if s.says("leave me out") || s.says("Nothing is written yet") {
		t.Error("what is not to be brought back is, or nothing is thought to be written")
	}
	for _, want := range []string{"yesterday, 12:00  ·  calm", "25 March 2026, 12:00", "today, 11:00"} {
		if !strings.Contains(texts(s), want) {
			t.Errorf("%q is not said", want)
		}
	}
	s.tap("We walked home.")
	s.tap("A pause")
	if len(s.opened) != 2 || s.opened[0] != s.store.entries[1].ID || s.opened[1] != s.store.entries[2].ID {
		t.Error("they do not open")
	}
}

func TestPlainFactsAskForNoFeelings(t *testing.T) {
	store := &memory{}
	s := show(t, store)
	if !s.says("How are you now?") {
		t.Fatal("feelings are not asked for")
	}
	test.Tap(s.chip("Keep to plain facts"))
	if !store.profile.KeepsToFacts() || !s.told.KeepsToFacts() || !s.chip("Keep to plain facts").Selected {
		t.Fatal("it is not kept")
	}
	if s.says("How are you now?") || s.offers("Why this question") {
		t.Error("feelings are still asked for")
	}
	first := question(s)
	s.tap("Write about it")
	if s.last() != "facts "+first {
		t.Errorf("it is written about as %q", s.last())
	}
	s.tap("Write about this")
	s.tap("Write down the facts")
	if strings.Join(s.calls[1:], ",") != "facts ,facts " {
		t.Errorf("entries begin as %q", s.calls)
	}
	s.tap("Skip")
	if question(s) == first {
		t.Error("a question of facts can't be skipped")
	}
	test.Tap(s.chip("Keep to plain facts"))
	if store.profile.KeepsToFacts() || !s.says("How are you now?") {
		t.Error("it can't be switched off")
	}
}

func TestFailuresAreTold(t *testing.T) {
	store := &memory{fail: journal.ErrNoSpace}
	s := show(t, store)
	test.Tap(all[*widget.TickBox](s)[0])
	if !dialogs.IsOpen(s.win) {
		t.Error("a tick that was not kept is not told")
	}
	s.key(fyne.KeyEscape)
	store.deaf = journal.ErrDamaged
	s.screen.Show()
	if !dialogs.IsOpen(s.win) {
		t.Error("a day that can't be read is not told")
	}
}

func TestTheWaysOutStandAtTheTop(t *testing.T) {
	s := show(t, &memory{})
	for _, want := range []string{"care", "enough"} {
		s.win.Canvas().FocusPrevious()
		if s.key(fyne.KeyReturn); s.last() != want {
			t.Errorf("Shift+Tab from the first button leads to %q, want %q", s.last(), want)
		}
	}
	for width, beside := range map[float32]bool{1000: true, 380: false} {
		s.win.Resize(fyne.NewSize(width, 900))
		s.screen.Show()
		var day *widget.Text
		for _, o := range all[*widget.Text](s) {
			if o.Text == "Monday, 4 May" {
				day = o
			}
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		enough, care, begin := s.button("Enough for today"), s.button("Support and safety"), s.button("Write the first entry")
		if got := at(enough).Y < at(day).Y+day.Size().Height; got != beside {
			t.Errorf("%g wide, the ways out stand beside the day: %t", width, got)
		}
		if at(care).X+care.Size().Width > width || at(care).Y+care.Size().Height > at(begin).Y {
			t.Errorf("%g wide, support is cut or lies over what is below", width)
		}
	}
}

func TestLongWordsAndNarrowWindowsKeepTheirWidth(t *testing.T) {
	s := show(t, &memory{promises: []journal.PromiseLog{{Wordings: []journal.Promise{{ID: uuid.New(),
		Text: strings.Repeat("a long promise ", 30), From: "2026-01-01", Every: journal.EveryDay}}}},
		entries: []journal.Entry{{ID: uuid.New(), At: noon(), Title: strings.Repeat("long ", 40)}}})
	s.win.Resize(fyne.NewSize(460, 900))
	for _, w := range uitest.Shown[fyne.Widget](s.win.Content()) {
		if w.Size().Width > 460 {
			t.Fatalf("a %T is %v wide", w, w.Size().Width)
		}
	}
}

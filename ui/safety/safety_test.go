package safety_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/safety"
	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// shown is a part of a page in a window of the test driver.
type shown struct {
	*testing.T
	win    fyne.Window
	copied []string
}

func show(t *testing.T) *shown {
	t.Helper()
	s := &shown{T: t, win: uitest.NewWindow(t)}
	s.win.Resize(fyne.NewSize(800, 700))
	return s
}

func care(t *testing.T) journal.Care {
	t.Helper()
	c, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (s *shown) put(o fyne.CanvasObject) {
	s.win.SetContent(o)
	s.win.Resize(fyne.NewSize(800, 700))
}

func (s *shown) says(text string) bool { return uitest.Says(s.win.Content(), text) }

// answer gives an answer, by its word, to question i of those that show.
func (s *shown) answer(i int, word string) {
	s.Helper()
	for _, chip := range uitest.Shown[*widget.Chip](s.win.Content()) {
		if chip.Text == word {
			if i--; i < 0 {
				test.Tap(chip)
				return
			}
		}
	}
	s.Fatalf("there are too few answers %q", word)
}

func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, s.win.Content(), label)
}

// whole is all of the advice, as a page puts it together.
func whole(s *safety.Support) fyne.CanvasObject {
	return container.NewVScroll(widget.NewStack(theme.Space8, s.Danger(), s.Outside(), s.Advice()))
}

func TestTheMirrorIsForWhoeverMayHaveCausedHarm(t *testing.T) {
	c := care(t)
	for _, role := range journal.Roles() {
		s := show(t)
		q := safety.NewQuestions(c, role, safety.Hooks{})
		s.put(q.Content())
		if !s.says(c.Questions[0].Text) || !s.says(c.Questions[3].Text) {
			t.Errorf("%s is not asked the four questions", role)
		}
		if got, want := s.says(c.Mirror[0].Text), role != journal.Hurt; got != want {
			t.Errorf("%s sees the mirror: %t, want %t", role, got, want)
		}
	}
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		name            string
		give            map[int]string
		harmed, harming bool
	}{
		{"none", nil, false, false},
		{"all no", map[int]string{0: "No", 1: "No", 2: "No", 3: "No", 4: "No"}, false, false},
		{"one yes", map[int]string{3: "Yes", 1: "No"}, true, false},
		{"a yes in the mirror", map[int]string{4: "Yes"}, false, true},
		{"both", map[int]string{0: "Yes", 7: "Yes"}, true, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := show(t)
			told := 0
			q := safety.NewQuestions(care(t), journal.Caused, safety.Hooks{OnChanged: func() { told++ }})
			s.put(q.Content())
			for i, word := range test.give {
				s.answer(i, word)
			}
			a := q.Answers()
			if a.Harmed != test.harmed || a.Harming != test.harming || a.Yes() != (test.harmed || test.harming) {
				t.Errorf("got %+v", a)
			}
			if told != len(test.give) {
				t.Errorf("told of %d answers, want %d", told, len(test.give))
			}
			if a.Entry(time.Now()) != nil {
				t.Error("answers are kept although nobody said so")
			}
			q.Forget()
			if q.Answers().Yes() {
				t.Error("forgotten answers are there")
			}
		})
	}
}

func TestAnAnswerIsTakenBack(t *testing.T) {
	s := show(t)
	q := safety.NewQuestions(care(t), journal.Hurt, safety.Hooks{})
	s.put(q.Content())
	s.answer(0, "Yes")
	s.answer(0, "Rather not say")
	if q.Answers().Yes() {
		t.Error("an answer that was taken back still counts")
	}
}

func TestAnswersAreKeptOnlyWhenTicked(t *testing.T) {
	c := care(t)
	s := show(t)
	q := safety.NewQuestions(c, journal.Caused, safety.Hooks{})
	s.put(q.Content())
	test.Tap(uitest.Shown[*widget.TickBox](s.win.Content())[0])
	if q.Answers().Entry(time.Now()) != nil {
		t.Error("nothing was answered, and it is kept")
	}
	s.answer(0, "No")
	s.answer(4, "Yes")
	at := time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC)
	e := q.Answers().Entry(at)
	if e == nil || !e.KeepOut || !e.NoLookBack || !e.At.Equal(at) {
		t.Fatalf("kept %+v", e)
	}
	want := c.Questions[0].Text + " No\n\n" + c.Mirror[0].Text + " Yes"
	if e.Body != want {
		t.Errorf("kept %q, want %q", e.Body, want)
	}
	q.SetRole(journal.Hurt)
	if a := q.Answers(); a.Harming || strings.Contains(a.Entry(at).Body, c.Mirror[0].Text) {
		t.Error("a question that is not asked any more is still answered")
	}
}

func TestArrowsGoFromAnswerToAnswer(t *testing.T) {
	s := show(t)
	q := safety.NewQuestions(care(t), journal.Hurt, safety.Hooks{})
	s.put(q.Content())
	s.win.Canvas().Focus(q.First())
	for _, want := range []struct {
		key  fyne.KeyName
		text string
	}{{fyne.KeyRight, "Rather not say"}, {fyne.KeyLeft, "No"}, {fyne.KeyLeft, "Yes"}, {fyne.KeyLeft, "Yes"}} {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: want.key})
		if chip, ok := s.win.Canvas().Focused().(*widget.Chip); !ok || chip.Text != want.text {
			t.Fatalf("%s leads to %+v, want %q", want.key, s.win.Canvas().Focused(), want.text)
		}
	}
	if q.Answers().Yes() {
		t.Error("going to an answer gives it")
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !q.Answers().Harmed {
		t.Error("Space does not give the answer")
	}
}

func TestWhatIsOpenFollowsRoleAndAnswers(t *testing.T) {
	c := care(t)
	tests := []struct {
		name           string
		role           journal.Role
		answers        safety.Answers
		advice, turned bool
	}{
		{"hurt", journal.Hurt, safety.Answers{}, true, false},
		{"caused", journal.Caused, safety.Answers{}, false, true},
		{"unsure", journal.Unsure, safety.Answers{}, true, true},
		{"hurt, afraid", journal.Hurt, safety.Answers{Harmed: true}, true, false},
		{"caused, afraid", journal.Caused, safety.Answers{Harmed: true}, true, false},
		{"unsure, does harm", journal.Unsure, safety.Answers{Harming: true}, false, true},
		{"both", journal.Both, safety.Answers{Harmed: true, Harming: true}, true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := show(t)
			support := safety.NewSupport(c, nil, safety.Hooks{})
			support.Open(tt.role, tt.answers)
			s.put(whole(support))
			if got := s.says(c.Advice[0].Text); got != tt.advice {
				t.Errorf("the advice shows: %t, want %t", got, tt.advice)
			}
			if got := s.says(c.Turning[0].Text); got != tt.turned {
				t.Errorf("what turns to specialist help shows: %t, want %t", got, tt.turned)
			}
		})
	}
}

func TestThePartsOpenAndClose(t *testing.T) {
	c := care(t)
	s := show(t)
	support := safety.NewSupport(c, nil, safety.Hooks{})
	support.Open(journal.Hurt, safety.Answers{})
	s.put(whole(support))
	s.tap("If you hurt, force, threaten or control someone…")
	if !s.says(c.Turning[0].Text) {
		t.Fatal("the other part does not open")
	}
	if b, ok := s.win.Canvas().Focused().(*widget.Button); !ok || b.Text != "Fold away" {
		t.Errorf("the focus went to %+v", s.win.Canvas().Focused())
	}
	test.Tap(s.win.Canvas().Focused().(*widget.Button))
	if s.says(c.Turning[0].Text) {
		t.Error("the other part does not close")
	}
}

func TestServicesAreTextToBeCopied(t *testing.T) {
	c := journal.Care{Dated: "2026-03-01", Services: []journal.Service{
		{Country: "Here", Name: "For those harmed", Reach: "111", Harmed: true},
		{Country: "There", Name: "For those who harm", Reach: "222", Harming: true},
	}}
	s := show(t)
	support := safety.NewSupport(c, func(text string) { s.copied = append(s.copied, text) }, safety.Hooks{})
	support.Open(journal.Hurt, safety.Answers{})
	s.put(whole(support))
	if !s.says("March 2026") || !s.says("111") || s.says("222") {
		t.Error("the services are not those for whoever is harmed, with the month of the list")
	}
	if len(s.copied) != 0 {
		t.Fatal("something is copied unasked")
	}
	s.tap("Copy")
	if len(s.copied) != 1 || s.copied[0] != "111" {
		t.Errorf("copied %q", s.copied)
	}
	s.tap("Copied") // says so
}

func TestAServiceThatIsCalledByItsNumberSaysItOnce(t *testing.T) {
	c := journal.Care{Services: []journal.Service{{Country: "Here", Name: "111", Reach: "111", Harmed: true}}}
	s := show(t)
	support := safety.NewSupport(c, func(text string) { s.copied = append(s.copied, text) }, safety.Hooks{})
	support.Open(journal.Hurt, safety.Answers{})
	s.put(whole(support))
	said := 0
	for _, p := range uitest.Shown[*widget.Paragraph](s.win.Content()) {
		said += strings.Count(p.Text, "111")
	}
	for _, p := range uitest.Shown[*widget.Text](s.win.Content()) {
		said += strings.Count(p.Text, "111")
	}
	if s.tap("Copy"); said != 1 || len(s.copied) != 1 || s.copied[0] != "111" {
		t.Errorf("it is said %d times, and %q is copied", said, s.copied)
	}
}

func TestNothingIsAskedWithoutAFile(t *testing.T) {
	s := show(t)
	q := safety.NewQuestions(journal.Care{}, journal.Unsure, safety.Hooks{})
	s.put(q.Content())
	if q.First() != nil || s.says("what you do yourself") {
		t.Error("there is something to answer")
	}
}

func TestNothingIsChosenBeforeItIsAnswered(t *testing.T) {
	s := show(t)
	q := safety.NewQuestions(care(t), journal.Caused, safety.Hooks{})
	s.put(q.Content())
	chosen := func() (n int) {
		for _, chip := range uitest.Shown[*widget.Chip](s.win.Content()) {
			if chip.Selected {
				n++
			}
		}
		return n
	}
	if chosen() != 0 {
		t.Error("an answer is chosen for the person")
	}
	s.answer(1, "Rather not say")
	if chosen() != 1 || q.Answered() {
		t.Error("not saying is not shown, or taken for an answer")
	}
	test.Tap(uitest.Shown[*widget.TickBox](s.win.Content())[0])
	if q.Answers().Entry(time.Now()) != nil {
		t.Error("not saying is kept")
	}
	s.answer(0, "Yes")
	s.answer(0, "Yes")
	if q.Answers().Yes() || chosen() != 1 {
		t.Error("a second tap does not take the answer back")
	}
}

func TestTheNumbersForDangerLeadToTheServices(t *testing.T) {
	c := care(t)
	s := show(t)
	support := safety.NewSupport(c, func(text string) { s.copied = append(s.copied, text) }, safety.Hooks{})
	support.Open(journal.Hurt, safety.Answers{})
	page := whole(support).(*container.Scroll)
	s.put(page)
	for _, want := range []string{"112", "911", "999", "000", "Europe and many other countries", "may be out of date"} {
		if !s.says(want) {
			t.Errorf("%q is not said", want)
		}
	}
	for _, drawn := range uitest.Shown[*canvas.Text](support.Danger()) {
		if strings.Contains(drawn.Text, "…") {
			t.Errorf("%q is cut", drawn.Text)
		}
	}
	s.win.Canvas().FocusNext()
	if b, ok := s.win.Canvas().Focused().(*widget.Button); !ok || b.Text != "Go to help outside, by country" {
		t.Fatalf("Tab leads to %+v first", s.win.Canvas().Focused())
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.Offset.Y < support.Danger().Size().Height {
		t.Errorf("the page is moved by %g, not to the services", page.Offset.Y)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.copied) != 1 || s.copied[0] != c.Services[4].Reach {
		t.Errorf("the focus is not on the first service: %q is copied", s.copied)
	}
}

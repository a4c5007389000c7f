package promises_test

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
)

// eventful returns a store in which something happened, and the apology in it.
func eventful(t *testing.T) (*memory, uuid.UUID) {
	t.Helper()
	store := newMemory()
	mine := store.add(t, daily("Call"))
	theirs := store.add(t, journal.Promise{Text: "Listen", Every: journal.EveryDay, Who: journal.ByPartner, From: "2026-02-10"})
	for id, o := range map[uuid.UUID]journal.Observation{
		mine: {Day: "2026-03-10", Result: journal.Kept, Note: "from the train"}, theirs: {Day: "2026-04-02", Result: journal.Missed},
	} {
		if _, err := store.Observe(t.Context(), id, o); err != nil {
			t.Fatal(err)
		}
	}
	apology := uuid.New()
	store.entries = []journal.EntrySummary{
		{ID: apology, Page: "apology", Title: "What I regret", At: time.Date(2026, 3, 20, 9, 0, 0, 0, time.UTC)},
		{ID: uuid.New(), Page: "letter", Title: "A letter", At: time.Date(2026, 3, 21, 9, 0, 0, 0, time.UTC)},
	}
	return store, apology
}

// lines returns what the timeline draws, from top to bottom.
func (s *shown) lines() []string {
	type line struct {
		y    float32
		text string
	}
	var lines []line
	for _, o := range s.objects() {
		if text, ok := o.(*canvas.Text); ok && (strings.Contains(text.Text, ": ") || strings.Contains(text.Text, " 2026")) {
			lines = append(lines, line{fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y, text.Text})
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return int(a.y - b.y) })
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}

func TestTheTimelineIsDatedAndNewestFirst(t *testing.T) {
	store, _ := eventful(t)
	s := show(t, store)
	s.tap("Timeline")
	want := []string{
		"April 2026", "Missed: Listen", "March 2026", "Apology, a draft: What I regret", "Kept: Call", "Promised: Call",
		"February 2026", "Promised: Listen",
	}
	if got := s.lines(); !slices.Equal(got, want) {
		t.Errorf("the timeline is %q, want %q", got, want)
	}
	if !s.draws("You  ·  from the train") || s.draws("A letter") {
		t.Error("a line beside it is not shown, or another page is")
	}
}

func TestTheTimelineShowsWhoseIsAsked(t *testing.T) {
	store, _ := eventful(t)
	s := show(t, store)
	s.tap("Timeline")
	for who, want := range map[string][]string{
		"Your partner": {"April 2026", "Missed: Listen", "February 2026", "Promised: Listen"},
		"You":          {"March 2026", "Apology, a draft: What I regret", "Kept: Call", "Promised: Call"},
		"Both of you":  nil,
	} {
		s.tap(who)
		if got := s.lines(); !slices.Equal(got, want) {
			t.Errorf("%s: the timeline is %q, want %q", who, got, want)
		}
	}
	s.tap("Both of you")
	if !s.says("Choose All") {
		t.Error("it does not say why nothing shows")
	}
	s.tap("All")
	if len(s.lines()) != 8 {
		t.Error("All does not show all")
	}
}

func TestALineOpensWhatItIsAbout(t *testing.T) {
	store, apology := eventful(t)
	s := show(t, store)
	s.tap("Timeline")
	s.screen.FocusFirst()
	s.key(fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(s.opened, []uuid.UUID{apology}) {
		t.Errorf("opened %v", s.opened)
	}
	s.key(fyne.KeyUp, fyne.KeyReturn)
	if !s.offers("Back to the timeline") || !s.says("Listen") {
		t.Fatal("the promise does not open")
	}
	s.tap("Back to the timeline")
	for _, o := range s.objects() {
		if line, ok := o.(interface {
			fyne.Tappable
			fyne.Accessible
		}); ok && strings.Contains(line.AccessibilityLabel(), "Apology, a draft: What I regret") {
			test.Tap(line)
		}
	}
	if !slices.Equal(s.opened, []uuid.UUID{apology, apology}) {
		t.Errorf("a tap opened %v", s.opened)
	}
}

func TestALongTimelineDrawsOnlyWhatIsInView(t *testing.T) {
	store := newMemory()
	id := store.add(t, daily("Call"))
	for d := range 5000 {
		store.log(id).Observations = append(store.log(id).Observations, journal.Observation{Day: today.Plus(-d), Result: journal.Kept})
	}
	s := show(t, store)
	s.tap("Timeline")
	s.screen.FocusFirst()
	s.key(fyne.KeyEnd)
	if n := len(s.lines()); n < 5 || n > 40 {
		t.Errorf("%d lines are drawn", n)
	}
	if !s.draws(today.Plus(-4999).Time(time.UTC).Format("January 2006")) {
		t.Error("the oldest line is not reached")
	}
}

func TestAnApologySaysHowItStands(t *testing.T) {
	for stands, want := range map[journal.Standing]string{
		"": "Apology, a draft: What I regret", journal.Draft: "Apology, a draft: What I regret",
		journal.Ready: "Apology, ready: What I regret", journal.Given: "Apology, given: What I regret",
		"of another version": "Apology: What I regret", journal.SetAside: "",
	} {
		store, apology := eventful(t)
		store.stands = map[uuid.UUID]journal.Standing{apology: stands}
		s := show(t, store)
		s.tap("Timeline")
		got := ""
		for _, line := range s.lines() {
			if strings.Contains(line, "Apology") {
				got = line
			}
		}
		if got != want {
			t.Errorf("%q is told as %q, want %q", stands, got, want)
		}
	}
}

package promises_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/dialogs"
)

// added returns the promise that was made last.
func (s *shown) added() journal.Promise {
	s.Helper()
	if len(s.store.promises) == 0 {
		s.Fatal("no promise is kept")
	}
	return s.store.promises[len(s.store.promises)-1].Current()
}

func TestOnlyTheTextIsRequired(t *testing.T) {
	s := show(t, newMemory())
	s.tap("Add a promise")
	s.tap("Add the promise")
	if !s.says("Write what is promised.") || len(s.store.promises) > 0 {
		t.Fatal("a promise of nothing is kept")
	}
	s.types("Call")
	s.tap("Add the promise")
	p := s.added()
	if p.Text != "Call" || p.Who != journal.ByMe || p.From != today || p.Every != journal.Once || p.Due+p.Review+p.Ended != "" {
		t.Errorf("the promise is %+v", p)
	}
}

func TestThePromiseHoldsAllThatIsFilledIn(t *testing.T) {
	s := show(t, newMemory())
	s.tap("Add a promise")
	s.types("Tell me who you met")
	s.tap("Your partner")
	s.tap("On days of the week")
	s.tap("Mon")
	s.tap("Thu")
	s.tap("In two weeks")
	s.into("4 May 2026", "2026-05-01") // the first day
	s.into("2026-11-03 or 3 November 2026", "3 November 2026")
	s.tap("Add the promise")
	p := s.added()
	want := journal.Promise{
		ID: p.ID, At: p.At, Text: "Tell me who you met", Who: journal.ByPartner, Every: "mon,thu",
		From: "2026-05-01", Due: "2026-11-03", Review: "2026-05-18",
	}
	if p != want {
		t.Errorf("the promise is %+v, want %+v", p, want)
	}
}

func TestTheFormSaysWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name string
		fill func(*shown)
		want string
	}{
		{"no weekday", func(s *shown) { s.tap("On days of the week") }, "at least one day"},
		{"no number", func(s *shown) { s.tap("Every few days"); s.into("3", "0") }, "between 1 and 366"},
		{"no day", func(s *shown) { s.into("2026-11-03 or 3 November 2026", "soon") }, "Write the day as"},
		{"the last day before the first", func(s *shown) { s.into("2026-11-03 or 3 November 2026", "1 May 2026") }, "before the first"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := show(t, newMemory())
			s.tap("Add a promise")
			s.types("Call")
			tt.fill(s)
			s.tap("Add the promise")
			if !s.says(tt.want) || len(s.store.promises) > 0 {
				t.Errorf("it does not say %q", tt.want)
			}
		})
	}
}

func TestEveryCadenceCanBeChosen(t *testing.T) {
	for label, want := range map[string]journal.Cadence{"Once": "", "Every day": "day", "Every week": "week", "Every few days": "5"} {
		s := show(t, newMemory())
		s.tap("Add a promise")
		s.types("Call")
		s.tap(label)
		if want == "5" {
			s.into("3", "5")
		}
		s.tap("Add the promise")
		if got := s.added().Every; got != want {
			t.Errorf("%s gives %q, want %q", label, got, want)
		}
	}
}

func TestAnIdeaFillsTheForm(t *testing.T) {
	s := show(t, newMemory())
	s.tap("Ideas for promises")
	if !s.says("You") || !s.says("Your partner") || !s.says("I was there") {
		t.Error("the ideas are not told by whom they are for")
	}
	s.key(fyne.KeyReturn)
	s.tap("Add the promise")
	p := s.added()
	if p.Text != "Be on time" || p.Who != journal.ByMe || p.Every != journal.EveryDay || p.How != "I was there" || p.From != today {
		t.Errorf("the promise is %+v", p)
	}
	s.tap("Ideas for promises")
	s.tap("Listen to the end")
	s.key(fyne.KeyEscape)
	if len(s.store.promises) != 1 || s.isOpen() {
		t.Error("an idea is kept without the person's word")
	}
}

func TestAChangeKeepsTheHistory(t *testing.T) {
	store := newMemory()
	store.add(t, journal.Promise{Text: "Call before ten", Every: "mon,thu", Review: "2026-05-01", How: "it rang"})
	s := show(t, store)
	s.key(fyne.KeyReturn)
	s.tap("Change")
	s.into("Call before ten", "Call before nine")
	s.tap("Keep the change")
	log := store.promises[0]
	if len(log.Wordings) != 2 || log.Wordings[0].Text != "Call before ten" {
		t.Fatalf("the wordings are %+v", log.Wordings)
	}
	now := log.Current()
	if now.Text != "Call before nine" || now.Every != "mon,thu" || now.Review != "2026-05-01" || now.How != "it rang" {
		t.Errorf("the change took more than the text: %+v", now)
	}
	if !s.says("Call before nine") || !s.says("Call before ten") || !s.says("2 March 2026") {
		t.Error("the page does not show both wordings by day")
	}
}

func TestWhatIsTypedIsKeptWhenTheWindowIsLocked(t *testing.T) {
	s := show(t, newMemory())
	s.tap("Add a promise")
	dialogs.CloseAll(s.win)
	if len(s.store.promises) > 0 {
		t.Fatal("a promise of nothing is kept")
	}
	s.tap("Add a promise")
	s.types("Call")
	dialogs.CloseAll(s.win)
	if s.added().Text != "Call" {
		t.Error("what was typed is gone")
	}
	s.tap("New promise")
	s.types("Listen")
	s.key(fyne.KeyEscape)
	if len(s.store.promises) != 1 {
		t.Error("what the person threw away is kept")
	}
}

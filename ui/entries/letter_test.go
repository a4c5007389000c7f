package entries_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func letter(at time.Time, text string) journal.Entry {
	return filled("letter", at, map[string]string{"letter": text})
}

func TestLetterIsSealedUntilADay(t *testing.T) {
	b := newBench(t).arrive()
	b.NewPage("letter")
	b.write("Dear you")
	b.OpenMore()
	b.win.Canvas().Focus(b.Letter("Seal until…"))
	b.press(fyne.KeyReturn, fyne.KeyReturn) // a month, put into the field
	b.press(fyne.KeyReturn)
	e := b.only()
	if e.SealedUntil != "2026-12-21" || e.Fields["letter"] != "Dear you" {
		t.Fatalf("kept until %q with %v", e.SealedUntil, e.Fields)
	}
	if b.Sealed() != "This letter is sealed until 21 December 2026." || b.PaperShown() {
		t.Errorf("shown %q", b.Sealed())
	}
	if got := b.Rows()[1]; got != "A sealed letter | 21:40 · An unsent letter · Talk and listen" {
		t.Errorf("the list says %q", got)
	}
	b.HandleRune('x') // goes nowhere
	b.win.Canvas().Focus(b.OpenSeal())
	b.press(fyne.KeyReturn)
	b.write("!")
	b.wait(time.Second)
	if e = b.only(); e.SealedUntil != "" || e.Fields["letter"] != "Dear you!" {
		t.Errorf("opened again, kept until %q with %v", e.SealedUntil, e.Fields)
	}
}

func TestSealingThatCanNotBeSavedLosesNothing(t *testing.T) {
	b := newBench(t, letter(days(1)[0].At, "Dear")).arrive()
	b.OpenEntry(b.only().ID)
	b.store.fail = journal.ErrNoSpace
	b.write(" you")
	b.OpenMore()
	b.Letter("Seal until…").Tapped(nil)
	field, _ := b.SealField()
	b.win.Canvas().Focus(field)
	b.write("2027-01-01")
	b.press(fyne.KeyReturn)
	b.win.Canvas().Focus(b.OpenSeal())
	b.press(fyne.KeyReturn)
	b.write("!")
	b.store.fail = nil
	b.wait(time.Minute)
	if e := b.only(); e.SealedUntil != "" || e.Fields["letter"] != "Dear you!" {
		t.Errorf("kept until %q with %v", e.SealedUntil, e.Fields)
	}
}

func TestDayToSealUntil(t *testing.T) {
	b := newBench(t, letter(days(1)[0].At, "Dear")).arrive()
	b.OpenEntry(b.only().ID)
	b.OpenMore()
	b.Letter("Seal until…").Tapped(nil)
	field, _ := b.SealField()
	for typed, want := range map[string]string{
		"soon": "Write the day as 3 November 2026 or 2026-11-03.", "": "Write the day as 3 November 2026 or 2026-11-03.",
		"2026-11-21": "Choose a day after today.", "2020-01-01": "Choose a day after today.",
	} {
		field.SetText(typed)
		b.win.Canvas().Focus(field)
		b.press(fyne.KeyReturn)
		if _, wrong := b.SealField(); wrong != want || b.Sealed() != "" || !b.Drawer() {
			t.Errorf("%q: told %q", typed, wrong)
		}
	}
}

func TestNothingIsSealed(t *testing.T) {
	b := newBench(t).arrive()
	b.NewPage("letter")
	b.OpenMore()
	b.Letter("Seal until…").Tapped(nil)
	b.press(fyne.KeyReturn, fyne.KeyReturn)
	if b.Sealed() != "" || b.Notice() == "" || len(b.store.calls) != 0 {
		t.Errorf("an empty letter is sealed: %q", b.Sealed())
	}
}

func TestOnlyLettersAreOfferedIt(t *testing.T) {
	old, today := days(1)[0].At, time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	again := letter(today, "Then")
	again.Fields[journal.FieldEarlier] = uuid.NewString()
	opened := letter(today.Add(time.Hour), "Sealed until today")
	opened.SealedUntil = "2026-11-21"
	const seal, write, both = "Seal until…", "Write it again today", "Compare with the earlier one"
	for name, c := range map[string]struct {
		entry journal.Entry
		want  []string
	}{
		"an entry":              {journal.Entry{ID: uuid.New(), At: old, Body: "x"}, nil},
		"another page":          {filled("views", old, map[string]string{"what": "x"}), nil},
		"a letter of today":     {letter(today, "x"), []string{seal}},
		"one of another day":    {letter(old, "x"), []string{seal, write}},
		"one whose day came":    {opened, []string{seal, write}},
		"one written again now": {again, []string{seal, both}},
	} {
		b := newBench(t, c.entry).arrive()
		b.OpenEntry(c.entry.ID)
		if diff := cmp.Diff(c.want, b.LetterChips()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestLetterIsWrittenAgainAndCompared(t *testing.T) {
	old := letter(days(1)[0].At, "I am furious.")
	b := newBench(t, old).arrive()
	b.OpenEntry(old.ID)
	b.OpenMore()
	b.Letter("Write it again today").Tapped(nil)
	if b.Guided().Text().Text() != "" || b.focused() != fyne.Focusable(pageText(b, 0)) {
		t.Error("the new letter does not begin empty")
	}
	b.wait(time.Hour)
	if len(b.store.calls) != 0 {
		t.Error("an empty letter is kept")
	}
	b.write("I am sad.")
	b.wait(time.Second)
	var now journal.Entry
	for _, e := range b.store.entries {
		if e.ID != old.ID {
			now = e
		}
	}
	want := map[string]string{"letter": "I am sad.", journal.FieldEarlier: old.ID.String()}
	if diff := cmp.Diff(want, now.Fields); diff != "" || now.Page != "letter" {
		t.Fatalf("fields (-want +got):\n%s", diff)
	}
	b.OpenEntry(old.ID)
	b.OpenEntry(now.ID)
	b.OpenMore()
	b.Letter("Compare with the earlier one").Tapped(nil)
	const question = "What would you say?\n"
	both := []string{"Friday 20 November 2026", question + "I am furious.", "Saturday 21 November 2026", question + "I am sad."}
	if diff := cmp.Diff(both, b.Compared()); diff != "" {
		t.Errorf("compared (-want +got):\n%s", diff)
	}
	left, right := b.ComparedAt()
	if left.Y != right.Y || left.X >= right.X {
		t.Errorf("they stand at %v and %v", left, right)
	}
	b.win.Resize(fyne.NewSize(500, 700))
	if left, right = b.ComparedAt(); left.X != right.X || left.Y >= right.Y {
		t.Errorf("narrow, they stand at %v and %v", left, right)
	}
	b.press(fyne.KeyEscape)
	if b.Compared() != nil || !b.PaperShown() {
		t.Error("Escape does not lead back")
	}
	calls := len(b.store.calls)
	b.wait(time.Hour)
	if len(b.store.calls) != calls {
		t.Error("comparing changes something")
	}
}

// The older one leads to those in which it was written again, the first one
// first, and to no other.
func TestLetterLeadsToWhatWasWrittenAfterIt(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	old := letter(at, "I am furious.")
	again := func(days int, text, earlier string) journal.Entry {
		e := letter(at.AddDate(0, 0, days), text)
		e.Fields[journal.FieldEarlier] = earlier
		return e
	}
	sad, calm := again(30, "I am sad.", old.ID.String()), again(60, "I am calm.", old.ID.String())
	b := newBench(t, old, sad, calm, again(70, "Not to it.", uuid.NewString()), letter(at.AddDate(0, 0, 80), "About "+old.ID.String())).arrive()
	b.OpenEntry(old.ID)
	want := []string{"You wrote it again on 31 March 2026: compare", "You wrote it again on 30 April 2026: compare"}
	if diff := cmp.Diff(want, b.LaterLetters()); diff != "" {
		t.Fatalf("offered (-want +got):\n%s", diff)
	}
	b.win.Canvas().Focus(b.Chip(want[1]))
	b.press(fyne.KeyReturn)
	const question = "What would you say?\n"
	both := []string{"Sunday 1 March 2026", question + "I am furious.", "Thursday 30 April 2026", question + "I am calm."}
	if diff := cmp.Diff(both, b.Compared()); diff != "" {
		t.Errorf("compared (-want +got):\n%s", diff)
	}
	b.press(fyne.KeyEscape)
	if !b.PaperShown() || len(b.LaterLetters()) != 2 {
		t.Error("Escape does not lead back to the letter")
	}
	b.OpenEntry(sad.ID)
	if got := b.LaterLetters(); len(got) != 0 {
		t.Errorf("the later one offers %q", got)
	}
	b.Letter("Compare with the earlier one").Tapped(nil)
	if got := b.Compared(); len(got) != 4 || got[1] != question+"I am furious." {
		t.Errorf("compared %q", got)
	}
	if len(b.store.calls) != 0 {
		t.Error("looking at them changes something")
	}
}

func TestComparingWithWhatCanNotBeRead(t *testing.T) {
	sealed := letter(days(1)[0].At, "Not yet")
	sealed.SealedUntil = "2027-01-01"
	for name, c := range map[string]struct {
		earlier, then, told string
	}{
		"sealed": {sealed.ID.String(), "This letter is sealed until 1 January 2027.", ""},
		"gone":   {uuid.NewString(), "", "told"},
		"no id":  {"words", "", "told"},
	} {
		now := letter(days(1)[0].At.Add(time.Hour), "Now")
		now.Fields[journal.FieldEarlier] = c.earlier
		b := newBench(t, sealed, now).arrive()
		b.OpenEntry(now.ID)
		b.Letter("Compare with the earlier one").Tapped(nil)
		switch got := b.Compared(); {
		case c.told != "" && (b.Notice() == "" || got != nil):
			t.Errorf("%s: told %q", name, b.Notice())
		case c.told == "" && (len(got) == 0 || got[1] != c.then):
			t.Errorf("%s: %q", name, got)
		}
	}
}

package ui_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/ui"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// arrive opens the window with the guided pages, on a journal with the profile
// as edit leaves it, and unlocks it.
func arrive(t *testing.T, edit func(*journal.Profile)) *house {
	t.Helper()
	h := enterWith(t, func(h *house, p *ui.Ports) {
		var err error
		if p.Pages, err = guide.LoadPages(assets.FS, p.Guides); err != nil {
			h.Fatal(err)
		}
	})
	h.inside(func(ctx context.Context, s *store.Store) error {
		p, err := s.GetProfile(ctx)
		if err != nil {
			return err
		}
		p.Settings = map[string]string{"lock-after-minutes": "off"}
		edit(&p)
		return s.UpdateProfile(ctx, p)
	})
	h.unlock(passphrase)
	return h
}

func asItComes(*journal.Profile) {}

// reads reports whether a text can be seen in the window or over it.
func (h *house) reads(text string) bool {
	top, below := h.win.Canvas().Overlays().Top(), h.win.Content()
	lines := append(uitest.Shown[*widget.Text](top), uitest.Shown[*widget.Text](below)...)
	paragraphs := append(uitest.Shown[*widget.Paragraph](top), uitest.Shown[*widget.Paragraph](below)...)
	return slices.ContainsFunc(lines, func(o *widget.Text) bool { return o.Text == text }) ||
		slices.ContainsFunc(paragraphs, func(o *widget.Paragraph) bool { return o.Text == text })
}

// rate keeps entries with these ratings, written a minute apart before now.
func (h *house) rate(ratings ...[2]int) {
	h.Helper()
	h.inside(func(ctx context.Context, s *store.Store) error {
		for i, r := range ratings {
			at := h.now.Add(time.Duration(i-len(ratings)) * time.Minute)
			if _, err := s.CreateEntry(ctx, journal.Entry{At: at, Body: "some words", Before: r[0], After: r[1]}); err != nil {
				return err
			}
		}
		return nil
	})
}

const (
	harder  = "The last few times, it was harder after writing than before. That happens. Plain facts, a break or a person may help more than going on."
	enough  = "The journal has been open for the time you chose. Is it enough for today?"
	hasCome = "The time has come that you set for coming back. If it is too soon, you can take longer."
)

func TestUnlockingShowsToday(t *testing.T) {
	h := arrive(t, asItComes)
	if !h.says("How are you now?") {
		t.Fatal("Today does not show first")
	}
	h.key(fyne.KeyReturn)
	h.typeText("from Today")
	h.command("Today")
	if !h.says("from Today") {
		t.Error("what was just written is not among the last entries")
	}
	h.command("Lock")
	h.keeps("from Today")
}

// TestWhatIsToBeLookedAtAgainOpens goes from Today to the promise and the goal
// themselves.
func TestWhatIsToBeLookedAtAgainOpens(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		day := journal.DayOf(h.now)
		if _, err := s.CreateGoal(ctx, journal.Goal{Text: "A week away", Term: journal.ShortTerm, Due: day, DoneWhen: "We are on the train."}); err != nil {
			return err
		}
		_, err := s.CreatePromise(ctx, journal.Promise{Text: "Talk on Sundays", Who: journal.ByMe, From: "2026-01-01", Review: day, Every: journal.EveryDay, Why: "So that it is said."})
		return err
	})
	h.unlock(passphrase)
	for row, own := range map[string]string{"Talk on Sundays": "So that it is said.", "A week away": "Done when"} {
		h.command("Today")
		h.tap(row)
		if !h.says(own) {
			t.Errorf("%q does not open", row)
		}
	}
}

func TestTypingOnTodayBeginsAnEntry(t *testing.T) {
	h := arrive(t, asItComes)
	for _, r := range " just begin" {
		h.win.Canvas().Focused().TypedRune(r)
	}
	h.command("Lock")
	h.keeps("just begin")
}

func TestAFeelingNotedTodayReachesTheOpenEntry(t *testing.T) {
	h := arrive(t, asItComes)
	h.tap("betrayed")
	h.command("Journal")
	h.key(fyne.KeyReturn)
	h.typeText("words about it")
	h.command("Today")
	h.command("Journal")
	h.command("Today")
	h.tap("calm") // a new one: the other has words now
	h.command("Lock")
	h.keeps("words about it", "")
}

func TestAddingToTheEntryOnThePaperLosesNothing(t *testing.T) {
	h := arrive(t, asItComes)
	h.tap("betrayed")
	h.command("Journal") // which puts it on the paper
	h.command("Today")
	h.tap("angry")
	h.command("Journal")
	h.key(fyne.KeyReturn)
	h.typeText("and words")
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		return s.EachEntry(ctx, journal.EntryFilter{}, func(e journal.Entry) error {
			if got := journal.FeelingLines(e.Feelings); got != "betrayed:3\nangry:3" || e.Body != "and words" {
				t.Errorf("kept is %q with %q", got, e.Body)
			}
			return nil
		})
	})
}

func TestPlainFactsOpenTheirPage(t *testing.T) {
	h := arrive(t, func(p *journal.Profile) { p.KeepToFacts(true); p.AskBefore(true) })
	h.tap("Write down the facts")
	if !h.says("Plain facts of the day") {
		t.Fatal("the page does not open")
	}
	h.command("New entry")
	if h.reads("Before you write: how is it?") {
		t.Error("feelings are asked for")
	}
}

func TestEnoughIsAskedAfterTheChosenTime(t *testing.T) {
	h := arrive(t, func(p *journal.Profile) { p.SetEnoughAfter(15 * time.Minute) })
	h.wait(15*time.Minute - time.Second)
	if h.says(enough) {
		t.Fatal("it is asked too early")
	}
	h.wait(5 * time.Second)
	if !h.says(enough) {
		t.Fatal("it is not asked")
	}
	h.tap("Not yet")
	h.wait(14 * time.Minute)
	if h.says(enough) {
		t.Fatal("it is asked again at once")
	}
	h.wait(time.Minute + 5*time.Second)
	h.tap("Enough for today")
	if !h.reads("Enough for today") {
		t.Fatal("it does not lead to the end")
	}
	h.key(fyne.KeyReturn)
	if !h.isLocked() {
		t.Error("the end does not lock")
	}
	h.wait(20 * time.Minute)
	if h.says(enough) {
		t.Error("it is asked of a locked journal")
	}
}

func TestEnoughIsNotAskedUnlessItIsWanted(t *testing.T) {
	h := arrive(t, asItComes)
	h.wait(3 * time.Hour)
	if h.says(enough) {
		t.Error("it is asked though nobody wanted that")
	}
	h.command("Enough for today")
	if !h.reads("You can stop here. What you wrote is kept, and nothing in it has to be settled today.") {
		t.Error("the menu does not lead to the end")
	}
}

func TestEndingRatesTheEntryOnThePaper(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("New entry")
	h.typeText("the last of today")
	h.command("Enough for today")
	h.tap("hard")
	h.win.Canvas().Focused().(*widget.Chip).TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	h.tap("Lock the journal")
	if !h.isLocked() {
		t.Fatal("it does not lock")
	}
	h.inside(func(ctx context.Context, s *store.Store) error {
		return s.EachEntry(ctx, journal.EntryFilter{}, func(e journal.Entry) error {
			if e.After != 2 || e.Body != "the last of today" {
				t.Errorf("kept is %d after %q", e.After, e.Body)
			}
			return nil
		})
	})
}

// cool keeps a time-out with its return.
func (h *house) cool(after time.Duration) (id string) {
	h.Helper()
	h.inside(func(ctx context.Context, s *store.Store) error {
		e, err := s.CreateEntry(ctx, journal.Entry{At: h.now, Page: "cooling-off",
			Fields: map[string]string{journal.FieldBackAt: h.now.Add(after).Format(time.RFC3339Nano)}})
		id = e.ID.String()
		return err
	})
	return id
}

func TestReturnFromCoolingOffIsNotedOnWhateverScreen(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.cool(20 * time.Minute)
	h.unlock(passphrase)
	if !h.says("Cooling off") {
		t.Fatal("Today does not show that it runs")
	}
	h.command("Path")
	h.wait(19 * time.Minute)
	if h.says(hasCome) {
		t.Fatal("it is noted too early")
	}
	h.wait(time.Minute + 5*time.Second)
	if !h.says(hasCome) {
		t.Fatal("it is not noted")
	}
	h.tap("Open the page")
	if !h.says("Cooling off") || h.says(hasCome) {
		t.Error("the page does not open, or the line stays")
	}
}

func TestReturnIsNotNotedOfWhatWentToTheBin(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.cool(20 * time.Minute)
	h.unlock(passphrase)
	h.command("Journal")
	h.key(fyne.KeyReturn)
	h.tap("More…")
	h.tap("Delete")
	h.wait(21 * time.Minute)
	if h.says(hasCome) {
		t.Error("it is noted though the page is gone")
	}
}

func TestHarderEntriesInARowAreMetOnce(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.rate([2]int{4, 2}, [2]int{3, 2}, [2]int{3, 1})
	h.unlock(passphrase)
	h.command("Journal")
	if h.says(harder) {
		t.Fatal("it is said before anything was written")
	}
	h.command("New entry")
	h.typeText("one more")
	h.command("Path")
	if !h.says(harder) {
		t.Fatal("it is not said")
	}
	h.tap("A person to turn to")
	if h.says(harder) || !h.says("Support and safety") {
		t.Error("it does not lead to a person")
	}
	h.command("New entry")
	h.typeText("and one more")
	h.command("New entry")
	if h.says(harder) {
		t.Error("it is said twice")
	}
}

func TestNudgeIsSwitchedOffRightThere(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.rate([2]int{4, 2}, [2]int{3, 2}, [2]int{3, 1})
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("one more")
	h.command("New entry")
	h.tap("Don't say this again")
	h.command("Lock")
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("one more")
	h.command("Path")
	if h.says(harder) {
		t.Error("it is said again")
	}
}

func TestLighterEntriesAreLeftAlone(t *testing.T) {
	h := arrive(t, asItComes)
	h.command("Lock")
	h.rate([2]int{4, 2}, [2]int{3, 2}, [2]int{3, 1}, [2]int{1, 2})
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("one more")
	h.command("Path")
	if h.says(harder) {
		t.Error("it is said though the last one was lighter")
	}
}

func TestTheNextDayShowsByItself(t *testing.T) {
	h := arrive(t, asItComes)
	h.now = time.Date(2026, 5, 4, 23, 59, 50, 0, time.Local)
	h.command("Today")
	if !h.says("Monday, 4 May") {
		t.Fatal("the day is not named")
	}
	h.wait(15 * time.Second)
	if !h.says("Tuesday, 5 May") {
		t.Error("after midnight it still shows the day before")
	}
}

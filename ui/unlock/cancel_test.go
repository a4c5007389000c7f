package unlock_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/unlock"
	"mend/ui/widget"
)

func TestATryCanBeGivenUp(t *testing.T) {
	for name, giveUp := range map[string]func(*testing.T, *bench){
		"with Escape":     func(_ *testing.T, b *bench) { b.press(fyne.KeyEscape) },
		"with the button": func(t *testing.T, b *bench) { test.Tap(b.goTo(t, "Cancel")) },
	} {
		for _, answer := range []error{nil, journal.ErrWrongPassphrase} {
			t.Run(name, func(t *testing.T) {
				b := newBench(t, "/somewhere/journal.mend", true)
				b.answer = answer
				test.Type(b.w.Canvas().Focused(), "slow")
				b.during = func() {
					giveUp(t, b)
					if strings.Contains(b.shown(), "Opening your journal") {
						t.Error("it still says that it works")
					}
				}
				b.press(fyne.KeyReturn)
				if b.opened != 0 || strings.Contains(b.shown(), "does not open") {
					t.Errorf("what was given up is shown: opened %d times, %s", b.opened, b.shown())
				}
				if want := map[bool]int{true: 1}[answer == nil]; b.closed != want {
					t.Errorf("closed %d times, want %d", b.closed, want)
				}
				field, ok := b.w.Canvas().Focused().(*widget.PasswordField)
				if !ok || field.Disabled() || field.Text != "" {
					t.Fatalf("the focus is on %T, want the emptied passphrase", b.w.Canvas().Focused())
				}
				b.during, b.answer = func() {}, nil
				test.Type(field, "again")
				b.press(fyne.KeyReturn)
				if b.opened != 1 {
					t.Errorf("afterwards it opened %d times", b.opened)
				}
			})
		}
	}
}

func TestCancelIsThereOnlyWhileItWorks(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	b.answer = journal.ErrWrongPassphrase
	if strings.Contains(b.shown(), "Cancel") {
		t.Error("there is nothing to cancel yet")
	}
	b.press(fyne.KeyEscape) // does nothing
	test.Type(b.w.Canvas().Focused(), "guess")
	b.during = func() {
		if !strings.Contains(b.shown(), "Cancel") || strings.Contains(b.shown(), "Unlock") {
			t.Errorf("while it works: %s", b.shown())
		}
	}
	b.press(fyne.KeyReturn)
	if strings.Contains(b.shown(), "Cancel") {
		t.Error("there is nothing to cancel any more")
	}
}

// slow is a journal that takes its time to be opened, and tells what is done.
type slow struct {
	begun, release chan struct{}
	told           chan string
}

func (s slow) Enter() { s.told <- "entered" }

func (s slow) Close() error {
	s.told <- "closed"
	return nil
}

func TestTheNextTryWaitsForTheOneGivenUp(t *testing.T) {
	w := uitest.NewWindow(t)
	s := slow{make(chan struct{}), make(chan struct{}), make(chan string)}
	screen := unlock.New(unlock.Deps{
		Window: w, Tasks: tasks.New(), Path: "journal.mend",
		Unlock: func(context.Context, string, []byte) (unlock.Opened, error) {
			s.begun <- struct{}{}
			<-s.release
			return s, nil
		},
		OnNew: func() {},
	})
	w.SetContent(screen.Content())
	screen.FocusFirst()
	try := func() {
		test.Type(w.Canvas().Focused(), "words")
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	try()
	<-s.begun
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	try()
	select {
	case <-s.begun:
		t.Fatal("two tries open the journal at once")
	case s.release <- struct{}{}:
	}
	if got := <-s.told; got != "closed" {
		t.Errorf("the one given up was %s", got)
	}
	<-s.begun
	s.release <- struct{}{}
	if got := <-s.told; got != "entered" {
		t.Errorf("the next was %s", got)
	}
}

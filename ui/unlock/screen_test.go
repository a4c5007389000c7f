package unlock_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

// bench is an unlock screen in a window, and what it told.
type bench struct {
	w       fyne.Window
	screen  *unlock.Screen
	answer  error    // of Unlock
	tried   []string // passphrases
	codes   []string // recovery codes
	handed  []byte   // the last one, as handed over
	during  func()   // called while Unlock works
	opened  int
	closed  int
	created int
	other   string
}

// Enter implements unlock.Opened.
func (b *bench) Enter() { b.opened++ }

// Close implements unlock.Opened.
func (b *bench) Close() error {
	b.closed++
	return nil
}

func newBench(t *testing.T, path string, isDefault bool) *bench {
	t.Helper()
	b := &bench{w: uitest.NewWindow(t), during: func() {}}
	b.screen = unlock.New(unlock.Deps{
		Window: b.w, Tasks: tasks.NewSync(), Path: path, IsDefault: isDefault,
		Unlock: func(_ context.Context, at string, passphrase []byte) (unlock.Opened, error) {
			if at != path {
				t.Errorf("opened %q, want %q", at, path)
			}
			b.tried, b.handed = append(b.tried, string(passphrase)), passphrase
			b.during()
			return b, b.answer
		},
		UnlockWithCode: func(_ context.Context, at, code string) (unlock.Opened, error) {
			if at != path {
				t.Errorf("opened %q, want %q", at, path)
			}
			b.codes = append(b.codes, code)
			b.during()
			return b, b.answer
		},
		OnNew:       func() { b.created++ },
		OnOpenOther: func(path string) { b.other = path },
	})
	b.w.SetContent(b.screen.Content())
	b.w.Resize(fyne.NewSize(700, 600))
	b.screen.FocusFirst()
	return b
}

func (b *bench) press(names ...fyne.KeyName) {
	for _, name := range names {
		b.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// goTo moves the focus by Tab to the button that says label.
func (b *bench) goTo(t *testing.T, label string) *widget.Button {
	t.Helper()
	for range 12 {
		b.w.Canvas().FocusNext()
		if button, ok := b.w.Canvas().Focused().(*widget.Button); ok && button.Text == label {
			return button
		}
	}
	t.Fatalf("Tab never comes to %q", label)
	return nil
}

// shown is all the text in the window, or in the dialog over it.
func (b *bench) shown() string { return uitest.Words(uitest.Top(b.w)) }

func TestEnterUnlocks(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	if _, ok := b.w.Canvas().Focused().(*widget.PasswordField); !ok {
		t.Fatalf("the focus is on %T, want the passphrase", b.w.Canvas().Focused())
	}
	test.Type(b.w.Canvas().Focused(), "open it")
	b.press(fyne.KeyReturn)
	if b.opened != 1 || len(b.tried) != 1 || b.tried[0] != "open it" {
		t.Errorf("opened %d times, tried %q", b.opened, b.tried)
	}
	for _, c := range b.handed {
		if c != 0 {
			t.Fatal("the passphrase was not wiped")
		}
	}
}

func TestTheButtonUnlocks(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	test.Type(b.w.Canvas().Focused(), "x")
	test.Tap(b.goTo(t, "Unlock"))
	if b.opened != 1 {
		t.Errorf("opened %d times", b.opened)
	}
}

func TestAnEmptyPassphraseIsNotTried(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	b.press(fyne.KeyReturn)
	if len(b.tried) != 0 || !strings.Contains(b.shown(), "Type your passphrase first") {
		t.Errorf("tried %q; shown: %s", b.tried, b.shown())
	}
}

func TestFailuresAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for _, err := range []error{
		journal.ErrWrongPassphrase, journal.ErrDamaged, journal.ErrNewerVersion, journal.ErrNotJournal,
		journal.ErrAlreadyOpen, journal.ErrReadOnly, journal.ErrMissing, errors.New("odd"),
	} {
		t.Run(err.Error(), func(t *testing.T) {
			b := newBench(t, "/somewhere/journal.mend", true)
			b.answer = fmt.Errorf("open: %w", err)
			test.Type(b.w.Canvas().Focused(), "guess")
			b.press(fyne.KeyReturn)
			what, _ := journal.Explain(err)
			got := b.shown()
			for _, word := range strings.Fields(what) {
				if !strings.Contains(got, word) {
					t.Errorf("%q is not in %q", word, got)
				}
			}
			if seen[got] {
				t.Error("another failure reads the same")
			}
			seen[got] = true
			field, ok := b.w.Canvas().Focused().(*widget.PasswordField)
			if !ok || field.Text != "" || field.Disabled() {
				t.Errorf("the focus is on %T, want the emptied passphrase", b.w.Canvas().Focused())
			}
			if b.opened != 0 {
				t.Error("it opened")
			}
		})
	}
}

func TestTypingTakesTheFailureAway(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	b.answer = journal.ErrWrongPassphrase
	test.Type(b.w.Canvas().Focused(), "guess")
	b.press(fyne.KeyReturn)
	test.Type(b.w.Canvas().Focused(), "n")
	if strings.Contains(b.shown(), "does not open") {
		t.Error("it still says that the passphrase was wrong")
	}
}

func TestWorkingIsShownAndNotRepeated(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	test.Type(b.w.Canvas().Focused(), "once")
	field := b.w.Canvas().Focused()
	b.during = func() {
		if !strings.Contains(b.shown(), "Opening your journal") {
			t.Errorf("nothing says that it works: %s", b.shown())
		}
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	b.press(fyne.KeyReturn)
	if len(b.tried) != 1 {
		t.Errorf("tried %d times, want once", len(b.tried))
	}
	if strings.Contains(b.shown(), "Opening your journal") {
		t.Error("it still says that it works")
	}
}

func TestNothingOfThePlaceIsTold(t *testing.T) {
	path := filepath.Join("/home", "someone", "private", "our-year.mend")
	if got := newBench(t, path, true).shown(); strings.Contains(got, "our-year") || strings.Contains(got, "private") {
		t.Errorf("the usual journal tells its name: %s", got)
	}
	got := newBench(t, path, false).shown()
	if !strings.Contains(got, "our-year.mend") || strings.Contains(got, "private") {
		t.Errorf("another journal tells %q, want its file's name alone", got)
	}
}

func TestOtherJournals(t *testing.T) {
	b := newBench(t, "/somewhere/journal.mend", true)
	b.goTo(t, "Create a new journal…")
	b.press(fyne.KeyReturn)
	if b.created != 1 {
		t.Errorf("asked %d times for a new journal, want once", b.created)
	}
	b.goTo(t, "Open another journal…")
	b.press(fyne.KeyReturn)
	want := filepath.Join(os.TempDir(), "other.mend")
	field := b.w.Canvas().Focused().(*widget.Field)
	field.SelectAll()
	test.Type(field, want)
	b.press(fyne.KeyReturn)
	if b.other != want {
		t.Errorf("asked for %q, want %q", b.other, want)
	}
}

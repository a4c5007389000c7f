package welcome_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/welcome"
	"mend/ui/widget"
)

// bench is the first-run pages in a window, and what they told.
type bench struct {
	w       fyne.Window
	screen  *welcome.Screen
	tasks   *tasks.Runner
	answer  error
	during  func()
	path    string
	secret  string
	code    string
	handed  []byte
	profile *journal.Profile
	answers *journal.Entry // that were to be kept
	done    int
	other   string
	copied  []string
	taken   string // the path where something exists
}

func newBench(t *testing.T, needsPassphrase bool) *bench {
	t.Helper()
	return newBenchWith(t, needsPassphrase, journal.Care{})
}

// newBenchWith is newBench with questions about safety.
func newBenchWith(t *testing.T, needsPassphrase bool, care journal.Care) *bench {
	t.Helper()
	b := &bench{w: uitest.NewWindow(t), tasks: tasks.NewSync(), during: func() {}}
	screen := welcome.New(welcome.Deps{
		Window: b.w, Tasks: b.tasks, DefaultPath: "/data/journal.mend", NeedsPassphrase: needsPassphrase, Care: care,
		Copy:    func(text string) { b.copied = append(b.copied, text) },
		Guides:  []journal.Guide{{ID: "first", Title: "First", About: "About."}, {ID: "second", Title: "Second"}},
		Exists:  func(path string) bool { return path == b.taken },
		NewCode: func() (string, error) { return newCode, nil },
		Create: func(n welcome.NewJournal) error {
			b.path, b.secret, b.handed, b.profile = n.Path, string(n.Passphrase), n.Passphrase, &n.Profile
			b.code, b.answers = n.Code, n.Answers
			b.during()
			return b.answer
		},
		SaveProfile: func(_ context.Context, p journal.Profile, answers *journal.Entry) error {
			b.answers = answers
			b.profile = &p
			return b.answer
		},
		OnDone:      func() { b.done++ },
		OnOpenOther: func(path string) { b.other = path },
	})
	b.screen = screen
	b.w.SetContent(screen.Content())
	b.w.Resize(fyne.NewSize(800, 700))
	screen.FocusFirst()
	return b
}

func (b *bench) press(names ...fyne.KeyName) {
	for _, name := range names {
		b.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (b *bench) write(text string) { test.Type(b.w.Canvas().Focused(), text) }

// goTo moves the focus by Tab to the button that says label.
func (b *bench) goTo(t *testing.T, label string) {
	t.Helper()
	for range 40 {
		if button, ok := b.w.Canvas().Focused().(*widget.Button); ok && button.Text == label {
			return
		}
		b.w.Canvas().FocusNext()
	}
	t.Fatalf("Tab never comes to %q in %s", label, b.shown())
}

func (b *bench) shown() string { return uitest.Words(b.w.Content()) }

// toLast goes through the pages by keyboard, to the last one.
func (b *bench) toLast(passphrase string) {
	b.press(fyne.KeyReturn)
	b.write(passphrase)
	b.press(fyne.KeyReturn)
	b.write(passphrase)
	b.press(fyne.KeyReturn, fyne.KeyReturn) // and past the recovery code
}

func TestTheWholeWayByKeyboard(t *testing.T) {
	b := newBench(t, true)
	if !strings.Contains(b.shown(), "Who could read this?") || !strings.Contains(b.shown(), "1 of 4") {
		t.Fatalf("the first page shows %s", b.shown())
	}
	b.toLast("several odd words")
	b.press(fyne.KeyHome, fyne.KeyDown) // I caused the hurt
	if strings.Contains(b.shown(), "Second") || !strings.Contains(b.shown(), "First") {
		t.Errorf("the guide is offered as %s", b.shown())
	}
	b.goTo(t, "Other guides…")
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyDown) // the second guide
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.done != 1 || b.path != "/data/journal.mend" || b.secret != "several odd words" {
		t.Errorf("done %d, path %q, passphrase %q", b.done, b.path, b.secret)
	}
	want := &journal.Profile{Role: journal.Caused, Guide: "second", Welcomed: true}
	if diff := cmp.Diff(want, b.profile); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	for _, c := range b.handed {
		if c != 0 {
			t.Fatal("the passphrase was not wiped")
		}
	}
}

func TestAnyPassphraseWillDoButNone(t *testing.T) {
	for name, tt := range map[string]struct {
		first, again string
		goesOn       bool
		says         string
	}{
		"none":    {"", "", false, "Type a passphrase first"},
		"once":    {"a", "", false, "once more"},
		"differs": {"a", "b", false, "differ"},
		"weak":    {"a", "a", true, ""},
		"spaces":  {"  ", "  ", true, ""},
		"unicode": {"é漢🙂", "é漢🙂", true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, true)
			b.press(fyne.KeyReturn)
			b.write(tt.first)
			b.press(fyne.KeyReturn)
			b.write(tt.again)
			b.press(fyne.KeyReturn)
			if got := strings.Contains(b.shown(), "3 of 4"); got != tt.goesOn {
				t.Errorf("goes on: %t, want %t", got, tt.goesOn)
			}
			if !strings.Contains(b.shown(), tt.says) {
				t.Errorf("it does not say %q: %s", tt.says, b.shown())
			}
		})
	}
}

func TestALongHintLeavesTheButtonsInTheWindow(t *testing.T) {
	b := newBench(t, true)
	b.w.Resize(fyne.NewSize(400, 500))
	b.press(fyne.KeyReturn)
	b.write("a")
	b.press(fyne.KeyReturn)
	b.write("b")
	b.press(fyne.KeyReturn) // they differ, which takes more than one line to say
	b.goTo(t, "Continue")
	next := b.w.Canvas().Focused().(*widget.Button)
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(next).Y + next.Size().Height
	if high := b.w.Canvas().Size().Height; bottom > high {
		t.Errorf("the button ends at %v in a window that is %v high", bottom, high)
	}
}

func TestTypingTakesTheHintAway(t *testing.T) {
	b := newBench(t, true)
	b.press(fyne.KeyReturn)
	b.write("a")
	b.press(fyne.KeyReturn)
	b.write("b")
	b.press(fyne.KeyReturn)
	b.write("c")
	if strings.Contains(b.shown(), "differ") {
		t.Error("it still says that the passphrases differ")
	}
}

func TestEscapeGoesBackAndKeepsWhatWasTyped(t *testing.T) {
	b := newBench(t, true)
	b.press(fyne.KeyEscape)
	if !strings.Contains(b.shown(), "1 of 4") {
		t.Error("Escape left the first page")
	}
	b.toLast("kept")
	b.press(fyne.KeyEscape, fyne.KeyEscape)
	if !strings.Contains(b.shown(), "2 of 4") {
		t.Fatalf("Escape went to %s", b.shown())
	}
	if f := b.w.Canvas().Focused().(*widget.PasswordField); f.Text != "kept" {
		t.Errorf("the passphrase is %q", f.Text)
	}
}

func TestStrengthIsAdvice(t *testing.T) {
	for passphrase, says := range map[string]string{
		"password":                     "Very easy to guess",
		"encroach commute ditzy sable": "Strong",
		strings.Repeat("x9!q", 2000):   "Easy to guess", // the same over and over
	} {
		b := newBench(t, true)
		b.press(fyne.KeyReturn)
		b.w.Canvas().Focused().(*widget.PasswordField).Append(passphrase)
		if strings.Contains(b.shown(), says) {
			t.Errorf("%.20q is rated before a pause", passphrase)
		}
		b.tasks.Advance(time.Second)
		if !strings.Contains(b.shown(), says) {
			t.Errorf("%.20q: %s", passphrase, b.shown())
		}
	}
}

func TestSuggestedWords(t *testing.T) {
	b := newBench(t, true)
	b.press(fyne.KeyReturn)
	b.goTo(t, "Suggest words")
	b.press(fyne.KeyReturn)
	b.goTo(t, "Use these words")
	b.press(fyne.KeyReturn)
	f, ok := b.w.Canvas().Focused().(*widget.PasswordField)
	if !ok {
		t.Fatalf("the focus is on %T", b.w.Canvas().Focused())
	}
	words := strings.Fields(f.Text)
	if len(words) != 6 || !strings.Contains(b.shown(), f.Text) {
		t.Errorf("suggested %q, shown %s", f.Text, b.shown())
	}
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "3 of 4") {
		t.Error("both fields are not filled with the words")
	}
}

func TestAnotherPlace(t *testing.T) {
	b := newBench(t, true)
	b.press(fyne.KeyReturn)
	choose := func(path string) {
		b.goTo(t, "Choose another place…")
		b.press(fyne.KeyReturn)
		field := b.w.Canvas().Focused().(*widget.Field)
		field.SelectAll()
		b.write(path)
		b.press(fyne.KeyReturn)
	}
	b.taken = "/else/there.mend"
	choose(b.taken)
	if !strings.Contains(b.shown(), "already a file") {
		t.Errorf("a place that is taken is not told: %s", b.shown())
	}
	b.goTo(t, "Open that journal")
	b.press(fyne.KeyReturn)
	if b.other != b.taken {
		t.Errorf("asked to open %q", b.other)
	}
	choose("/else/free.mend")
	if strings.Contains(b.shown(), "already a file") {
		t.Error("it still says that the place is taken")
	}
	b.goTo(t, "Back")
	b.press(fyne.KeyReturn)
	b.goTo(t, "Continue")
	b.toLast("x")
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.path != "/else/free.mend" {
		t.Errorf("created at %q", b.path)
	}
}

func TestFailureIsToldAndCanBeTriedAgain(t *testing.T) {
	b := newBench(t, true)
	b.toLast("x")
	b.answer = journal.ErrNoSpace
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.done != 0 || !strings.Contains(b.shown(), "no space left") {
		t.Fatalf("done %d; shown: %s", b.done, b.shown())
	}
	b.answer = nil
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.done != 1 || b.secret != "x" {
		t.Errorf("done %d with passphrase %q", b.done, b.secret)
	}
}

func TestCreatingShowsThatItWorks(t *testing.T) {
	b := newBench(t, true)
	b.toLast("x")
	b.during = func() {
		if !strings.Contains(b.shown(), "Sealing your journal") {
			t.Errorf("nothing says that it works: %s", b.shown())
		}
	}
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.done != 1 {
		t.Errorf("done %d times", b.done)
	}
}

func TestAJournalThatIsThereNeedsOnlyAProfile(t *testing.T) {
	b := newBench(t, false)
	if !strings.Contains(b.shown(), "1 of 2") {
		t.Fatalf("the first page shows %s", b.shown())
	}
	b.press(fyne.KeyReturn)
	b.goTo(t, "Begin")
	b.press(fyne.KeyReturn)
	want := &journal.Profile{Role: journal.Unsure, Guide: "first", Welcomed: true}
	if diff := cmp.Diff(want, b.profile); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	if b.done != 1 || b.path != "" {
		t.Errorf("done %d, created at %q", b.done, b.path)
	}
}

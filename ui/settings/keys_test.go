package settings_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/settings"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// newCode is the recovery code that is always made.
const newCode = "7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*"

// opens is what opens a journal.
type opens struct {
	passphrase, code string
	key              int // counts the keys it was sealed with
	copies           int
	purged           int // the key of the copies that were removed

	err    error                             // of the next change
	during func(progress func(int64, int64)) // called in every change
	wiped  [][]byte                          // what was handed over
}

func (o *opens) CheckPassphrase(ctx context.Context, passphrase []byte) error {
	o.wiped = append(o.wiped, passphrase)
	if string(passphrase) != o.passphrase {
		return journal.ErrWrongPassphrase
	}
	return ctx.Err()
}

// change makes a change, unless it is stopped or fails.
func (o *opens) change(ctx context.Context, progress func(int64, int64), made func()) error {
	if o.during != nil {
		o.during(progress)
	}
	err := errors.Join(ctx.Err(), o.err)
	if err == nil {
		made()
	}
	return err
}

func (o *opens) ChangePassphrase(ctx context.Context, passphrase []byte) error {
	o.wiped = append(o.wiped, passphrase)
	return o.change(ctx, nil, func() { o.passphrase = string(passphrase) })
}

func (o *opens) HasRecoveryCode() bool { return o.code != "" }

func (o *opens) SetRecoveryCode(ctx context.Context, code string) error {
	return o.change(ctx, nil, func() { o.code = code })
}

func (o *opens) RemoveRecoveryCode(ctx context.Context) error {
	return o.change(ctx, nil, func() { o.code = "" })
}

func (o *opens) NewKey(ctx context.Context, passphrase []byte, progress func(done, total int64)) error {
	o.wiped = append(o.wiped, passphrase)
	return o.change(ctx, progress, func() {
		o.key++
		o.passphrase, o.code = string(passphrase), ""
	})
}

// purging returns what removes the copies under the key of now.
func (o *opens) purging(context.Context) settings.Purge {
	key := o.key
	return func(ctx context.Context) (int, error) {
		n := o.copies
		return n, o.change(ctx, nil, func() { o.copies, o.purged = 0, key })
	}
}

// tap taps the button that says label, in the dialog if one is open.
func (r *room) tap(label string) {
	r.Helper()
	uitest.Tap(r, uitest.Top(r.win), label)
}

// write types each text into the field that has the focus, and Enter after it.
func (r *room) write(texts ...string) {
	r.Helper()
	for _, text := range texts {
		test.Type(r.win.Canvas().Focused(), text)
		r.press(fyne.KeyReturn)
	}
}

func (r *room) press(name fyne.KeyName) {
	r.Helper()
	uitest.Press(r, r.win, name)
}

// says is all that can be read in the dialog, or else on the screen.
func (r *room) says() string { return uitest.Words(uitest.Top(r.win)) }

// expect fails unless all texts can be read.
func (r *room) expect(texts ...string) {
	r.Helper()
	for _, text := range texts {
		if !strings.Contains(r.says(), text) {
			r.Errorf("it does not say %q, but: %s", text, r.says())
		}
	}
}

// wiped fails unless every passphrase that was handed over is zeros.
func (r *room) wiped() {
	r.Helper()
	if len(r.opens.wiped) == 0 {
		r.Error("no passphrase was handed over")
	}
	for _, passphrase := range r.opens.wiped {
		if slices.ContainsFunc(passphrase, func(b byte) bool { return b != 0 }) {
			r.Error("a passphrase was not wiped")
		}
	}
}

func TestPassphraseIsChanged(t *testing.T) {
	r := newRoom(t, nil)
	r.tap("Change the passphrase…")
	r.write("the old one", "a new one", "a new one")
	if r.opens.passphrase != "a new one" {
		t.Errorf("it is %q", r.opens.passphrase)
	}
	r.wiped()
	r.expect("The passphrase is changed", "still open with the old")
	r.press(fyne.KeyReturn) // the careful answer
	if dialogs.IsOpen(r.win) || r.opens.copies != 3 {
		t.Errorf("%d copies are left; a dialog is open: %t", r.opens.copies, dialogs.IsOpen(r.win))
	}
}

func TestPassphraseIsNotChangedWithoutThePresentOne(t *testing.T) {
	r := newRoom(t, nil)
	r.tap("Change the passphrase…")
	r.press(fyne.KeyReturn) // to the next field
	r.write("a new one", "a new one")
	r.expect("Type the present passphrase first")
	r.write("a guess")
	r.press(fyne.KeyReturn)
	if r.opens.passphrase != "the old one" {
		t.Fatalf("it is %q", r.opens.passphrase)
	}
	r.tap("Change it")
	r.expect("does not open this journal")
	r.write("the old one") // the others are still filled in
	r.tap("Change it")
	if r.opens.passphrase != "a new one" {
		t.Errorf("it is %q", r.opens.passphrase)
	}
	r.wiped()
}

func TestOldCopiesAreRemoved(t *testing.T) {
	for name, tt := range map[string]struct {
		copies int
		says   string
	}{
		"three": {3, "There were 3."}, "one": {1, "It was one."}, "none": {0, "There were none."},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, nil)
			r.opens.copies = tt.copies
			r.tap("Change the passphrase…")
			r.write("the old one", "a new one", "a new one")
			r.tap("Remove the old copies")
			r.expect(tt.says, "elsewhere, and files that a restore set aside")
			if r.opens.copies != 0 {
				t.Errorf("%d copies are left", r.opens.copies)
			}
			r.press(fyne.KeyReturn)
			if dialogs.IsOpen(r.win) {
				t.Error("there is more to it")
			}
		})
	}
}

func TestChangeCanBeStopped(t *testing.T) {
	r := newRoom(t, nil)
	r.tap("Change the passphrase…")
	r.opens.during = func(func(int64, int64)) {
		r.expect("Changing the passphrase")
		r.tap("Cancel")
	}
	r.write("the old one", "a new one", "a new one")
	if r.opens.passphrase != "the old one" || dialogs.IsOpen(r.win) {
		t.Errorf("it is %q", r.opens.passphrase)
	}
	r.wiped()
}

func TestFailedChangeKeepsWhatWasTyped(t *testing.T) {
	r := newRoom(t, nil)
	r.opens.err = journal.ErrNoSpace
	r.tap("Change the passphrase…")
	r.write("the old one", "a new one", "a new one")
	r.expect("no space left")
	r.opens.err = nil
	r.write("the old one")
	r.tap("Change it")
	if r.opens.passphrase != "a new one" {
		t.Errorf("it is %q", r.opens.passphrase)
	}
}

// makeCode goes as far as to where the code is shown.
func (r *room) makeCode(button string) {
	r.Helper()
	r.tap(button)
	r.expect("shared home")
	r.write("the old one")
	r.expect("Write this code down")
	r.expect(strings.Split(newCode, "-")...)
}

func TestRecoveryCodeIsSetOnceItWasTypedBack(t *testing.T) {
	r := newRoom(t, nil)
	r.expect("There is none.")
	r.makeCode("Make a recovery code…")
	r.press(fyne.KeyReturn)
	if strings.Contains(r.says(), "7ZK3M") || r.opens.code != "" {
		t.Fatal("the code is still shown, or set already")
	}
	r.write("7ZK3M 0Q1RA B8C2D EFGH5 JKMN5 P*")
	r.expect("Group 4 is not as it was shown")
	r.tap("Show the code again")
	r.expect("7ZK3M")
	r.tap("I have it on paper")
	r.write("7zk3m oqira b8c2d efgh4 jkmn5 p*")
	if r.opens.code != newCode {
		t.Fatalf("set to %q", r.opens.code)
	}
	r.expect("The recovery code is set")
	r.press(fyne.KeyReturn)
	r.expect("There is one.")
	r.wiped()
}

func TestRecoveryCodeIsNotMadeForAnyone(t *testing.T) {
	r := newRoom(t, nil)
	r.tap("Make a recovery code…")
	r.write("a guess")
	r.expect("does not open this journal")
	if strings.Contains(r.says(), "7ZK3M") {
		t.Error("a code is shown")
	}
}

func TestRecoveryCodeIsReplacedAndRemoved(t *testing.T) {
	r := newRoom(t, nil)
	r.opens.code = "an earlier one"
	r.screen.Show()
	r.tap("Replace it…")
	r.expect("earlier paper")
	r.write("the old one")
	r.press(fyne.KeyEscape)
	if r.opens.code != "an earlier one" {
		t.Error("the earlier code is gone before there is another")
	}
	r.makeCode("Replace it…")
	r.press(fyne.KeyReturn)
	r.write(newCode)
	r.press(fyne.KeyReturn)
	if r.opens.code != newCode {
		t.Fatalf("it is %q", r.opens.code)
	}
	r.tap("Remove it…")
	r.tap("Remove it")
	r.write("a guess")
	r.expect("does not open this journal")
	if r.opens.code == "" {
		t.Fatal("anyone removes it")
	}
	r.write("the old one")
	if r.opens.code != "" {
		t.Error("it is not removed")
	}
	r.expect("There is none.")
}

func TestEverythingIsSealedAnew(t *testing.T) {
	r := newRoom(t, nil)
	r.opens.code = "an earlier one"
	r.tap("Seal it anew…")
	r.expect("new key", "copies that were made earlier")
	bars := map[string]bool{}
	r.opens.during = func(progress func(int64, int64)) {
		r.opens.during = nil
		for i := range 3 {
			progress(int64(i), 4)
			r.tasks.Advance(time.Second)
			bars[test.RenderObjectToMarkup(r.win.Canvas().Overlays().Top())] = true
		}
	}
	r.write("the old one", "a new one", "a new one")
	if r.opens.key != 1 || r.opens.passphrase != "a new one" || len(bars) != 3 {
		t.Fatalf("sealed %d times, the passphrase is %q, the bar stood at %d places", r.opens.key, r.opens.passphrase, len(bars))
	}
	r.wiped()
	r.expect("sealed anew", "still open with the old")
	r.tap("Remove the old copies")
	r.press(fyne.KeyReturn)
	r.expect("The recovery code is gone")
	r.tap("Make a new code")
	r.expect("Write this code down", "7ZK3M")
	r.press(fyne.KeyReturn)
	r.write(newCode)
	if r.opens.code != newCode || r.opens.copies != 0 || r.opens.purged != 0 {
		t.Errorf("the code is %q, and %d copies of the key before are left", r.opens.code, r.opens.copies)
	}
}

func TestSealingAnewWithoutACodeEndsWithTheCopies(t *testing.T) {
	r := newRoom(t, nil)
	r.tap("Seal it anew…")
	r.write("the old one", "a new one", "a new one")
	r.tap("Keep them")
	if dialogs.IsOpen(r.win) {
		t.Errorf("there is more to it: %s", r.says())
	}
}

func TestSealingAnewThatTheDiskDoesNotConfirmIsTold(t *testing.T) {
	r := newRoom(t, nil)
	r.opens.err = journal.ErrUnconfirmed
	r.tap("Seal it anew…")
	r.write("the old one", "a new one", "a new one")
	r.expect("sealed anew", "did not confirm")
	r.press(fyne.KeyReturn)
	if dialogs.IsOpen(r.win) {
		t.Errorf("there is more to it: %s", r.says())
	}
}

func TestSealingAnewCanBeStopped(t *testing.T) {
	r := newRoom(t, nil)
	r.opens.code = newCode
	r.screen.Show()
	r.tap("Seal it anew…")
	r.opens.during = func(func(int64, int64)) { r.press(fyne.KeyEscape) }
	r.write("the old one", "a new one", "a new one")
	if r.opens.key != 0 || r.opens.code == "" || dialogs.IsOpen(r.win) {
		t.Errorf("sealed %d times; a dialog is open: %t", r.opens.key, dialogs.IsOpen(r.win))
	}
	r.expect("There is one.")
}

func TestForgottenPassphraseIsNotAskedFor(t *testing.T) {
	r := newRoom(t, nil)
	r.enter(true)
	r.screen.AskNewPassphrase()
	r.expect("Choose a new passphrase")
	if strings.Contains(r.says(), "Present passphrase") {
		t.Error("it asks for what was forgotten")
	}
	r.tap("Later")
	r.opens.code = newCode
	r.screen.Show()
	r.tap("Remove it…")
	r.expect("Choose a new passphrase first")
	r.press(fyne.KeyReturn)
	if r.opens.code == "" {
		t.Fatal("the only key that is known is gone")
	}
	r.tap("Change the passphrase…") // still has to do without
	r.write("a new one", "a new one")
	if r.opens.passphrase != "a new one" {
		t.Fatalf("it is %q", r.opens.passphrase)
	}
	r.press(fyne.KeyReturn)
	r.tap("Change the passphrase…")
	r.expect("Present passphrase") // from now on there is one
}

func TestEveryKeyDialogCanBeTakenAway(t *testing.T) {
	for name, open := range map[string]func(*room){
		"change":    func(r *room) { r.tap("Change the passphrase…") },
		"new key":   func(r *room) { r.tap("Seal it anew…") },
		"code":      func(r *room) { r.tap("Make a recovery code…") },
		"shown":     func(r *room) { r.makeCode("Make a recovery code…") },
		"type back": func(r *room) { r.makeCode("Make a recovery code…"); r.press(fyne.KeyReturn) },
		"working": func(r *room) {
			r.opens.during = func(func(int64, int64)) { dialogs.CloseAll(r.win) }
			r.tap("Seal it anew…")
			r.write("the old one", "a new one", "a new one")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, nil)
			open(r)
			var fields []*widget.PasswordField
			var texts []*canvas.Text
			for _, o := range uitest.Shown[fyne.CanvasObject](uitest.Top(r.win)) {
				switch o := o.(type) {
				case *widget.PasswordField:
					o.Append("something typed")
					fields = append(fields, o)
				case *canvas.Text:
					texts = append(texts, o)
				}
			}
			dialogs.CloseAll(r.win)
			for _, field := range fields {
				if field.Text != "" {
					t.Error("what was typed is still in its field")
				}
			}
			for _, text := range texts {
				if text.Text != "" && strings.Contains(newCode, text.Text) {
					t.Errorf("the code is still in its text: %q", text.Text)
				}
			}
			if dialogs.IsOpen(r.win) || r.opens.key != 0 || r.opens.code != "" || r.opens.passphrase != "the old one" {
				t.Errorf("something came of it: %+v", r.opens)
			}
		})
	}
}

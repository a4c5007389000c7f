package unlock_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/widget"
)

const code = "7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*"

// forgotten is a bench at the page for who forgot the passphrase.
func forgotten(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, "/somewhere/journal.mend", true)
	b.goTo(t, "I forgot it")
	b.press(fyne.KeyReturn)
	return b
}

func TestForgottenSaysThatThereIsNoOtherWay(t *testing.T) {
	b := forgotten(t)
	for _, want := range []string{"Nobody can reset it", "recovery code", "no way round it"} {
		if !strings.Contains(b.shown(), want) {
			t.Errorf("it does not say %q: %s", want, b.shown())
		}
	}
	b.press(fyne.KeyEscape)
	if _, ok := b.w.Canvas().Focused().(*widget.PasswordField); !ok || !strings.Contains(b.shown(), "Unlock") {
		t.Errorf("Escape came to %s", b.shown())
	}
}

func TestTheCodeOpens(t *testing.T) {
	b := forgotten(t)
	field := b.w.Canvas().Focused().(*widget.PasswordField)
	test.Type(field, code)
	if !field.Shown() {
		t.Error("what is read from a paper can't be compared with it")
	}
	b.press(fyne.KeyReturn)
	if b.opened != 1 || len(b.codes) != 1 || b.codes[0] != code || len(b.tried) != 0 {
		t.Errorf("opened %d times with %q, or as a passphrase with %q", b.opened, b.codes, b.tried)
	}
	if field.Text != "" {
		t.Error("the code is still in its field")
	}
}

func TestMistakesInACodeAreToldApart(t *testing.T) {
	for err, says := range map[error]string{
		journal.ErrMalformedCode: "typing mistake",
		journal.ErrWrongCode:     "That recovery code does not open",
		journal.ErrDamaged:       "damaged",
	} {
		b := forgotten(t)
		b.answer = err
		field := b.w.Canvas().Focused().(*widget.PasswordField)
		b.press(fyne.KeyReturn)
		if !strings.Contains(b.shown(), "Type the code") {
			t.Errorf("of an empty field it says %s", b.shown())
		}
		test.Type(field, "7ZK3M")
		b.press(fyne.KeyReturn)
		if !strings.Contains(b.shown(), says) || b.opened != 0 {
			t.Errorf("%v: %s", err, b.shown())
		}
		if field.Text != "7ZK3M" || field.Disabled() || b.w.Canvas().Focused() != fyne.Focusable(field) {
			t.Error("a long code can't be mended")
		}
		b.goTo(t, "Back to the passphrase")
		b.press(fyne.KeyReturn)
		if field.Text != "" {
			t.Error("the code is still in its field")
		}
	}
}

func TestTheCodeCanBeGivenUp(t *testing.T) {
	b := forgotten(t)
	test.Type(b.w.Canvas().Focused(), code)
	b.during = func() { b.press(fyne.KeyEscape) }
	b.press(fyne.KeyReturn)
	if b.opened != 0 || b.closed != 1 || !strings.Contains(b.shown(), "Nobody can reset it") {
		t.Errorf("opened %d times, closed %d times, at %s", b.opened, b.closed, b.shown())
	}
}

package welcome_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

const newCode = "7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*"

// atCode is a bench at the page that offers a recovery code.
func atCode(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, true)
	b.toLast("words")
	b.press(fyne.KeyEscape)
	if !strings.Contains(b.shown(), "3 of 4") || !strings.Contains(b.shown(), "shared home") {
		t.Fatalf("no code is offered: %s", b.shown())
	}
	return b
}

// create goes on to the end.
func (b *bench) create(t *testing.T) {
	t.Helper()
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if b.done != 1 || b.secret != "words" {
		t.Errorf("done %d times, with the passphrase %q", b.done, b.secret)
	}
}

func TestCodeIsLeftOut(t *testing.T) {
	b := atCode(t)
	b.press(fyne.KeyReturn)
	b.create(t)
	if b.code != "" {
		t.Errorf("the code is %q", b.code)
	}
}

func TestCodeIsShownAndTypedBack(t *testing.T) {
	b := atCode(t)
	b.goTo(t, "Make a recovery code")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "7ZK3M") {
		t.Fatalf("the code is not shown: %s", b.shown())
	}
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "type it back") {
		t.Errorf("it goes on without: %s", b.shown())
	}
	b.press(fyne.KeyReturn) // I have it on paper
	if strings.Contains(b.shown(), "7ZK3M") {
		t.Error("the code is still shown while it is typed")
	}
	b.write("7ZK3M")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "Group 2 is not") {
		t.Errorf("half a code will do: %s", b.shown())
	}
	b.goTo(t, "Show the code again")
	b.press(fyne.KeyReturn, fyne.KeyReturn)
	b.write(strings.ToLower(newCode))
	b.press(fyne.KeyReturn)
	b.create(t)
	if b.code != newCode {
		t.Errorf("the code is %q", b.code)
	}
	b.press(fyne.KeyEscape)
	if strings.Contains(b.shown(), "7ZK3M") {
		t.Error("the code is still there when all is done")
	}
}

func TestCodeIsThoughtBetterOf(t *testing.T) {
	b := atCode(t)
	b.goTo(t, "Make a recovery code")
	b.press(fyne.KeyReturn)
	b.goTo(t, "Do without")
	b.press(fyne.KeyReturn)
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.create(t)
	if b.code != "" {
		t.Errorf("the code is %q", b.code)
	}
}

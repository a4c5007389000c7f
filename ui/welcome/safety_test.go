package welcome_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func shippedCare(t *testing.T) journal.Care {
	t.Helper()
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return care
}

// answerFirst gives an answer to the first question.
func (b *bench) answerFirst(t *testing.T, word string) {
	t.Helper()
	for range 30 {
		if chip, ok := b.w.Canvas().Focused().(*widget.Chip); ok && chip.Text == word {
			b.press(fyne.KeySpace)
			return
		}
		b.w.Canvas().FocusNext()
	}
	t.Fatalf("Tab never comes to %q", word)
}

func TestSafetyIsSkippedWithEnter(t *testing.T) {
	b := newBenchWith(t, true, shippedCare(t))
	b.toLast("several odd words")
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "Questions about safety") || !strings.Contains(b.shown(), "5 of 5") {
		t.Fatalf("the last page shows %s", b.shown())
	}
	b.press(fyne.KeyReturn)
	want := &journal.Profile{Role: journal.Unsure, Guide: "first", Welcomed: true}
	if diff := cmp.Diff(want, b.profile); diff != "" || b.done != 1 || b.answers != nil {
		t.Errorf("done %d, kept %v, profile (-want +got):\n%s", b.done, b.answers, diff)
	}
}

func TestAYesShowsSupportAndFolds(t *testing.T) {
	care := shippedCare(t)
	for _, needsPassphrase := range []bool{true, false} {
		b := newBenchWith(t, needsPassphrase, care)
		if needsPassphrase {
			b.toLast("several odd words")
		} else {
			b.press(fyne.KeyReturn)
		}
		b.goTo(t, "Continue")
		b.press(fyne.KeyReturn)
		b.answerFirst(t, "Yes")
		b.goTo(t, "Continue")
		b.press(fyne.KeyReturn)
		if b.done != 0 || !strings.Contains(b.shown(), care.Advice[0].Title) || !strings.Contains(b.shown(), "Help outside") {
			t.Fatalf("a yes does not lead to support: %s", b.shown())
		}
		if strings.Contains(b.shown(), " of ") && strings.Contains(b.shown(), "6 of") {
			t.Error("the page of support is counted")
		}
		b.press(fyne.KeyReturn) // goes on
		want := journal.Profile{Role: journal.Unsure, Guide: "first", Welcomed: true}
		want.FoldForSafety(care)
		if diff := cmp.Diff(&want, b.profile); diff != "" || b.done != 1 || b.answers != nil {
			t.Errorf("done %d, kept %v, profile (-want +got):\n%s", b.done, b.answers, diff)
		}
	}
}

func TestAYesIsTakenBack(t *testing.T) {
	b := newBenchWith(t, false, shippedCare(t))
	b.press(fyne.KeyReturn)
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.answerFirst(t, "Yes")
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn, fyne.KeyEscape) // to support and back
	b.answerFirst(t, "No")
	b.goTo(t, "Begin")
	b.press(fyne.KeyReturn)
	if b.done != 1 || len(b.profile.Settings) != 0 {
		t.Errorf("done %d, kept %v", b.done, b.profile.Settings)
	}
}

func TestTheMirrorFollowsTheRole(t *testing.T) {
	care := shippedCare(t)
	b := newBenchWith(t, false, care)
	b.press(fyne.KeyReturn, fyne.KeyHome) // I was hurt
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	if strings.Contains(b.shown(), care.Mirror[0].Text) {
		t.Error("who was hurt is asked the mirror")
	}
	b.press(fyne.KeyEscape, fyne.KeyDown) // I caused the hurt
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), care.Mirror[0].Text) {
		t.Error("who caused the hurt is not asked the mirror")
	}
}

func TestAnswersAreKeptOnRequestAndCopiesAreMade(t *testing.T) {
	care := shippedCare(t)
	b := newBenchWith(t, false, care)
	b.press(fyne.KeyReturn)
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.answerFirst(t, "Yes")
	for _, box := range uitest.Shown[*widget.TickBox](b.w.Content()) {
		test.Tap(box)
	}
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.goTo(t, "Copy")
	b.press(fyne.KeyReturn)
	if len(b.copied) != 1 || b.copied[0] != care.Services[4].Reach {
		t.Errorf("copied %q", b.copied)
	}
	b.w.Canvas().Unfocus()
	for b.done == 0 { // Tab leads round to the button that goes on
		b.w.Canvas().FocusNext()
		if button, ok := b.w.Canvas().Focused().(*widget.Button); ok && button.Text == "Begin" {
			b.press(fyne.KeyReturn)
		}
	}
	if b.answers == nil || !b.answers.KeepOut || !strings.Contains(b.answers.Body, care.Questions[0].Text+" Yes") {
		t.Errorf("kept %+v", b.answers)
	}
}

// A lock in the first run has no journal to close, and takes what was answered
// and typed off the screen all the same.
func TestALockTakesTheAnswersAway(t *testing.T) {
	care := shippedCare(t)
	for name, turn := range map[string]bool{"on the questions": false, "on the page after a yes": true} {
		t.Run(name, func(t *testing.T) {
			b := newBenchWith(t, true, care)
			b.toLast("several odd words")
			b.goTo(t, "Continue")
			b.press(fyne.KeyReturn)
			if b.screen.Tells() {
				t.Error("it tells something before anything is answered")
			}
			b.answerFirst(t, "Yes")
			if turn {
				b.goTo(t, "Continue")
				b.press(fyne.KeyReturn)
			}
			if !b.screen.Tells() {
				t.Error("it does not know that it tells something")
			}
			b.screen.GiveUp()
			if !strings.Contains(b.shown(), "Who could read this?") || b.screen.Tells() {
				t.Fatalf("after the lock it shows %s", b.shown())
			}
			b.press(fyne.KeyReturn)
			if field := b.w.Canvas().Focused().(*widget.PasswordField); field.Text != "" {
				t.Error("the passphrase is still in its field")
			}
			b.press(fyne.KeyEscape)
			b.toLast("several odd words")
			b.goTo(t, "Continue")
			b.press(fyne.KeyReturn, fyne.KeyReturn)
			if b.done != 1 || len(b.profile.Settings) != 0 {
				t.Errorf("done %d, folded as if the answer were still there: %v", b.done, b.profile.Settings)
			}
		})
	}
}

// What is being created goes on behind the first page.
func TestALockWhileItIsCreatedHidesTheAnswers(t *testing.T) {
	b := newBenchWith(t, true, shippedCare(t))
	b.toLast("several odd words")
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.answerFirst(t, "No")
	b.answer = journal.ErrNoSpace // it comes back to its pages
	b.during = func() {
		b.screen.GiveUp()
		if strings.Contains(b.shown(), "Questions about safety") {
			t.Error("the answers stay on the screen")
		}
	}
	b.goTo(t, "Create journal")
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.shown(), "Who could read this?") {
		t.Errorf("afterwards it shows %s", b.shown())
	}
}

func TestTheQuestionsAreSkippedAtTheirTop(t *testing.T) {
	b := newBenchWith(t, false, shippedCare(t))
	b.press(fyne.KeyReturn)
	b.goTo(t, "Continue")
	b.press(fyne.KeyReturn)
	b.answerFirst(t, "Yes")
	b.goTo(t, "Skip these questions")
	b.press(fyne.KeyReturn)
	if b.done != 1 || len(b.profile.Settings) != 0 || b.answers != nil {
		t.Errorf("done %d, kept %v and %v", b.done, b.profile.Settings, b.answers)
	}
}

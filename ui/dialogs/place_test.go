package dialogs_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/widget"
)

// What a screen asks once it has left the window does not show: it could hold
// the person's words.
func TestNothingIsAskedInAWindowThatWasLeft(t *testing.T) {
	for name, ask := range map[string]func(fyne.Window){
		"notice":   func(w fyne.Window) { dialogs.ShowNotice(w, "a title", "a text") },
		"question": func(w fyne.Window) { dialogs.Confirm(w, dialogs.Question{Title: "a title", Verb: "do"}, nil) },
		"text":     func(w fyne.Window) { dialogs.AskText(w, dialogs.TextQuestion{Value: "a text"}, func(string) {}) },
		"words": func(w fyne.Window) {
			dialogs.AskWords(w, dialogs.WordsQuestion{Blanks: []dialogs.Blank{{Value: "a text"}}}, func([]string) {})
		},
		"day": func(w fyne.Window) {
			dialogs.AskDay(w, dialogs.DayQuestion{Today: time.Now()}, func(journal.Day) {})
		},
		"path":     func(w fyne.Window) { dialogs.AskSavePath(w, dialogs.SaveQuestion{}, func(string) {}) },
		"progress": func(w fyne.Window) { dialogs.ShowProgress(w, "a title", func() {}).Close() },
	} {
		t.Run(name, func(t *testing.T) {
			w, gone := window(t), false
			place := &dialogs.Place{Window: w, Gone: func() bool { return gone }}
			ask(place)
			if name != "progress" && !dialogs.IsOpen(w) {
				t.Fatal("it does not show in a window that the screen is in")
			}
			dialogs.CloseAll(w)
			gone = true
			behind := w.Content().(*widget.Button)
			w.Canvas().Focus(behind)
			ask(place)
			if dialogs.IsOpen(w) || w.Canvas().Focused() != fyne.Focusable(behind) {
				t.Error("it shows, or takes the focus")
			}
		})
	}
}

func TestFormOfAScreenThatLeftForgets(t *testing.T) {
	w := window(t)
	f := dialogs.NewForm(&dialogs.Place{Window: w, Gone: func() bool { return true }}, tasks.NewSync())
	forgot := false
	f.Content, f.OnClose = widget.NewParagraph(""), func() { forgot = true }
	f.Open()
	if dialogs.IsOpen(w) || !forgot {
		t.Errorf("open %t, forgot %t", dialogs.IsOpen(w), forgot)
	}
}

// A failure is told though: it holds no words, and nobody else will tell it.
func TestErrorIsToldInAWindowThatWasLeft(t *testing.T) {
	w := window(t)
	place := &dialogs.Place{Window: w, Gone: func() bool { return true }}
	dialogs.ShowError(place, fmt.Errorf("draw: %w", context.Canceled))
	if dialogs.IsOpen(w) {
		t.Error("what the lock ended is told")
	}
	dialogs.ShowError(place, journal.ErrNoSpace)
	if what, _ := journal.Explain(journal.ErrNoSpace); !dialogs.IsOpen(w) || !strings.Contains(shown(w), strings.Fields(what)[0]) {
		t.Error("the failure is not told")
	}
}

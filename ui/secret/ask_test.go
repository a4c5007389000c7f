package secret_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// window is a window with one button behind whatever dialog is opened.
func window(t *testing.T) fyne.Window {
	t.Helper()
	w := uitest.NewWindow(t)
	w.SetContent(widget.NewButton("behind", nil))
	w.Resize(fyne.NewSize(700, 600))
	return w
}

func press(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// shown returns all the text of the dialog on top.
func shown(w fyne.Window) string { return uitest.Words(w.Canvas().Overlays().Top()) }

func TestAsk(t *testing.T) {
	w := window(t)
	var got []string
	ask := func() {
		secret.Ask(w, tasks.NewSync(), secret.Question{Title: "A copy", Text: "Its own passphrase", Verb: "Save"},
			func(p []byte) { got = append(got, string(p)) })
	}
	write := func(text string) { test.Type(w.Canvas().Focused(), text) }

	ask()
	press(w, fyne.KeyReturn)
	if !strings.Contains(shown(w), "Type a passphrase first.") {
		t.Errorf("without a passphrase it says %q", shown(w))
	}
	write("lantern")
	if strings.Contains(shown(w), "Type a passphrase first.") {
		t.Error("it still says so when there is one")
	}
	press(w, fyne.KeyReturn)
	write("lamp")
	press(w, fyne.KeyReturn)
	if !strings.Contains(shown(w), "differ") || len(got) != 0 {
		t.Fatalf("with two different ones it says %q and hands on %d", shown(w), len(got))
	}
	w.Canvas().Focused().(*widget.PasswordField).SelectAll()
	write("lantern")
	press(w, fyne.KeyReturn)
	if len(got) != 1 || got[0] != "lantern" || dialogs.IsOpen(w) {
		t.Errorf("handed on %q", got)
	}

	ask()
	write("lantern")
	press(w, fyne.KeyEscape)
	ask()
	field := w.Canvas().Focused().(*widget.PasswordField)
	write("lantern")
	dialogs.CloseAll(w)
	if len(got) != 1 {
		t.Error("what was cancelled is handed on")
	}
	if field.Text != "" {
		t.Error("what was typed is still in the field")
	}
}

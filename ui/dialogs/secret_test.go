package dialogs_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/dialogs"
)

func TestAskNewPassphrase(t *testing.T) {
	w := window(t)
	var got []string
	ask := func() {
		dialogs.AskNewPassphrase(w, dialogs.SecretQuestion{Title: "A copy", Text: "Its own passphrase", Verb: "Save"},
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
	write("lantern")
	press(w, fyne.KeyReturn)
	if len(got) != 1 || got[0] != "lantern" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("handed on %q", got)
	}

	ask()
	write("lantern")
	press(w, fyne.KeyEscape)
	ask()
	write("lantern")
	dialogs.CloseAll(w)
	if len(got) != 1 {
		t.Error("what was cancelled is handed on")
	}
}

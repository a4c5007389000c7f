package secret_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"mend/ui/secret"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestChoiceSaysHowHardThePassphraseIsToGuess(t *testing.T) {
	w, runner := window(t), tasks.NewSync()
	c := secret.NewChoice(w, runner, "Passphrase", secret.Hooks{OnTyped: func() {}, OnResized: func() {}})
	w.SetContent(c.Content())
	field := c.First().(*widget.PasswordField)
	w.Canvas().Focus(field)
	for _, says := range []struct{ typed, line string }{
		{"password", "Very easy to guess"},
		{"mend", "Very easy to guess"},
		{"lantern7", "Easy to guess"},
		{"lantern tea", "Fair."},
		{"lantern tea 7 xq", "Strong:"},
		{strings.Repeat("lantern step unpaved cold ", 20), "Strong:"},
	} {
		field.SetText("")
		test.Type(field, says.typed)
		runner.Advance(time.Second)
		if got := uitest.Words(w.Content()); !strings.Contains(got, says.line) {
			t.Errorf("%q: it says %q, want %q", says.typed, got, says.line)
		}
	}
}

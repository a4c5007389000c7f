package secret_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"mend/ui/secret"
	"mend/ui/uitest"
	"mend/ui/widget"
)

const code = "7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*"

func TestCodeIsShownInGroupsUntilItIsForgotten(t *testing.T) {
	w := window(t)
	c := secret.NewCode(code)
	w.SetContent(c.Content())
	got := uitest.Words(w.Content())
	if got != strings.ReplaceAll(code, "-", " ") {
		t.Errorf("shown as %q", got)
	}
	c.Forget()
	if got := strings.TrimSpace(uitest.Words(w.Content())); got != "" {
		t.Errorf("still shown: %q", got)
	}
}

func TestCodeIsTypedBack(t *testing.T) {
	for typed, says := range map[string]string{
		code:                                  "",
		"7zk3m0q1rab8c2defgh4jkmn5p*":         "",
		" 7ZK3M OQiRA B8C2D EFGH4 JKMN5 P* ":  "", // O and I for the digits they look like
		"":                                    "Type the code",
		"8ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*":    "Group 1 ",
		"7ZK3M-0Q1RA-B8C2D-EFGH5-JKMN5-P*":    "Group 4 ",
		"7ZK3M-0Q1RA":                         "Group 3 ",
		"7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P":     "Group 6 ",
		"7ZK3M-0Q1RA-B8C2D-EFGH4-JKMN5-P*-01": "Group 6 ",
	} {
		t.Run(typed, func(t *testing.T) {
			w := window(t)
			typedAnything := false
			b := secret.NewTypedBack(code, secret.Hooks{OnTyped: func() { typedAnything = true }})
			w.SetContent(b.Content())
			w.Canvas().Focus(b.First())
			test.Type(w.Canvas().Focused(), typed)
			text, at := b.Missing()
			if says == "" && text != "" || !strings.HasPrefix(text, says) {
				t.Errorf("it says %q, want %q", text, says)
			}
			if (text != "") != (at == b.First()) || typedAnything != (typed != "") {
				t.Errorf("points at %v, told of typing: %t", at, typedAnything)
			}
			b.Forget()
			if field := b.First().(*widget.PasswordField); field.Text != "" {
				t.Error("what was typed is still there")
			}
		})
	}
}

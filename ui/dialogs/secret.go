package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// SecretQuestion asks for a passphrase that does not exist yet.
type SecretQuestion struct {
	Title, Text, Verb string
}

// secretSheet is a dialog with two fields for the same passphrase.
type secretSheet struct {
	window     fyne.Window
	sheet      *sheet
	once, more *widget.PasswordField
	hint       *widget.Paragraph
	ok         func([]byte)
}

// AskNewPassphrase asks q and calls ok with a passphrase that was typed twice,
// unless the person cancels. ok owns it, and wipes it when it is done.
func AskNewPassphrase(w fyne.Window, q SecretQuestion, ok func(passphrase []byte)) {
	a := &secretSheet{window: w, ok: ok, hint: widget.NewParagraph("")}
	a.once, a.more = widget.NewPasswordField(lang.L("Passphrase")), widget.NewPasswordField(lang.L("The same once more"))
	a.hint.Color = theme.ColorWarning
	a.hint.Hide()
	a.sheet = newSheet(w, q.Title, widget.NewStack(theme.Space2, widget.NewParagraph(q.Text), a.once, a.more, a.hint), []Button{
		{Label: lang.L("Cancel"), Cancels: true},
		{Label: q.Verb, Primary: true, Keep: true, OnTap: a.submit},
	})
	a.sheet.onClose = a.forget
	a.once.OnChanged, a.more.OnChanged = a.unsay, a.unsay
	a.once.SetOnEnter(a.onEnter)
	a.more.SetOnEnter(a.sheet.submit)
	a.sheet.open()
	w.Canvas().Focus(a.once)
}

// onEnter goes on from the first field to the second.
func (a *secretSheet) onEnter() {
	if a.once.Text == "" {
		a.submit()
		return
	}
	a.window.Canvas().Focus(a.more)
}

// submit hands the passphrase over, or says what is wrong with it.
func (a *secretSheet) submit() {
	switch {
	case a.once.Text == "":
		a.say(lang.L("Type a passphrase first."), a.once)
	case a.once.Text != a.more.Text:
		a.say(lang.L("The two passphrases differ. Type the second one again."), a.more)
		a.more.Clear()
	default:
		passphrase := a.once.Take()
		a.sheet.close()
		a.ok(passphrase)
	}
}

func (a *secretSheet) say(text string, at fyne.Focusable) {
	a.hint.SetText(text)
	a.hint.Show()
	a.sheet.Refresh()
	a.window.Canvas().Focus(at)
}

// unsay takes back what was wrong, once something is typed.
func (a *secretSheet) unsay(string) {
	if a.hint.Visible() {
		a.hint.Hide()
		a.sheet.Refresh()
	}
}

func (a *secretSheet) forget() {
	a.once.Clear()
	a.more.Clear()
}

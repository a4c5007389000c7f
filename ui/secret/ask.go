package secret

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Question asks for a passphrase that does not exist yet.
type Question struct {
	Title, Text, Verb string
}

// Ask asks q in a dialog and calls ok with the passphrase that was chosen,
// unless the person cancels. ok owns it, and wipes it when it is done.
func Ask(w fyne.Window, t *tasks.Runner, q Question, ok func(passphrase []byte)) {
	form := dialogs.NewForm(w, t)
	choice := NewChoice(w, t, lang.L("Passphrase"), InForm(form))
	var passphrase []byte
	form.Title, form.Verb = q.Title, q.Verb
	form.Content = widget.NewStack(theme.Space3, widget.NewParagraph(q.Text), choice.Content())
	form.Focus, form.Missing = choice.First(), choice.Missing
	form.Act = func() dialogs.Work {
		passphrase = choice.Passphrase()
		return nil
	}
	form.OnDone = func() { ok(passphrase) }
	form.OnClose = choice.Forget
	form.Open()
}

// InForm returns what a part of a form calls the form for.
func InForm(f *dialogs.Form) Hooks {
	return Hooks{OnEnter: f.Submit, OnTyped: f.Unsay, OnResized: f.Relayout}
}

package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/theme"
	"mend/ui/widget"
)

// onSetCode says what a recovery code is and what it risks, and asks for the
// present passphrase: a code is another key.
func (k *keysPart) onSetCode() {
	form := dialogs.NewForm(k.window, k.tasks)
	present := k.newProof(form)
	form.Title, form.Verb, form.Doing = lang.L("A recovery code"), lang.L("Show me a code"), lang.L("Checking the passphrase")
	content := widget.NewStack(theme.Space3, secret.AboutCode())
	if k.hasCode {
		content.Add(widget.NewParagraph(lang.L("Once you have typed the new one back, the code on your earlier paper opens the journal no more.")))
	}
	content.Add(present.content())
	form.Content, form.Inputs, form.Missing = content, []fyne.Disableable{present.field}, present.missing
	if present.asked() {
		form.Focus = present.field
		present.field.SetOnEnter(form.Submit)
	}
	form.Act = func() dialogs.Work {
		prove := present.take()
		return func(ctx context.Context, _ func(done, total int64)) error { return prove(ctx) }
	}
	form.OnDone, form.OnClose = k.makeCode, present.forget
	form.Open()
}

// makeCode makes a code, which opens nothing until it was typed back.
func (k *keysPart) makeCode() {
	code, err := k.NewCode()
	if err != nil {
		dialogs.ShowError(k.window, err)
		return
	}
	k.showCode(code)
}

// showCode shows a code for the person to write down.
func (k *keysPart) showCode(code string) {
	shown := secret.NewCode(code)
	form := dialogs.NewForm(k.window, k.tasks)
	form.Title, form.Verb = lang.L("Write this code down"), lang.L("I have it on paper")
	form.Content = widget.NewStack(theme.Space3, shown.Content(), widget.NewParagraph(secret.OnPaper()))
	form.Act = func() dialogs.Work { return nil }
	form.OnDone = func() { k.askBack(code) }
	form.OnClose = shown.Forget
	form.Open()
}

// askBack has the code typed from the paper, and sets it.
func (k *keysPart) askBack(code string) {
	form := dialogs.NewForm(k.window, k.tasks)
	back := secret.NewTypedBack(code, secret.InForm(form))
	again := widget.NewQuietButton(lang.L("Show the code again"), func() {
		form.Close()
		k.showCode(code)
	})
	form.Title, form.Verb = lang.L("Type it back"), lang.L("Keep this code")
	form.Doing = lang.L("Setting the recovery code")
	form.Content = widget.NewStack(theme.Space3, back.Content(), widget.NewQuietRow(again))
	form.Focus, form.Inputs, form.Missing = back.First(), []fyne.Disableable{back, again}, back.Missing
	form.Act = func() dialogs.Work {
		return func(ctx context.Context, _ func(done, total int64)) error { return k.Store.SetRecoveryCode(ctx, code) }
	}
	form.OnDone = func() {
		k.refresh()
		dialogs.ShowNotice(k.window, lang.L("The recovery code is set"),
			lang.L("Keep the paper where only you find it, away from this computer. Copies made before do not open with it."))
	}
	form.OnClose = back.Forget
	form.Open()
}

// onRemoveCode asks for the passphrase too: whoever finds the journal open must
// not take its owner's other way in.
func (k *keysPart) onRemoveCode() {
	if k.Forgotten {
		dialogs.ShowNotice(k.window, lang.L("Choose a new passphrase first"),
			lang.L("The code is what opens the journal now. Once there is a passphrase that you know, you can remove it."))
		return
	}
	form := dialogs.NewForm(k.window, k.tasks)
	present := k.newProof(form)
	form.Title, form.Verb = lang.L("Remove the recovery code?"), lang.L("Remove it")
	form.Doing = lang.L("Removing the recovery code")
	form.Content = widget.NewStack(theme.Space3,
		widget.NewParagraph(lang.L("The code on your paper then opens the journal no more; copies made before still open with it. "+
			"If you lose the passphrase after that, nothing opens the journal. You can make another code at any time.")),
		present.content())
	form.Focus, form.Inputs, form.Missing = present.field, []fyne.Disableable{present.field}, present.missing
	present.field.SetOnEnter(form.Submit)
	form.Act = func() dialogs.Work {
		prove := present.take()
		return func(ctx context.Context, _ func(done, total int64)) error {
			if err := prove(ctx); err != nil {
				return err
			}
			return k.Store.RemoveRecoveryCode(ctx)
		}
	}
	form.OnDone, form.OnClose = k.refresh, present.forget
	form.Open()
}

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

// sealing is a form that asks for a new passphrase, and what is done with it.
type sealing struct {
	title, verb, refusal, doing string
	texts                       []string
	// seal must not keep passphrase, which is wiped afterwards.
	seal func(ctx context.Context, passphrase []byte, progress func(done, total int64)) error
	// done is given what removes the copies that the old passphrase opens.
	done func(Purge)
}

// askSealing opens the form. The present passphrase is asked for too.
func (k *keysPart) askSealing(s sealing) {
	form := dialogs.NewForm(k.window, k.tasks)
	present := k.newProof(form)
	choice := secret.NewChoice(k.window, k.tasks, lang.L("New passphrase"), secret.InForm(form))
	content := widget.NewStack(theme.Space3)
	for _, text := range s.texts {
		content.Add(widget.NewParagraph(text))
	}
	content.Add(present.content())
	content.Add(choice.Content())

	form.Title, form.Verb, form.Refusal, form.Doing = s.title, s.verb, s.refusal, s.doing
	form.Content, form.Focus = content, choice.First()
	if present.asked() {
		form.Focus = present.field
		present.field.SetOnEnter(func() { k.window.Canvas().Focus(choice.First()) })
	}
	form.Inputs = []fyne.Disableable{present.field, choice}
	form.Missing = func() (string, fyne.Focusable) {
		if text, at := present.missing(); text != "" {
			return text, at
		}
		return choice.Missing()
	}
	var purge Purge
	form.Act = func() dialogs.Work {
		prove, passphrase := present.take(), choice.Passphrase()
		return func(ctx context.Context, progress func(done, total int64)) error {
			defer clear(passphrase)
			if err := prove(ctx); err != nil {
				return err
			}
			purge = k.Purging(ctx)
			return s.seal(ctx, passphrase, progress)
		}
	}
	form.OnDone = func() {
		k.Forgotten = false
		s.done(purge)
	}
	form.OnClose = func() {
		present.forget()
		choice.Forget()
	}
	form.Open()
}

func (k *keysPart) onChange() {
	k.askSealing(sealing{
		title: lang.L("Change the passphrase"), verb: lang.L("Change it"),
		doing: lang.L("Changing the passphrase. A backup is made first."),
		texts: []string{lang.L("A backup is made first. Like every copy made before, it still opens with the old passphrase; afterwards you can remove them.")},
		seal:  k.change,
		done: func(purge Purge) {
			k.offerPurge(lang.L("The passphrase is changed"), purge, func() {})
		},
	})
}

func (k *keysPart) change(ctx context.Context, passphrase []byte, _ func(done, total int64)) error {
	return k.Store.ChangePassphrase(ctx, passphrase)
}

// AskNewPassphrase asks for a passphrase in the place of one that was
// forgotten, once the journal was opened with its recovery code. It may be put
// off.
func (s *Screen) AskNewPassphrase() {
	k := s.keys
	k.askSealing(sealing{
		title: lang.L("Choose a new passphrase"), verb: lang.L("Set it"), refusal: lang.L("Later"),
		doing: lang.L("Setting the passphrase. A backup is made first."),
		texts: []string{
			lang.L("You opened the journal with its recovery code, so the old passphrase may be lost. The code goes on opening the journal."),
		},
		seal: k.change,
		done: func(Purge) {
			dialogs.ShowNotice(k.window, lang.L("The new passphrase is set"),
				lang.L("Copies made before still open with the old one, and with the recovery code."))
		},
	})
}

package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/widget"
)

// proof asks for the present passphrase in a form: a journal that was left open
// must not let anyone who passes by take it over.
type proof struct {
	keys  *keysPart
	field *widget.PasswordField
}

func (k *keysPart) newProof(f *dialogs.Form) *proof {
	p := &proof{k, widget.NewPasswordField("")}
	p.field.OnChanged = func(string) { f.Unsay() }
	return p
}

// asked reports whether it is asked for at all.
func (p *proof) asked() bool { return !p.keys.Forgotten }

func (p *proof) content() fyne.CanvasObject {
	labelled := widget.NewLabelled(lang.L("Present passphrase"), p.field)
	if !p.asked() {
		labelled.Hide()
	}
	return labelled
}

// missing returns what the person still has to do, and where.
func (p *proof) missing() (string, fyne.Focusable) {
	if p.asked() && p.field.Text == "" {
		return lang.L("Type the present passphrase first: it shows that it is you."), p.field
	}
	return "", nil
}

// take returns what proves the passphrase, off the UI goroutine, and empties
// the field.
func (p *proof) take() func(context.Context) error {
	if !p.asked() {
		return func(context.Context) error { return nil }
	}
	passphrase := p.field.Take()
	return func(ctx context.Context) error {
		defer clear(passphrase)
		return p.keys.Store.CheckPassphrase(ctx, passphrase)
	}
}

func (p *proof) forget() { p.field.Clear() }

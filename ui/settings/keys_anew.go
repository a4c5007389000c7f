package settings

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/widget"
)

// onAnew gives the journal a new key. A disk that does not confirm it leaves
// the journal sealed anew all the same; then no copy is offered to be removed.
func (k *keysPart) onAnew() {
	hadCode := false
	var unconfirmed error
	k.askSealing(sealing{
		title: lang.L("Seal it anew"), verb: lang.L("Seal it anew"),
		doing: lang.L("Sealing everything anew"),
		texts: []string{
			lang.L("Everything is written again under a new key, so that an old passphrase or recovery code opens nothing of it, nor of what you write from now on."),
			lang.L("It can't reach copies that were made earlier, or take back what was read; and a disk may keep parts of the old file for a while."),
		},
		seal: func(ctx context.Context, passphrase []byte, progress func(done, total int64)) error {
			hadCode = k.Store.HasRecoveryCode()
			err := k.Store.NewKey(ctx, passphrase, progress)
			if errors.Is(err, journal.ErrUnconfirmed) {
				unconfirmed, err = err, nil
			}
			return err
		},
		done: func(purge Purge) {
			k.show(false)
			sealed := lang.L("The journal is sealed anew")
			if unconfirmed != nil {
				what, next := journal.Explain(unconfirmed)
				dialogs.ShowNotice(k.window, sealed, lang.L(what)+" "+lang.L(next))
				return
			}
			k.offerPurge(sealed, purge, func() {
				if hadCode {
					k.offerCode()
				}
			})
		},
	})
}

// offerCode says that the recovery code is gone, and offers a new one.
func (k *keysPart) offerCode() {
	dialogs.Show(k.window, lang.L("The recovery code is gone"),
		widget.NewParagraph(lang.L("The one on your paper does not open the journal any more. You may throw the paper away.")), nil,
		dialogs.Button{Label: lang.L("Do without"), Cancels: true},
		dialogs.Button{Label: lang.L("Make a new code"), Primary: true, OnTap: k.makeCode})
}

package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Keys is what the screen needs to change what the journal opens with.
type Keys struct {
	Store KeyStore
	// NewCode makes a random recovery code. It opens nothing until it is set.
	NewCode func() (string, error)
	// Purging returns what removes the copies of the journal under the key it
	// has now. It is called off the UI goroutine.
	Purging func(context.Context) Purge
	// Forgotten says that the journal was opened with its recovery code: until
	// there is a new passphrase, nobody is asked for the present one.
	Forgotten bool
}

// Purge removes copies, off the UI goroutine, and returns how many are gone.
type Purge func(context.Context) (removed int, err error)

// KeyStore is an open journal as far as what opens it goes. All of it is called
// off the UI goroutine.
type KeyStore interface {
	// CheckPassphrase fails with journal.ErrWrongPassphrase for any but that of
	// the journal. It takes about a second.
	CheckPassphrase(ctx context.Context, passphrase []byte) error
	// ChangePassphrase makes passphrase the only one, after a backup.
	ChangePassphrase(ctx context.Context, passphrase []byte) error
	HasRecoveryCode() bool
	// SetRecoveryCode lets code, and no earlier one, open the journal.
	SetRecoveryCode(ctx context.Context, code string) error
	RemoveRecoveryCode(ctx context.Context) error
	// NewKey seals all of the journal anew: passphrase alone opens it then, and
	// no recovery code. When it fails or ctx ends, nothing has changed, but for
	// journal.ErrUnconfirmed.
	NewKey(ctx context.Context, passphrase []byte, progress func(done, total int64)) error
}

// keysPart is the sections about what opens the journal, and their dialogs.
type keysPart struct {
	Keys
	window fyne.Window
	tasks  *tasks.Runner

	hasCode    bool
	code       *widget.Paragraph // whether there is a recovery code
	setCode    *widget.Button
	removeCode *widget.Button
	codes      *fyne.Container
}

func newKeysPart(d Deps) *keysPart {
	k := &keysPart{Keys: d.Keys, window: d.Window, tasks: d.Tasks}
	k.code = widget.NewMutedParagraph("")
	k.setCode = widget.NewButton("", k.onSetCode)
	k.removeCode = widget.NewQuietButton(lang.L("Remove it…"), k.onRemoveCode)
	k.codes = widget.NewStack(theme.Space2, k.code, widget.NewFlow(theme.Space2, k.setCode, k.removeCode))
	k.show(false)
	return k
}

// sections returns what is shown of it on the Settings screen.
func (k *keysPart) sections() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		part(lang.L("Passphrase"),
			lang.L("It opens the journal, and nobody can reset it."),
			button(lang.L("Change the passphrase…"), k.onChange)),
		part(lang.L("Recovery code"),
			lang.L("Letters and digits on a paper of yours, which open the journal when the passphrase is lost."),
			k.codes),
		part(lang.L("A new key"),
			lang.L("For when someone has learned the passphrase. Changing it leaves the key beneath it as it was: "+
				"whoever has an old copy and its passphrase can, with some skill, read the journal of today too. A new key ends that."),
			button(lang.L("Seal it anew…"), k.onAnew)),
	}
}

// button is a button as wide as it needs.
func button(label string, act func()) fyne.CanvasObject {
	return widget.NewRow(0, widget.NewButton(label, act))
}

// show shows whether there is a recovery code.
func (k *keysPart) show(hasCode bool) {
	k.hasCode = hasCode
	if hasCode {
		k.code.SetText(lang.L("There is one. Whoever finds the paper can open the journal."))
		k.setCode.SetText(lang.L("Replace it…"))
	} else {
		k.code.SetText(lang.L("There is none."))
		k.setCode.SetText(lang.L("Make a recovery code…"))
	}
	k.removeCode.Hidden = !hasCode
	k.codes.Refresh()
}

// refresh shows what opens the journal now.
func (k *keysPart) refresh() {
	hasCode := false
	k.tasks.Run(func(context.Context) { hasCode = k.Store.HasRecoveryCode() }, func() { k.show(hasCode) })
}

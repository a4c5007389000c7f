package settings

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/widget"
)

// offerPurge says what was done, and offers to remove the copies that open with
// what opened the journal before it. Then comes then.
func (k *keysPart) offerPurge(done string, purge Purge, then func()) {
	form := dialogs.NewForm(k.window, k.tasks)
	form.Title, form.Verb, form.Refusal = done, lang.L("Remove the old copies"), lang.L("Keep them")
	form.Doing, form.Careful = lang.L("Removing the old copies"), true
	form.Content = widget.NewParagraph(lang.L("Copies that were made before still open with the old passphrase. If someone knows it, " +
		"remove them: all that lie where Mend keeps its backups. That can't be undone, and there is no backup then until the next one is made."))
	removed := 0
	form.Act = func() dialogs.Work {
		return func(ctx context.Context, _ func(done, total int64)) (err error) {
			removed, err = purge(ctx)
			return err
		}
	}
	form.OnRefused = then
	form.OnDone = func() {
		dialogs.Show(k.window, lang.L("The old copies are removed"), widget.NewParagraph(purged(removed)), nil,
			dialogs.Button{Label: lang.L("Close"), Primary: true, Cancels: true, OnTap: then})
	}
	form.Open()
}

// purged says how many copies were removed, and where there may be others.
func purged(n int) string {
	others := lang.L("Copies that you put elsewhere, and files that a restore set aside beside the journal, are still there; and a disk may keep parts of a deleted file for a while.")
	switch n {
	case 0:
		return lang.L("There were none.") + " " + others
	case 1:
		return lang.L("It was one.") + " " + others
	}
	return lang.L("There were {{.Copies}}.", map[string]any{"Copies": n}) + " " + others
}

package entries

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
)

// onRestore puts the chosen entry back into the journal.
func (b *bin) onRestore() {
	id := b.chosen.ID
	b.change(func(ctx context.Context) error { return b.screen.deps.Store.RestoreEntry(ctx, id) }, func() {
		b.screen.notice.Show(lang.L("The entry is back in the journal."), func() {
			b.change(func(ctx context.Context) error { return b.screen.deps.Store.DeleteEntry(ctx, id) }, func() {})
		})
	})
}

// askPurge deletes the chosen entry for ever, if the person says so.
func (b *bin) askPurge() {
	id := b.chosen.ID
	dialogs.Confirm(b.screen.deps.Window, dialogs.Question{
		Title: lang.L("Delete “{{.Name}}” for ever?", map[string]any{"Name": b.name()}),
		Text:  lang.L("Its earlier versions go with it. It can't be undone.") + " " + backupsHoldIt(),
		Verb:  lang.L("Delete for ever"),
	}, func() {
		b.change(func(ctx context.Context) error { return b.screen.deps.Store.PurgeEntry(ctx, id) }, func() {})
	})
}

// askEmpty deletes everything in the bin for ever, if the person says so.
func (b *bin) askEmpty() {
	total := b.listing.rows.total
	title := lang.L("Delete the {{.Count}} entries in the bin for ever?", map[string]any{"Count": total})
	versions := lang.L("Their earlier versions go with them. It can't be undone.")
	if total == 1 {
		title = lang.L("Delete the one entry in the bin for ever?")
		versions = lang.L("Its earlier versions go with it. It can't be undone.")
	}
	dialogs.Confirm(b.screen.deps.Window, dialogs.Question{
		Title: title,
		Text:  versions + " " + backupsHoldIt(),
		Verb:  lang.L("Empty the bin"),
	}, b.onEmpty)
}

func backupsHoldIt() string {
	return lang.L("Backups and exports made before still hold what was in them.")
}

// onEmpty empties the bin, which can be stopped while it is done.
func (b *bin) onEmpty() {
	stop, cancel := context.WithCancel(context.Background())
	told := dialogs.ShowProgress(b.screen.deps.Window, lang.L("Emptying the bin"), cancel)
	b.change(func(ctx context.Context) error {
		ctx, end := context.WithCancel(ctx)
		defer end()
		defer context.AfterFunc(stop, end)()
		_, err := b.screen.deps.Store.EmptyBin(ctx)
		if stop.Err() != nil {
			return nil // it was the person's wish
		}
		return err
	}, func() {})
	b.screen.deps.Tasks.Run(func(context.Context) {}, told.Close)
}

// change does something to what is in the bin, then done, and reads it anew.
func (b *bin) change(do func(context.Context) error, done func()) {
	at := max(b.list.at, 0)
	var err error
	b.screen.deps.Tasks.Run(func(ctx context.Context) { err = do(ctx) }, func() {
		if err != nil {
			b.screen.notice.Show(explain(err), nil)
		} else {
			done()
		}
		if b.isOpen() {
			b.fetch(at, true)
		}
	})
}

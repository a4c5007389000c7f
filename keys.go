package main

import (
	"context"
	"errors"

	"mend/journal/backup"
	"mend/journal/store"
	"mend/journal/vault"
	"mend/ui"
	"mend/ui/settings"
)

// keys is what the window needs for what opens a journal.
func keys() ui.KeyPorts {
	return ui.KeyPorts{
		OpenWithCode: func(ctx context.Context, path, code string) (ui.Journal, error) {
			return openWithCode(ctx, path, code)
		},
		NewCode: store.NewRecoveryCode,
		Purging: purging,
	}
}

// purging returns what removes the backups of a journal that were made under
// the key it has now, also when it has another by then: those beside it, and
// those in the folder that it names.
func purging(ctx context.Context, j ui.Journal) settings.Purge {
	folders := []backup.Folder{{Journal: j.Path()}}
	if named := backupsOf(ctx, j); named.Dir != "" {
		folders = append(folders, named)
	}
	var former [][16]byte
	if id, err := vault.Identify(j.Path()); err == nil {
		former = append(former, id)
	}
	return func(ctx context.Context) (removed int, err error) {
		for _, f := range folders {
			n, failed := f.Purge(ctx, former...)
			removed, err = removed+n, errors.Join(err, failed)
		}
		return removed, err
	}
}

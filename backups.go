package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
	"mend/ui/terminal"
)

// protected are the options of every journal that is to last: it is backed up
// before anything that could go wrong for all of it.
func protected() store.Options {
	return store.Options{Backup: func(ctx context.Context, s *store.Store) error {
		_, err := makeBackup(ctx, s, "")
		return err
	}}
}

// makeBackup copies an open journal into the folder, or into the one beside it,
// and returns the path of the copy.
func makeBackup(ctx context.Context, j terminal.Backups, folder string) (string, error) {
	made, err := backup.Folder{Journal: j.Path(), Dir: folder}.Make(ctx, j)
	return made.Path, err
}

// restore puts the copy at from in the place of the journal at path.
func restore(ctx context.Context, from, path string, passphrase []byte) (aside string, err error) {
	if err := makeOwnFolder(path); err != nil {
		return "", err
	}
	restored, err := backup.Folder{Journal: path}.Restore(ctx, from, func(fresh string) error {
		return store.VerifyCopy(ctx, fresh, passphrase, store.Options{})
	})
	return restored.Aside, err
}

// makeOwnFolder makes the folder of the journal at path if that is the
// program's own.
func makeOwnFolder(path string) error {
	if path != defaultJournal() {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("create folder: %w", journal.ErrReadOnly)
	}
	return nil
}

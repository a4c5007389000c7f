package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
	"mend/journal/vault"
	"mend/ui"
	"mend/ui/terminal"
)

// protected are the options of every journal that is to last: it is backed up
// before anything that could go wrong for all of it.
func protected() store.Options {
	return store.Options{Backup: func(ctx context.Context, s *store.Store) error {
		_, err := backupsOf(ctx, s).Make(ctx, s)
		if errors.Is(err, journal.ErrMissing) || errors.Is(err, journal.ErrReadOnly) {
			// The chosen folder may be on a disk that is not there now.
			_, err = backup.Folder{Journal: s.Path()}.Make(ctx, s)
		}
		return err
	}}
}

// backupsOf is where the backups of an open journal lie: beside it, unless its
// profile can be read and names another folder.
func backupsOf(ctx context.Context, j interface {
	Path() string
	GetProfile(context.Context) (journal.Profile, error)
}) backup.Folder {
	p, err := j.GetProfile(ctx)
	if err != nil {
		return backup.Folder{Journal: j.Path()}
	}
	return backup.Folder{Journal: j.Path(), Dir: p.Settings[journal.SettingBackupFolder]}
}

// makeBackup copies an open journal into the folder, or with "" into the one
// for its backups, and returns the path of the copy.
func makeBackup(ctx context.Context, j terminal.Backups, folder string) (string, error) {
	f := backupsOf(ctx, j)
	if folder != "" {
		f.Dir = folder
	}
	made, err := f.Make(ctx, j)
	return made.Path, err
}

// restore puts the copy at from in the place of the journal at path. That it is
// older than what was there is no news then.
func restore(ctx context.Context, from, path string, passphrase []byte) (aside string, err error) {
	if err := makeOwnFolder(path); err != nil {
		return "", err
	}
	restored, err := backup.Folder{Journal: path}.Restore(ctx, from, func(fresh string) error {
		return verifyCopy(ctx, fresh, passphrase)
	})
	if err != nil {
		return "", err
	}
	if id, err := vault.Identify(path); err == nil {
		_ = remembered().Forget(id) // if it fails, the notice comes once too often
	}
	return restored.Aside, nil
}

func verifyCopy(ctx context.Context, path string, passphrase []byte) error {
	return store.VerifyCopy(ctx, path, passphrase, store.Options{})
}

// makeOwnFolder makes the folder of the journal at path if that is the
// program's own.
func makeOwnFolder(path string) error {
	if path != remembered().Usual {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("create folder: %w", journal.ErrReadOnly)
	}
	return nil
}

// backups is what the window needs to make backups and to put one back.
func backups() ui.BackupPorts {
	return ui.BackupPorts{
		Keep: func(j ui.Journal) ui.Backups {
			o := j.(*opened)
			return keeper{&backup.Keeper{
				Source: o,
				Folder: func(ctx context.Context) (backup.Folder, error) { return backupsOf(ctx, o), nil },
			}}
		},
		Beside:     backup.BesideJournal,
		ListBeside: func(path string) ([]journal.Copy, error) { return backup.Folder{Journal: path}.List() },
		Verify:     verifyCopy,
		Restore:    restore,
	}
}

// keeper is a backup.Keeper as the window knows it.
type keeper struct{ *backup.Keeper }

// Daily implements ui.Backups.
func (k keeper) Daily(ctx context.Context) (prove func(context.Context) error, err error) {
	made, err := k.Keeper.Daily(ctx)
	if made == nil || err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := k.Prove(ctx, made)
		return err
	}, nil
}

// Make implements ui.Backups.
func (k keeper) Make(ctx context.Context, folder string) error {
	_, err := k.Keeper.Make(ctx, folder)
	return err
}

package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/vault"
	"mend/ui"
)

// places is what the window needs to move a journal and to remove it.
func places(a fyne.App) ui.PlacePorts {
	return ui.PlacePorts{
		Default: remembered().Journal,
		CopyTo: func(ctx context.Context, j ui.Journal, to string) error {
			o := j.(*opened)
			return backup.Folder{Journal: o.Path()}.CopyTo(ctx, o, to)
		},
		Move:    move,
		Discard: func(p ui.Place, to string) error { return folderOf(p).Discard(to) },
		Remains: func(p ui.Place) ([]string, error) {
			all, err := folderOf(p).Remains()
			return append(all, traces(a, p)...), err
		},
		Remove: func(p ui.Place) error { return remove(a, p) },
	}
}

func folderOf(p ui.Place) backup.Folder { return backup.Folder{Journal: p.Path, Dir: p.Backups} }

// move ends a move. What the next start opens follows the journal that it would
// have opened, and no other.
func move(ctx context.Context, p ui.Place, to string) (left []string, err error) {
	moved, err := folderOf(p).Move(ctx, to, func() error {
		if p.Path != remembered().Journal() {
			return nil
		}
		return remembered().Remember(to)
	})
	return moved.Left, err
}

// traces are the files outside the journal's folder that go with it: how far it
// had come, and, for the journal that is opened when none is named, where it
// lies and how the window looks.
func traces(a fyne.App, p ui.Place) []string {
	m := remembered()
	var all []string
	if id, err := vault.Identify(p.Path); err == nil && m.Knows(id) {
		all = append(all, m.Seen)
	}
	if p.Path == m.Journal() {
		for _, path := range []string{m.Place, preferences(a)} {
			if exists(path) {
				all = append(all, path)
			}
		}
	}
	return all
}

// remove removes the journal and its traces. The file of those that were open
// here goes only with the last of them.
func remove(a fyne.App, p ui.Place) error {
	m := remembered()
	id, unknown := vault.Identify(p.Path)
	usual := p.Path == m.Journal()
	if err := folderOf(p).Remove(); err != nil {
		return err
	}
	var failed error
	if unknown == nil {
		failed = m.Forget(id)
	}
	if !usual {
		return failed
	}
	failed = errors.Join(failed, m.Remember(m.Usual), removeFile(preferences(a)))
	_ = os.Remove(filepath.Dir(m.Usual)) // our own folder, if nothing else is in it
	return failed
}

// preferences is where the toolkit keeps how the window looks.
func preferences(a fyne.App) string {
	return filepath.Join(a.Storage().RootURI().Path(), "preferences.json")
}

// forgetLook removes what the toolkit writes when it ends, if that says nothing
// and there is no journal.
func forgetLook(a fyne.App) {
	if exists(remembered().Journal()) || !ui.LooksPlain(a) {
		return
	}
	_ = removeFile(preferences(a)) // it holds nothing of the person's
	_ = os.Remove(filepath.Dir(preferences(a)))
}

func removeFile(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(journal.ErrReadOnly, err)
	}
	return nil
}

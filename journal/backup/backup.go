// Package backup keeps verified copies of a journal, thins them out as they
// grow old, and puts one back without losing what lies in its place. A copy is
// the sealed file byte for byte: it opens with the passphrase that the journal
// had on that day.
//
// Whatever this package deletes is a copy, by its name, of the very journal at
// hand, by the id in its header. Everything else in a backup folder is left
// alone. Errors match the sentinels of package journal where one fits.
package backup

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"mend/journal"
	"mend/journal/vault"
)

// Folder keeps the backups of one journal. Only one method may run at a time,
// but List may always run, and Copy beside the Prove of an earlier copy.
type Folder struct {
	Journal string           // path of the journal's file
	Dir     string           // where the copies lie; empty: BesideJournal
	Clock   func() time.Time // nil: time.Now; its zone says when a day begins

	disk disk // nil: the real one
}

// Source is an open journal, as Make needs it.
type Source interface {
	// Backup runs copy with the path of the journal's file while no change of
	// the journal can run.
	Backup(ctx context.Context, copy func(path string) error) error
	// VerifyCopy fails unless the file at path is a whole and sound copy of
	// the journal. Changes may run meanwhile.
	VerifyCopy(ctx context.Context, path string) error
}

// Copy is one file in a backup folder.
type Copy = journal.Copy

// BesideJournal returns the folder in which the copies of the journal at path
// lie unless another is named. Nothing else belongs there.
func BesideJournal(path string) string { return path + "-backups" }

// Make copies the journal that src has open, verifies the copy, and thins out
// the older ones. It returns when all of that is on the disk. If it fails there
// is no new copy to rely on, and none that was there before is gone.
func (f Folder) Make(ctx context.Context, src Source) (Copy, error) {
	var fresh *Unverified
	err := src.Backup(ctx, func(string) (err error) {
		fresh, err = f.Copy(ctx)
		return err
	})
	if err != nil {
		return Copy{}, err
	}
	return fresh.Prove(func(path string) error { return src.VerifyCopy(ctx, path) })
}

// Needed reports whether it is time for the copy of the day: the journal has
// changed since the newest one, and that one is not of today. It reads both
// files only as far as they agree. The journal may be open, but nothing may be
// writing to it.
func (f Folder) Needed(ctx context.Context) (bool, error) {
	own, err := f.own()
	if err != nil {
		return false, fmt.Errorf("look for a backup: %w", err)
	}
	newest, ok := newestVerified(own)
	if !ok {
		return true, nil
	}
	now := f.now()
	if sameDay(newest.When, now) && !now.Before(newest.When) {
		return false, nil
	}
	same, err := sameContent(ctx, f.Journal, newest.Path)
	if err != nil {
		return false, fmt.Errorf("compare with the newest backup: %w", fromDisk(err))
	}
	return !same, nil
}

// now is the moment in the person's zone, in the precision of a copy's name.
func (f Folder) now() time.Time {
	if f.Clock == nil {
		return time.Now().Truncate(time.Second)
	}
	return f.Clock().Truncate(time.Second)
}

func (f Folder) dir() string {
	if f.Dir == "" {
		return BesideJournal(f.Journal)
	}
	return f.Dir
}

func (f Folder) on() disk {
	if f.disk == nil {
		return osDisk{}
	}
	return f.disk
}

// besides reports whether the folder belongs to this journal alone.
func (f Folder) besides() bool {
	return filepath.Clean(f.dir()) == filepath.Clean(BesideJournal(f.Journal))
}

// id is what the journal's file shares with all copies of it.
func (f Folder) id() ([16]byte, error) {
	id, err := vault.Identify(f.Journal)
	return id, fromDisk(err)
}

// sameDay compares the days in the zone of b.
func sameDay(a, b time.Time) bool { return day(a.In(b.Location())) == day(b) }

package backup_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/vault"
)

func TestPurgeRemovesTheCopiesAlone(t *testing.T) {
	b := newBox(t)
	b.make()
	b.now = b.now.Add(time.Hour)
	b.make()
	folder := b.Journal + "-backups"
	for _, name := range []string{"us-000009-20260313T211905Z.mend.part", "us-000009-20260313T211905Z.mend.unverified"} {
		write(t, filepath.Join(folder, name), "unfinished")
	}
	write(t, filepath.Join(folder, "letter.txt"), "not ours")
	write(t, b.Journal+"-restoring", "a copy that never took its place")
	removed, err := b.Purge(t.Context())
	b.must(err)
	equal(t, removed, 4)
	gone(t, b.Journal+"-restoring")
	equal(t, files(t, folder), []string{"letter.txt"})
}

func TestPurgeOfASharedFolderGoesByTheIds(t *testing.T) {
	shared := filepath.Join(t.TempDir(), "shared")
	var boxes []*box
	for range 2 {
		b := newBox(t)
		b.Dir = shared
		b.make()
		boxes = append(boxes, b)
	}
	mine, other := boxes[0], boxes[1]
	removed, err := mine.Purge(t.Context())
	mine.must(err)
	equal(t, removed, 1)
	id, err := vault.Identify(other.Journal)
	mine.must(err)
	removed, err = mine.Purge(t.Context(), id)
	mine.must(err)
	equal(t, removed, 1)
	equal(t, files(t, shared), []string(nil))
}

func TestPurgeLeavesACopyThatIsOpen(t *testing.T) {
	b := newBox(t)
	made := b.make()
	lock, err := vault.Lock(made.Path)
	b.must(err)
	defer lock.Close()
	if removed, err := b.Purge(t.Context()); removed != 0 || !errors.Is(err, journal.ErrAlreadyOpen) {
		t.Errorf("removed %d: %v", removed, err)
	}
	read(t, made.Path)
}

func TestRemoveTakesAwayWhatItListsAndNothingElse(t *testing.T) {
	b := newBox(t)
	made := b.make()
	titles(t, made.Path) // opens it, which makes a lock file
	b.must(b.Store.Close())
	_, err := b.Restore(t.Context(), made.Path, sound)
	b.must(err)
	folder := filepath.Dir(b.Journal)
	for _, name := range []string{"us2.mend", "us-set-aside-of-mine.mend", "us-set-aside-20260313T211905Z-x.mend", "us.txt"} {
		write(t, filepath.Join(folder, name), "not ours")
	}
	listed, err := b.Remains()
	b.must(err)
	want := []string{
		made.Path, made.Path + ".lock",
		filepath.Join(folder, "us-set-aside-20260313T211905Z.mend"),
		b.Journal, b.Journal + ".lock",
	}
	equal(t, listed, want)
	b.must(b.Folder.Remove())
	equal(t, files(t, folder), []string{"us-set-aside-20260313T211905Z-x.mend", "us-set-aside-of-mine.mend", "us.txt", "us2.mend"})
}

// verifying is a disk on which a copy turns out to be sound just when it is to
// be removed.
type verifying struct{ backup.Disk }

func (d verifying) Remove(path string) error {
	if whole, ok := strings.CutSuffix(path, ".unverified"); ok {
		if err := os.Rename(path, whole); err != nil {
			return err
		}
	}
	return d.Disk.Remove(path)
}

func TestRemoveBesideAVerification(t *testing.T) {
	b := newBox(t)
	made := b.make()
	b.must(b.Store.Close(), os.Rename(made.Path, made.Path+".unverified"))
	b.must(b.Folder.On(verifying{backup.OSDisk()}).Remove())
	gone(t, b.Journal, b.Journal+"-backups")
}

func TestRemoveOfAnOpenJournalIsRefused(t *testing.T) {
	b := newBox(t)
	if err := b.Folder.Remove(); !errors.Is(err, journal.ErrAlreadyOpen) {
		t.Errorf("got %v", err)
	}
	read(t, b.Journal)
}

func TestRemoveThatWasCutShortIsRepeated(t *testing.T) {
	for at := 1; ; at++ {
		b := newBox(t)
		b.make()
		b.must(b.Store.Close())
		d := &failing{Disk: backup.OSDisk(), at: at, gone: true}
		if err := b.Folder.On(d).Remove(); (err != nil) != (d.done >= at) {
			t.Errorf("operation %d: %v", at, err)
		}
		b.must(b.Folder.Remove())
		gone(t, b.Journal, b.Journal+"-backups")
		if d.done < at {
			break
		}
	}
}

func TestRemoveKeepsAFolderThatIsNotItsOwn(t *testing.T) {
	b := newBox(t)
	b.Dir = filepath.Join(t.TempDir(), "apart")
	b.make()
	b.must(b.Store.Close(), b.Folder.Remove())
	if _, err := os.Stat(b.Dir); err != nil {
		t.Error(err)
	}
	gone(t, b.Journal)
}

package backup_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mend/journal"
	"mend/journal/backup"
)

func remembered() error { return nil }

// gone fails unless nothing is at the paths.
func gone(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", filepath.Base(path))
		}
	}
}

func TestMove(t *testing.T) {
	b := newBox(t)
	b.write("taken along")
	b.make()
	write(t, filepath.Join(filepath.Dir(b.Journal), "letter.txt"), "not ours")
	to := filepath.Join(t.TempDir(), "elsewhere.mend")
	b.must(b.CopyTo(t.Context(), b.Store, to), b.Store.Close())
	noted := false
	moved, err := b.Folder.Move(t.Context(), to, func() error {
		noted = true
		_, err := os.Stat(b.Journal)
		return err // the old file goes only after this
	})
	b.must(err)
	equal(t, moved, backup.Moved{Path: to})
	equal(t, noted, true)
	equal(t, files(t, filepath.Dir(b.Journal)), []string{"letter.txt"})
	equal(t, titles(t, to), []string{"taken along"})
	copies, err := backup.Folder{Journal: to}.List()
	b.must(err)
	if len(copies) != 1 || !copies[0].Verified {
		t.Errorf("at the new place there are %v", copies)
	}
}

func TestMoveLeavesBackupsThatLieElsewhere(t *testing.T) {
	b := newBox(t)
	b.Dir = filepath.Join(t.TempDir(), "kept apart")
	made := b.make()
	to := filepath.Join(t.TempDir(), "us.mend")
	b.must(b.CopyTo(t.Context(), b.Store, to), b.Store.Close())
	_, err := b.Folder.Move(t.Context(), to, remembered)
	b.must(err)
	read(t, made.Path)
	gone(t, to+"-backups")
}

func TestCopyToReplacesNothing(t *testing.T) {
	b := newBox(t)
	to := filepath.Join(t.TempDir(), "us.mend")
	write(t, to, "precious")
	if err := b.CopyTo(t.Context(), b.Store, to); !errors.Is(err, journal.ErrExists) {
		t.Errorf("onto a file: %v", err)
	}
	equal(t, read(t, to), "precious")
	err := b.CopyTo(t.Context(), b.Store, filepath.Join(t.TempDir(), "nowhere", "us.mend"))
	if !errors.Is(err, journal.ErrMissing) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

func TestMoveThatIsNotTakenLeavesAllAsItWas(t *testing.T) {
	noPlace := errors.New("the new place can't be noted")
	for name, test := range map[string]struct {
		before func(b *box, to string)
		note   func() error
		want   error
	}{
		"a change after the copy": {func(b *box, _ string) { b.write("late") }, remembered, journal.ErrChanged},
		"the place is not noted":  {func(*box, string) {}, func() error { return noPlace }, noPlace},
		"a page that was changed": {func(b *box, to string) {
			content := []byte(read(t, to))
			content[len(content)-1] ^= 1
			b.must(os.WriteFile(to, content, 0o600))
		}, remembered, journal.ErrChanged},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			to := filepath.Join(t.TempDir(), "us.mend")
			b.must(b.CopyTo(t.Context(), b.Store, to))
			test.before(b, to)
			b.must(b.Store.Close())
			old := read(t, b.Journal)
			if _, err := b.Folder.Move(t.Context(), to, test.note); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			equal(t, read(t, b.Journal), old)
			gone(t, to, to+".lock", to+"-moving")
		})
	}
}

func TestMoveOfAnOpenJournalIsRefused(t *testing.T) {
	b := newBox(t)
	to := filepath.Join(t.TempDir(), "us.mend")
	b.must(b.CopyTo(t.Context(), b.Store, to))
	if _, err := b.Folder.Move(t.Context(), to, remembered); !errors.Is(err, journal.ErrAlreadyOpen) {
		t.Errorf("got %v", err)
	}
	gone(t, to)
	read(t, b.Journal)
}

// Copies made before another folder was chosen, or while that was not there, lie
// beside the journal, and go with it.
func TestBackupsBesideAreFoundWhereverTheFolderIs(t *testing.T) {
	chosen := func(t *testing.T) (b *box, beside backup.Copy) {
		b = newBox(t)
		beside = b.make()
		b.Dir = filepath.Join(t.TempDir(), "apart")
		b.make()
		return b, beside
	}
	t.Run("move", func(t *testing.T) {
		b, beside := chosen(t)
		to := filepath.Join(t.TempDir(), "us.mend")
		b.must(b.CopyTo(t.Context(), b.Store, to), b.Store.Close())
		moved, err := b.Folder.Move(t.Context(), to, remembered)
		b.must(err)
		equal(t, moved, backup.Moved{Path: to})
		gone(t, b.Journal+"-backups")
		read(t, filepath.Join(to+"-backups", filepath.Base(beside.Path)))
		equal(t, len(files(t, b.Dir)), 1)
	})
	t.Run("remove", func(t *testing.T) {
		b, beside := chosen(t)
		b.must(b.Store.Close())
		listed, err := b.Remains()
		b.must(err)
		if !slices.Contains(listed, beside.Path) {
			t.Errorf("%s is not listed", beside.Path)
		}
		b.must(b.Folder.Remove())
		gone(t, b.Journal, b.Journal+"-backups")
		equal(t, files(t, b.Dir), []string(nil))
	})
}

// TestMoveWhenADiskFails has one operation after the other fail, alone or with
// all that follow, until none does.
func TestMoveWhenADiskFails(t *testing.T) {
	for _, powerGone := range []bool{false, true} {
		for _, noLinks := range []bool{false, true} {
			for at := 1; ; at++ {
				what := fmt.Sprintf("power gone %v, no links %v, operation %d", powerGone, noLinks, at)
				b := newBox(t)
				b.write("kept")
				b.make()
				want, to := read(t, b.Journal), filepath.Join(t.TempDir(), "us.mend")
				d := &failing{Disk: backup.OSDisk(), at: at, gone: powerGone, noLinks: noLinks}
				err := b.Folder.On(d).CopyTo(t.Context(), b.Store, to)
				b.must(b.Store.Close())
				noted := false
				if err == nil {
					_, err = b.Folder.On(d).Move(t.Context(), to, func() error { noted = true; return nil })
				}
				place := b.Journal
				if noted {
					place = to
				}
				if read(t, place) != want {
					t.Errorf("%s: the place that counts has no whole journal (%v)", what, err)
				}
				if !noted && err == nil {
					t.Errorf("%s: it is told that it moved, and did not", what)
				}
				b.expectOneCopy(to, what)
				if d.done < at {
					break
				}
			}
		}
	}
}

// expectOneCopy fails unless the backup is at the old place or at the new one.
func (b *box) expectOneCopy(to, what string) {
	b.t.Helper()
	n := 0
	for _, place := range []string{b.Journal, to} {
		copies, err := backup.Folder{Journal: place}.List()
		b.must(err)
		n += len(copies)
	}
	if n == 0 {
		b.t.Errorf("%s: the backup is gone", what)
	}
}

package backup_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mend/journal/backup"
)

var errCut = errors.New("the power went")

// failing is a disk whose operation number at fails, counted from 1, and with
// it every later one if the power is gone.
type failing struct {
	backup.Disk
	at      int
	also    int  // the number of a second one that fails; 0 for none
	gone    bool // no operation after at works
	noLinks bool // the file system knows no second names
	done    int
}

func (d *failing) fails() bool {
	d.done++
	return d.done == d.at || d.done == d.also || d.gone && d.done > d.at
}

// CopyNew leaves half of the file when the power goes.
func (d *failing) CopyNew(ctx context.Context, from, to string) error {
	if !d.fails() {
		return d.Disk.CopyNew(ctx, from, to)
	}
	if d.gone && d.done == d.at {
		content, err := os.ReadFile(from)
		return errors.Join(errCut, err, os.WriteFile(to, content[:len(content)/2], 0o600))
	}
	return errCut
}

func (d *failing) Rename(from, to string) error {
	if d.fails() {
		return errCut
	}
	return d.Disk.Rename(from, to)
}

func (d *failing) Link(from, to string) error {
	if d.fails() || d.noLinks {
		return errCut
	}
	return d.Disk.Link(from, to)
}

func (d *failing) Remove(path string) error {
	if d.fails() {
		return errCut
	}
	return d.Disk.Remove(path)
}

func (d *failing) SyncFolder(folder string) error {
	if d.fails() {
		return errCut
	}
	return d.Disk.SyncFolder(folder)
}

// scene is a journal with a rollback journal or without, and a copy of it.
type scene struct {
	b             *box
	from          string
	old, rollback string // what the files beside each other hold
	fresh         string // what the copy holds
}

// newScene makes the first scene of a test.
func newScene(t *testing.T) *scene {
	b := newBox(t)
	from := b.make().Path
	b.write("only in the journal")
	b.must(b.Store.Close())
	return &scene{b: b, from: from, old: read(t, b.Journal), fresh: read(t, from)}
}

// again returns the scene as it was, in another folder.
func (s *scene) again(t *testing.T, rollback string) *scene {
	next := *s
	b := *s.b
	next.b, next.rollback = &b, rollback
	next.b.Journal = filepath.Join(t.TempDir(), "us.mend")
	write(t, next.b.Journal, s.old)
	if rollback != "" {
		write(t, next.b.Journal+"-journal", rollback)
	}
	return &next
}

// on restores on the disk.
func (s *scene) on(d backup.Disk) error {
	_, err := s.b.Folder.On(d).Restore(s.b.t.Context(), s.from, sound)
	return err
}

// check fails unless every file is paired with what belongs to it.
func (s *scene) check(what string) {
	s.b.t.Helper()
	found := snapshot(s.b.t, s.b.Journal)
	at, there := found["us.mend"]
	switch rollback := found["us.mend-journal"]; {
	case !there && s.rollback == "":
		s.b.t.Errorf("%s: there is no journal", what)
	case at == s.old && rollback != s.rollback:
		s.b.t.Errorf("%s: the old journal is without its rollback journal", what)
	case there && at == s.fresh && rollback != "":
		s.b.t.Errorf("%s: the new journal is beside the old rollback journal", what)
	case there && at != s.old && at != s.fresh:
		s.b.t.Errorf("%s: the journal is something else", what)
	}
	if at != s.old && !s.asideIsWhole(found) {
		s.b.t.Errorf("%s: the old journal is nowhere whole", what)
	}
	if read(s.b.t, s.from) != s.fresh {
		s.b.t.Errorf("%s: the copy changed", what)
	}
}

func (s *scene) asideIsWhole(found map[string]string) bool {
	for name, content := range found {
		if strings.Contains(name, "-set-aside-") && content == s.old && found[name+"-journal"] == s.rollback {
			return true
		}
	}
	return false
}

// each runs test with one operation after the other failing, until none does.
func each(t *testing.T, gone bool, test func(t *testing.T, s *scene, d *failing, what string)) {
	first := newScene(t)
	for _, rollback := range []string{"", "pages of before"} {
		for _, noLinks := range []bool{false, true} {
			for at := 1; ; at++ {
				s := first.again(t, rollback)
				d := &failing{Disk: backup.OSDisk(), at: at, gone: gone, noLinks: noLinks}
				test(t, s, d, fmt.Sprintf("rollback %q, no links %v, operation %d", rollback, noLinks, at))
				if d.done < at {
					break
				}
			}
		}
	}
}

func TestRestoreWhenThePowerGoes(t *testing.T) {
	each(t, true, func(t *testing.T, s *scene, d *failing, what string) {
		err := s.on(d)
		if (err != nil) != (d.done >= d.at) {
			t.Errorf("%s: got %v", what, err)
		}
		if d.noLinks && s.rollback == "" { // the name is free for a moment
			if _, err := os.Stat(s.b.Journal); err == nil {
				s.check(what)
			}
		} else {
			s.check(what)
		}
		s.b.must(s.on(backup.OSDisk()))
		if read(t, s.b.Journal) != s.fresh {
			t.Errorf("%s: restoring again did not complete it", what)
		}
		s.check(what + ", restored again")
	})
}

func TestRestoreTakesBackWhatFails(t *testing.T) {
	each(t, false, func(t *testing.T, s *scene, d *failing, what string) {
		before := snapshot(t, s.b.Journal)
		err := s.on(d)
		s.check(what)
		if err != nil && read(t, s.b.Journal) == s.old {
			equal(t, snapshot(t, s.b.Journal), before)
		}
		if err == nil && read(t, s.b.Journal) != s.fresh {
			t.Errorf("%s: it says that it is done", what)
		}
	})
}

// Even if taking back fails as well, no file is parted from what belongs to it.
func TestRestoreThatCantTakeBack(t *testing.T) {
	for later := 1; later <= 5; later++ {
		each(t, false, func(t *testing.T, s *scene, d *failing, what string) {
			d.also = d.at + later
			if s.on(d); s.rollback != "" {
				s.check(fmt.Sprintf("%s and %d", what, d.also))
			}
			s.b.must(s.on(backup.OSDisk()))
			s.check(fmt.Sprintf("%s and %d, restored again", what, d.also))
		})
	}
}

// A backup that is cut short leaves all others, and the next one is made.
func TestMakeWhenThePowerGoes(t *testing.T) {
	for at := 1; ; at++ {
		b := newBox(t)
		first := b.make()
		b.write("later")
		b.now = b.now.AddDate(0, 0, 1)
		d := &failing{Disk: backup.OSDisk(), at: at, gone: true}
		made, err := b.Folder.On(d).Make(t.Context(), b.Store)
		for _, c := range []backup.Copy{first, made} {
			if c.Path == "" {
				continue
			}
			if err := b.VerifyCopy(t.Context(), c.Path); err != nil {
				t.Errorf("operation %d: %v", at, err)
			}
		}
		copies, listErr := b.List()
		b.must(listErr)
		for _, c := range copies {
			if err := b.VerifyCopy(t.Context(), c.Path); c.Verified && err != nil {
				t.Errorf("operation %d: %s is said to be verified: %v", at, filepath.Base(c.Path), err)
			}
		}
		next := b.make()
		for _, name := range files(t, filepath.Dir(next.Path)) {
			if !strings.HasSuffix(name, ".mend") {
				t.Errorf("operation %d: %s is left", at, name)
			}
		}
		if d.done < at {
			b.must(err)
			break
		}
	}
}

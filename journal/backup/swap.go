package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mend/journal"
)

// freshSuffix names the new file beside the journal until it takes its place.
const freshSuffix = "-restoring"

// asideMark is in the name of what a restore set aside.
const asideMark = "-set-aside-"

// swap puts the file at fresh in the journal's place.
type swap struct {
	disk     disk
	journal  string
	fresh    string
	aside    string         // the free name for what is there now
	there    bool           // a file is there now
	rollback bool           // and a rollback journal that holds something
	undo     []func() error // what takes back the steps done so far
}

// prepareSwap looks at what is there and changes nothing.
func (f Folder) prepareSwap() (*swap, error) {
	s := &swap{disk: f.on(), journal: f.Journal, fresh: f.Journal + freshSuffix}
	info, err := os.Lstat(f.Journal)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, fmt.Errorf("%w: not a file", journal.ErrNotJournal)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	s.there = err == nil
	if s.rollback, err = hasRollback(f.Journal); err != nil {
		return nil, err
	}
	s.aside, err = f.freeAside()
	return s, err
}

// freeAside returns a free name beside the journal that says what it is for.
func (f Folder) freeAside() (string, error) {
	ending := ""
	if strings.HasSuffix(f.Journal, extension) {
		ending = extension
	}
	name := filepath.Join(filepath.Dir(f.Journal), stem(f.Journal)+asideMark+stamp(f.now()))
	for n := 1; ; n++ {
		path := name + ending
		if n > 1 {
			path = fmt.Sprintf("%s-%d%s", name, n, ending)
		}
		taken, err := exists(path)
		rollbackTaken, rollbackErr := exists(path + rollbackSuffix)
		if err := errors.Join(err, rollbackErr); err != nil {
			return "", err
		}
		if !taken && !rollbackTaken {
			return path, nil
		}
	}
}

// tell returns where the old file is after run.
func (s *swap) tell() string {
	switch {
	case s.there:
		return s.aside
	case s.rollback:
		return s.aside + rollbackSuffix
	}
	return ""
}

// run sets aside what is there and gives fresh the journal's name. When it
// fails it takes back what it did, step by step and no further than it can; a
// failure of the very last sync changes nothing any more.
func (s *swap) run() error {
	err := s.setAside()
	if err == nil {
		err = s.disk.Rename(s.fresh, s.journal)
	}
	if err != nil {
		return errors.Join(err, s.takeBack())
	}
	return s.sync()
}

// takeBack stops where a step fails: the old file stays set aside then, rather
// than coming back without its rollback journal.
func (s *swap) takeBack() error {
	for _, step := range slices.Backward(s.undo) {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (s *swap) setAside() error {
	switch {
	case s.rollback:
		return s.setAsideWithRollback()
	case s.there:
		return s.setAsideAlone()
	}
	return nil
}

// setAsideAlone gives the file a second name, so that the journal's own name
// goes from the old file to the new one in a single step. A file system without
// second names has it renamed.
func (s *swap) setAsideAlone() error {
	if s.disk.Link(s.journal, s.aside) == nil {
		s.undo = append(s.undo, func() error { return s.disk.Remove(s.aside) })
		return s.sync()
	}
	return s.rename()
}

// setAsideWithRollback keeps the two together: at no moment may the rollback
// journal lie beside the new file, whose pages it would spoil, or the old file
// bear the journal's name without it, half changed as it is. So the name is
// free for a moment, and each step is on the disk before the next.
func (s *swap) setAsideWithRollback() error {
	rollback, aside := s.journal+rollbackSuffix, s.aside+rollbackSuffix
	if err := s.disk.CopyNew(context.Background(), rollback, aside); err != nil {
		return err
	}
	s.undo = append(s.undo, func() error { return s.disk.Remove(aside) })
	if s.there {
		if err := s.rename(); err != nil {
			return err
		}
	}
	if err := s.disk.Remove(rollback); err != nil {
		return err
	}
	s.undo = append(s.undo, func() error {
		return errors.Join(s.disk.CopyNew(context.Background(), aside, rollback), s.sync())
	})
	return s.sync()
}

func (s *swap) rename() error {
	if err := s.disk.Rename(s.journal, s.aside); err != nil {
		return err
	}
	s.undo = append(s.undo, func() error { return s.disk.Rename(s.aside, s.journal) })
	return s.sync()
}

func (s *swap) sync() error { return s.disk.SyncFolder(filepath.Dir(s.journal)) }

// discard removes the new file if it did not take its place.
func (s *swap) discard() error {
	if err := s.disk.Remove(s.fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Package place is what Mend remembers on this computer outside the journal:
// where the journal lies, if that is not the usual place, and how far each
// journal had come when it was last open here. Nothing in it tells what a
// journal holds.
package place

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"mend/journal"
)

// Memory is the files in which it is remembered. They and their folders are
// made when there is something to remember, for their owner's eyes alone.
type Memory struct {
	Usual string // where the journal lies if nothing else is remembered
	Place string // the file that holds the path of a journal elsewhere
	Seen  string // the file that holds how far journals had come
}

// Journal returns the path of the journal to open when none is named.
func (m Memory) Journal() string {
	content, err := os.ReadFile(m.Place)
	path, ended := strings.CutSuffix(string(content), "\n")
	if err != nil || !ended || !fits(path) {
		return m.Usual
	}
	return path
}

// fits reports whether path can be remembered.
func fits(path string) bool { return filepath.IsAbs(path) && !strings.ContainsAny(path, "\r\n\x00") }

// Remember has Journal return path from now on, an absolute one. When Remember
// returns nil that is on the disk; when it fails, nothing has changed. The usual
// place needs no file, so none is left.
func (m Memory) Remember(path string) error {
	var err error
	switch {
	case path == m.Usual:
		err = drop(m.Place)
	case !fits(path):
		err = fmt.Errorf("%w: the path", journal.ErrInvalid)
	default:
		err = keep(m.Place, path+"\n")
	}
	if err != nil {
		return fmt.Errorf("remember the place: %w", err)
	}
	return nil
}

// keep puts content in the file's place, durably and at once.
func keep(file, content string) error {
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fromDisk(err)
	}
	draft, err := os.CreateTemp(folder, ".mend-*") // its mode is 0600
	if err != nil {
		return fromDisk(err)
	}
	_, err = draft.WriteString(content)
	if err == nil {
		err = draft.Sync()
	}
	if err = errors.Join(err, draft.Close()); err == nil {
		err = os.Rename(draft.Name(), file)
	}
	if err != nil {
		return errors.Join(fromDisk(err), os.Remove(draft.Name()))
	}
	syncFolder(folder)
	return nil
}

// syncFolder makes a new name last. Some systems can't, and have no need to.
func syncFolder(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	defer f.Close()
	_ = f.Sync()
}

// drop removes the file if it is there, and its folder if nothing else is in
// it.
func drop(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fromDisk(err)
	}
	_ = os.Remove(filepath.Dir(file)) // which fails if something is in it
	return nil
}

// fromDisk adds journal's sentinel to an error of the disk.
func fromDisk(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", journal.ErrReadOnly, err)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", journal.ErrNoSpace, err)
	}
	return err
}

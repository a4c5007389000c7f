package summary

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// draft is a file that is being written and not in its place yet. Where the
// system allows it the file has no name until it is whole: whatever ends the
// process, what it had written is gone with it. A draft that has a name is
// locked as long as someone works on it; see removeStale.
type draft struct {
	files unnamed
	file  *os.File
	name  string // what the file can be seen as; empty if it can't
}

// unnamed is how a system makes files without a name.
type unnamed struct {
	// open opens a new one on the disk of folder, to read and write, for the
	// owner alone.
	open func(folder string) (*os.File, error)
	// link gives it a name that must be free.
	link func(file *os.File, path string) error
}

func openDraft(files unnamed, folder string) (*draft, error) {
	if file, err := files.open(folder); err == nil {
		return &draft{files: files, file: file}, nil
	}
	return openNamed(files, folder)
}

// openNamed opens a draft that can be seen. One that was taken for stale
// before its lock was there is let go.
func openNamed(files unnamed, folder string) (*draft, error) {
	for {
		file, err := os.CreateTemp(folder, draftPrefix+"*"+draftSuffix)
		if err != nil {
			return nil, err
		}
		d := &draft{files: files, file: file, name: file.Name()}
		lock(file)
		if d.isSeen() {
			return d, nil
		}
		d.discard()
	}
}

// isSeen reports whether the draft's name still leads to its file.
func (d *draft) isSeen() bool {
	there, err := os.Lstat(d.name)
	own, ownErr := d.file.Stat()
	return err == nil && ownErr == nil && os.SameFile(there, own)
}

// place puts a draft that is whole and synced at path, whatever was there.
// Nothing can take the place of another file without a name of its own, which
// the draft then has for the moment between two calls.
func (d *draft) place(path string) error {
	if d.name == "" {
		if err := d.files.link(d.file, path); err == nil {
			return nil
		}
		if err := d.show(filepath.Dir(path)); err != nil {
			return err
		}
	}
	if err := replace(d.file, d.name, path); err != nil {
		return err
	}
	d.name = ""
	return nil
}

// show gives the draft a name in folder. Where a file without one can't be
// given one afterwards, which needs /proc, it becomes a copy that has one.
func (d *draft) show(folder string) error {
	lock(d.file)
	name := filepath.Join(folder, fmt.Sprint(draftPrefix, rand.Uint64(), draftSuffix))
	if err := d.files.link(d.file, name); err == nil {
		d.name = name
		return nil
	}
	copied, err := openNamed(d.files, folder)
	if err != nil {
		return err
	}
	err = fill(copied.file, func(w io.Writer) error {
		_, err := io.Copy(w, io.NewSectionReader(d.file, 0, math.MaxInt64))
		return err
	})
	if err != nil {
		copied.discard()
		return err
	}
	d.discard()
	*d = *copied
	return nil
}

// close closes the draft's file, which may be closed.
func (d *draft) close() error {
	if err := d.file.Close(); !errors.Is(err, os.ErrClosed) {
		return err
	}
	return nil
}

// discard closes and removes the draft. There is nothing to remove, nor to be
// said, once it is in its place.
func (d *draft) discard() {
	_ = d.close()
	if d.name != "" {
		_ = os.Remove(d.name)
	}
}

// What the name of every draft that has one begins and ends with; between them
// are digits.
const (
	draftPrefix = ".mend-"
	draftSuffix = ".tmp"
)

func isDraftName(name string) bool {
	name, begins := strings.CutPrefix(name, draftPrefix)
	name, ends := strings.CutSuffix(name, draftSuffix)
	return begins && ends && name != "" && strings.Trim(name, "0123456789") == ""
}

// removeStale removes the drafts in folder that were left by a process that
// was killed: those that nobody has locked. What can't be looked at or removed
// stays, and keeps nobody from writing.
func removeStale(folder string) {
	files, _ := os.ReadDir(folder)
	for _, f := range files {
		if f.Type().IsRegular() && isDraftName(f.Name()) {
			removeUnlocked(filepath.Join(folder, f.Name()))
		}
	}
}

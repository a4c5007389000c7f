package backup

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mend/journal/vault"
)

// List returns the copies in the folder, the newest first, by their sequence.
// No folder means no copies. It opens none of them, so that it can be asked
// whatever has become of the journal. Copies of a journal that had the same
// name earlier are among them.
func (f Folder) List() ([]Copy, error) {
	all, err := f.list()
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", fromDisk(err))
	}
	return slices.DeleteFunc(all, func(c Copy) bool { return strings.HasSuffix(c.Path, partSuffix) }), nil
}

// list is List with the copies that were never finished.
func (f Folder) list() ([]Copy, error) {
	files, err := os.ReadDir(f.dir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var copies []Copy
	for _, file := range files {
		name, ok := parseName(file.Name())
		if !ok || !file.Type().IsRegular() || !f.besides() && name.stem != stem(f.Journal) {
			continue
		}
		info, err := file.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		copies = append(copies, Copy{
			Path: filepath.Join(f.dir(), file.Name()), Sequence: name.sequence,
			When: name.when.In(f.now().Location()), Size: info.Size(), Verified: name.suffix == "",
		})
	}
	slices.SortFunc(copies, newerFirst)
	return copies, nil
}

// newerFirst orders by sequence. Equal sequences come from two journals that
// share a folder and a name.
func newerFirst(a, b Copy) int {
	return cmp.Or(cmp.Compare(b.Sequence, a.Sequence), cmp.Compare(b.Path, a.Path))
}

// own is list without the copies of other journals, and without those that
// have become unreadable: both are left alone.
func (f Folder) own() ([]Copy, error) {
	id, err := f.id()
	if err != nil {
		return nil, err
	}
	all, err := f.list()
	if err != nil {
		return nil, fromDisk(err)
	}
	return slices.DeleteFunc(all, func(c Copy) bool {
		its, err := vault.Identify(c.Path)
		unfinished := strings.HasSuffix(c.Path, partSuffix)
		return its != id || err != nil && !unfinished
	}), nil
}

func newestVerified(copies []Copy) (Copy, bool) {
	at := slices.IndexFunc(copies, func(c Copy) bool { return c.Verified })
	if at < 0 {
		return Copy{}, false
	}
	return copies[at], true
}

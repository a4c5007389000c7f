package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mend/journal/vault"
)

// Purge removes every copy of this journal from the folder, verified or not,
// and returns how many are gone: for when an old passphrase must open nothing
// any more. In the folder beside the journal, which belongs to it alone, that
// is every copy; elsewhere those with the journal's name and id, or one of
// former, the ids that it had earlier. What an interrupted restore left beside
// the journal, which must be open, goes too. What fails is tried once more when Purge
// is called again.
func (f Folder) Purge(ctx context.Context, former ...[16]byte) (removed int, err error) {
	all, err := f.mine(former)
	if err != nil {
		return 0, fmt.Errorf("remove backups: %w", err)
	}
	var failed error
	for _, c := range all {
		if err := ctx.Err(); err != nil {
			return removed, err
		}
		if err := f.remove(c.Path); err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		removed++
	}
	if removed > 0 {
		failed = errors.Join(failed, f.on().SyncFolder(f.dir()))
	}
	if f.besides() {
		failed = errors.Join(failed, f.removeAll([]string{f.Journal + freshSuffix}))
	}
	if failed != nil {
		return removed, fmt.Errorf("remove backups: %w", fromDisk(failed))
	}
	return removed, nil
}

// remove removes a copy, and the lock file of one that was opened.
func (f Folder) remove(path string) error {
	lock, err := lockIfUsed(path)
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := f.on().Remove(path); err != nil {
		return err
	}
	used, err := exists(vault.LockPath(path))
	if err != nil || !used {
		return err
	}
	return f.on().Remove(vault.LockPath(path))
}

// mine returns the copies that are this journal's, those that were never
// finished among them.
func (f Folder) mine(former [][16]byte) ([]Copy, error) {
	all, err := f.list()
	if err != nil || f.besides() {
		return all, fromDisk(err)
	}
	ids := former
	if id, err := f.id(); err == nil {
		ids = append(slices.Clone(former), id)
	}
	return slices.DeleteFunc(all, func(c Copy) bool {
		its, _ := vault.Identify(c.Path) // zeros if it can't be read
		return !slices.Contains(ids, its)
	}), nil
}

// Remains lists everything on this disk that belongs to the journal, in the
// order in which Remove takes it away: its backups, what restores set aside,
// what was left unfinished, its own file and its lock.
func (f Folder) Remains() ([]string, error) {
	all, err := f.otherFiles()
	if err != nil {
		return nil, fmt.Errorf("list what belongs to the journal: %w", fromDisk(err))
	}
	return append(all, f.ownFiles()...), nil
}

// otherFiles are what Remains lists beside the journal itself.
func (f Folder) otherFiles() ([]string, error) {
	var all []string
	for _, folder := range f.folders() {
		copies, err := folder.mine(nil)
		if err != nil {
			return nil, err
		}
		for _, c := range copies {
			all = append(all, withLock(c.Path)...)
		}
	}
	aside, err := f.setAside()
	return slices.DeleteFunc(append(all, aside...), isNoFile), err
}

// ownFiles are the journal, last but for its lock, and what was left unfinished.
func (f Folder) ownFiles() []string {
	own := []string{f.Journal + freshSuffix, f.Journal + rollbackSuffix, f.Journal, vault.LockPath(f.Journal)}
	return slices.DeleteFunc(own, isNoFile)
}

func isNoFile(path string) bool {
	info, err := os.Lstat(path)
	return err != nil || !info.Mode().IsRegular()
}

// folders are those in which the journal may have backups: its own, and the one
// beside it, where they lay before another was chosen and where they go when
// that is not there.
func (f Folder) folders() []Folder {
	if f.besides() {
		return []Folder{f}
	}
	return []Folder{f, f.beside()}
}

func (f Folder) beside() Folder {
	f.Dir = ""
	return f
}

func withLock(path string) []string { return []string{path, vault.LockPath(path)} }

// setAside lists what restores set aside, by its name.
func (f Folder) setAside() ([]string, error) {
	files, err := os.ReadDir(filepath.Dir(f.Journal))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, file := range files {
		if f.isAside(file.Name()) {
			all = append(all, withLock(filepath.Join(filepath.Dir(f.Journal), file.Name()))...)
		}
	}
	return all, nil
}

// isAside reports whether freeAside gave the name, or its rollback journal has
// it.
func (f Folder) isAside(name string) bool {
	name = strings.TrimSuffix(strings.TrimSuffix(name, rollbackSuffix), extension)
	rest, ok := strings.CutPrefix(name, stem(f.Journal)+asideMark)
	at, number, counted := strings.Cut(rest, "-")
	_, badMoment := time.Parse(stampLayout, at)
	_, badNumber := strconv.Atoi(number)
	return ok && badMoment == nil && (!counted || badNumber == nil)
}

// Remove takes away everything that Remains lists, and the folder of the
// backups if it is the journal's own and nothing else is in it. The journal
// must be closed, else ErrAlreadyOpen. The journal's own file goes last: if
// Remove fails or is cut short, it can be repeated.
func (f Folder) Remove() error {
	lock, err := vault.Lock(f.Journal)
	if err != nil {
		return fmt.Errorf("remove journal: %w", fromDisk(err))
	}
	defer lock.Close()
	// Twice: a copy that is just being verified changes its name meanwhile.
	for range 2 {
		others, err := f.otherFiles()
		if err = errors.Join(err, f.removeAll(others)); err != nil {
			return fmt.Errorf("remove journal: %w", fromDisk(err))
		}
	}
	if err := errors.Join(f.removeAll(f.ownFiles()), f.beside().dropDir()); err != nil {
		return fmt.Errorf("remove journal: %w", fromDisk(err))
	}
	return fromDisk(f.on().SyncFolder(filepath.Dir(f.Journal)))
}

// removeAll removes files up to the first that can't be; one that is gone
// already will do.
func (f Folder) removeAll(paths []string) error {
	for _, path := range paths {
		if err := f.on().Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// dropDir removes the journal's own folder for backups if nothing is in it.
func (f Folder) dropDir() error {
	files, err := os.ReadDir(f.dir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || len(files) > 0 || !f.besides() {
		return err
	}
	return f.on().Remove(f.dir())
}

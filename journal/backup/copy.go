package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mend/journal"
)

// Unverified is a copy that is on the disk whole and waits to be proven.
type Unverified struct {
	folder Folder
	dir    string
	name   copyName
}

// Copy copies the journal's file into the folder, which it makes if need be,
// and syncs it. From its beginning to its end the caller must have the journal
// open, and no change may run. Afterwards changes may go on: what is left to
// do, which is Prove, looks at the copy alone.
func (f Folder) Copy(ctx context.Context) (*Unverified, error) {
	u, err := f.copy(ctx)
	if err != nil {
		return nil, fmt.Errorf("copy journal: %w", fromDisk(err))
	}
	return u, nil
}

func (f Folder) copy(ctx context.Context) (*Unverified, error) {
	if _, err := f.id(); err != nil {
		return nil, err
	}
	switch busy, err := hasRollback(f.Journal); {
	case err != nil:
		return nil, err
	case busy:
		return nil, errors.New("a change is under way")
	}
	if err := f.makeDir(); err != nil {
		return nil, err
	}
	u, err := f.next()
	if err != nil {
		return nil, err
	}
	part, whole := u.path(partSuffix), u.path(unverifiedSuffix)
	if err := f.on().CopyNew(ctx, f.Journal, part); err != nil {
		return nil, err
	}
	if err := f.on().Rename(part, whole); err != nil {
		return nil, errors.Join(err, f.on().Remove(part))
	}
	return u, f.on().SyncFolder(u.dir)
}

// makeDir makes the folder if nothing is there. The one it lies in must exist.
func (f Folder) makeDir() error {
	err := os.Mkdir(f.dir(), 0o700)
	if err == nil {
		return f.on().SyncFolder(filepath.Dir(f.dir()))
	}
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, statErr := os.Stat(f.dir()); statErr == nil && info.IsDir() {
		return nil
	}
	return journal.ErrObstructed
}

// next names the copy to be made.
func (f Folder) next() (*Unverified, error) {
	all, err := f.list()
	if err != nil {
		return nil, err
	}
	name := copyName{stem: stem(f.Journal), sequence: 1, when: f.now()}
	if len(all) > 0 {
		name.sequence = all[0].Sequence + 1
	}
	return &Unverified{folder: f, dir: f.dir(), name: name}, nil
}

// path is where the copy lies, or would lie, with the suffix.
func (u *Unverified) path(suffix string) string {
	name := u.name
	name.suffix = suffix
	return filepath.Join(u.dir, name.String())
}

// Prove verifies the copy and lets it count, then thins out the older ones.
// Verify must fail unless the file it is given is whole and sound: every seal
// and the database inside. Changes of the journal may run meanwhile. A copy
// that is not proven is removed, unless it is the only one there is.
func (u *Unverified) Prove(verify func(path string) error) (Copy, error) {
	if err := verify(u.path(unverifiedSuffix)); err != nil {
		return Copy{}, errors.Join(fmt.Errorf("verify backup: %w", err), u.drop())
	}
	made, err := u.count()
	if err != nil {
		return Copy{}, fmt.Errorf("finish backup: %w", fromDisk(err))
	}
	// An older copy that can't be removed does no harm, and the next backup
	// tries again.
	_ = u.folder.rotate(made)
	return made, nil
}

// count gives the copy the name of a verified one.
func (u *Unverified) count() (Copy, error) {
	path := u.path("")
	if there, err := exists(path); err != nil || there {
		return Copy{}, errors.Join(err, journal.ErrExists)
	}
	if err := u.folder.on().Rename(u.path(unverifiedSuffix), path); err != nil {
		return Copy{}, err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return Copy{}, err
	}
	made := Copy{Path: path, Sequence: u.name.sequence, When: u.name.when, Size: info.Size(), Verified: true}
	return made, u.folder.on().SyncFolder(u.dir)
}

// drop removes the copy if there is another one.
func (u *Unverified) drop() error {
	own, err := u.folder.own()
	if err != nil {
		return err
	}
	for _, c := range own {
		if c.Sequence != u.name.sequence {
			return fromDisk(u.folder.on().Remove(u.path(unverifiedSuffix)))
		}
	}
	return nil
}

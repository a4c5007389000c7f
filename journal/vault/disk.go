package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// disk is everything a vault asks of the operating system. The real one is
// osDisk; tests put a disk behind it that loses power.
type disk interface {
	// Open opens a regular file for reading and writing with os.O_* flags,
	// never through a symbolic link; a new file gets mode 0600. Anything else
	// under the name is ErrObstructed, at once.
	Open(path string, flag int) (diskFile, error)
	// Names reports whether path is a name of the open file.
	Names(path string, f diskFile) (bool, error)
	// Stat describes what lies at path without following a symbolic link.
	Stat(path string) (fs.FileInfo, error)
	// CanWrite fails when path, a file or a folder, may not be written.
	CanWrite(path string) error
	// Remove deletes the file's name; the deletion lasts after SyncDir.
	Remove(path string) error
	// Rename gives the file at from the name to, which until then is another
	// file's or nobody's, at one stroke; it lasts after SyncDir.
	Rename(from, to string) error
	// SyncDir makes creations, deletions and renamings in a folder last.
	SyncDir(dir string) error
	// Lock takes an exclusive lock on the lock file at path, creating it if
	// need be, or fails at once with ErrAlreadyOpen or ErrObstructed.
	Lock(path string) (io.Closer, error)
}

// SyncFolder makes the names that were made and removed in a folder outlast a
// power cut. It does nothing on Windows, which keeps them by itself.
func SyncFolder(folder string) error { return classify(syncDir(folder)) }

// diskFile is one open file of a disk.
type diskFile interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
	Size() (int64, error)
	// TryLock keeps every other open file that is the same one from being
	// locked until this one is closed, or fails at once with ErrAlreadyOpen.
	TryLock() error
}

// fileMode is the mode of every file this package makes: its owner's alone.
const fileMode fs.FileMode = 0o600

type osDisk struct{}

func (osDisk) Open(path string, flag int) (diskFile, error) {
	if err := mustBeClear(path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, flag|openWary, fileMode)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrObstructed // it was put there meanwhile
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return osFile{f}, nil
}

// mustBeClear fails with ErrObstructed when path holds anything but a regular
// file. Opening a pipe would wait for its other end, and opening a device can
// do anything.
func mustBeClear(path string) error {
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrObstructed
	}
	return nil
}

func (osDisk) Names(path string, f diskFile) (bool, error) {
	named, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	opened, err := f.(osFile).Stat()
	if err != nil {
		return false, err
	}
	return os.SameFile(named, opened), nil
}

func (osDisk) Stat(path string) (fs.FileInfo, error) { return os.Lstat(path) }

func (osDisk) Rename(from, to string) error { return os.Rename(from, to) }

func (osDisk) Remove(path string) error { return os.Remove(path) }

// CanWrite also refuses what is marked read-only for everyone: the mark is a
// wish, and it is honoured even for a user whom the system would not stop.
func (osDisk) CanWrite(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o222 == 0 {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
	}
	return accessWrite(path)
}

func (osDisk) SyncDir(dir string) error { return syncDir(dir) }

func (osDisk) Lock(path string) (io.Closer, error) { return takeLock(path) }

type osFile struct{ *os.File }

func (f osFile) Size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (f osFile) TryLock() error { return lockFile(f.File) }

// mustBeFile fails unless path is a regular file: ErrMissing for nothing,
// ErrNotVault for a folder, a symbolic link or a device.
func mustBeFile(d disk, path string) (fs.FileInfo, error) {
	info, err := d.Stat(path)
	if err != nil {
		return nil, classify(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: not a regular file", ErrNotVault)
	}
	return info, nil
}

// mustBeWritable fails with ErrReadOnly unless both the file and its folder
// can be written: a rollback journal and a lock file must lie beside the file.
func mustBeWritable(d disk, path string) error {
	return classify(errors.Join(d.CanWrite(filepath.Dir(path)), d.CanWrite(path)))
}

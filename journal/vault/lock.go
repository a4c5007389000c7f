package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/gofrs/flock"
)

// lockSuffix names the lock file beside the vault. The file is never deleted:
// deleting it would let two processes hold locks on two files of one name.
const lockSuffix = ".lock"

// LockPath returns where the lock file of the vault at path lies. It is made
// when the vault is first locked.
func LockPath(path string) string { return path + lockSuffix }

// Lock keeps everybody, this process included, from opening the vault at path
// until the result is closed, or the process ends. There need not be a vault
// yet; its folder must exist. It fails at once: with ErrAlreadyOpen, also if the
// file was opened under another name that it had, or with ErrObstructed when
// LockPath holds anything but a file.
func Lock(path string) (io.Closer, error) {
	lock, err := takeLock(LockPath(path))
	if err != nil {
		return nil, err
	}
	file, err := holdFile(path)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock the vault: %w", classify(err)), lock.Close())
	}
	return held{file, lock}, nil
}

// held is what Lock holds: the file, under whatever name, and the lock file.
type held struct{ file, lock io.Closer }

// Close releases both.
func (h held) Close() error { return errors.Join(h.file.Close(), h.lock.Close()) }

// holdFile locks the file at path itself. What is none, or can't be read, is
// not locked: the lock file has to do.
func holdFile(path string) (io.Closer, error) {
	file, err := osDisk{}.Open(path, os.O_RDONLY)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, ErrObstructed):
		return io.NopCloser(nil), nil
	case err != nil:
		return nil, err
	}
	if err := file.TryLock(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if !locksFiles { // it would only be in the way of whoever renames it
		return io.NopCloser(nil), file.Close()
	}
	return file, nil
}

// takeLock locks the file at path for this process alone, without waiting.
// Closing the result releases the lock; so does the end of the process.
//
// Whoever can write in the folder can put anything under the file's name. So
// the name is looked at first, a link is not followed nor a pipe waited for
// while it is opened, and what was locked is compared with what the name says.
func takeLock(path string) (io.Closer, error) {
	if err := mustBeClear(path); err != nil {
		return nil, fmt.Errorf("lock the vault: %w", classify(err))
	}
	lock := flock.New(path, flock.SetPermissions(fileMode), flock.SetFlag(os.O_RDONLY|os.O_CREATE|openWary))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the vault: %w", classify(err))
	}
	if !got {
		return nil, ErrAlreadyOpen
	}
	if err := mustBeNamed(path, lock); err != nil {
		return nil, errors.Join(fmt.Errorf("lock the vault: %w", classify(err)), lock.Close())
	}
	return lock, nil
}

// mustBeNamed fails unless the file that was locked is the one that path names.
func mustBeNamed(path string, lock *flock.Flock) error {
	named, err := os.Lstat(path)
	if err != nil {
		return err
	}
	locked, err := lock.Stat()
	if err != nil {
		return err
	}
	if !locked.Mode().IsRegular() || !os.SameFile(named, locked) {
		return ErrObstructed
	}
	return nil
}

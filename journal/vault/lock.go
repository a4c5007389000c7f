package vault

import (
	"errors"
	"fmt"
	"io"
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
// yet; its folder must exist. It fails at once: with ErrAlreadyOpen, or with
// ErrObstructed when LockPath holds anything but a file.
func Lock(path string) (io.Closer, error) { return takeLock(LockPath(path)) }

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

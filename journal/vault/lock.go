package vault

import (
	"fmt"
	"io"

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
// yet; its folder must exist. It fails at once with ErrAlreadyOpen.
func Lock(path string) (io.Closer, error) { return takeLock(LockPath(path)) }

// takeLock locks the file at path for this process alone, without waiting.
// Closing the result releases the lock; so does the end of the process.
func takeLock(path string) (io.Closer, error) {
	lock := flock.New(path, flock.SetPermissions(fileMode))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the vault: %w", classify(err))
	}
	if !got {
		return nil, ErrAlreadyOpen
	}
	return lock, nil
}

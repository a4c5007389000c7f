//go:build unix

package vault

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// openWary makes opening a symbolic link fail, and opening a pipe not wait.
const openWary = unix.O_NOFOLLOW | unix.O_NONBLOCK

func isNoSpace(err error) bool {
	return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) || errors.Is(err, unix.EFBIG)
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, unix.EROFS) }

func accessWrite(path string) error {
	if err := unix.Faccessat(unix.AT_FDCWD, path, unix.W_OK, unix.AT_EACCESS); err != nil {
		return &os.PathError{Op: "access", Path: path, Err: err}
	}
	return nil
}

// locksFiles says that lockFile does.
const locksFiles = true

// lockFile locks an open file (flock(2)) for as long as it is open. The lock is
// advisory: whoever only reads the file, to copy it, is not kept from that.
func lockFile(f *os.File) error {
	raw, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var refusal error
	err = raw.Control(func(fd uintptr) {
		refusal = unix.Flock(int(fd), unix.LOCK_EX|unix.LOCK_NB)
	})
	if errors.Is(refusal, unix.EWOULDBLOCK) {
		return ErrAlreadyOpen
	}
	return errors.Join(err, refusal)
}

func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

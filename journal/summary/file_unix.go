//go:build !windows

package summary

import (
	"errors"
	"os"
	"syscall"
)

// isNoSpace reports whether err says that the disk, or the person's share of
// it, is full, or that a file may not grow as large.
func isNoSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// lock marks the file as one that is being worked on, until it is closed.
// Where the file system has no locks, removeUnlocked leaves it alone anyway.
func lock(file *os.File) { _ = flock(file) }

// flock takes the only lock there is on the file, or fails at once.
func flock(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

// removeUnlocked removes the file at path if it is an ordinary one of this
// user's and nobody has locked it.
func removeUnlocked(path string) {
	file, err := os.OpenFile(path, os.O_RDWR|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	if stat, ok := info.Sys().(*syscall.Stat_t); !ok || int(stat.Uid) != os.Geteuid() || flock(file) != nil {
		return
	}
	_ = os.Remove(path)
}

// replace moves the open file at name to path. It stays open, and so locked.
func replace(_ *os.File, name, path string) error { return os.Rename(name, path) }

// syncFolder makes a rename inside folder last. A folder that may not be read,
// or whose file system can't sync folders, is left as it is.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

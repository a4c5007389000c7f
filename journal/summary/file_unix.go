//go:build !windows

package summary

import (
	"errors"
	"os"
	"syscall"
)

// isNoSpace reports whether err says that the disk, or the person's share of
// it, is full.
func isNoSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

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

package summary

import (
	"errors"
	"os"
	"syscall"
)

// isNoSpace reports whether err says that the disk is full.
func isNoSpace(err error) bool {
	const (
		handleDiskFull = syscall.Errno(39)  // ERROR_HANDLE_DISK_FULL
		diskFull       = syscall.Errno(112) // ERROR_DISK_FULL
	)
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
}

// lock does nothing: Windows removes no file that is open.
func lock(*os.File) {}

// removeUnlocked removes the file at path unless it is open.
func removeUnlocked(path string) { _ = os.Remove(path) }

// replace moves the open file at name to path, for which Windows wants it
// closed.
func replace(file *os.File, name, path string) error {
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(name, path)
}

// syncFolder does nothing: Windows has no way to sync a folder.
func syncFolder(string) error { return nil }

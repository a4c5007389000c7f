package summary

import (
	"errors"
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

// syncFolder does nothing: Windows has no way to sync a folder.
func syncFolder(string) error { return nil }

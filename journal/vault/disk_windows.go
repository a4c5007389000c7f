//go:build windows

package vault

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// openWary is empty: mustBeClear has already refused a symbolic link, and pipes
// have no names in folders here.
const openWary = 0

func isNoSpace(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// accessWrite knows nothing beyond the mode bits; opening the file decides.
func accessWrite(string) error { return nil }

// locksFiles says that lockFile does not.
const locksFiles = false

// lockFile does nothing: a lock would keep every reader out, and with it each
// backup. Windows does not let an open file be moved or deleted; only one that
// has a second name, a hard link, can be opened twice.
func lockFile(*os.File) error { return nil }

// syncDir does nothing: Windows keeps names in its own journal and offers no
// way to sync a folder.
func syncDir(string) error { return nil }

//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// protectProcess makes every file the process creates its owner's alone, and
// keeps a crash from writing memory to disk.
func protectProcess() {
	unix.Umask(0o077)
	// Without the right to lower the limit there is nothing better to do.
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// openTerminal opens the terminal the process was started from.
func openTerminal() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDWR, 0) }

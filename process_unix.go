//go:build unix

package main

import (
	"os"
	"os/signal"

	"golang.org/x/sys/unix"
)

// protectProcess makes every file the process creates its owner's alone, keeps
// a crash from writing memory to disk, and lets a write beyond the largest size
// allowed for a file fail instead of ending the process.
func protectProcess() {
	unix.Umask(0o077)
	signal.Ignore(unix.SIGXFSZ)
	// Without the right to lower the limit there is nothing better to do.
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// openTerminal opens the terminal the process was started from.
func openTerminal() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDWR, 0) }

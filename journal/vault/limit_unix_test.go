//go:build unix

package vault_test

import "golang.org/x/sys/unix"

// setFileLimit lets no file grow past size bytes from here on.
func setFileLimit(size uint64) error {
	return unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: size, Max: size})
}

//go:build unix

package main_test

import (
	"os"
	"os/signal"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	main "mend"
)

// What is made from then on is its owner's alone, and a crash writes no memory.
func TestProcessIsProtected(t *testing.T) {
	before := unix.Umask(0)
	defer unix.Umask(before)
	defer signal.Reset(unix.SIGXFSZ)
	main.ProtectProcess()
	var core unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &core); err != nil {
		t.Fatal(err)
	}
	if core.Cur != 0 || core.Max != 0 {
		t.Errorf("a crash may write %d bytes of memory, and be let write %d", core.Cur, core.Max)
	}
	folder := filepath.Join(t.TempDir(), "folder")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{folder: 0o700, file: 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("the %s may be used by others: %v", filepath.Base(name), got)
		}
	}
}

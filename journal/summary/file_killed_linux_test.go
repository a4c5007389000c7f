package summary_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// Whatever ends the program in the middle, no word of the half is left.
func TestWriteFileKilled(t *testing.T) {
	probe, err := unix.Open(t.TempDir(), unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, 0o600)
	if err != nil {
		t.Skipf("the disk of temporary files has none without a name: %v", err)
	}
	if err := unix.Close(probe); err != nil {
		t.Fatal(err)
	}
	for _, by := range []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM, syscall.SIGHUP} {
		for _, before := range []string{"", "before"} {
			folder := t.TempDir()
			path := filepath.Join(folder, "summary.md")
			if before != "" {
				if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			end(t, startHalf(t, halfWriting, path), by)
			checkFolder(t, folder, "summary.md", before)
		}
	}
}

//go:build unix

package terminal_test

import (
	"errors"
	"io"
	"os"
	"syscall"
	"testing"

	"mend/journal"
)

// Ctrl+C reaches the work that is being done, which can then undo itself.
func TestAnInterruptStopsAnImport(t *testing.T) {
	d := newDesk(t)
	d.ReadArchive = func(r io.Reader, _ journal.Sink) error {
		if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
			return err
		}
		for {
			if _, err := r.Read(make([]byte, 16)); err != nil && !errors.Is(err, io.EOF) {
				return err
			}
		}
	}
	d.refuses(1, "stopped", d.with("import", d.write("in.json", "{}"))...)
	if d.journal.closed != 1 {
		t.Error("the journal was left open")
	}
}

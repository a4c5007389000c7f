//go:build unix

package terminal_test

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"mend/journal"
)

// stops are the signals that end a command early.
func stops() []syscall.Signal {
	return []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
}

// raise sends this process a signal.
func raise(t *testing.T, signal syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(os.Getpid(), signal); err != nil {
		t.Error(err)
	}
}

// A signal reaches the work that is being done, which can then undo itself.
func TestASignalStopsAnImport(t *testing.T) {
	for _, signal := range stops() {
		d := newDesk(t)
		d.ReadArchive = func(r io.Reader, _ journal.Sink) error {
			raise(t, signal)
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
}

// An archive may come from another program, which may have stopped talking.
func TestASignalStopsAnImportThatWaits(t *testing.T) {
	d := newDesk(t)
	pipe := d.path("pipe")
	d.check(syscall.Mkfifo(pipe, 0o600))
	writer, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	d.ReadArchive = func(r io.Reader, _ journal.Sink) error {
		raise(t, syscall.SIGTERM)
		_, err := io.ReadAll(r)
		return err
	}
	d.refuses(1, "stopped", d.with("import", pipe)...)
}

// An export that is stopped leaves what was there before, and nothing else.
func TestASignalLeavesNothingOfAnExport(t *testing.T) {
	for _, signal := range stops() {
		d := newRealDesk(t)
		d.add(strings.Repeat("a long entry ", 10_000))
		folder := filepath.Join(d.folder, "out")
		d.check(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, "before"), []byte("before"), 0o600))
		archive, summary := d.WriteArchive, d.PrintSummary
		stop := func(ctx context.Context, w io.Writer) error {
			_, err := io.WriteString(w, strings.Repeat("half of it", 100_000))
			raise(t, signal)
			<-ctx.Done()
			return err
		}
		d.WriteArchive = func(ctx context.Context, w io.Writer, src journal.Contents, now time.Time) (journal.Counts, error) {
			d.check(stop(ctx, w))
			return archive(ctx, w, src, now)
		}
		d.PrintSummary = func(ctx context.Context, w io.Writer, r journal.Report, format string) (int, error) {
			d.check(stop(ctx, w))
			return summary(ctx, w, r, format)
		}
		before, fresh := filepath.Join(folder, "before"), filepath.Join(folder, "new")
		for _, args := range [][]string{
			{"export", "--out", before}, {"export", "--out", fresh},
			{"summary", "--format", "md", "--out", before}, {"summary", "--format", "md", "--out", fresh},
		} {
			d.refuses(1, "stopped", d.args(args...)...)
			if left, err := os.ReadDir(folder); err != nil || len(left) != 1 || d.read("out/before") != "before" {
				t.Errorf("after %v and %v the folder holds %v, %v", args, signal, left, err)
			}
		}
	}
}

// A summary whose printer does not look is not kept either.
func TestASignalAtTheEndOfASummary(t *testing.T) {
	d := newDesk(t)
	d.PrintSummary = func(ctx context.Context, w io.Writer, _ journal.Report, _ string) (int, error) {
		raise(t, syscall.SIGTERM)
		<-ctx.Done()
		_, err := io.WriteString(w, "all of it")
		return 0, err
	}
	args := d.with("summary", "--format", "pdf", "--out", d.path("out.pdf"))
	for _, args := range [][]string{args, append(args, "--seal", "--seal-passphrase-file", d.passphraseFile)} {
		d.refuses(1, "stopped", args...)
		if _, err := os.Stat(d.path("out.pdf")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the summary was kept: %v", err)
		}
	}
}

// Whoever starts the program with nohup wants it to go on without a terminal.
func TestAnIgnoredHangUpStopsNothing(t *testing.T) {
	signal.Ignore(syscall.SIGHUP)
	defer signal.Reset(syscall.SIGHUP)
	d := newDesk(t)
	d.WriteArchive = func(ctx context.Context, w io.Writer, _ journal.Contents, _ time.Time) (journal.Counts, error) {
		raise(t, syscall.SIGHUP)
		return journal.Counts{}, ctx.Err()
	}
	d.must(d.with("export", "--out", d.path("out.json"))...)
	if !signal.Ignored(syscall.SIGHUP) {
		t.Error("the signal is listened to")
	}
}

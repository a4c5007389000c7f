//go:build unix

package summary_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"mend/journal/summary"
)

// halfWriting names the variable that turns this test binary into a program
// that writes half a file at the path it names and then waits; halfNamed does
// so on a disk where every file has a name.
const (
	halfWriting = "MEND_TEST_HALF_AT"
	halfNamed   = "MEND_TEST_HALF_NAMED_AT"
)

func TestMain(m *testing.M) {
	for variable, write := range map[string]func(string, func(io.Writer) error) error{
		halfWriting: summary.WriteFile, halfNamed: summary.WriteNamedFile,
	} {
		if path := os.Getenv(variable); path != "" {
			fmt.Println(write(path, halfAndWait))
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// halfAndWait writes more than any buffer holds, says so, and waits for ever.
func halfAndWait(w io.Writer) error {
	if err := put(strings.Repeat("half of it", 100_000))(w); err != nil {
		return err
	}
	fmt.Println("half")
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// startHalf starts that program and returns once the half is written. It ends
// with the test at the latest.
func startHalf(t *testing.T, variable, path string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), program)
	child.Env = append(os.Environ(), variable+"="+path)
	in, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); err != nil || said != "half\n" {
		t.Fatalf("the program said %q, %v", said, err)
	}
	return child
}

// end kills the program with the signal and waits until it is gone.
func end(t *testing.T, child *exec.Cmd, by syscall.Signal) {
	t.Helper()
	if err := child.Process.Signal(by); err != nil {
		t.Fatal(err)
	}
	if err := child.Wait(); err == nil || !child.ProcessState.Sys().(syscall.WaitStatus).Signaled() {
		t.Fatalf("the program was not killed but ended by itself: %v", err)
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names
}

// Where a killed program leaves a draft, the next one removes it, but none
// that is being worked on and nothing else of a similar name.
func TestWriteFileRemovesStaleDrafts(t *testing.T) {
	folder := t.TempDir()
	var foreign []string
	for _, name := range []string{".mend-.tmp", ".mend-1x.tmp", ".mend-1", "mend-1.tmp"} {
		foreign = append(foreign, name)
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	foreign = append(foreign, ".mend-2.tmp", ".mend-3.tmp")
	if err := os.Mkdir(filepath.Join(folder, ".mend-2.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("mend-1.tmp", filepath.Join(folder, ".mend-3.tmp")); err != nil {
		t.Fatal(err)
	}
	writeAll := func() {
		t.Helper()
		for name, write := range ways() {
			if err := write(filepath.Join(folder, name), put(name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	ours := slices.Clone(foreign)
	for name := range ways() {
		ours = append(ours, name)
	}
	slices.Sort(ours)

	child := startHalf(t, halfNamed, filepath.Join(folder, "never"))
	writeAll()
	if got := names(t, folder); len(got) != len(ours)+1 {
		t.Errorf("while another writes, the folder holds %q, want %q and a draft", got, ours)
	}
	end(t, child, syscall.SIGKILL)
	if got := names(t, folder); len(got) != len(ours)+1 {
		t.Errorf("the killed program left %q, want %q and a draft", got, ours)
	}
	writeAll()
	if got := names(t, folder); !slices.Equal(got, ours) {
		t.Errorf("the folder holds %q, want %q", got, ours)
	}
}

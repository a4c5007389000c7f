package store_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// readAndForget says each stage and goes on when it is told to. The last one is
// another program in the same process: this one, waiting.
func readAndForget(path string) error {
	told := bufio.NewScanner(os.Stdin)
	reached := func(stage string) {
		fmt.Println(stage)
		told.Scan()
	}
	if err := readEverything(path, reached); err != nil {
		return err
	}
	reached("closed")
	runtime.GC()
	runtime.GC() // pools keep what they hold through one
	debug.FreeOSMemory()
	reached("collected")
	program, err := os.Executable()
	if err != nil {
		return err
	}
	return syscall.Exec(program, os.Args, []string{waiting + "=1"})
}

// wait is the program that has read nothing.
func wait(string) error {
	fmt.Println("fresh")
	bufio.NewScanner(os.Stdin).Scan()
	return nil
}

// readEverything reads as a window does: the list, a search, every entry.
func readEverything(path string, reached func(string)) error {
	ctx := context.Background()
	s, err := store.Open(ctx, path, passphrase, store.Options{Vault: vault.InsecureTestOptions()})
	if err != nil {
		return err
	}
	var bodies []string
	for _, f := range []journal.EntryFilter{{}, {Query: "walked"}} {
		if _, err := s.ListEntries(ctx, f); err != nil {
			return err
		}
		err := s.EachEntry(ctx, f, func(e journal.Entry) error {
			bodies = append(bodies, e.Title+e.Body)
			return nil
		})
		if err != nil {
			return err
		}
	}
	reached("open")
	runtime.KeepAlive(bodies)
	return s.Close()
}

// TestMemoryAfterClose counts how often a word stands in the memory of a
// program that read it everywhere: after it closed the journal, after it gave
// back what it no longer used, and after it became a fresh process. What is
// freed is not overwritten, neither by Go nor by C, so that only the last is
// sure to be nothing.
func TestMemoryAfterClose(t *testing.T) {
	// In two parts, so that the word is not in the program itself.
	word := strings.Join([]string{"dusk", "harpsichord"}, "-")
	copies := copiesByStage(t, journalFullOf(t, word), word)
	t.Log(copies)
	if copies["open"] < 1000 {
		t.Fatal("the word is not even there while the journal is open: nothing is measured")
	}
	if copies["collected"] > copies["open"]/2 {
		t.Error("most of what was read is still there after it was given back")
	}
	if n, ok := copies["fresh"]; n != 0 || !ok {
		t.Error("a fresh process holds what the one before it read")
	}
}

// journalFullOf makes a journal that holds a word very often.
func journalFullOf(t *testing.T, word string) (path string) {
	t.Helper()
	const entries = 1000
	b := newBox(t)
	_, err := b.Import(t.Context(), func(sink journal.Sink) error {
		for i := range entries {
			e := journal.Entry{
				ID: newID(rand.New(rand.NewSource(int64(i)))), At: noon, Created: noon, Edited: noon,
				Title: fmt.Sprint(i, " ", word), Body: strings.Repeat("We walked. "+word+" ", 20),
			}
			if err := sink.PutEntry(e, nil); err != nil {
				return err
			}
		}
		return nil
	})
	must(t, err)
	must(t, b.Close())
	return b.path
}

// copiesByStage runs readAndForget and looks into its memory at each stage.
func copiesByStage(t *testing.T, path, word string) map[string]int {
	t.Helper()
	program, err := os.Executable()
	must(t, err)
	child := exec.CommandContext(t.Context(), program)
	child.Env = append(os.Environ(), readingJournal+"="+path)
	child.Stderr = os.Stderr
	in, err := child.StdinPipe()
	must(t, err)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	copies := map[string]int{}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		copies[lines.Text()] = copiesInMemory(t, child.Process.Pid, word)
		_, err := io.WriteString(in, "go on\n")
		must(t, err)
	}
	must(t, child.Wait())
	return copies
}

// copiesInMemory counts a word in all memory of a process that it may write.
func copiesInMemory(t *testing.T, pid int, word string) (copies int) {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	must(t, err)
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Skipf("the memory of another process can't be read here: %v", err)
	}
	defer memory.Close()
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil || !strings.HasPrefix(rights, "rw") {
			continue
		}
		content := make([]byte, to-from)
		n, _ := memory.ReadAt(content, from) // what can't be read is not there
		copies += bytes.Count(content[:n], []byte(word))
	}
	return copies
}

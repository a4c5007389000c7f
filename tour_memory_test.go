//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// tourMemory reads a journal in the window, locks it, and counts what of its
// words is left in the memory of the program: by then everything is closed,
// but memory that was given back is not yet all overwritten.
func tourMemory(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	c := commandLine{t, h, binary, h.path("journal.mend")}
	c.run("new", "--role", "unsure")
	c.run("import", rareArchive(t))
	w := openWindow(screen, h, "light", binary, c.journal)
	w.follow([]step{
		{name: "unlock", acts: []act{write(passphrase), press("Return")}, waitFor: isOpen(c.journal)},
		{name: "open an entry", acts: []act{press("Down", "Return")}},
		{name: "look for a word", acts: []act{press("ctrl+f"), write(rareBody[:8])}},
	})
	open := w.copiesOf(rareBody)
	w.follow([]step{{"lock", []act{press("ctrl+l")}, isShut(c.journal), ""}})
	locked := w.copiesOf(rareBody)
	t.Logf("copies of a word of the journal in memory: %d while it is open, %d when it has been locked", open, locked)
	if open < 1000 {
		t.Error("the word is not even there while the journal is open: nothing is measured")
	}
	if locked > open*9/10 {
		t.Error("locking gives next to nothing back")
	}
	if n := w.copiesOf(passphrase); n > 1 {
		t.Errorf("the passphrase is in memory %d times", n)
	}
	w.quit()
}

// rareArchive makes an archive of entries with a rare word.
func rareArchive(t *testing.T) (file string) {
	t.Helper()
	var entries []map[string]any
	for i := range 300 {
		entries = append(entries, map[string]any{
			"id": uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(i), byte(i >> 8)}), "at": "2026-01-01T00:00:00Z",
			"created": "2026-01-01T00:00:00Z", "edited": "2026-01-01T00:00:00Z",
			"title": fmt.Sprint(i, " ", rareBody), "body": strings.Repeat("We walked. "+rareBody+" ", 20),
		})
	}
	content, err := json.Marshal(map[string]any{"format": "mend-archive", "version": 1, "exported_at": "2026-01-01T00:00:00Z",
		"profile": map[string]any{"role": "unsure", "guide": "rebuilding-trust", "welcomed": true}, "entries": entries})
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "archive.json")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// pid is the process of the program itself, below strace if there is one.
func (w *window) pid() int {
	w.t.Helper()
	if w.trace == "" {
		return w.program.Process.Pid
	}
	id := strconv.Itoa(w.program.Process.Pid)
	children, err := os.ReadFile(filepath.Join("/proc", id, "task", id, "children"))
	if err != nil {
		w.t.Fatal(err)
	}
	child, err := strconv.Atoi(strings.Fields(string(children))[0])
	if err != nil {
		w.t.Fatal(err)
	}
	return child
}

// copiesOf counts a word in all memory that the program may write.
func (w *window) copiesOf(word string) (copies int) {
	w.t.Helper()
	folder := filepath.Join("/proc", strconv.Itoa(w.pid()))
	maps, err := os.ReadFile(filepath.Join(folder, "maps"))
	if err != nil {
		w.t.Fatal(err)
	}
	memory, err := os.Open(filepath.Join(folder, "mem"))
	if err != nil {
		w.t.Skipf("the memory of the program can't be read here: %v", err)
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

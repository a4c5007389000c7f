//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// tourMemory reads a journal in the window, locks it, and counts what of its
// words is left in the memory of the program: at once, and when the toolkit has
// forgotten what it showed. In a soak it looks for longer.
func tourMemory(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	c := commandLine{t, h, binary, h.path("journal.mend")}
	c.run("new", "--role", "unsure")
	c.run("import", rareArchive(t))
	w := openWindow(screen, h, "light", binary, c.journal)
	w.follow([]step{
		{name: "unlock", acts: []act{write(passphrase), press("Return")}, waitFor: isOpen(c.journal)},
		{name: "go to the journal", acts: []act{press("ctrl+2")}},
		{name: "open an entry", acts: []act{press("Down", "Return")}},
		{name: "look for a word", acts: []act{press("ctrl+f"), write(rareBody[:8])}, waitFor: isHeld(rareTitle, 100)},
	})
	open := w.countWords(rareBody, rareTitle, rareTag)
	w.follow([]step{{"lock", []act{press("ctrl+l")}, isShut(c.journal), ""}})
	locked := time.Now()
	t.Logf("copies in memory while it is open: %v", open)
	if open[rareBody] < 1000 || open[rareTitle] < 100 || open[rareTag] < 100 {
		t.Error("the words are not even there while the journal is open: nothing is measured")
	}
	for _, look := range lookings() {
		time.Sleep(time.Until(locked.Add(look.after)))
		left := w.countWords(rareBody, rareTitle, rareTag, passphrase)
		t.Logf("copies in memory %v after it was locked: %v", look.after, left)
		for word, before := range open {
			if most := max(before*look.percent/100, look.atLeast); left[word] > most {
				t.Errorf("%q is in memory %d times, of %d before; at most %d would be well", word, left[word], before, most)
			}
		}
		if left[passphrase] > 1 {
			t.Errorf("the passphrase is in memory %d times", left[passphrase])
		}
	}
	w.quit()
}

// isHeld waits for a word to be in the memory of the program so many times.
func isHeld(word string, copies int) condition {
	return condition{"the word to be in memory", func(w *window, _ *image.RGBA) bool {
		return w.copiesOf(word) >= copies
	}}
}

// looking is a look at the memory after a lock, and how much may be left then.
type looking struct {
	after            time.Duration
	percent, atLeast int // of what was there before; and a number for when that is little
}

func lookings() []looking {
	all := []looking{{0, 10, 50}, {5 * time.Second, 10, 50}, {45 * time.Second, 2, 40}}
	if os.Getenv("MEND_SOAK") != "" {
		all = append(all, looking{100 * time.Second, 2, 40})
	}
	return all
}

// countWords counts each of the words in the memory of the program.
func (w *window) countWords(words ...string) map[string]int {
	w.t.Helper()
	copies := map[string]int{}
	for _, word := range words {
		copies[word] = w.copiesOf(word)
	}
	return copies
}

// rareArchive makes an archive of entries with a rare word.
func rareArchive(t *testing.T) (file string) {
	t.Helper()
	var entries []map[string]any
	for i := range 300 {
		entries = append(entries, map[string]any{
			"id": uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(i), byte(i >> 8)}), "at": "2026-01-01T00:00:00Z",
			"created": "2026-01-01T00:00:00Z", "edited": "2026-01-01T00:00:00Z",
			"title": fmt.Sprint(i, " ", rareTitle), "tags": []string{rareTag}, "body": strings.Repeat("We walked. "+rareBody+" ", 20),
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

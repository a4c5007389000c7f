package main_test

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	main "mend"
)

// Of texts that were let go of among others that stay, next to nothing may be
// left: memory that holds both is not given back to the system.
func TestFreedMemoryIsOverwritten(t *testing.T) {
	const text, texts = "larkspurmeridian", 900
	var kept []string
	sizes := []int{16, 48, 240, 900, 5000, 30000}
	dropped := make([]string, 0, texts)
	for i := range texts {
		length := sizes[i%len(sizes)]
		dropped = append(dropped, strings.Repeat(text, 1+length/len(text)))
		if i%7 == 0 {
			kept = append(kept, strings.Repeat("-", length))
		}
	}
	before := copiesInHeap(t, text)
	runtime.KeepAlive(dropped)
	clear(dropped)
	runtime.GC()
	freed := copiesInHeap(t, text)
	main.OverwriteFreed()
	after := copiesInHeap(t, text)
	runtime.KeepAlive(kept)
	t.Logf("%d copies before, %d when they are free, %d when that is overwritten", before, freed, after)
	if before < texts || freed < before/50 {
		t.Fatal("the word is not there to begin with: nothing is measured")
	}
	if after > before/200 {
		t.Error("freed memory still holds what was in it")
	}
}

// Small pieces are the most that a journal leaves: a title, a tag, an id. None may
// stay because there are many.
func TestManySmallPiecesAreOverwritten(t *testing.T) {
	const text, texts = "quartzlapwing", 60_000
	kept := make([][]byte, 0, texts)
	dropped := make([][]byte, 0, texts)
	for i := range texts {
		dropped = append(dropped, append(make([]byte, 0, 16), text...))
		if i%3 == 0 {
			kept = append(kept, make([]byte, 16))
		}
	}
	before := copiesInHeap(t, text)
	runtime.KeepAlive(dropped)
	clear(dropped)
	main.OverwriteFreed()
	after := copiesInHeap(t, text)
	runtime.KeepAlive(kept)
	t.Logf("%d copies before, %d when they are overwritten", before, after)
	if before < texts {
		t.Fatal("the word is not there to begin with: nothing is measured")
	}
	if after > before/200 {
		t.Error("small pieces of freed memory still hold what was in them")
	}
}

// copiesInHeap counts a word in the memory of this process that has no file
// behind it.
func copiesInHeap(t *testing.T, word string) (copies int) {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	memory, err := os.Open("/proc/self/mem")
	if err != nil {
		t.Skipf("the memory of this process can't be read here: %v", err)
	}
	defer memory.Close()
	window := make([]byte, 1<<20)
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil ||
			!strings.HasPrefix(rights, "rw") || len(strings.Fields(line)) > 5 {
			continue
		}
		for at := from; at < to; at += int64(len(window)) {
			n, _ := memory.ReadAt(window[:min(int64(len(window)), to-at)], at) // what can't be read is not there
			copies += bytes.Count(window[:n], []byte(word))
		}
	}
	clear(window)
	return copies
}

//go:build linux && !readable

package main_test

import (
	"testing"

	"golang.org/x/sys/unix"

	main "mend"
)

func TestMemoryIsHidden(t *testing.T) {
	dumpable := func() int {
		n, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := dumpable()
	if before == 0 {
		t.Fatal("the test can't tell: memory is hidden already")
	}
	defer unix.Prctl(unix.PR_SET_DUMPABLE, uintptr(before), 0, 0, 0)
	if main.HideMemory(); dumpable() != 0 {
		t.Error("the memory can be read by others")
	}
}

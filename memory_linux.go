//go:build linux && !readable

package main

import "golang.org/x/sys/unix"

// hideMemory keeps other programs of the same person, and the collector of
// core dumps, from reading what is in memory (prctl(2), PR_SET_DUMPABLE). It
// comes before the first passphrase is used, and not earlier: the desktop's
// portal turns away a program whose files in /proc it can't read, and the
// toolkit asks it once, at the start, whether the desktop is light or dark. A
// build with the tag readable leaves this out, so that a test may look.
func hideMemory() {
	// A kernel without it has nothing better either.
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}

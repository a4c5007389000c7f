package main

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// The wishes of wipeFreedMemory: variables of the environment.
const (
	allocator, overwriting = "GLIBC_TUNABLES", "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0"
	toolkit, forgetting    = "FYNE_CACHE", "15s"
)

// wipeFreedMemory starts the program anew, in place and once, with two wishes
// that are heard only at the start of a program:
//
//   - a C library that overwrites memory as it is given back, where else SQLite
//     and the toolkit leave what was read and shown. GNU's takes this wish from
//     the environment alone (its manual, "Memory Allocation Tunables"); others
//     ignore it. Memory is filled with 255 when it is given back and with zeros
//     when it is handed out, but for small pieces that the library keeps in a
//     cache, which is switched off.
//   - a toolkit that forgets after fifteen seconds, not a minute, what is no
//     longer shown (fyne.io/fyne/v2/internal/cache, ValidDuration). Below ten
//     it would look at everything shown in every frame.
//
// If the program can't be started anew it runs as it is. It comes before
// anything is read, which would be read twice, and if it is wanted: for the
// window alone, since a command is soon over. The entry in the desktop's menu
// (.ci/mend.desktop) has the wishes too, and saves the first of the two starts.
func wipeFreedMemory(wanted func() bool) {
	already := os.Getenv(allocator)
	if strings.Contains(already, overwriting) || !wanted() {
		return
	}
	program, err := os.Executable()
	if err != nil || os.Setenv(allocator, strings.TrimPrefix(already+":"+overwriting, ":")) != nil ||
		os.Setenv(toolkit, forgetting) != nil {
		return
	}
	_ = unix.Exec(program, os.Args, os.Environ()) // returns only if it fails
}

package main

import (
	"context"
	"io"

	"mend/journal"
	screen "mend/ui/summary"
)

// HideMemory is what the program does before it uses a passphrase.
func HideMemory() { hideMemory() }

// ProtectProcess is what the program does first of all.
func ProtectProcess() { protectProcess() }

// WriteCrash is what the program says of a panic.
func WriteCrash(w io.Writer, fault any) { writeCrash(w, fault) }

// OverwriteFreed is what happens to memory after a lock.
func OverwriteFreed() { overwriteFreed() }

// Compose is how the window puts a summary together.
func Compose(ctx context.Context, r journal.Report, o screen.Order) (screen.Composed, error) {
	return compose(ctx, r, o)
}

// PaperOf returns the paper that is usual in a locale.
func PaperOf(locale string) string { return paperOf(locale) }

// OpenerOf returns the command that opens a file on a system.
func OpenerOf(system, path string) []string { return openerOf(system, path) }

// OpenFile hands a file to the system's opener.
func OpenFile(path string) error { return openFile(path) }

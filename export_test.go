package main

import (
	"io"
)

// HideMemory is what the program does before it uses a passphrase.
func HideMemory() { hideMemory() }

// ProtectProcess is what the program does first of all.
func ProtectProcess() { protectProcess() }

// WriteCrash is what the program says of a panic.
func WriteCrash(w io.Writer, fault any) { writeCrash(w, fault) }

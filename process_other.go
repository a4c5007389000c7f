//go:build !unix

package main

import "os"

// protectProcess does nothing where the system has neither a file creation
// mask nor core files.
func protectProcess() {}

// openTerminal opens the console the process was started from.
func openTerminal() (*os.File, error) { return os.OpenFile("CONIN$", os.O_RDWR, 0) }

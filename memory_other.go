//go:build !linux || readable

package main

// hideMemory does nothing where the system has no such wish, or where the
// program is built for a test that looks at its memory.
func hideMemory() {}

//go:build !linux

package main

// wipeFreedMemory does nothing where the C library can't be told to.
func wipeFreedMemory(func() bool) {}

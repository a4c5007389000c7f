package main

// Wishes are what the window's environment says.
func Wishes() []string { return []string{allocator + "=" + overwriting, toolkit + "=" + forgetting} }

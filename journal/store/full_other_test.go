//go:build !linux

package store_test

// onFullDisk has no small disk to fill here.
func onFullDisk(string) error { return nil }

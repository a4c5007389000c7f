//go:build unix

package tasks_test

import (
	"syscall"
	"testing"

	"fyne.io/fyne/v2/test"

	"mend/ui/tasks"
)

func TestSignalReachesTheWindowAndNotTheProcess(t *testing.T) {
	test.NewTempApp(t)
	heard := make(chan struct{}, 1)
	stop := tasks.New().OnSignal(func() { heard <- struct{}{} }, syscall.SIGHUP)
	defer stop()
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	<-heard
}

package tasks

import (
	"os"
	"os/signal"

	"fyne.io/fyne/v2"
)

// OnSignal calls f on the UI goroutine whenever the process gets one of the
// signals, which then no longer end it. stop gives them back.
func (r *Runner) OnSignal(f func(), signals ...os.Signal) (stop func()) {
	got := make(chan os.Signal, 1)
	signal.Notify(got, signals...)
	go func() {
		for range got {
			fyne.Do(f)
		}
	}()
	return func() {
		signal.Stop(got)
		close(got)
	}
}

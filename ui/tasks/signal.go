package tasks

import (
	"os"
	"os/signal"
	"time"

	"fyne.io/fyne/v2"
)

// OnSignal calls f on the UI goroutine whenever the process gets one of the
// signals, which then no longer end it, and which nobody hears of any more who
// did so far. stop gives them back.
func (r *Runner) OnSignal(f func(), signals ...os.Signal) (stop func()) {
	got := make(chan os.Signal, 1)
	signal.Reset(signals...)
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

// EndWithin ends the process when d has passed, should it still be there then.
// On a Runner made by NewSync it does nothing.
func (r *Runner) EndWithin(d time.Duration) {
	if r.sync == nil {
		time.AfterFunc(d, func() { os.Exit(0) })
	}
}

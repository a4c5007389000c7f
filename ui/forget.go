package ui

import (
	"context"
	"time"
)

// forgetAfter are the times after a lock at which what it let go of is
// overwritten: the first for what the journal held, the others for what the
// toolkit kept of the screens. It keeps that for a while (wipe_linux.go says for
// how long; a minute elsewhere) and lets go of it only when it draws.
func forgetAfter() []time.Duration {
	return []time.Duration{200 * time.Millisecond, 20 * time.Second, 40 * time.Second, 80 * time.Second}
}

// forget overwrites what was read and shown, unless a journal is open again by
// then.
func (w *Window) forget() {
	for _, d := range forgetAfter() {
		w.tasks.After(d, func() {
			if w.session != nil || w.arriving != nil {
				return
			}
			w.win.Content().Refresh()
			w.tasks.Go(func(context.Context) { overwriteFreed() }, nil)
		})
	}
}

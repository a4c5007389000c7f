package ui

import (
	"context"
	"sync"
	"time"
)

// forgetting overwrites what was read and shown, some time after it was let go
// of. The zero value is ready.
type forgetting struct {
	cancels []func()   // of the rounds that are to come
	one     sync.Mutex // held by the round that runs
}

// forgetAfter are the times after a lock at which what it let go of is
// overwritten: the first for what the journal held, the others for what the
// toolkit kept of the screens. It keeps that for a while (wipe_linux.go says for
// how long; a minute elsewhere) and lets go of it only when it draws.
func forgetAfter() []time.Duration {
	return []time.Duration{200 * time.Millisecond, 20 * time.Second, 40 * time.Second, 80 * time.Second}
}

// forget overwrites what was read and shown, as long as no journal is open.
func (w *Window) forget() {
	w.remember()
	if w.ports.Overwrite == nil {
		return
	}
	for _, d := range forgetAfter() {
		w.forgetting.cancels = append(w.forgetting.cancels, w.tasks.After(d, func() {
			w.win.Content().Refresh()
			w.tasks.Go(func(context.Context) { w.forgetting.alone(w.ports.Overwrite) }, nil)
		}))
	}
}

// alone runs what collects memory, off the UI goroutine, when nothing else does:
// what one round frees the other must not hand out.
func (f *forgetting) alone(round func()) {
	f.one.Lock()
	defer f.one.Unlock()
	round()
}

// remember calls off what forget or giveBack began.
func (w *Window) remember() {
	for _, cancel := range w.forgetting.cancels {
		cancel()
	}
	w.forgetting.cancels = nil
}

// giveBackAfter is when the first screen of a journal that was opened is drawn.
const giveBackAfter = 3 * time.Second

// giveBack gives what opening a journal took, and is free again, back to the
// system.
func (w *Window) giveBack() {
	if w.ports.GiveBack == nil {
		return
	}
	w.forgetting.cancels = append(w.forgetting.cancels, w.tasks.After(giveBackAfter, func() {
		w.tasks.Go(func(context.Context) { w.forgetting.alone(w.ports.GiveBack) }, nil)
	}))
}

package ui

import "time"

// idleTick is how often it is looked whether the journal has lain idle for too
// long. After a sleep of the machine the first look comes within this time.
const idleTick = time.Second

// idle measures how long nobody has done anything in the window.
type idle struct {
	now   func() time.Time
	limit time.Duration // 0: none
	last  time.Time     // when something was done
}

// begin starts to measure anew.
func (i *idle) begin() { i.last = i.now() }

// over reports whether the limit has passed. Of the two clocks the one that
// went further counts: the steady one stands still while the machine sleeps,
// and the one on the wall can be set back.
func (i *idle) over() bool {
	now := i.now()
	steady, wall := now.Sub(i.last), now.Round(0).Sub(i.last.Round(0))
	return i.limit > 0 && max(steady, wall) >= i.limit
}

// watch locks the journal when nobody has used the window for a while, and when
// the desktop says that the person leaves.
func (w *Window) watch() {
	w.idle, w.stopIdle = &idle{now: w.ports.Now}, func() {}
	w.stopAway = w.tasks.OnAway(w.Lock)
	if w.ports.WatchInput != nil {
		w.ports.WatchInput(w.win, w.onInput, w.onHeld)
	}
}

// beginIdle measures for the journal that was just opened, until it is locked.
func (w *Window) beginIdle(limit time.Duration) {
	w.stopIdle()
	w.idle.limit = limit
	w.idle.begin()
	w.stopIdle = w.tasks.Every(idleTick, w.lockIdle)
}

// onInput notes that something was done, unless it comes too late: the first
// key after a sleep must not show the journal.
func (w *Window) onInput() {
	w.lockIdle()
	w.idle.begin()
}

func (w *Window) lockIdle() {
	if (w.session != nil || w.arriving != nil || w.tells()) && w.idle.over() {
		w.Lock()
	}
}

// tells reports whether first-run pages before there is a journal hold something
// of the person.
func (w *Window) tells() bool {
	screen, ok := w.asking.(interface{ Tells() bool })
	return ok && screen.Tells()
}

package tasks

import (
	"context"
	"slices"
	"sync/atomic"
	"time"
)

// blankFrame is how long the window system gets to draw what the UI goroutine
// was told before the machine sleeps: what was on the screen last is what is
// seen first when it wakes.
const blankFrame = 100 * time.Millisecond

// OnAway runs f on the UI goroutine whenever the desktop says that the person
// leaves the screen: it is being locked, or the machine is about to sleep. A
// machine that is about to sleep waits, for as long as its settings let it
// (usually five seconds), until all that f gave to Run is done. Where there is
// no desktop that tells, f never runs. stop belongs to the UI goroutine; once
// it has returned f does not run.
func (r *Runner) OnAway(f func()) (stop func()) {
	if r.sync != nil {
		return r.sync.onAway(r.guard(f))
	}
	ctx, cancel := context.WithCancel(r.ctx)
	var off atomic.Bool
	leave := func() {
		if !off.Load() {
			f()
		}
	}
	go watchScreen(ctx, func() { r.tellAndWait(ctx, leave) })
	go watchSleep(ctx, func() { r.tellAndWait(ctx, leave) })
	return func() {
		off.Store(true)
		cancel()
	}
}

// tellAndWait runs f on the UI goroutine and returns when f, and all that was
// given to Run by then, is done and the screen had time to show it.
func (r *Runner) tellAndWait(ctx context.Context, f func()) {
	told := make(chan struct{})
	r.onUI(func() {
		defer close(told)
		f()
	})
	select {
	case <-told:
	case <-ctx.Done():
		return
	}
	shown := time.After(blankFrame)
	r.Wait()
	select {
	case <-shown:
	case <-ctx.Done():
	}
}

// Leave does on a Runner made by NewSync what the desktop does to others when
// the person leaves the screen. It panics on a real Runner.
func (r *Runner) Leave() {
	if r.sync == nil {
		panic("tasks: Leave on a real Runner")
	}
	for _, f := range slices.Clone(r.sync.away) {
		(*f)()
	}
}

// onAway adds f to what Leave runs.
func (c *clock) onAway(f func()) (remove func()) {
	c.away = append(c.away, &f)
	return func() {
		c.away = slices.DeleteFunc(c.away, func(o *func()) bool { return o == &f })
	}
}

package tasks

import (
	"slices"
	"sync/atomic"
	"time"
)

// After runs f once on the UI goroutine when d has passed. Once cancel has
// returned on the UI goroutine, f does not run; cancel may be called again.
func (r *Runner) After(d time.Duration, f func()) (cancel func()) {
	if r.sync != nil {
		return r.sync.add(r.sync.now+d, 0, r.guard(f))
	}
	var off atomic.Bool
	timer := time.AfterFunc(d, func() {
		r.onUI(func() {
			if !off.Load() {
				f()
			}
		})
	})
	return func() {
		off.Store(true)
		timer.Stop()
	}
}

// Every runs f on the UI goroutine each time d has passed, until stop is
// called there or the Runner is stopped. d must be above zero. Where the UI
// goroutine is late, ticks are dropped, never piled up.
func (r *Runner) Every(d time.Duration, f func()) (stop func()) {
	if r.sync != nil {
		return r.sync.add(r.sync.now+d, d, r.guard(f))
	}
	var off, waiting atomic.Bool
	tick := func() {
		waiting.Store(false)
		if !off.Load() {
			f()
		}
	}
	ended := make(chan struct{})
	go func() {
		ticker := time.NewTicker(d)
		defer ticker.Stop()
		for {
			select {
			case <-r.ctx.Done():
				return
			case <-ended:
				return
			case <-ticker.C:
				if waiting.CompareAndSwap(false, true) {
					r.onUI(tick)
				}
			}
		}
	}()
	return func() {
		if off.CompareAndSwap(false, true) {
			close(ended)
		}
	}
}

// Advance moves the clock of a Runner made by NewSync by d and fires what
// falls due, in order of time. It panics on a real Runner.
func (r *Runner) Advance(d time.Duration) {
	if r.sync == nil {
		panic("tasks: Advance on a real Runner")
	}
	r.sync.advance(d)
}

func (r *Runner) guard(f func()) func() { return func() { r.onUI(f) } }

// clock is a manual clock with its timers, and what runs in Leave.
type clock struct {
	now    time.Duration
	timers []*timer
	away   []*func()
}

type timer struct {
	at    time.Duration
	every time.Duration // 0: once
	fire  func()
}

func (c *clock) add(at, every time.Duration, fire func()) (remove func()) {
	t := &timer{at, every, fire}
	c.timers = append(c.timers, t)
	return func() { c.remove(t) }
}

func (c *clock) remove(t *timer) {
	c.timers = slices.DeleteFunc(c.timers, func(o *timer) bool { return o == t })
}

// advance fires the timers due until then, those added meanwhile included.
func (c *clock) advance(d time.Duration) {
	until := c.now + d
	for {
		t := c.earliest()
		if t == nil || t.at > until {
			break
		}
		c.now = t.at
		if t.every > 0 {
			t.at += t.every
		} else {
			c.remove(t)
		}
		t.fire()
	}
	c.now = until
}

func (c *clock) earliest() *timer {
	if len(c.timers) == 0 {
		return nil
	}
	return slices.MinFunc(c.timers, func(a, b *timer) int { return int(a.at - b.at) })
}

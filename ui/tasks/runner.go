// Package tasks answers one question: on which goroutine does a piece of the
// window's work run. It holds the only goroutines and the only fyne.Do of the
// window; every other package hands its slow work to a Runner.
package tasks

import (
	"context"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// Runner runs work away from the UI goroutine and brings its results back to
// it. Its methods may be called from the UI goroutine; Wait and Stop from any.
type Runner struct {
	ctx   context.Context
	stop  context.CancelFunc
	sync  *clock // manual clock; nil in a real runner
	mu    sync.Mutex
	idle  *sync.Cond // the queue ran empty
	queue []task
	busy  bool        // the worker is running
	last  atomic.Bool // Finish was called

	onPanic func(fault any) // nil: a panic ends the program
}

// task is work and what follows it on the UI goroutine.
type task struct {
	work func(context.Context)
	done func()
}

// New returns a Runner that works beside the UI goroutine. It starts nothing
// until it is given work.
func New() *Runner {
	r := &Runner{}
	r.ctx, r.stop = context.WithCancel(context.Background())
	r.idle = sync.NewCond(&r.mu)
	return r
}

// NewSync returns a Runner for tests: work and done run before Run and Go
// return, and timers fire only in Advance. It must be used by one goroutine.
func NewSync() *Runner {
	r := New()
	r.sync = &clock{}
	return r
}

// Run queues work on the one worker, which does one thing after another in
// the order given. Afterwards done, which may be nil, runs on the UI
// goroutine. After Stop nothing is queued.
func (r *Runner) Run(work func(context.Context), done func()) {
	if r.stopped() {
		return
	}
	t := task{work, done}
	if r.sync != nil {
		r.perform(t)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.queue = append(r.queue, t)
	if !r.busy {
		r.busy = true
		go r.serve()
	}
}

// Go runs work beside the worker, for what takes long: key derivation, an
// export. Afterwards done, which may be nil, runs on the UI goroutine. After
// Stop nothing is begun.
func (r *Runner) Go(work func(context.Context), done func()) {
	if r.stopped() {
		return
	}
	t := task{work, done}
	if r.sync != nil {
		r.perform(t)
		return
	}
	go r.perform(t)
}

// Wait blocks until everything given to Run is worked off. It does not wait
// for done functions, nor for work given to Go, so it is safe on the UI
// goroutine and when the window system is gone.
func (r *Runner) Wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.busy {
		r.idle.Wait()
	}
}

// Finish works off what was given to Run, for when the window system is gone:
// from now on no done function and no timer runs, and what they would have
// shown is lost. Work can still be given to Run, and Finish called again.
func (r *Runner) Finish() {
	r.last.Store(true)
	r.Wait()
}

// OnPanic has a panic in work end neither the program nor the worker, from now
// on: report is called where it happened, on the goroutine of the work and with
// its calls still to be seen, and then told on the UI goroutine. The done
// function of that work does not run.
func (r *Runner) OnPanic(report func(fault any), told func()) {
	r.onPanic = func(fault any) {
		report(fault)
		r.onUI(told)
	}
}

// Stop cancels the context of all work, ends the timers and drops every done
// function that has not run. Work that is queued already is still begun, with
// the cancelled context, so that it can decide: work that must be finished,
// such as a save, takes context.WithoutCancel. Stop may be called again.
func (r *Runner) Stop() { r.stop() }

func (r *Runner) stopped() bool { return r.ctx.Err() != nil }

// serve works off the queue until it is empty.
func (r *Runner) serve() {
	for {
		t, ok := r.next()
		if !ok {
			return
		}
		r.perform(t)
	}
}

// next takes the first task, or marks the worker as gone.
func (r *Runner) next() (task, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.queue) == 0 {
		r.busy = false
		r.idle.Broadcast()
		return task{}, false
	}
	t := r.queue[0]
	r.queue[0] = task{} // let go of what the closures hold
	r.queue = r.queue[1:]
	return t, true
}

func (r *Runner) perform(t task) {
	if r.attempt(t.work) && t.done != nil {
		r.onUI(t.done)
	}
}

// attempt does work and reports whether it came to its end.
func (r *Runner) attempt(work func(context.Context)) (ended bool) {
	if r.onPanic != nil {
		defer func() {
			if fault := recover(); fault != nil {
				r.onPanic(fault)
			}
		}()
	}
	work(r.ctx)
	return true
}

// onUI runs f on the UI goroutine, unless the Runner is stopped by then, or is
// to finish.
func (r *Runner) onUI(f func()) {
	run := func() {
		if !r.stopped() && !r.last.Load() {
			f()
		}
	}
	if r.sync != nil {
		run()
		return
	}
	fyne.Do(run)
}

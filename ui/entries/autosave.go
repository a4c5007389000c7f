package entries

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// When text is saved: soon after typing stops, and during unbroken typing a
// moment after the first key that is not saved yet.
const (
	saveIdle   = 500 * time.Millisecond
	saveLatest = 700 * time.Millisecond
)

// retryAfter gives the waits between attempts while saving fails; the last one
// repeats.
func retryAfter(round int) time.Duration {
	waits := []time.Duration{2 * time.Second, 5 * time.Second, 15 * time.Second}
	return waits[min(round, len(waits)-1)]
}

// autosaver brings what is on the screen into the store without being asked.
// It belongs to the UI goroutine; the writing is done by its documents, in
// order, on the runner. It knows no widget: read tells it what the screen holds.
type autosaver struct {
	tasks Tasks
	store writer
	now   func() time.Time
	read  func() journal.Entry         // a copy of what is on the screen
	state func(saveState)              // told whenever it may have changed
	wrote func(journal.Entry, outcome) // told of every write that did something
	left  func()                       // called when an entry has left the screen; or nil

	open    *document   // on the screen, or nil
	changed int         // changes on the screen since it was opened
	handed  int         // the change up to which the document has it
	owing   []*document // not settled yet; open may be among them
	failed  map[uuid.UUID]error
	at      time.Time // of the last save of open

	idle, latest, retry func() // cancel the timers; nil while they rest
	round               int    // attempts made by the retry timer
}

// begin puts an entry on the screen, after what was there is on its way to the
// store. kept says whether the store has it.
func (a *autosaver) begin(e journal.Entry, kept bool) {
	a.leave()
	a.open, a.changed, a.handed = newDocument(e, kept), 0, 0
	a.at = e.Edited
	a.tell()
}

// resume puts an entry back on the screen whose newest text the store does not
// have yet, and returns that text. It reports false if there is none such.
func (a *autosaver) resume(id uuid.UUID) (journal.Entry, bool) {
	i := slices.IndexFunc(a.owing, func(d *document) bool { return d.id == id })
	if i < 0 {
		return journal.Entry{}, false
	}
	d := a.owing[i]
	if d == a.open {
		return a.read(), true
	}
	a.leave()
	a.open = d
	e := d.reopen()
	p := d.pending()
	a.changed, a.handed, a.at = p.version, p.version, e.Edited
	a.tell()
	return e, true
}

// leave takes the entry off the screen. What is not saved is on its way.
func (a *autosaver) leave() {
	if a.open == nil {
		return
	}
	a.stopTimers()
	a.handOver()
	d := a.open
	a.open = nil
	d.leave()
	if !d.settled() {
		a.send(d)
	}
	a.tell()
	if a.left != nil {
		a.left()
	}
}

// note notes a change that is not saved by itself, but when all is.
func (a *autosaver) note() { a.changed++ }

// touch notes that something on the screen has changed.
func (a *autosaver) touch() {
	if a.open == nil {
		return
	}
	a.changed++
	if a.latest == nil {
		a.latest = a.tasks.After(saveLatest, func() { a.latest = nil; a.save() })
	}
	stop(&a.idle)
	a.idle = a.tasks.After(saveIdle, func() { a.idle = nil; a.save() })
	a.tell()
}

// saveNow saves without waiting for typing to stop.
func (a *autosaver) saveNow() {
	a.stopTimers()
	a.save()
}

func (a *autosaver) save() {
	stop(&a.latest)
	if a.handOver() && !a.open.settled() {
		a.send(a.open)
	}
	a.tell()
}

// handOver gives the document what is on the screen, and reports whether that
// is new to it.
func (a *autosaver) handOver() bool {
	if a.open == nil || a.handed == a.changed {
		return false
	}
	a.handed = a.changed
	a.open.put(a.read(), a.handed)
	return true
}

// send queues a write of the document's newest version.
func (a *autosaver) send(d *document) {
	if !slices.Contains(a.owing, d) {
		a.owing = append(a.owing, d)
	}
	var (
		did outcome
		e   journal.Entry
		err error
	)
	a.tasks.Run(func(ctx context.Context) {
		did, e, err = d.write(context.WithoutCancel(ctx), a.store)
	}, func() { a.onWritten(d, did, e, err) })
}

func (a *autosaver) onWritten(d *document, did outcome, e journal.Entry, err error) {
	if err != nil {
		a.fail(d, err)
		return
	}
	delete(a.failed, d.id)
	if d.settled() {
		a.settle(d)
	}
	if did != unchanged {
		if d == a.open {
			a.at = a.now()
		}
		a.wrote(e, did)
	}
	a.tell()
}

// settle forgets that d owes anything.
func (a *autosaver) settle(d *document) {
	a.owing = slices.DeleteFunc(a.owing, func(o *document) bool { return o == d })
	delete(a.failed, d.id)
	if len(a.owing) == 0 {
		stop(&a.retry)
		a.round = 0
	}
}

// fail remembers why d could not be saved and tries again in a while.
func (a *autosaver) fail(d *document, err error) {
	if a.failed == nil {
		a.failed = make(map[uuid.UUID]error)
	}
	a.failed[d.id] = err
	if a.retry == nil && !errors.Is(err, journal.ErrClosed) {
		a.retry = a.tasks.After(retryAfter(a.round), a.onRetry)
		a.round++
	}
	a.tell()
}

func (a *autosaver) onRetry() {
	a.retry = nil
	a.handOver()
	a.sendOwing()
}

// sendOwing queues a write of all that waits for one.
func (a *autosaver) sendOwing() {
	for _, d := range slices.Clone(a.owing) {
		if !d.settled() {
			a.send(d)
		}
	}
}

// keep takes over an entry that is not on the screen. It is saved with whatever
// else waits, or by sendOwing.
func (a *autosaver) keep(e journal.Entry) {
	d := newDocument(e, false)
	d.put(e, 1)
	d.leave()
	a.owing = append(a.owing, d)
}

// bin moves the entry on the screen to the bin, its newest text with it, and
// calls done on the UI goroutine with whether there was anything to move. The
// screen is without an entry from now on.
func (a *autosaver) bin(done func(moved bool, err error)) {
	d := a.open
	if d == nil {
		return
	}
	a.stopTimers()
	d.leave()
	a.handOver()
	a.open = nil
	a.owing = append(slices.DeleteFunc(a.owing, func(o *document) bool { return o == d }), d)
	var (
		moved bool
		err   error
	)
	a.tasks.Run(func(ctx context.Context) { moved, err = d.bin(context.WithoutCancel(ctx), a.store) }, func() {
		if err != nil {
			a.fail(d, err)
		} else {
			a.settle(d)
			a.tell()
		}
		done(moved, err)
	})
}

func (a *autosaver) stopTimers() {
	stop(&a.idle)
	stop(&a.latest)
}

// stop cancels a timer, if it runs.
func stop(cancel *func()) {
	if *cancel != nil {
		(*cancel)()
		*cancel = nil
	}
}

package summary

import (
	"context"
	"errors"
	"image"
	"math"
	"sync/atomic"
	"time"

	"mend/journal"
)

// Order says how a report is to be put together.
type Order struct {
	Format string // pdf, html or md
	Paper  string // a4 or letter, for pdf
	// Progress is told how much is done, from 0 to 1, on the goroutine that does
	// it.
	Progress func(done float64)
}

// Saving says where a summary goes.
type Saving struct {
	Path     string
	Seal     []byte // the passphrase to seal it with, which stays the caller's to clear; nil: it is not sealed
	Progress func(done float64)
}

// Composed is a summary that was put together: what it shows is what it saves.
// All but Report, Pages and Size are called off the UI goroutine.
type Composed interface {
	Report() journal.Report
	// Pages returns how many pages there are; 0 unless the format has pages.
	Pages() int
	// Size returns the width and height of a page in points.
	Size() (width, height float32)
	// Page draws page n, from 0, with so many pixels an inch.
	Page(n, dpi int) image.Image
	// Text returns the text of a format without pages, as it is read.
	Text() string
	// Save writes it whole or not at all, and returns how many characters are
	// shown as a mark.
	Save(context.Context, Saving) (replaced int, err error)
}

// making puts summaries together off the UI goroutine: one at a time, and of the
// newest choices.
type making struct {
	screen *Screen
	made   Composed
	text   string // of made
	of     int    // the version of the choices that made is of
	asked  int    // generation of the newest order
	cancel func() // ends the one under way, whose done is called
}

// fresh returns the summary of what is chosen now, or nil.
func (m *making) fresh() Composed {
	if m.of != m.screen.version {
		return nil
	}
	return m.made
}

// abandon ends what is under way; nobody is told.
func (m *making) abandon() {
	m.asked++
	if m.cancel != nil {
		m.cancel()
	}
}

// start puts a summary of what is chosen together. progress and done are called
// on the UI goroutine, done once unless another one is started.
func (m *making) start(progress func(float64), done func(error)) {
	m.abandon()
	s, generation, version := m.screen, m.asked, m.screen.version
	choice, order := s.choice(), Order{Format: s.format(), Paper: s.paper()}
	asked, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	order.Progress = s.watch(asked, progress)
	var c Composed
	var text string
	var err error
	s.deps.Tasks.Go(func(ctx context.Context) {
		defer context.AfterFunc(ctx, cancel)()
		if c, err = s.deps.Compose(asked, choice, order); err == nil && c.Pages() == 0 {
			text = c.Text()
		}
		if err == nil {
			err = asked.Err()
		}
	}, func() {
		if err == nil {
			err = asked.Err() // it was ended, or the window locked, since
		}
		cancel()
		if generation != m.asked {
			return
		}
		if err == nil {
			m.made, m.text, m.of = c, text, version
		}
		done(err)
	})
}

const watchEvery = 100 * time.Millisecond

// watch returns what may be told on any goroutine how much is done, and tells it
// to progress on the UI goroutine until ctx is done.
func (s *Screen) watch(ctx context.Context, progress func(float64)) func(float64) {
	var done atomic.Uint64
	var stop func()
	stop = s.deps.Tasks.Every(watchEvery, func() {
		if ctx.Err() != nil {
			stop()
			return
		}
		if now := math.Float64frombits(done.Load()); now > 0 {
			progress(now)
		}
	})
	return func(now float64) { done.Store(math.Float64bits(now)) }
}

// stopped reports whether err says that somebody ended the work.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

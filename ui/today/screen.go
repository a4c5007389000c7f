// Package today is the Today screen: how the person is now, one question, the
// next steps, what is promised for today, what was to be looked at again, and
// the last entries. What has nothing in it does not show.
package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window   fyne.Window
	Tasks    *tasks.Runner
	Store    Store
	Guide    func() journal.Guide // the one the person follows, along their path
	Pages    []journal.Page
	Families []journal.FeelingFamily
	Now      func() time.Time

	OnNew func()
	// OnType begins an entry with a character.
	OnType func(rune)
	// OnWrite is called to begin an entry about a question, which may belong to a
	// stage and a step.
	OnWrite func(stage, step, prompt string)
	// OnFacts is called to write down plain facts, with a question about them.
	OnFacts     func(prompt string)
	OnPages     func() // offers the guided pages
	OnOpenEntry func(uuid.UUID)
	OnOpenStage func(stage string)
	OnPromises  func()          // opens the promises
	OnPromise   func(uuid.UUID) // opens one
	OnGoal      func(uuid.UUID)
	OnSettings  func() // opens where the path is chosen
	OnEnough    func() // ends for today
	OnCare      func() // opens the page of support

	OnProfile func(journal.Profile)      // told the profile as it was saved
	OnEntry   func(uuid.UUID)            // told the entry that was changed from here
	OnCooling func([]journal.CoolingOff) // told the time-outs that run
}

// Screen is the Today screen.
type Screen struct {
	deps   Deps
	latest int  // generation of the newest fetch
	why    bool // why the question is asked is shown
	snap   snapshot

	mood   *mood
	page   *fyne.Container
	scroll *container.Scroll
	names  widget.Names // of the page
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, page: widget.NewStack(theme.Space8)}
	s.mood = newMood(s)
	s.scroll = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space8, s.page)))
	s.show(snapshot{today: journal.DayOf(d.Now())})
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.scroll }

// Show reads the journal and shows the day from its beginning.
func (s *Screen) Show() {
	s.why = false
	s.scroll.ScrollToTop()
	s.load(true)
}

// Day is the day that is shown.
func (s *Screen) Day() journal.Day { return s.snap.today }

// FocusFirst gives the focus to what begins an entry.
func (s *Screen) FocusFirst() { s.names.Focus(s.deps.Window.Canvas(), "new") }

// HandleRune begins an entry with a character that nothing else has a use for,
// so that no word that somebody begins is lost.
func (s *Screen) HandleRune(r rune) bool {
	if r == ' ' {
		return false
	}
	s.deps.OnType(r)
	return true
}

// load fetches what is shown off the UI goroutine and shows it; an answer that
// was overtaken is dropped. Afresh, steps that were ticked and promises that
// were noted make room for others; else they stay, so that they can be taken
// back.
func (s *Screen) load(afresh bool) {
	s.latest++
	generation, changes := s.latest, s.mood.changes
	f := fetcher{store: s.deps.Store, guide: s.deps.Guide(), pages: s.deps.Pages, now: s.deps.Now()}
	if !afresh {
		f.steps = s.snap.steps
	}
	var snap snapshot
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { snap, err = f.fetch(ctx) }, func() {
		if generation != s.latest {
			return
		}
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		if changes == s.mood.changes {
			if afresh {
				s.mood.Settle()
			}
			s.mood.Take(snap)
		}
		s.show(snap)
		s.deps.OnCooling(snap.cooling)
	})
}

// change writes to the journal off the UI goroutine and shows what came of it.
func (s *Screen) change(write func(context.Context, Store) error) { s.changeThen(write, func() {}) }

// changeThen is change that calls then when that has succeeded.
func (s *Screen) changeThen(write func(context.Context, Store) error, then func()) {
	store := s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { err = write(context.WithoutCancel(ctx), store) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
		} else {
			then()
		}
		s.load(false)
	})
}

// changeProfile saves what edit does to the profile and shows what came of it.
func (s *Screen) changeProfile(edit func(*journal.Profile)) {
	var p journal.Profile
	s.changeThen(func(ctx context.Context, store Store) (err error) {
		if p, err = store.GetProfile(ctx); err != nil {
			return err
		}
		edit(&p)
		return store.UpdateProfile(ctx, p)
	}, func() { s.deps.OnProfile(p) })
}

// show puts a snapshot into the widgets, without moving the page or the focus.
func (s *Screen) show(snap snapshot) {
	focus := s.names.Focused(s.deps.Window.Canvas())
	s.snap = snap
	s.names.Clear()
	s.page.Objects = parts(
		s.head(snap), s.coolingCard(snap), s.moodPart(snap), s.question(snap), s.promises(snap),
		s.steps(snap), s.letters(snap), s.again(snap), s.latestEntries(snap), s.foot(snap))
	s.page.Refresh()
	s.scroll.Refresh()
	s.names.Focus(s.deps.Window.Canvas(), focus)
}

// parts returns those of the objects that there are.
func parts(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	var there []fyne.CanvasObject
	for _, o := range objects {
		if o != nil {
			there = append(there, o)
		}
	}
	return there
}

func (s *Screen) named(name string, c widget.Control) fyne.CanvasObject { return s.names.Add(name, c) }

// Package promises is the Promises screen: what was promised and, day by day,
// what was seen of it; goals; and one dated timeline of apologies, promises and
// observations.
package promises

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window      fyne.Window
	Tasks       *tasks.Runner
	Store       Store
	Suggestions func() []journal.Suggestion // promises to take over, as far as they are not folded away
	Apologies   []string                    // ids of the guided pages that are apologies
	Now         func() time.Time
	// OnWrite is called to begin an entry about a promise; its text stands
	// above what is written.
	OnWrite     func(promise uuid.UUID, text string)
	OnOpenEntry func(uuid.UUID)
}

// tab is one of the views of the screen.
type tab int

const (
	promisesTab tab = iota
	goalsTab
	timelineTab

	views = iota // how many there are
)

// title names a view.
func (t tab) title() string {
	switch t {
	case goalsTab:
		return lang.L("Goals")
	case timelineTab:
		return lang.L("Timeline")
	}
	return lang.L("Promises")
}

// Screen is the Promises screen.
type Screen struct {
	deps    Deps
	tab     tab
	promise uuid.UUID // the promise whose page is open; or nil
	goal    uuid.UUID // the goal whose page is open; or nil
	snap    snapshot  // what shows
	latest  int       // generation of the newest fetch

	content  *fyne.Container
	head     *widget.Headline // names the view
	tabs     []*widget.Chip
	board    *board
	goals    *goalList
	timeline *timeline
	page     *page
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, page: newPage(d.Window)}
	s.board, s.goals, s.timeline = newBoard(s), newGoalList(s), newTimeline(s)
	var tabs []fyne.CanvasObject
	for i := range tab(views) {
		chip := widget.NewChip(i.title(), func() { s.turn(i) })
		chip.OnKey = func(ev *fyne.KeyEvent) bool { return s.onTabKey(i, ev) }
		s.tabs = append(s.tabs, chip)
		tabs = append(tabs, chip)
	}
	s.head = widget.NewHeadline(s.tab.title(), theme.Space2, 0, tabs...)
	views := container.NewStack(s.board.content, s.goals.content, s.timeline.content, s.page.content)
	s.content = widget.NewFrame(widget.InsetXY(theme.Space6, theme.Space4, s.head.Content), views, nil)
	s.arrange()
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the journal and shows what is in it.
func (s *Screen) Show() { s.load() }

// FocusFirst gives the focus to what the view is for.
func (s *Screen) FocusFirst() {
	switch {
	case s.isPage():
		s.page.focusFirst()
	case s.tab == goalsTab:
		s.goals.focusFirst()
	case s.tab == timelineTab:
		s.timeline.focusFirst()
	default:
		s.board.focusFirst()
	}
}

// HandleKey goes back from a page with Escape.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || !s.isPage() {
		return false
	}
	s.back()
	return true
}

// isPage reports whether the page of a promise or a goal is open.
func (s *Screen) isPage() bool { return s.promise != uuid.Nil || s.goal != uuid.Nil }

// onTabKey goes to the view beside with Left and Right.
func (s *Screen) onTabKey(from tab, ev *fyne.KeyEvent) bool {
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[ev.Name]
	to := int(from) + step
	if step == 0 || to < 0 || to >= len(s.tabs) {
		return false
	}
	s.turn(tab(to))
	s.deps.Window.Canvas().Focus(s.tabs[to])
	return true
}

// turn shows another view.
func (s *Screen) turn(to tab) {
	s.tab, s.promise, s.goal = to, uuid.Nil, uuid.Nil
	s.load()
}

// TurnToPromises turns to the promises, for when the screen is shown next.
func (s *Screen) TurnToPromises() { s.turn(promisesTab) }

// TurnToGoals turns to the goals, for when the screen is shown next.
func (s *Screen) TurnToGoals() { s.turn(goalsTab) }

// OpenPromise shows the page of a promise, with the promises behind it.
func (s *Screen) OpenPromise(id uuid.UUID) {
	s.tab = promisesTab
	s.openPromise(id)
}

// OpenGoal shows the page of a goal, with the goals behind it.
func (s *Screen) OpenGoal(id uuid.UUID) {
	s.tab = goalsTab
	s.openGoal(id)
}

// openPromise shows the page of a promise.
func (s *Screen) openPromise(id uuid.UUID) { s.open(id, uuid.Nil) }

// openGoal shows the page of a goal.
func (s *Screen) openGoal(id uuid.UUID) { s.open(uuid.Nil, id) }

func (s *Screen) open(promise, goal uuid.UUID) {
	s.promise, s.goal = promise, goal
	s.page.content.ScrollToTop()
	s.loadThen(s.page.focusFirst)
}

// back leaves a page for the view it was opened from.
func (s *Screen) back() {
	s.promise, s.goal = uuid.Nil, uuid.Nil
	s.loadThen(s.FocusFirst)
}

func (s *Screen) today() journal.Day { return journal.DayOf(s.deps.Now()) }

// load fetches what shows off the UI goroutine; an answer that was overtaken is
// dropped.
func (s *Screen) load() { s.loadThen(nil) }

// loadThen is load, and then does something.
func (s *Screen) loadThen(then func()) {
	s.latest++
	generation, store := s.latest, s.deps.Store
	ask := asked{
		promise: s.promise, timeline: s.tab == timelineTab && !s.isPage(),
		apologies: slices.Clone(s.deps.Apologies), today: s.today(),
	}
	var snap snapshot
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { snap, err = fetch(ctx, store, ask) }, func() {
		switch {
		case generation != s.latest:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.show(snap)
			if then != nil {
				then()
			}
		}
	})
}

// change writes something off the UI goroutine and shows what came of it.
func (s *Screen) change(write func(context.Context, Store) error) {
	store := s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { err = write(ctx, store) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
		}
		s.load()
	})
}

// show puts a snapshot into the widgets, without moving the focus.
func (s *Screen) show(snap snapshot) {
	s.snap = snap
	if log, ok := snap.promise(s.promise); ok {
		s.page.show(s.promisePage(log))
	} else if log, ok := snap.goal(s.goal); ok {
		s.page.show(s.goalPage(log))
	} else {
		s.promise, s.goal = uuid.Nil, uuid.Nil
	}
	s.board.show(snap)
	s.goals.show(snap)
	if s.tab == timelineTab && !s.isPage() {
		s.timeline.show(snap.timeline)
	}
	s.arrange()
}

// arrange shows the one view that is chosen.
func (s *Screen) arrange() {
	for i, chip := range s.tabs {
		chip.SetSelected(tab(i) == s.tab)
	}
	s.head.SetText(s.tab.title())
	isPage := s.isPage()
	shown(s.page.content, isPage)
	shown(s.board.content, !isPage && s.tab == promisesTab)
	shown(s.goals.content, !isPage && s.tab == goalsTab)
	shown(s.timeline.content, !isPage && s.tab == timelineTab)
	s.content.Refresh()
}

// shown shows or hides an object.
func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

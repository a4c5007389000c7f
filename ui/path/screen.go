// Package path is the Path screen: the guide's phases and stages with how each
// stands, and for the chosen stage its purpose, steps to tick, questions to
// write about, linked entries and dated history.
package path

import (
	"cmp"
	"context"

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
	Window fyne.Window
	Tasks  *tasks.Runner
	Store  Store
	Guides []journal.Guide // all there are, the one the person follows first
	Pages  []journal.Page  // the guided pages
	Folds  []string        // what can be folded away beside stages: ids as in the profile
	// OnWrite is called to begin an entry about a stage and, unless it is
	// empty, a step, with the question to write about.
	OnWrite     func(stage, step, prompt string)
	OnOpenEntry func(uuid.UUID)
	// OnPage is called to fill in a guided page in a stage. Nil: none is listed.
	OnPage func(page, stage string)
	// OnProfile is called with the profile as it was saved.
	OnProfile func(journal.Profile)
	// OnPromises, OnGoals and OnCare lead to the promises, the goals, and the page
	// of support. Nil: they are not offered.
	OnPromises, OnGoals, OnCare func()
	// OnDeck leads to the questions to ask each other, and OnGuides to where the
	// guide is changed. Nil: neither is offered.
	OnDeck, OnGuides func()
}

// Screen is the Path screen.
type Screen struct {
	deps   Deps
	stage  string    // id of the stage that is open
	latest int       // generation of the newest fetch
	undone *undoable // what was taken away last, or nil

	content *fyne.Container
	fold    *widget.Fold
	list    *stageList
	back    *widget.Button // to the list, in a narrow window
	paper   *fyne.Container
	page    *fyne.Container
	scroll  *container.Scroll
	names   widget.Names // of the page
	first   string       // name of the first thing to do on the page
	next    string       // name of what gets the focus when the page shows, or none
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, page: widget.NewStack(theme.Space6)}
	s.stage = d.Guides[0].Stages[0].ID
	s.list = newStageList(d.Guides[0], s.open, s.choose, s.enter)
	s.list.hidden = newHidden(d.Guides)
	if d.OnGuides != nil {
		s.list.foot.Add(widget.InsetXY(theme.Space2, theme.Space3,
			widget.NewRow(0, widget.NewQuietButton(lang.L("Change this guide…"), d.OnGuides))))
	}
	s.back = widget.NewQuietButton(lang.L("All stages"), s.FocusFirst)
	s.scroll = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space8, s.page)))
	s.paper = widget.NewFrame(widget.NewColumn(widget.NewRow(0, s.back)), s.scroll, nil)
	s.fold = &widget.Fold{OnChange: s.onFolded}
	s.content = container.New(s.fold, s.list.content, s.paper)
	s.onFolded()
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the journal and shows how the stages stand.
func (s *Screen) Show() { s.load() }

// FocusFirst gives the focus to the open stage in the list.
func (s *Screen) FocusFirst() {
	s.fold.Turn(false)
	s.list.focus(s.deps.Window.Canvas(), s.stage)
}

// onFolded shows what there is room for.
func (s *Screen) onFolded() {
	if s.fold.Narrow && s.fold.Page {
		s.list.content.Hide()
	} else {
		s.list.content.Show()
	}
	s.paper.Hidden = s.fold.Narrow && !s.fold.Page
	s.back.Hidden = !s.fold.Narrow
	s.content.Refresh()
}

// choose shows another stage and turns to its page.
func (s *Screen) choose(stage string) {
	s.open(stage)
	s.fold.Turn(true)
}

// OpenStage shows the stage with the id, if the guide has it, and turns to its
// page.
func (s *Screen) OpenStage(stage string) {
	if _, ok := s.deps.Guides[0].Stage(stage); ok {
		s.choose(stage)
	}
}

// open shows another stage from its top.
func (s *Screen) open(stage string) {
	s.stage, s.undone = stage, nil
	s.scroll.ScrollToTop()
	s.load()
}

// enter gives the focus to the first thing to do on the open stage's page.
func (s *Screen) enter() {
	s.fold.Turn(true)
	if s.names.Has("unfold") {
		s.refocus("unfold")
		return
	}
	s.refocus(s.first)
}

// HandleKey goes back from the page to the list with Escape or Left.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape && ev.Name != fyne.KeyLeft {
		return false
	}
	s.FocusFirst()
	return true
}

// load fetches the open stage off the UI goroutine and shows it; an answer
// that was overtaken is dropped.
func (s *Screen) load() {
	s.latest++
	generation, store, wanted := s.latest, s.deps.Store, wanted{s.deps.Guides, s.deps.Pages, s.stage}
	var snap snapshot
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { snap, err = fetch(ctx, store, wanted) }, func() {
		switch {
		case generation != s.latest:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.show(snap)
		}
	})
}

// change writes something off the UI goroutine and shows what came of it.
func (s *Screen) change(write func(context.Context, Store) error) { s.changeThen(write, func() {}) }

// changeThen is change that calls done, before it shows, if nothing failed.
func (s *Screen) changeThen(write func(context.Context, Store) error, done func()) {
	store := s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { err = write(ctx, store) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
		} else {
			done()
		}
		s.load()
	})
}

// show puts a snapshot into the widgets, without moving the page or the focus.
func (s *Screen) show(snap snapshot) {
	focus := s.names.Focused(s.deps.Window.Canvas())
	if stage, ok := s.deps.Guides[0].Stage(s.stage); ok {
		s.page.Objects = s.stagePage(stage, snap)
	} else if stage, ok := snap.other(s.stage); ok {
		s.page.Objects = s.otherPage(stage, snap)
	}
	s.list.show(snap, snap.otherStages(s.deps.Guides[0]), s.stage)
	s.page.Refresh()
	s.scroll.Refresh()
	s.refocus(cmp.Or(s.next, focus))
	if s.next == firstThing {
		s.refocus(s.first)
	}
	s.next = ""
}

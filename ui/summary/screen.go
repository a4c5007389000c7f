// Package summary is the Summary screen: the person chooses what a reflection
// summary tells, line by line if they like, and saves it as a file.
package summary

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

// Deps is what the screen needs. ListEntries, Report and Export are called off
// the UI goroutine.
type Deps struct {
	Window      fyne.Window
	Tasks       *tasks.Runner
	Guide       journal.Guide
	Pages       []journal.Page // for the titles of guided pages
	ListEntries func(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	Report      func(context.Context, journal.Choice) (journal.Report, error)
	// Export writes the report to path in format (pdf, html or md), whole or
	// not at all, and returns how many characters it had to replace by a mark.
	Export func(ctx context.Context, r journal.Report, format, path string) (replaced int, err error)
	// Exists reports whether there is anything at path.
	Exists func(path string) bool
	// Now gives the day that "this month" is counted from; nil is time.Now.
	Now func() time.Time
}

// Screen is the Summary screen.
type Screen struct {
	deps     Deps
	entries  []journal.EntrySummary // that may be told of, newest first
	listed   []journal.EntrySummary // those of the chosen period and stages
	leftOut  map[uuid.UUID]bool     // entries that were unticked
	period   period
	stages   map[string]bool // chosen; none means all
	without  map[journal.Section]bool
	initials bool
	format   string
	told     told   // beside the entries
	warned   bool   // the person read what a saved file means
	folder   string // where the last file was saved in this session, or none

	loads, counts int // generations of the newest fetches

	content  *fyne.Container
	choosing *fold
	empty    fyne.CanvasObject
	choices  *choicesPane
	list     *listPane
	foot     *footPane
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	if d.Now == nil {
		d.Now = time.Now
	}
	s := &Screen{deps: d, leftOut: make(map[uuid.UUID]bool), stages: make(map[string]bool),
		without: make(map[journal.Section]bool), format: formats()[0].name}
	s.choices = newChoicesPane(s)
	s.list = newListPane(s)
	s.foot = newFootPane(s)
	s.choosing = newFold(s.choices.content, s.list, s.foot.content)
	s.empty = widget.NewPage(emptyWidth, emptyPage())
	s.empty.Hide()
	s.content = container.NewStack(s.choosing.shown, s.empty)
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusFirst gives the focus to the first control.
func (s *Screen) FocusFirst() { s.deps.Window.Canvas().Focus(s.choices.periods[0]) }

// HandleKey scrolls the choices with the keys that nothing else has used. It
// reports whether it used the key.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool { return scrollBy(s.choosing.scroll(), ev.Name) }

// relayout gives every part of the screen its place again, since texts that
// changed may take more lines or fewer.
func (s *Screen) relayout() {
	if s.choosing != nil {
		s.choosing.shown.Refresh()
	}
}

// Show reads the journal and shows what there is to choose from. What was
// chosen before stays.
func (s *Screen) Show() {
	s.foot.notice("")
	s.load()
}

// load fetches what may be told of off the UI goroutine and shows it; an
// answer that was overtaken is dropped.
func (s *Screen) load() {
	s.loads++
	generation := s.loads
	var c contents
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { c, err = fetch(ctx, s.deps) }, func() {
		switch {
		case generation != s.loads:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.show(c)
		}
	})
}

// show puts what the journal holds into the widgets.
func (s *Screen) show(c contents) {
	s.entries = c.entries
	if len(c.entries) == 0 && !c.more {
		s.choosing.shown.Hide()
		s.empty.Show()
		return
	}
	s.empty.Hide()
	s.choosing.shown.Show()
	s.choose()
}

// choose shows what a changed period or choice of stages comes to.
func (s *Screen) choose() {
	s.foot.notice("")
	days, problem := s.period.days(s.deps.Now())
	s.choices.showProblem(problem)
	if problem != "" {
		s.foot.say(s.draft())
		return
	}
	s.listed = entriesOf(s.entries, days, s.stages)
	s.list.show()
	s.count()
}

// count fetches how many stages, promises and goals the choice tells of, which
// is quick since it reads no entries, and then says what will be in the summary.
func (s *Screen) count() {
	s.counts++
	generation, choice := s.counts, s.choice()
	choice.Without, choice.LeaveOut = besideEntries(), nil
	var r journal.Report
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { r, err = s.deps.Report(ctx, choice) }, func() {
		switch {
		case generation != s.counts:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.told = told{stages: len(r.Stages) + len(r.OtherGuide), promises: len(r.Promises), goals: len(r.Goals)}
			s.foot.say(s.draft())
		}
	})
}

// changed follows a change of what is told of the entries that are listed.
func (s *Screen) changed() {
	s.foot.notice("")
	s.foot.say(s.draft())
}

// emptyWidth is how wide the page of an empty journal is, at a text scale of 1.
const emptyWidth = 480

func emptyPage() fyne.CanvasObject {
	title, text := emptyWords()
	return widget.NewStack(theme.Space3, widget.NewHeading(title, theme.SizeTitle), widget.NewParagraph(text))
}

// Package summary is the Summary screen: the person chooses what a reflection
// summary tells, line by line if they like, looks at it as it will be, and saves
// it as a file.
package summary

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs. All but Folded are called off the UI goroutine.
type Deps struct {
	Window      fyne.Window
	Tasks       *tasks.Runner
	Guide       journal.Guide
	Pages       []journal.Page // for the titles of guided pages
	ListEntries func(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	Report      func(context.Context, journal.Choice) (journal.Report, error)
	// Compose puts the summary of a choice together.
	Compose func(context.Context, journal.Choice, Order) (Composed, error)
	// Plans returns what was chosen before, and Keep keeps what is chosen now.
	Plans func(context.Context) (journal.SummaryPlans, error)
	Keep  func(context.Context, journal.SummaryPlans) error
	// Folded reports whether what has the id is folded away; nil: nothing is.
	Folded func(id string) bool
	// Exists reports whether there is anything at path.
	Exists func(path string) bool
	// OpenFile hands a file to the program that the system shows it with; nil
	// offers neither that nor printing.
	OpenFile func(path string) error
	// Paper is the usual one where the person lives: a4 or letter.
	Paper string
	// Now gives the day that "this month" is counted from; nil is time.Now.
	Now func() time.Time
}

// Screen is the Summary screen.
type Screen struct {
	deps      Deps
	entries   []journal.EntrySummary // that may be told of, newest first
	listed    []journal.EntrySummary // those of the chosen period and stages
	plans     journal.SummaryPlans
	recipient journal.Recipient
	plan      journal.SummaryPlan // what is chosen, for the recipient
	planned   bool                // what was chosen before has been fetched
	told      told                // beside the entries
	warned    bool                // the person read what a saved file means
	folder    string              // where the last file was saved in this session, or none
	lastFile  string              // that was saved, or none

	loads, counts int    // generations of the newest fetches
	version       int    // of what a summary would hold
	unkept        func() // ends the wait before the choices are kept, or nil

	making     making
	previewing bool // the preview has the place of the choices

	content  *fyne.Container
	choosing *fold
	empty    fyne.CanvasObject
	choices  *choicesPane
	list     *listPane
	preview  *previewPane
	foot     *footPane
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	if d.Now == nil {
		d.Now = time.Now
	}
	if d.Folded == nil {
		d.Folded = func(string) bool { return false }
	}
	s := &Screen{deps: d, recipient: journal.ForMe, plan: journal.NewSummaryPlan(journal.ForMe)}
	s.making.screen = s
	s.choices = newChoicesPane(s)
	s.list = newListPane(s)
	s.preview = newPreviewPane(s)
	s.foot = newFootPane(s)
	s.choosing = newFold(s)
	s.empty = widget.NewPage(emptyWidth, emptyPage())
	s.empty.Hide()
	s.content = container.NewStack(s.choosing.shown, s.empty)
	s.showPlan()
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusFirst gives the focus to the first control, with the headings above it in
// view.
func (s *Screen) FocusFirst() {
	if s.choosing.showsChoices() {
		s.choosing.scroll().ScrollToTop()
		s.deps.Window.Canvas().Focus(s.choices.firstControl())
		return
	}
	s.deps.Window.Canvas().Focus(s.foot.look)
}

// HandleKey scrolls the choices, or what is previewed, with the keys that
// nothing else has used. It reports whether it used the key.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	if s.choosing.showsChoices() {
		return scrollBy(s.choosing.scroll(), ev.Name)
	}
	return s.preview.HandleKey(ev)
}

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
	s.setPreviewing(false)
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
	if !s.planned {
		s.planned, s.plans = true, c.plans
		s.recipient = c.plans.Recipient
		if !s.offers(s.recipient) {
			s.recipient = journal.ForMe
		}
		s.plan = s.plans.For(s.recipient)
	}
	nothing := len(c.entries) == 0 && !c.more
	if nothing {
		s.choosing.shown.Hide()
		s.empty.Show()
		return
	}
	s.empty.Hide()
	s.choosing.shown.Show()
	s.showPlan()
	s.listEntries()
}

// showPlan shows what is chosen, in the widgets for it.
func (s *Screen) showPlan() {
	s.choices.show()
	s.foot.show()
}

// listEntries lists the entries of what is chosen, and tells what that comes to.
func (s *Screen) listEntries() {
	s.stale()
	days, problem := s.period().days(s.deps.Now())
	s.choices.showProblem(problem)
	if problem != "" {
		s.foot.say(s.draft())
		return
	}
	s.listed = entriesOf(s.entries, days, s.stages())
	s.list.show()
	s.count()
}

// choose shows what a changed period or choice of stages comes to.
func (s *Screen) choose() {
	s.foot.notice("")
	s.keepSoon()
	s.listEntries()
}

// changed follows a change of what is told of the entries that are listed.
func (s *Screen) changed() {
	s.foot.notice("")
	s.keepSoon()
	s.stale()
	s.foot.say(s.draft())
}

// stale has everything made anew that shows what a summary would hold.
func (s *Screen) stale() {
	s.version++
	s.making.abandon()
	s.preview.forget()
	s.choices.names.look()
	s.preview.update()
}

// count fetches how many stages, promises and goals the choice tells of, which
// is quick since it reads no entries, and then says what will be in the summary.
func (s *Screen) count() {
	s.counts++
	generation, choice := s.counts, s.choice()
	choice.Without, choice.LeaveOut, choice.Only, choice.Excerpts, choice.Initials, choice.First = besideEntries(), nil, nil, nil, false, nil
	var r journal.Report
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { r, err = s.deps.Report(ctx, choice) }, func() {
		switch {
		case generation != s.counts:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.told = told{stages: stagesOf(r), promises: len(r.Promises), goals: len(r.Goals)}
			s.foot.say(s.draft())
			s.preview.update()
		}
	})
}

// stagesOf returns how many stages a report tells of. One that keeps a step the
// guide lacks is in both lists, and counts once.
func stagesOf(r journal.Report) int {
	n := len(r.Stages)
	for _, other := range r.OtherGuide {
		if !slices.ContainsFunc(r.Stages, func(s journal.ReportStage) bool { return s.ID == other.ID }) {
			n++
		}
	}
	return n
}

// offers reports whether a recipient can be chosen.
func (s *Screen) offers(r journal.Recipient) bool {
	return r != journal.ForPartner || !s.deps.Folded(journal.FoldPartnerPreset)
}

// chooseRecipient shows what was chosen for another recipient last, or what is
// to begin with.
func (s *Screen) chooseRecipient(r journal.Recipient) {
	s.plans = s.plans.With(s.recipient, s.plan)
	s.takePlan(r, s.plans.For(r))
}

// beginAnew has for the recipient what is to begin with, but for the words that
// were written.
func (s *Screen) beginAnew() {
	plan := journal.NewSummaryPlan(s.recipient)
	plan.Line, plan.First, plan.Format, plan.Paper = s.plan.Line, s.plan.First, s.plan.Format, s.plan.Paper
	s.takePlan(s.recipient, plan)
}

func (s *Screen) takePlan(r journal.Recipient, plan journal.SummaryPlan) {
	s.recipient, s.plan = r, plan
	s.showPlan()
	s.choose()
	s.relayout()
}

// format returns the form that is chosen.
func (s *Screen) format() string {
	if slices.ContainsFunc(formats(), func(f format) bool { return f.name == s.plan.Format }) {
		return s.plan.Format
	}
	return formats()[0].name
}

// paper returns the paper that is chosen.
func (s *Screen) paper() string {
	for _, name := range []string{s.plan.Paper, s.deps.Paper} {
		if slices.ContainsFunc(papers(), func(p paper) bool { return p.name == name }) {
			return name
		}
	}
	return papers()[0].name
}

// emptyWidth is how wide the page of an empty journal is, at a text scale of 1.
const emptyWidth = 480

func emptyPage() fyne.CanvasObject {
	title, text := emptyWords()
	return widget.NewStack(theme.Space3, widget.NewHeading(title, theme.SizeTitle), widget.NewParagraph(text))
}

package summary_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/summary"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a journal in memory, with what was asked of it.
type memory struct {
	entries   []journal.EntrySummary
	stages    int                   // that a report tells of
	others    []journal.ReportStage // beside them, outside the guide and path
	promises  int
	goals     int
	shortened []string
	replaced  int
	fail      error
	failSave  error
	onList    func()                // called, once, before entries are given
	onExport  func(context.Context) // called when a file begins to be written
	onCompose func(context.Context) // called when a summary begins to be put together
	plans     journal.SummaryPlans  // as they were kept
	pages     int                   // of a PDF
	failOpen  error
	folded    []string // what is folded away

	reports  []journal.Choice
	composed []composed // every one, the newest last
	exported []string   // format and path
	seals    []string   // passphrases, of every file
	drawn    []string   // page and dots per inch
	opened   []string
	kept     int // how many times choices were kept
	noViewer bool
	tell     func(float64) // the progress of the newest order
}

// composed is a summary of one choice.
type composed struct {
	store  *memory
	choice journal.Choice
	order  summary.Order
}

func (c composed) Report() journal.Report { return journal.Report{Shortened: c.store.left(c.choice)} }

func (c composed) Pages() int {
	if c.order.Format != "pdf" {
		return 0
	}
	return c.store.pages
}

func (c composed) Size() (width, height float32) { return 600, 800 }

func (c composed) Page(n, dpi int) image.Image {
	c.store.drawn = append(c.store.drawn, fmt.Sprint(n, " at ", dpi))
	return image.NewGray(image.Rect(0, 0, 600*dpi/72, 800*dpi/72))
}

func (c composed) Text() string { return "# The " + c.order.Format + " text of " + c.choice.Line }

func (c composed) Save(ctx context.Context, s summary.Saving) (int, error) {
	m := c.store
	if m.onExport != nil {
		m.onExport(ctx)
	}
	if ctx.Err() != nil {
		return 0, ctx.Err()
	}
	m.exported, m.seals = append(m.exported, c.order.Format+" "+s.Path), append(m.seals, string(s.Seal))
	return m.replaced, m.failSave
}

// left returns the words that are shortened in spite of what is spared.
func (m *memory) left(c journal.Choice) []string {
	if !c.Initials {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.shortened), func(w string) bool { return slices.Contains(c.Spare, w) })
}

func (m *memory) compose(ctx context.Context, c journal.Choice, o summary.Order) (summary.Composed, error) {
	m.tell = o.Progress
	if m.onCompose != nil {
		m.onCompose(ctx)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	made := composed{m, c, o}
	m.composed = append(m.composed, made)
	return made, m.fail
}

func (m *memory) keep(_ context.Context, plans journal.SummaryPlans) error {
	m.plans, m.kept = plans, m.kept+1
	return nil
}

func (m *memory) open(path string) error {
	m.opened = append(m.opened, path)
	return m.failOpen
}

func (m *memory) list(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	if f.Active() || f.InBin || f.Limit+f.Offset > 0 {
		return nil, errors.New("the screen chooses by itself")
	}
	entries := slices.Clone(m.entries)
	if onList := m.onList; onList != nil {
		m.onList = nil
		onList()
	}
	return entries, m.fail
}

func (m *memory) report(_ context.Context, c journal.Choice) (journal.Report, error) {
	m.reports = append(m.reports, c)
	r := journal.Report{Shortened: m.left(c)}
	if !slices.Contains(c.Without, journal.SectionStages) {
		r.Stages, r.OtherGuide = make([]journal.ReportStage, m.stages), m.others
	}
	if !slices.Contains(c.Without, journal.SectionPromises) {
		r.Promises, r.Goals = make([]journal.ReportPromise, m.promises), make([]journal.ReportGoal, m.goals)
	}
	return r, m.fail
}

// last returns the choice of the newest report.
func (m *memory) last() journal.Choice { return m.reports[len(m.reports)-1] }

// made returns the choice of the newest summary that was put together.
func (m *memory) made() journal.Choice { return m.composed[len(m.composed)-1].choice }

// shown is a Summary screen in a window of the test driver.
type shown struct {
	*testing.T
	screen *summary.Screen
	store  *memory
	win    fyne.Window
	tasks  *tasks.Runner
}

func show(t *testing.T, store *memory) *shown {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	s := &shown{T: t, store: store, win: uitest.NewWindow(t), tasks: tasks.NewSync()}
	if store.pages == 0 {
		store.pages = 3
	}
	if store.plans.Recipient == "" {
		store.plans.Recipient = journal.ForMe
	}
	deps := summary.Deps{
		Window: s.win, Tasks: s.tasks, Guide: guides[0],
		ListEntries: store.list, Report: store.report, Compose: store.compose,
		Plans:  func(context.Context) (journal.SummaryPlans, error) { return store.plans, nil },
		Keep:   store.keep,
		Folded: func(id string) bool { return slices.Contains(store.folded, id) },
		Exists: func(string) bool { return false },
		Now:    func() time.Time { return at(5, 31) },
	}
	if !store.noViewer {
		deps.OpenFile = store.open
	}
	s.screen = summary.New(deps)
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 900))
	s.screen.Show()
	s.screen.FocusFirst()
	return s
}

// at returns a moment of 2026.
func at(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 20, 15, 0, 0, time.UTC)
}

func entry(n byte, when time.Time, line, stage, step string, feelings ...string) journal.EntrySummary {
	e := journal.EntrySummary{ID: uuid.UUID{n}, At: when, FirstLine: line, Stage: stage, Step: step}
	for _, word := range feelings {
		e.Feelings = append(e.Feelings, journal.Feeling{Word: word, Intensity: 3})
	}
	return e
}

// rich is a journal with four entries that may be told of, and one that may not.
func rich() *memory {
	hidden := entry(9, at(4, 2), "not for anyone", "choose", "", "ashamed")
	hidden.KeepOut = true
	return &memory{stages: 5, entries: []journal.EntrySummary{
		entry(4, at(5, 4), "A calmer evening", "", "", "hopeful", "tired"),
		entry(3, at(4, 3), "On my own", "choose", "", "Tired"),
		hidden,
		entry(2, at(3, 3), "The first talk", "", "acknowledge.name-it", "sad"),
		entry(1, time.Date(2025, 11, 30, 23, 0, 0, 0, time.UTC), "How it began", "acknowledge", ""),
	}}
}

// find returns the first object over or in the window that is a T and wanted.
func find[T any](s *shown, wanted func(T) bool) T {
	s.Helper()
	return uitest.Find(s, uitest.Top(s.win), wanted)
}

func (s *shown) offers(label string) bool { return uitest.Offers(uitest.Top(s.win), label) }

func (s *shown) chip(text string) *widget.Chip {
	s.Helper()
	return find(s, func(c *widget.Chip) bool { return c.Text == text })
}

func (s *shown) box(part string) *widget.TickBox {
	s.Helper()
	return find(s, func(b *widget.TickBox) bool { return strings.Contains(b.AccessibilityLabel(), part) })
}

func (s *shown) button(text string) *widget.Button {
	s.Helper()
	return find(s, func(b *widget.Button) bool { return b.Text == text })
}

func (s *shown) list() *widget.List {
	s.Helper()
	return find(s, func(*widget.List) bool { return true })
}

func (s *shown) says(text string) bool { return uitest.Says(uitest.Top(s.win), text) }

func (s *shown) wantLine(line string) {
	s.Helper()
	if !s.says(line) {
		got := find(s, func(p *widget.Paragraph) bool { return strings.HasPrefix(p.Text, "In it:") })
		s.Errorf("the line is %q, want %q", got.Text, line)
	}
}

// key types a key into what has the focus.
func (s *shown) key(name fyne.KeyName) {
	s.Helper()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// toSave goes up to the question for a path.
func (s *shown) toSave() {
	s.Helper()
	test.Tap(s.button("Save the summary…"))
	if s.says("anyone who opens the file can read") {
		test.Tap(s.button("Save it unsealed"))
	}
}

// saveTo saves the summary at path.
func (s *shown) saveTo(path string) {
	s.Helper()
	s.toSave()
	find(s, func(*widget.Field) bool { return true }).SetText(path)
	test.Tap(s.button("Save"))
}

// stops returns what the Tab key stops at: chips and buttons by their words.
func (s *shown) stops() (stops []string) {
	start := s.win.Canvas().Focused()
	for range 100 {
		switch o := s.win.Canvas().Focused().(type) {
		case *widget.Chip:
			stops = append(stops, o.Text)
		case *widget.Button:
			stops = append(stops, o.Text)
		}
		if s.win.Canvas().FocusNext(); s.win.Canvas().Focused() == start {
			break
		}
	}
	return stops
}

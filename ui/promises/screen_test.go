package promises_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/promises"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a store that keeps everything in memory.
type memory struct {
	promises []journal.PromiseLog
	goals    []journal.GoalLog
	entries  []journal.EntrySummary
	about    map[uuid.UUID]string // the promise that an entry is about
	stands   map[uuid.UUID]journal.Standing
	fail     error
	now      time.Time
}

// tick returns the next moment.
func (m *memory) tick() time.Time {
	m.now = m.now.Add(time.Second)
	return m.now
}

func (m *memory) ListPromises(context.Context) ([]journal.PromiseLog, error) {
	return slices.Clone(m.promises), m.fail
}

func (m *memory) CreatePromise(_ context.Context, p journal.Promise) (journal.Promise, error) {
	p.ID, p.At = uuid.New(), m.tick()
	if err := p.Check(); err != nil {
		return p, err
	}
	m.promises = append(m.promises, journal.PromiseLog{Wordings: []journal.Promise{p}})
	return p, m.fail
}

func (m *memory) log(id uuid.UUID) *journal.PromiseLog {
	i := slices.IndexFunc(m.promises, func(l journal.PromiseLog) bool { return l.Current().ID == id })
	return &m.promises[i]
}

func (m *memory) UpdatePromise(_ context.Context, p journal.Promise) (journal.Promise, error) {
	p.At = m.tick()
	if err := p.Check(); err != nil {
		return p, err
	}
	log := m.log(p.ID)
	log.Wordings = append(slices.Clone(log.Wordings), p)
	return p, m.fail
}

func (m *memory) DeletePromise(_ context.Context, id uuid.UUID) error {
	m.promises = slices.DeleteFunc(m.promises, func(l journal.PromiseLog) bool { return l.Current().ID == id })
	return m.fail
}

func (m *memory) Observe(_ context.Context, id uuid.UUID, o journal.Observation) (journal.Observation, error) {
	o.At = m.tick()
	if err := o.Check(); err != nil {
		return o, err
	}
	log := m.log(id)
	log.Observations = append(slices.Clone(log.Observations), o)
	return o, m.fail
}

func (m *memory) Unobserve(_ context.Context, id uuid.UUID, day journal.Day) error {
	log := m.log(id)
	for i, o := range slices.Backward(log.Observations) {
		if o.Day == day {
			log.Observations = slices.Delete(slices.Clone(log.Observations), i, i+1)
			return m.fail
		}
	}
	return journal.ErrNotFound
}

func (m *memory) ListGoals(context.Context) ([]journal.GoalLog, error) {
	return slices.Clone(m.goals), m.fail
}

func (m *memory) CreateGoal(_ context.Context, g journal.Goal) (journal.Goal, error) {
	g.ID, g.At = uuid.New(), m.tick()
	if err := g.Check(); err != nil {
		return g, err
	}
	m.goals = append(m.goals, journal.GoalLog{Wordings: []journal.Goal{g}})
	return g, m.fail
}

func (m *memory) UpdateGoal(_ context.Context, g journal.Goal) (journal.Goal, error) {
	g.At = m.tick()
	for i, log := range m.goals {
		if log.Current().ID == g.ID {
			m.goals[i].Wordings = append(slices.Clone(log.Wordings), g)
		}
	}
	return g, m.fail
}

func (m *memory) DeleteGoal(_ context.Context, id uuid.UUID) error {
	m.goals = slices.DeleteFunc(m.goals, func(l journal.GoalLog) bool { return l.Current().ID == id })
	return m.fail
}

func (m *memory) ListEntries(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	var out []journal.EntrySummary
	for _, e := range m.entries {
		if f.Promise != "" && m.about[e.ID] == f.Promise || f.Page != "" && e.Page == f.Page {
			out = append(out, e)
		}
	}
	return out, m.fail
}

func (m *memory) EachFacts(_ context.Context, f journal.EntryFilter, each func(journal.EntryFacts) error) error {
	for _, e := range m.entries {
		if e.Page != f.Page {
			continue
		}
		facts := journal.EntryFacts{ID: e.ID, Page: e.Page, Fields: map[string]string{journal.FieldStanding: string(m.stands[e.ID])}}
		if err := each(facts); err != nil {
			return err
		}
	}
	return m.fail
}

// add keeps a promise.
func (m *memory) add(t *testing.T, p journal.Promise) uuid.UUID {
	t.Helper()
	if p.Who == "" {
		p.Who = journal.ByMe
	}
	if p.From == "" {
		p.From = "2026-03-02"
	}
	kept, err := m.CreatePromise(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return kept.ID
}

// today is a Monday.
const today journal.Day = "2026-05-04"

// shown is a Promises screen in a window of the test driver.
type shown struct {
	*testing.T
	screen *promises.Screen
	store  *memory
	win    fyne.Window
	now    time.Time
	wrote  []uuid.UUID
	opened []uuid.UUID
}

// newMemory returns an empty store whose clock begins some weeks ago.
func newMemory() *memory {
	return &memory{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), about: make(map[uuid.UUID]string)}
}

func ideas() []journal.Suggestion {
	return []journal.Suggestion{
		{ID: "on-time", Text: "Be on time", Who: journal.ByMe, Every: journal.EveryDay, How: "I was there"},
		{ID: "listen", Text: "Listen to the end", Who: journal.ByPartner, Every: "mon,thu"},
	}
}

func show(t *testing.T, store *memory) *shown {
	t.Helper()
	s := &shown{T: t, store: store, win: uitest.NewWindow(t), now: time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC)}
	s.screen = promises.New(promises.Deps{
		Window: s.win, Tasks: tasks.NewSync(), Store: store, Suggestions: ideas, Apologies: []string{"apology"},
		Now:         func() time.Time { return s.now },
		OnWrite:     func(id uuid.UUID, _ string) { s.wrote = append(s.wrote, id) },
		OnOpenEntry: func(id uuid.UUID) { s.opened = append(s.opened, id) },
	})
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 800))
	s.screen.Show()
	s.screen.FocusFirst()
	return s
}

// objects are all that can be seen, what lies over the window included.
func (s *shown) objects() []fyne.CanvasObject {
	return append(uitest.Shown[fyne.CanvasObject](s.win.Canvas().Overlays().Top()), uitest.Shown[fyne.CanvasObject](s.win.Content())...)
}

// tap taps the first button, chip or row with a label.
func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, uitest.Top(s.win), label)
}

// offers reports whether there is a button or chip with a label.
func (s *shown) offers(label string) bool { return uitest.Offers(uitest.Top(s.win), label) }

// says reports whether a text can be read.
func (s *shown) says(text string) bool { return uitest.Says(uitest.Top(s.win), text) }

// key presses keys on what has the focus.
func (s *shown) key(names ...fyne.KeyName) {
	s.Helper()
	uitest.Press(s, s.win, names...)
}

// types types into what has the focus.
func (s *shown) types(text string) {
	for _, r := range text {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// into types a text in the place of what is in the field that holds another.
func (s *shown) into(field, text string) {
	s.Helper()
	for _, o := range s.objects() {
		set := func(f *widget.Field) { f.SetText(text) }
		switch o := o.(type) {
		case *widget.TextArea:
			if o.Text == field || o.PlaceHolder == field && o.Text == "" {
				set(&o.Field)
				return
			}
		case *widget.Field:
			if o.Text == field || o.PlaceHolder == field && o.Text == "" {
				set(o)
				return
			}
		}
	}
	s.Fatalf("there is no field with %q", field)
}

// seen returns the results that count for a promise, by day.
func (s *shown) seen(i int) map[journal.Day]journal.Result {
	out := make(map[journal.Day]journal.Result)
	for _, o := range s.store.promises[i].Observed() {
		out[o.Day] = o.Result
	}
	return out
}

func (s *shown) isOpen() bool { return s.win.Canvas().Overlays().Top() != nil }

func TestATabIsChosenByKeys(t *testing.T) {
	s := show(t, newMemory())
	chip := func(text string) *widget.Chip {
		for _, o := range s.objects() {
			if c, ok := o.(*widget.Chip); ok && c.Text == text {
				return c
			}
		}
		t.Fatalf("there is no chip %q", text)
		return nil
	}
	s.win.Canvas().Focus(chip("Promises"))
	s.key(fyne.KeyRight, fyne.KeyRight)
	if s.win.Canvas().Focused() != fyne.Focusable(chip("Timeline")) || !chip("Timeline").Selected || !s.says("Nothing here yet") {
		t.Error("the keys do not lead to the timeline")
	}
	s.key(fyne.KeyLeft)
	if !chip("Goals").Selected || !s.says("No goals yet") {
		t.Error("the keys do not lead back to the goals")
	}
}

func TestAFailureIsShownOnce(t *testing.T) {
	store := newMemory()
	store.add(t, journal.Promise{Text: "Call", Every: journal.EveryDay})
	s := show(t, store)
	store.fail = journal.ErrNoSpace
	s.types("k")
	if !s.isOpen() {
		t.Fatal("a failure is not shown")
	}
}

func TestEveryViewHasATitle(t *testing.T) {
	s := show(t, newMemory())
	for _, view := range []string{"Goals", "Timeline", "Promises"} {
		s.tap(view)
		for _, title := range []string{"Goals", "Timeline", "Promises"} {
			if got := s.says(title); got != (title == view) {
				t.Errorf("in %q the title %q shows: %t", view, title, got)
			}
		}
	}
}

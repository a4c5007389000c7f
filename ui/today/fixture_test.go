package today_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/tasks"
	"mend/ui/today"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a store that keeps everything in memory.
type memory struct {
	profile  journal.Profile
	entries  []journal.Entry // oldest first
	ticks    []journal.Tick
	states   []journal.StageState
	promises []journal.PromiseLog
	goals    []journal.GoalLog
	prompts  []journal.OwnPrompt
	fail     error // returned by every write
	deaf     error // returned by every read
	now      time.Time
}

func (m *memory) GetProfile(context.Context) (journal.Profile, error) { return m.profile, m.deaf }
func (m *memory) UpdateProfile(_ context.Context, p journal.Profile) error {
	m.profile = p
	return m.fail
}

func (m *memory) ListEntries(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	var out []journal.EntrySummary
	for _, e := range slices.Backward(m.entries) {
		if m.chosen(e, f) && (f.Limit == 0 || len(out) < f.Limit) {
			out = append(out, journal.EntrySummary{ID: e.ID, At: e.At, Title: e.Title, FirstLine: e.FirstLine(),
				Feelings: f.Felt.Named(e.Feelings, e.Page, e.Fields), Stage: e.Stage, Step: e.Step, Page: e.Page, Tags: e.Tags})
		}
	}
	return out, m.deaf
}

func (m *memory) chosen(e journal.Entry, f journal.EntryFilter) bool {
	day := journal.DayOf(e.At)
	return e.Deleted.IsZero() && day >= f.From && (f.To == "" || day <= f.To) && (f.Page == "" || e.Page == f.Page) &&
		(f.Kind != journal.KindLetter || e.SealedUntil != "") &&
		!(f.LookBack && (e.NoLookBack || e.SealedUntil > journal.DayOf(m.now)))
}

func (m *memory) EachFacts(_ context.Context, filter journal.EntryFilter, f func(journal.EntryFacts) error) error {
	for _, e := range m.entries {
		if m.chosen(e, filter) {
			if err := f(journal.EntryFacts{ID: e.ID, At: e.At, Page: e.Page, Fields: e.Fields, SealedUntil: e.SealedUntil}); err != nil {
				return err
			}
		}
	}
	return m.deaf
}

func (m *memory) at(id uuid.UUID) int {
	return slices.IndexFunc(m.entries, func(e journal.Entry) bool { return e.ID == id })
}

func (m *memory) GetEntry(_ context.Context, id uuid.UUID) (journal.Entry, error) {
	if i := m.at(id); i >= 0 {
		return m.entries[i].Clone(), m.deaf
	}
	return journal.Entry{}, journal.ErrNotFound
}

func (m *memory) CreateEntry(_ context.Context, e journal.Entry) (journal.Entry, error) {
	if m.fail != nil {
		return journal.Entry{}, m.fail
	}
	m.entries = append(m.entries, e)
	return e, e.Check()
}

func (m *memory) UpdateEntry(_ context.Context, e journal.Entry, _ bool) (journal.Entry, error) {
	if m.fail != nil {
		return journal.Entry{}, m.fail
	}
	m.entries[m.at(e.ID)] = e
	return e, e.Check()
}

func (m *memory) DeleteEntry(_ context.Context, id uuid.UUID) error {
	m.entries[m.at(id)].Deleted = m.now
	return m.fail
}

func (m *memory) PurgeEntry(_ context.Context, id uuid.UUID) error {
	m.entries = slices.Delete(m.entries, m.at(id), m.at(id)+1)
	return m.fail
}

// ListFeelings returns the words that stand on pages alone, in no order.
func (m *memory) ListFeelings(_ context.Context, fields journal.PageKeys) ([]journal.FeelingUse, error) {
	var uses []journal.FeelingUse
	for _, e := range m.entries {
		for _, word := range fields.FeelingWords(e.Page, e.Fields) {
			uses = append(uses, journal.FeelingUse{Word: word, Entries: 1})
		}
	}
	return uses, m.deaf
}

func (m *memory) ListTicks(context.Context) ([]journal.Tick, error) {
	return slices.Clone(m.ticks), m.deaf
}
func (m *memory) Tick(_ context.Context, t journal.Tick) (journal.Tick, error) {
	t.At = m.now.Add(time.Duration(len(m.ticks)) * time.Second)
	m.ticks = append(m.ticks, t)
	return t, m.fail
}
func (m *memory) ListStageStates(context.Context) ([]journal.StageState, error) {
	return m.states, m.deaf
}
func (m *memory) ListPromises(context.Context) ([]journal.PromiseLog, error) {
	return slices.Clone(m.promises), m.deaf
}
func (m *memory) Observe(_ context.Context, id uuid.UUID, o journal.Observation) (journal.Observation, error) {
	m.promises[0].Observations = append(m.promises[0].Observations, o)
	return o, m.fail
}
func (m *memory) Unobserve(_ context.Context, id uuid.UUID, day journal.Day) error {
	m.promises[0].Observations = nil
	return m.fail
}
func (m *memory) ListGoals(context.Context) ([]journal.GoalLog, error) { return m.goals, m.deaf }
func (m *memory) GetOwn(context.Context) (journal.Own, error) {
	return journal.Own{Prompts: slices.Clone(m.prompts)}, m.deaf
}
func (m *memory) SetPrompt(_ context.Context, p journal.OwnPrompt) (journal.OwnPrompt, error) {
	m.prompts = append(m.prompts, p)
	return p, m.fail
}
func (m *memory) DeletePrompt(_ context.Context, id uuid.UUID) error {
	m.prompts = slices.DeleteFunc(m.prompts, func(p journal.OwnPrompt) bool { return p.ID == id })
	return m.fail
}

// shown is a Today screen in a window of the test driver. What it asks of the
// shell is noted in calls.
type shown struct {
	*testing.T
	screen  *today.Screen
	store   *memory
	win     fyne.Window
	calls   []string
	opened  []uuid.UUID
	changed []uuid.UUID
	cooling []journal.CoolingOff
	told    journal.Profile
}

// noon is a Monday.
func noon() time.Time { return time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC) }

const day = journal.Day("2026-05-04")

func pages() []journal.Page {
	look := []journal.PageField{{Key: journal.FieldLookAgain, Kind: journal.FieldDate}}
	return []journal.Page{
		{ID: "pause", Title: "A pause", Kind: journal.PageCoolingOff},
		{ID: "middle", Title: "Middle ground", Fields: look},
		{ID: "moment", Title: "A moment", Fields: []journal.PageField{
			{Key: "felt", Kind: journal.FieldFeelings}, {Key: "theirs", Kind: journal.FieldFeelings, Theirs: true}}},
	}
}

func show(t *testing.T, store *memory) *shown {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	families, err := guide.LoadFeelings(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	if store.now.IsZero() {
		store.now = noon()
	}
	if store.profile.Role == "" {
		store.profile.Role = journal.Hurt
	}
	s := &shown{T: t, store: store, win: uitest.NewWindow(t)}
	call := func(name string) func() { return func() { s.calls = append(s.calls, name) } }
	s.screen = today.New(today.Deps{
		Window: s.win, Tasks: tasks.NewSync(), Store: store,
		Guide: func() journal.Guide { return guides[0].Along(store.profile.Path) },
		Pages: pages(), Families: families, Now: func() time.Time { return store.now },
		OnNew: call("new"), OnType: func(r rune) { s.calls = append(s.calls, "type "+string(r)) },
		OnPages: call("pages"), OnPromises: call("promises"),
		OnPromise:  func(id uuid.UUID) { s.calls = append(s.calls, "promise "+id.String()) },
		OnGoal:     func(id uuid.UUID) { s.calls = append(s.calls, "goal "+id.String()) },
		OnSettings: call("settings"), OnEnough: call("enough"), OnCare: call("care"),
		OnWrite:     func(stage, step, prompt string) { s.calls = append(s.calls, "write "+stage+" "+step+" "+prompt) },
		OnFacts:     func(question string) { s.calls = append(s.calls, "facts "+question) },
		OnOpenEntry: func(id uuid.UUID) { s.opened = append(s.opened, id) },
		OnOpenStage: func(stage string) { s.calls = append(s.calls, "stage "+stage) },
		OnProfile:   func(p journal.Profile) { s.told = p },
		OnEntry:     func(id uuid.UUID) { s.changed = append(s.changed, id) },
		OnCooling:   func(c []journal.CoolingOff) { s.cooling = c },
	})
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 2000))
	s.screen.Show()
	s.screen.FocusFirst()
	return s
}

// all returns every T that shows on top.
func all[T any](s *shown) []T { return uitest.Shown[T](uitest.Top(s.win)) }

// says reports whether a text can be read.
func (s *shown) says(text string) bool { return uitest.Says(uitest.Top(s.win), text) }

func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, uitest.Top(s.win), label)
}

func (s *shown) button(label string) *widget.Button {
	s.Helper()
	return uitest.Find(s, uitest.Top(s.win), func(b *widget.Button) bool { return b.Text == label })
}

func (s *shown) offers(label string) bool { return uitest.Offers(uitest.Top(s.win), label) }

func (s *shown) chip(label string) *widget.Chip {
	s.Helper()
	return uitest.Find(s, uitest.Top(s.win), func(c *widget.Chip) bool { return c.Text == label })
}

func (s *shown) last() string {
	if len(s.calls) == 0 {
		return ""
	}
	return s.calls[len(s.calls)-1]
}

func (s *shown) key(name fyne.KeyName) {
	s.Helper()
	uitest.Press(s, s.win, name)
}

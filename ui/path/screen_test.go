package path_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/path"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a store that keeps everything in memory.
type memory struct {
	role    journal.Role
	path    journal.Path
	set     map[string]string // settings of the profile
	prompts []journal.OwnPrompt
	ticks   []journal.Tick
	states  []journal.StageState
	entries []journal.EntrySummary
	fail    error
	now     time.Time
}

func (m *memory) GetProfile(context.Context) (journal.Profile, error) {
	return journal.Profile{Role: m.role, Path: m.path, Settings: m.set}, m.fail
}
func (m *memory) UpdateProfile(_ context.Context, p journal.Profile) error {
	m.set = p.Settings
	return m.fail
}
func (m *memory) GetOwn(context.Context) (journal.Own, error) {
	return journal.Own{Prompts: slices.Clone(m.prompts)}, m.fail
}
func (m *memory) SetPrompt(_ context.Context, p journal.OwnPrompt) (journal.OwnPrompt, error) {
	if p.ID == uuid.Nil {
		p.ID = uuid.New()
	}
	if at := slices.IndexFunc(m.prompts, func(o journal.OwnPrompt) bool { return o.ID == p.ID }); at >= 0 {
		m.prompts[at] = p
	} else {
		m.prompts = append(m.prompts, p)
	}
	return p, m.fail
}
func (m *memory) DeletePrompt(_ context.Context, id uuid.UUID) error {
	m.prompts = slices.DeleteFunc(m.prompts, func(o journal.OwnPrompt) bool { return o.ID == id })
	return m.fail
}
func (m *memory) ListTicks(context.Context) ([]journal.Tick, error) {
	return slices.Clone(m.ticks), m.fail
}
func (m *memory) ListStageStates(context.Context) ([]journal.StageState, error) {
	return slices.Clone(m.states), m.fail
}
func (m *memory) ListEntries(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	var out []journal.EntrySummary
	for _, e := range m.entries {
		if slices.Contains(f.Stages, e.Stage) || f.Page != "" && e.Page == f.Page {
			out = append(out, e)
		}
	}
	return out, m.fail
}
func (m *memory) Tick(_ context.Context, t journal.Tick) (journal.Tick, error) {
	m.now = m.now.Add(time.Minute)
	t.At = m.now
	m.ticks = append(m.ticks, t)
	return t, m.fail
}
func (m *memory) SetStageState(_ context.Context, s journal.StageState) (journal.StageState, error) {
	m.now = m.now.Add(time.Minute)
	s.At = m.now
	m.states = append(m.states, s)
	return s, m.fail
}

// shown is a Path screen in a window of the test driver.
type shown struct {
	*testing.T
	screen *path.Screen
	store  *memory
	win    fyne.Window
	guides []journal.Guide // the one that is followed first
	pages  []journal.Page
	wrote  [][3]string
	opened []uuid.UUID
	filled [][2]string       // pages begun, and their stages
	told   []journal.Profile // as they were saved
	went   []string          // ways that were taken
}

func show(t *testing.T, store *memory) *shown {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	if err != nil {
		t.Fatal(err)
	}
	store.now = time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC)
	s := &shown{T: t, store: store, win: uitest.NewWindow(t), guides: guides, pages: pages}
	s.build()
	return s
}

// build shows the screen along the guides, from its beginning.
func (s *shown) build() {
	s.screen = path.New(path.Deps{
		Window: s.win, Tasks: tasks.NewSync(), Store: s.store,
		Guides: slices.Insert(slices.Clone(s.guides), 0, s.guides[0].Along(cmp.Or(s.store.path, journal.Trying))),
		Pages:  s.pages, Folds: []string{"talk", "agree.middle-ground", "page:middle-ground"},
		OnPage:      func(page, stage string) { s.filled = append(s.filled, [2]string{page, stage}) },
		OnProfile:   func(p journal.Profile) { s.told = append(s.told, p) },
		OnPromises:  func() { s.went = append(s.went, "promises") },
		OnGoals:     func() { s.went = append(s.went, "goals") },
		OnCare:      func() { s.went = append(s.went, "care") },
		OnDeck:      func() { s.went = append(s.went, "deck") },
		OnWrite:     func(stage, step, prompt string) { s.wrote = append(s.wrote, [3]string{stage, step, prompt}) },
		OnOpenEntry: func(id uuid.UUID) { s.opened = append(s.opened, id) },
	})
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 900))
	s.screen.Show()
	s.screen.FocusFirst()
}

func (s *shown) box(text string) *widget.TickBox {
	return uitest.Find(s, s.win.Content(), func(b *widget.TickBox) bool { return b.AccessibilityLabel() == text })
}

func (s *shown) says(text string) bool { return uitest.Says(s.win.Content(), text) }

const nameIt = "Name what happened in one line"

func TestTickUntickAndHistory(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	test.Tap(s.box(nameIt))
	if !s.says("Ticked on 4 May 2026") || !s.says("1 ticked") {
		t.Error("a tick and its day are not told")
	}
	if !s.box(nameIt).Ticked {
		t.Error("the box is not ticked after the tick was kept")
	}
	test.Tap(s.box(nameIt))
	if !s.says("Unticked on 4 May 2026") || s.box(nameIt).Ticked {
		t.Error("unticking is not told")
	}
	if len(s.store.ticks) != 2 || !s.says("Ticked: "+nameIt) || !s.says("Unticked: "+nameIt) {
		t.Errorf("the history does not hold both acts: %+v", s.store.ticks)
	}
}

func TestTickingKeepsTheNote(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, ticks: []journal.Tick{
		{Step: "acknowledge.name-it", Note: "said it aloud", At: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)}}})
	if !s.says("Noted on 1 May 2026") || !s.says("Noted: "+nameIt) || s.says("Unticked") {
		t.Fatal("a note beside a step that was never ticked is told as something else")
	}
	test.Tap(s.box(nameIt))
	if last := s.store.ticks[len(s.store.ticks)-1]; !last.Done || last.Note != "said it aloud" {
		t.Errorf("the tick is %+v, want done with its note", last)
	}
}

func TestANoteDoesNotMoveTheDayOfTheTick(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 5, n, 9, 0, 0, 0, time.UTC) }
	s := show(t, &memory{role: journal.Hurt, ticks: []journal.Tick{
		{Step: "acknowledge.name-it", Done: true, At: day(1)},
		{Step: "acknowledge.name-it", Done: true, At: day(3), Note: "easier now"}}})
	if !s.says("Ticked on 1 May 2026") || !s.says("easier now") || s.says("Ticked on 3 May") {
		t.Error("the day of the tick is not told beside a later note")
	}
}

func TestFocusStaysWhereItWas(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	box := s.box(nameIt)
	s.win.Canvas().Focus(box)
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.win.Canvas().Focused() != fyne.Focusable(s.box(nameIt)) {
		t.Error("the focus left the box that was ticked by keyboard")
	}
}

func TestStateIsDatedAndInTheList(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap("Working on it")
	if len(s.store.states) != 1 || s.store.states[0].State != journal.Working {
		t.Fatalf("kept %+v", s.store.states)
	}
	if !s.says("Since 4 May 2026") {
		t.Error("the state's day is not told")
	}
}

func TestRoleDecidesWhatIsShown(t *testing.T) {
	const forCaused, forHurt = "List the specific things you did, with no one else in the sentence", "Put down what was never yours to carry"
	for role, want := range map[journal.Role][2]bool{
		journal.Hurt: {false, true}, journal.Caused: {true, false}, journal.Unsure: {true, true},
	} {
		s := show(t, &memory{role: role})
		s.tap("Take responsibility")
		if got := [2]bool{s.says(forCaused), s.says(forHurt)}; got != want {
			t.Errorf("%s is shown %v, want %v", role, got, want)
		}
	}
}

func TestForgiveStaysFoldedUntilOpened(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap("Forgive, if and when")
	if s.says("Steps") {
		t.Fatal("the steps show before the stage was opened")
	}
	s.tap("Open this stage")
	if !s.says("Steps") {
		t.Error("the stage did not open")
	}
}

func TestWriteAndOpen(t *testing.T) {
	id := uuid.New()
	s := show(t, &memory{role: journal.Hurt, entries: []journal.EntrySummary{
		{ID: id, Stage: "acknowledge", FirstLine: "Rain all day", At: time.Date(2026, 5, 2, 8, 0, 0, 0, time.UTC)}}})
	s.tap("Write about this")
	s.tap("Rain all day")
	if len(s.wrote) != 1 || s.wrote[0][0] != "acknowledge" || s.wrote[0][1] == "" || s.wrote[0][2] == "" {
		t.Errorf("write asked for %v", s.wrote)
	}
	if !slices.Equal(s.opened, []uuid.UUID{id}) {
		t.Errorf("opened %v", s.opened)
	}
}

func TestStagesByArrows(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !s.says("Talk it over") && !s.says("If a talk is safe") {
		t.Error("Down does not open the next stage")
	}
	row, ok := s.win.Canvas().Focused().(*widget.Pressable)
	if !ok || row.Label != "Choose whether to try" || !row.Selected {
		t.Errorf("the focus is on %+v", s.win.Canvas().Focused())
	}
}

func TestIntoThePageAndBack(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyRight} {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		if _, ok := s.win.Canvas().Focused().(*widget.TickBox); !ok {
			t.Fatalf("%s leads to %T, not to the first step", key, s.win.Canvas().Focused())
		}
		s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if row, ok := s.win.Canvas().Focused().(*widget.Pressable); !ok || row.Label != "Acknowledge" {
			t.Fatalf("Escape leads to %T, not to the stage", s.win.Canvas().Focused())
		}
	}
}

func TestNarrowWindowShowsOneAtATime(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	parts := s.screen.Content().(*fyne.Container).Objects
	shows := func(when string, list, page bool) {
		t.Helper()
		if parts[0].Visible() != list || parts[1].Visible() != page {
			t.Errorf("%s: the list shows %v, the page %v", when, parts[0].Visible(), parts[1].Visible())
		}
	}
	shows("a wide window", true, true)
	s.win.Resize(fyne.NewSize(560, 700))
	shows("a narrow window", true, false)
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	shows("after Enter", false, true)
	s.tap("All stages")
	shows("after going back", true, false)
	s.win.Resize(fyne.NewSize(1000, 700))
	shows("wide again", true, true)
}

func TestFailureIsTold(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.store.fail = errors.Join(journal.ErrNoSpace)
	s.screen.Show()
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("a failed read is not told")
	}
}

// along shows the Path of a journal that follows the guide with the id.
func along(t *testing.T, id string, store *memory) *shown {
	s := show(t, store)
	at := slices.IndexFunc(s.guides, func(g journal.Guide) bool { return g.ID == id })
	s.guides[0], s.guides[at] = s.guides[at], s.guides[0]
	s.build()
	return s
}

func (s *shown) openStage(title string) {
	s.Helper()
	s.tap(title)
}

func TestAnotherGuideShowsTheSameTicks(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	if s.says("From another guide") {
		t.Fatal("another guide is spoken of although nothing is kept of it")
	}
	test.Tap(s.box(nameIt))
	s = along(t, "accept-to-act", s.store)
	if !s.box(nameIt).Ticked || s.says("From another guide") {
		t.Error("a tick on a shared step is not shown as it was")
	}
}

func TestWhatTheGuideLacksIsShown(t *testing.T) {
	const know = "Sort what you know from what you guess or fear" // in a stage that both guides have
	id := uuid.New()
	day := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	s := along(t, "accept-to-act", &memory{role: journal.Hurt,
		ticks: []journal.Tick{
			{Step: "acknowledge.know-or-guess", Done: true, At: day},
			{Step: "talk.listen", Done: true, At: day, Note: "once, on the stairs"},
			{Step: "gone.long-ago", Done: true, At: day},
		},
		states:  []journal.StageState{{Stage: "reconnect", State: journal.NotForMe, At: day}},
		entries: []journal.EntrySummary{{ID: id, Stage: "team", FirstLine: "Rain all day", At: day}},
	})
	if !s.box(know).Ticked || !s.says("From another guide") || !s.says("1 ticked") {
		t.Error("a step that the stage lacks is not shown in it")
	}
	var titles []string
	for _, row := range uitest.Shown[*widget.Pressable](s.win.Content()) {
		titles = append(titles, row.Label)
	}
	at := slices.Index(titles, "Keep it, day after day") // the guide's last
	if want := []string{"Talk and listen", "Reconnect", "Pull together", "Gone"}; !slices.Equal(titles[at+1:at+5], want) {
		t.Errorf("the stages of other guides are %q, want %q", titles[at+1:], want)
	}

	s.openStage("Talk and listen")
	box := s.box("Listen without preparing your answer")
	if s.says("2 ticked") {
		t.Error("a step of another guide is counted twice")
	}
	if !box.Ticked || !s.says("once, on the stairs") || !s.says("This stage is from another guide") {
		t.Error("a stage of another guide does not show what is kept in it")
	}
	test.Tap(box)
	if s.box("Listen without preparing your answer").Ticked || !s.says("Unticked: Listen") {
		t.Error("a step of another guide can't be unticked")
	}
	s.openStage("Reconnect")
	if !s.says("Since 1 May 2026") {
		t.Error("how a stage of another guide stands is not shown")
	}
	s.openStage("Pull together")
	s.tap("Rain all day")
	if !slices.Equal(s.opened, []uuid.UUID{id}) {
		t.Errorf("opened %v", s.opened)
	}
	s.openStage("Gone")
	if !s.box("Long ago").Ticked {
		t.Error("a step that no guide has is not shown")
	}
}

func TestStagesOfOtherGuidesByArrows(t *testing.T) {
	s := along(t, "promises-kept", &memory{role: journal.Hurt, states: []journal.StageState{{Stage: "forgive", State: journal.Paused}}})
	press := func(name fyne.KeyName) { s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	for range 5 {
		press(fyne.KeyDown)
	}
	if row, ok := s.win.Canvas().Focused().(*widget.Pressable); !ok || row.Label != "Forgive, if and when" || !row.Selected {
		t.Fatalf("the focus is on %+v", s.win.Canvas().Focused())
	}
	press(fyne.KeyReturn)
	if chip, ok := s.win.Canvas().Focused().(*widget.Chip); !ok || chip.Text != "Not started" {
		t.Errorf("Enter leads to %+v", s.win.Canvas().Focused())
	}
}

package care_test

import (
	"context"
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
	"mend/ui/care"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a store that keeps everything in memory.
type memory struct {
	role     journal.Role
	settings map[string]string
	contacts []journal.Contact
	entries  []journal.Entry
	fail     error
}

func (m *memory) GetProfile(context.Context) (journal.Profile, error) {
	return journal.Profile{Role: m.role, Guide: journal.DefaultGuide, Settings: m.settings}, m.fail
}
func (m *memory) UpdateProfile(_ context.Context, p journal.Profile) error {
	if m.fail == nil {
		m.settings = p.Settings
	}
	return m.fail
}
func (m *memory) GetOwn(context.Context) (journal.Own, error) {
	return journal.Own{Contacts: slices.Clone(m.contacts)}, m.fail
}
func (m *memory) SetContact(_ context.Context, c journal.Contact) (journal.Contact, error) {
	if c.ID == uuid.Nil {
		c.ID = uuid.New()
	}
	if at := slices.IndexFunc(m.contacts, func(o journal.Contact) bool { return o.ID == c.ID }); at >= 0 {
		m.contacts[at] = c
	} else {
		m.contacts = append(m.contacts, c)
	}
	return c, m.fail
}
func (m *memory) DeleteContact(_ context.Context, id uuid.UUID) error {
	m.contacts = slices.DeleteFunc(m.contacts, func(o journal.Contact) bool { return o.ID == id })
	return m.fail
}
func (m *memory) CreateEntry(_ context.Context, e journal.Entry) (journal.Entry, error) {
	m.entries = append(m.entries, e)
	return e, m.fail
}

func (m *memory) profile() journal.Profile {
	p, _ := m.GetProfile(context.Background())
	return p
}

// shown is the page in a window of the test driver.
type shown struct {
	*testing.T
	screen *care.Screen
	store  *memory
	care   journal.Care
	win    fyne.Window
	copied []string
	told   []journal.Profile
	back   int
}

// show shows the page as the window does.
func show(t *testing.T, store *memory) *shown {
	t.Helper()
	s := build(t, store)
	s.screen.Show()
	s.screen.FocusFirst()
	return s
}

// build puts the page into a window, before it has read anything.
func build(t *testing.T, store *memory) *shown {
	t.Helper()
	s := &shown{T: t, store: store, win: uitest.NewWindow(t)}
	var err error
	if s.care, err = guide.LoadCare(assets.FS); err != nil {
		t.Fatal(err)
	}
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	if err != nil {
		t.Fatal(err)
	}
	s.screen = care.New(care.Deps{
		Window: s.win, Tasks: tasks.NewSync(), Store: store, Care: s.care, Pages: pages,
		Guides:    func() []journal.Guide { return guides },
		Now:       func() time.Time { return time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC) },
		Copy:      func(text string) { s.copied = append(s.copied, text) },
		OnProfile: func(p journal.Profile) { s.told = append(s.told, p) },
		OnBack:    func() { s.back++ },
		Back:      func() string { return "Back" },
	})
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 900))
	return s
}

func TestThePageTakesTheFocusWhenItComes(t *testing.T) {
	s := build(t, &memory{})
	s.screen.FocusFirst()
	s.screen.Show()
	if b, ok := s.win.Canvas().Focused().(*widget.Button); !ok || b.Text != "Back" {
		t.Errorf("the focus is on %v", s.win.Canvas().Focused())
	}
}

func (s *shown) says(text string) bool { return uitest.Says(s.win.Content(), text) }

func (s *shown) offers(label string) bool { return uitest.Offers(s.win.Content(), label) }

func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, s.win.Content(), label)
}

func (s *shown) keepAnswers() {
	for _, b := range uitest.Shown[*widget.TickBox](s.win.Content()) {
		test.Tap(b)
	}
}

func (s *shown) focusedOn(label string) bool {
	b, ok := s.win.Canvas().Focused().(*widget.Button)
	return ok && b.Text == label
}

const ask = "Questions about safety…"

func TestAYesFoldsAndKeepsNothingElse(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap(ask)
	s.tap("Yes")
	s.tap("Done")
	want := journal.Profile{}
	want.FoldForSafety(s.care)
	if got := s.store.profile(); !slices.Equal(got.Folded(), want.Folded()) || len(got.Settings) != len(want.Settings) {
		t.Errorf("the profile keeps %v", got.Settings)
	}
	if len(s.store.entries) != 0 {
		t.Error("the answers are kept")
	}
	if len(s.told) != 1 || !s.told[0].IsFolded("talk", false) {
		t.Error("the window is not told")
	}
	if !s.says("folded away now") || !s.says(s.care.Advice[0].Title) || !s.focusedOn("Back") {
		t.Error("the page of support does not show what came of it")
	}
	s.tap(ask)
	s.tap("Done")
	if len(s.told) != 1 {
		t.Error("an answer was still there")
	}
}

func TestNoAnswerChangesNothing(t *testing.T) {
	for _, how := range []string{"Done", "Leave without answering"} {
		s := show(t, &memory{role: journal.Unsure})
		s.tap(ask)
		s.tap("No")
		s.tap(how)
		if len(s.told) != 0 || len(s.store.settings) != 0 || len(s.store.entries) != 0 || s.says("folded away now") {
			t.Errorf("%s changed something", how)
		}
		if !s.says("Help outside") {
			t.Errorf("%s does not lead back to the page", how)
		}
	}
}

func TestLeavingForgetsAYes(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap(ask)
	s.tap("Yes")
	s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.back != 0 || !s.says("Help outside") {
		t.Fatal("Escape does not lead from the questions to the page")
	}
	s.tap(ask)
	s.tap("Done")
	if len(s.told) != 0 {
		t.Error("what was answered before Escape still counts")
	}
	s.tap(ask)
	s.tap("Yes")
	s.screen.Show()
	if s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); s.back != 1 {
		t.Error("coming again does not begin with the page")
	}
}

func TestGoingElsewhereForgetsAYes(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap(ask)
	s.tap("Yes")
	s.keepAnswers()
	s.screen.Leave()
	s.tap("Done")
	if len(s.told) != 0 || len(s.store.entries) != 0 {
		t.Error("what was answered is still there")
	}
}

func TestAnswersAreKeptAsAnEntryOnRequest(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap(ask)
	s.tap("No")
	s.keepAnswers()
	s.tap("Done")
	if len(s.store.entries) != 1 || !s.store.entries[0].KeepOut || !strings.Contains(s.store.entries[0].Body, s.care.Questions[0].Text) {
		t.Fatalf("kept %+v", s.store.entries)
	}
	if len(s.store.settings) != 0 {
		t.Error("a no folds something")
	}
}

func TestAFailureKeepsTheQuestions(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap(ask)
	s.tap("Yes")
	s.store.fail = journal.ErrNoSpace
	s.tap("Done")
	if !dialogs.IsOpen(s.win) || len(s.told) != 0 {
		t.Fatal("the failure is not told")
	}
	dialogs.CloseAll(s.win)
	s.store.fail = nil
	s.tap("Done")
	if len(s.told) != 1 {
		t.Error("it can't be tried again")
	}
}

// fill types texts into the fields of the question that is asked, and gives it.
func (s *shown) fill(texts ...string) {
	s.Helper()
	if !dialogs.IsOpen(s.win) {
		s.Fatal("nothing is asked")
	}
	for i, text := range texts {
		if i > 0 {
			s.win.Canvas().FocusNext()
		}
		s.win.Canvas().Focused().(interface{ SelectAll() }).SelectAll()
		test.Type(s.win.Canvas().Focused(), text)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestContacts(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap("Add someone…")
	s.fill("The neighbour", "two doors down")
	if len(s.store.contacts) != 1 || !s.says("The neighbour") || !s.says("two doors down") || !s.focusedOn("Change…") {
		t.Fatalf("kept %+v", s.store.contacts)
	}
	s.tap("Copy")
	if !slices.Equal(s.copied, []string{"two doors down"}) {
		t.Errorf("copied %q", s.copied)
	}
	s.tap("Change…")
	s.fill("The aunt")
	if len(s.store.contacts) != 1 || s.store.contacts[0].Name != "The aunt" || s.store.contacts[0].Reach != "two doors down" {
		t.Fatalf("kept %+v", s.store.contacts)
	}
	was := s.store.contacts[0]
	s.tap("Remove")
	if len(s.store.contacts) != 0 || !s.says("The aunt is removed.") || !s.focusedOn("Undo") {
		t.Fatal("the contact is not removed, or can't be brought back")
	}
	s.tap("Undo")
	if len(s.store.contacts) != 1 || s.store.contacts[0] != was || s.offers("Undo") {
		t.Errorf("brought back %+v", s.store.contacts)
	}
	s.tap("Remove")
	s.tap("Dismiss")
	if s.offers("Undo") || !s.focusedOn("Add someone…") {
		t.Error("the line does not go, or takes the focus with it")
	}
}

func TestAContactNeedsAName(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	s.tap("Add someone…")
	s.fill("", "a number")
	if len(s.store.contacts) != 0 || !dialogs.IsOpen(s.win) {
		t.Error("a contact without a name is kept")
	}
}

func folded(ids ...string) map[string]string {
	p := journal.Profile{}
	p.Fold(ids...)
	return p.Settings
}

func TestWhatIsFoldedIsNamedAndOpened(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt, settings: folded("talk", "agree.middle-ground", "page:middle-ground", "deck", "preset:partner", "gone.long-ago")})
	s.tap("Show the 7 things that are") // with the stage that comes folded
	for _, title := range []string{"Talk and listen", "Forgive, if and when", "Questions to ask each other", "The choices for your partner", "Long ago", "Step in Agree what changes"} {
		if !s.says(title) {
			t.Errorf("%q is not told", title)
		}
	}
	test.Tap(s.win.Canvas().Focused().(*widget.Button)) // of the first
	if s.store.profile().IsFolded("talk", false) || len(s.told) != 1 {
		t.Error("the stage does not open")
	}
	if !s.focusedOn("Open") {
		t.Error("the focus does not go on to the next")
	}
	s.tap("Open all of it")
	if got := s.store.profile().Folded(); len(got) != 0 || !s.says("Nothing is.") || !s.focusedOn("Undo") {
		t.Errorf("still folded: %v", got)
	}
	s.tap("Undo")
	if got := s.store.profile(); !got.IsFolded("deck", false) || got.IsFolded("talk", false) {
		t.Errorf("folded again: %v", got.Folded())
	}
}

func TestTheRoleDecidesWhatIsOpen(t *testing.T) {
	for role, harming := range map[journal.Role]bool{journal.Hurt: false, journal.Caused: true} {
		s := show(t, &memory{role: role})
		if got := s.says(s.care.Turning[0].Title); got != harming {
			t.Errorf("%s sees what turns to specialist help: %t", role, got)
		}
	}
}

// inOrder fails unless texts stand below each other in this order.
func (s *shown) inOrder(texts ...string) {
	s.Helper()
	last := float32(-1)
	for _, text := range texts {
		at := float32(-1)
		for _, o := range uitest.Shown[fyne.CanvasObject](s.win.Content()) {
			var said string
			switch o := o.(type) {
			case *widget.Paragraph:
				said = o.Text
			case *widget.Text:
				said = o.Text
			}
			if strings.Contains(said, text) {
				at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
				break
			}
		}
		if at <= last {
			s.Errorf("%q stands at %g, not below %g", text, at, last)
		}
		last = at
	}
}

func TestWhomToCallComesFirst(t *testing.T) {
	s := show(t, &memory{role: journal.Hurt})
	advice := s.care.Advice[0].Title
	s.inOrder("Support and safety", "In danger now?", "General advice", "People you could turn to", "Help outside", "1800RESPECT", advice)
	s.win.Canvas().FocusNext()
	if !s.focusedOn("Go to help outside, by country") {
		t.Errorf("Tab leads to %+v", s.win.Canvas().Focused())
	}
	s.tap(ask)
	s.tap("Yes")
	s.tap("Done")
	s.inOrder("Support and safety", "In danger now?", "folded away now", "Help outside", "1800RESPECT", "General advice", "People you could turn to", advice)
}

func TestTheQuestionsAreLeftFromTheirTop(t *testing.T) {
	s := show(t, &memory{role: journal.Unsure})
	s.tap(ask)
	s.inOrder("Questions about safety", s.care.Questions[0].Text)
	s.win.Canvas().Focus(nil)
	s.win.Canvas().FocusNext()
	if !s.focusedOn("Leave without answering") {
		t.Fatalf("Tab leads to %+v first", s.win.Canvas().Focused())
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !s.says("Help outside") || !s.focusedOn(ask) {
		t.Error("it does not lead back to the page")
	}
}

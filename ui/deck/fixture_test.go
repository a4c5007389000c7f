package deck_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/deck"
	"mend/ui/tasks"
	"mend/ui/uitest"
)

// memory is a store that keeps marks in memory.
type memory struct {
	marks map[string]journal.QuestionMark
	fail  error
}

func (m *memory) GetOwn(context.Context) (journal.Own, error) {
	var own journal.Own
	for _, mark := range m.marks {
		own.Questions = append(own.Questions, mark)
	}
	return own, nil
}

func (m *memory) MarkQuestion(_ context.Context, mark journal.QuestionMark) (journal.QuestionMark, error) {
	if m.fail == nil {
		m.marks[mark.Question] = mark
	}
	return mark, m.fail
}

// room is the deck in a window.
type room struct {
	*testing.T
	screen *deck.Screen
	store  *memory
	win    fyne.Window
	folded bool
	wrote  []string
	back   int
}

func questions() []journal.Question {
	return []journal.Question{
		{ID: "sea", Depth: journal.ThisOrThat, Text: "The sea or the hills?"},
		{ID: "tea", Depth: journal.ThisOrThat, Text: "Tea or coffee?"},
		{ID: "song", Depth: journal.GetToKnow, Text: "Which song stays with you?"},
		{ID: "home", Depth: journal.GetToKnow, Text: "What did home smell of?"},
		{ID: "fear", Depth: journal.Deep, Text: "What do you not dare to ask me?"},
	}
}

func enter(t *testing.T, marks ...journal.QuestionMark) *room {
	t.Helper()
	r := &room{T: t, win: uitest.NewWindow(t), store: &memory{marks: map[string]journal.QuestionMark{}}}
	for _, m := range marks {
		r.store.marks[m.Question] = m
	}
	r.build(questions())
	return r
}

func (r *room) build(all []journal.Question) {
	r.screen = deck.New(deck.Deps{
		Window: r.win, Tasks: tasks.NewSync(), Store: r.store, Questions: all, Seed: 7,
		Now:     func() time.Time { return time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC) },
		Folded:  func() bool { return r.folded },
		OnWrite: func(q string) { r.wrote = append(r.wrote, q) },
		OnBack:  func() { r.back++ },
		Back:    func() string { return "Back to the Path" },
	})
	r.win.SetContent(r.screen.Content())
	r.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { r.screen.HandleKey(ev) })
	r.win.Canvas().SetOnTypedRune(func(c rune) { r.screen.HandleRune(c) })
	r.win.Resize(fyne.NewSize(1000, 780))
	r.screen.Show()
	r.screen.FocusFirst()
}

func (r *room) says(text string) bool { return uitest.Says(r.win.Content(), text) }

// tap taps the button or chip with the text.
func (r *room) tap(text string) {
	r.Helper()
	uitest.Tap(r, r.win.Content(), text)
}

func (r *room) key(names ...fyne.KeyName) {
	r.Helper()
	uitest.Press(r, r.win, names...)
}

// card is the id of the question that shows.
func (r *room) card() string {
	all := questions()
	at := slices.IndexFunc(all, func(q journal.Question) bool { return r.says(q.Text) })
	if at < 0 {
		return ""
	}
	return all[at].ID
}

// walk returns the ids of the next n cards.
func (r *room) walk(n int) (ids []string) {
	for range n {
		ids = append(ids, r.card())
		r.key(fyne.KeyRight)
	}
	return ids
}

// runes types characters where the focus is.
func (r *room) runes(text string) {
	for _, c := range text {
		r.win.Canvas().Focused().TypedRune(c)
	}
}

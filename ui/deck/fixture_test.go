package deck_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/deck"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
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
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	r := &room{T: t, win: app.NewWindow("Mend"), store: &memory{marks: map[string]journal.QuestionMark{}}}
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

// shown returns o and all that shows in it.
func shown(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, child := range within {
		all = append(all, shown(child)...)
	}
	return all
}

func (r *room) says(text string) bool {
	for _, o := range shown(r.win.Content()) {
		switch o := o.(type) {
		case *widget.Paragraph:
			if strings.Contains(o.Text, text) {
				return true
			}
		case *widget.Text:
			if strings.Contains(o.Text, text) {
				return true
			}
		}
	}
	return false
}

// tap taps the button or chip with the text.
func (r *room) tap(text string) {
	r.Helper()
	for _, o := range shown(r.win.Content()) {
		switch o := o.(type) {
		case *widget.Button:
			if o.Text == text {
				test.Tap(o)
				return
			}
		case *widget.Chip:
			if o.Text == text {
				test.Tap(o)
				return
			}
		}
	}
	r.Fatalf("there is nothing to tap that says %q", text)
}

func (r *room) key(names ...fyne.KeyName) {
	r.Helper()
	for _, name := range names {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
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

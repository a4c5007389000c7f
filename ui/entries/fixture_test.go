package entries_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/entries"
	"mend/ui/tasks"
	"mend/ui/uitest"
)

// bench is a Journal screen in a window, with a store in memory and a clock
// that the test turns.
type bench struct {
	*entries.Screen
	t     *testing.T
	win   fyne.Window
	store *memory
	tasks *held
	start time.Time

	looksBack bool // what the person wants
	role      journal.Role
	folded    []string

	copied string            // what is on the clipboard
	saved  [][]journal.Entry // what was to be saved elsewhere
	told   []journal.Entry   // told as saved
	left   int               // how often an entry was told as left
	ended  int               // how often it was enough for today
}

// held runs work at once, or keeps it until it is let go. Its timers fire only
// when the clock is turned.
type held struct {
	*tasks.Runner
	hold   bool
	queue  []func()
	passed time.Duration
}

func (h *held) Run(work func(context.Context), done func()) {
	if !h.hold {
		h.Runner.Run(work, done)
		return
	}
	h.queue = append(h.queue, func() { h.Runner.Run(work, done) })
}

// letGo runs what was kept, in order.
func (h *held) letGo() {
	h.hold = false
	for len(h.queue) > 0 {
		next := h.queue[0]
		h.queue = h.queue[1:]
		next()
	}
}

func newBench(t *testing.T, existing ...journal.Entry) *bench {
	t.Helper()
	b := &bench{t: t, store: newMemory(existing...), tasks: &held{Runner: tasks.NewSync()},
		start: time.Date(2026, 11, 21, 21, 40, 0, 0, time.UTC)}
	b.win = uitest.NewWindow(t)
	b.Screen = entries.New(entries.Deps{
		Window: b.win, Tasks: b.tasks, Store: b.store, Guides: guides, Families: families(), Pages: pages(),
		LookBack: func() bool { return b.looksBack },
		Role:     func() journal.Role { return b.role },
		Folded:   func(id string) bool { return slices.Contains(b.folded, id) },
		Now:      func() time.Time { return b.start.Add(b.tasks.passed) },
		Copy:     func(text string) { b.copied = text },
		OnSaved:  func(e journal.Entry) { b.told = append(b.told, e) },
		OnLeft:   func() { b.left++ },
		OnEnough: func() { b.ended++ },
		SaveCopy: func(all []journal.Entry) { b.saved = append(b.saved, all) },
	})
	b.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { b.HandleKey(ev) }) // as the shell does
	b.win.Canvas().SetOnTypedRune(func(r rune) { b.HandleRune(r) })
	b.win.SetContent(b.Content())
	b.win.Resize(fyne.NewSize(1100, 800))
	return b
}

// arrive shows the screen as the shell does.
func (b *bench) arrive() *bench {
	b.Show()
	b.FocusFirst()
	return b
}

func (b *bench) wait(d time.Duration) {
	b.tasks.passed += d
	b.tasks.Advance(d)
}

func (b *bench) focused() fyne.Focusable { return b.win.Canvas().Focused() }

// write types into whatever has the focus.
func (b *bench) write(text string) { test.Type(b.focused(), text) }

func (b *bench) press(keys ...fyne.KeyName) {
	b.t.Helper()
	uitest.Press(b.t, b.win, keys...)
}

// only returns the one entry the store has.
func (b *bench) only() journal.Entry {
	b.t.Helper()
	if len(b.store.entries) != 1 {
		b.t.Fatalf("%d entries are kept, want 1", len(b.store.entries))
	}
	for _, e := range b.store.entries {
		return e
	}
	panic("unreachable")
}

func (b *bench) kept(id uuid.UUID) journal.Entry {
	b.t.Helper()
	e, ok := b.store.entries[id]
	if !ok {
		b.t.Fatal("the entry is not kept")
	}
	return e
}

// empty makes the text of the body nothing, as a person does.
func (b *bench) empty() {
	b.win.Canvas().Focus(b.Body())
	b.Body().TypedShortcut(&fyne.ShortcutSelectAll{})
	b.press(fyne.KeyBackspace)
}

// days returns n entries, newest first, one a day.
func days(n int) []journal.Entry {
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	out := make([]journal.Entry, n)
	for i := range out {
		at := noon.AddDate(0, 0, -i)
		out[i] = journal.Entry{ID: uuid.New(), At: at, Created: at, Edited: at,
			Body: fmt.Sprintf("day %d", i), Title: fmt.Sprintf("title %d", i)}
	}
	return out
}

func guides() []journal.Guide {
	return []journal.Guide{{Stages: []journal.Stage{
		{ID: "acknowledge", Title: "Acknowledge", Steps: []journal.Step{
			{ID: "acknowledge.line", Title: "Name it in one line", For: journal.ForEither, Prompt: "What was it, in one line?"},
			{ID: "acknowledge.feel", Title: "Name each feeling", For: journal.ForHurt},
		}},
		{ID: "talk", Title: "Talk and listen"},
	}}, {Stages: []journal.Stage{{ID: "pull", Title: "Pull together"}}}}
}

func families() []journal.FeelingFamily {
	return []journal.FeelingFamily{
		{ID: "hurt", Title: "Hurt", Words: []string{"hurt", "betrayed", "let down"}},
		{ID: "calm", Title: "Calm", Pleasant: true, Words: []string{"calm", "relieved"}},
	}
}

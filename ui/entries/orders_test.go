package entries_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
)

// deliver runs the next n pieces of work that are held, and what follows them;
// below zero all of them.
func (h *held) deliver(n int) {
	for ; n != 0 && len(h.queue) > 0; n-- {
		next := h.queue[0]
		h.queue = h.queue[1:]
		h.hold = false
		next()
		h.hold = true
	}
}

// strike types one character as a window does: a space is also a key, and what
// nobody has the focus for goes to the canvas.
func (b *bench) strike(r rune) {
	if r == ' ' && b.focused() != nil {
		b.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	if f := b.focused(); f != nil {
		f.TypedRune(r)
		return
	}
	if onRune := b.win.Canvas().OnTypedRune(); onRune != nil {
		onRune(r)
	}
}

// begin asks for a new entry as the shell does.
func (b *bench) begin() {
	b.SaveNow()
	b.arrive()
	b.NewEntry()
}

// schedules returns every way to deliver none, one or all of what is held in
// each of the gaps; in the last one, none or all.
func schedules(gaps int) [][]int {
	all := [][]int{nil}
	for gap := range gaps {
		some := []int{0, -1, 1}
		if gap == gaps-1 {
			some = some[:2]
		}
		var longer [][]int
		for _, s := range all {
			for _, n := range some {
				longer = append(longer, append(s[:len(s):len(s)], n))
			}
		}
		all = longer
	}
	return all
}

// TestNoAnswerTakesWordsAway does what a person does with a journal whose
// answers come at every possible moment: no character goes anywhere else.
func TestNoAnswerTakesWordsAway(t *testing.T) {
	typing := func(b *bench, text string) (acts []func()) {
		for _, r := range text {
			acts = append(acts, func() { b.strike(r) })
		}
		return acts
	}
	then := func(first func(), rest []func()) []func() { return append([]func(){first}, rest...) }
	tests := []struct {
		name    string
		entries int
		acts    func(*bench) []func()
		want    []string // bodies that the journal has in the end
	}{
		{"the first entry", 0, func(b *bench) []func() { return then(b.begin, typing(b, "We w")) }, []string{"We w"}},
		{"the first words without being asked", 0, func(b *bench) []func() {
			b.tasks.deliver(-1)
			return typing(b, "We w")
		}, []string{"We w"}},
		{"another entry", 2, func(b *bench) []func() { return then(b.begin, typing(b, "We w")) }, []string{"day 0", "day 1", "We w"}},
		{"at the end of the newest", 2, func(b *bench) []func() {
			b.tasks.deliver(2) // the list is there, its entry is not
			return then(func() { b.press(fyne.KeyReturn) }, typing(b, " We"))
		}, []string{"day 0 We", "day 1"}},
		{"at the end of another", 2, func(b *bench) []func() {
			b.tasks.deliver(-1)
			return then(func() { b.press(fyne.KeyDown, fyne.KeyReturn) }, typing(b, " We"))
		}, []string{"day 0", "day 1 We"}},
		{"another entry after deleting one", 2, func(b *bench) []func() {
			b.tasks.deliver(-1)
			return then(func() { b.Remove() }, then(b.begin, typing(b, "We")))
		}, []string{"day 1", "We"}},
		{"in the entry that came back", 2, func(b *bench) []func() {
			b.tasks.deliver(-1)
			b.Remove()
			b.tasks.deliver(-1)
			return then(func() { b.UndoButton().Tapped(nil) }, typing(b, " We"))
		}, []string{"day 0 We", "day 1"}},
		{"another while one is coming", 2, func(b *bench) []func() {
			b.tasks.deliver(-1)
			return then(func() { b.press(fyne.KeyDown, fyne.KeyReturn) }, then(func() { b.strike('x') }, then(b.begin, typing(b, "We"))))
		}, nil}, // see below
		{"in the old one while another is coming", 2, func(b *bench) []func() {
			b.tasks.deliver(-1)
			return then(func() {
				b.press(fyne.KeyDown)
				b.win.Canvas().Focus(b.Body())
				b.Body().CaretToEnd()
				b.strike('x')
			}, typing(b, "y"))
		}, []string{"day 0xy", "day 1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			gaps := len(test.acts(newOrders(t, test.entries)))
			for _, s := range schedules(min(gaps, 3)) {
				b := newOrders(t, test.entries)
				for i, act := range test.acts(b) {
					act()
					if i < len(s) {
						b.tasks.deliver(s[i])
					}
				}
				b.tasks.letGo()
				b.SaveNow()
				b.expectBodies(s, test.want, "dayday01xWe")
			}
		})
	}
}

// newOrders returns a screen whose answers wait to be delivered.
func newOrders(t *testing.T, n int) *bench {
	b := newBench(t, days(n)...)
	b.tasks.hold = true
	b.arrive()
	return b
}

// expectBodies compares what the journal has; where no bodies are wanted, only
// that no letter is missing or twice.
func (b *bench) expectBodies(schedule []int, want []string, letters string) {
	b.t.Helper()
	have := map[string]int{}
	all := 0
	for _, e := range b.store.entries {
		have[e.Body]++
		for _, r := range e.Body {
			if r != ' ' {
				all++
			}
		}
	}
	if want == nil {
		if all != len(letters) {
			b.t.Fatalf("answers came as in %v: the journal has %d letters, want %d", schedule, all, len(letters))
		}
		return
	}
	for _, body := range want {
		have[body]--
	}
	for body, n := range have {
		if n != 0 {
			b.t.Fatalf("answers came as in %v: %q is there %+d times too often", schedule, body, n)
		}
	}
}

func TestFocusIsNotTakenFromTheSearch(t *testing.T) {
	for _, s := range schedules(3) {
		b := newOrders(t, 2)
		for i, r := range "day" {
			if i == 0 {
				b.FocusSearch()
			}
			b.tasks.deliver(s[i])
			b.strike(r)
		}
		b.tasks.letGo()
		if got := b.Search().Text; got != "day" || b.focused() != b.Search() {
			t.Fatalf("answers came as in %v: the box has %q", s, got)
		}
	}
}

// Enter in the box opens the first of those found, unless typing goes on there
// while it comes.
func TestTypingOnInTheSearchOpensNothing(t *testing.T) {
	for _, s := range schedules(5) {
		b := newOrders(t, 2)
		b.FocusSearch()
		for i, r := range "day" {
			b.tasks.deliver(s[i])
			b.strike(r)
		}
		b.press(fyne.KeyReturn)
		b.tasks.deliver(s[3])
		if b.focused() != b.Search() {
			continue // it came before anything else was typed
		}
		b.strike(' ')
		b.tasks.deliver(s[4])
		b.strike('1')
		b.tasks.letGo()
		if b.Search().Text != "day 1" || b.focused() != b.Search() {
			t.Fatalf("answers came as in %v: the box has %q", s, b.Search().Text)
		}
		b.expectBodies(s, []string{"day 0", "day 1"}, "")
	}
}

// The same with the entry on its way already.
func TestTypingOnInTheSearchKeepsTheFocus(t *testing.T) {
	b := newOrders(t, 2)
	b.tasks.letGo()
	b.tasks.hold = true
	b.FocusSearch()
	b.strike('1')
	b.press(fyne.KeyReturn)
	for !b.Coming() {
		if len(b.tasks.queue) == 0 {
			t.Fatal("Enter asks for no entry")
		}
		next := b.tasks.queue[0] // what follows is held too
		b.tasks.queue = b.tasks.queue[1:]
		next()
	}
	b.strike('x')
	b.tasks.letGo()
	if b.Search().Text != "1x" || b.focused() != b.Search() {
		t.Errorf("the box has %q, the focus is on %T", b.Search().Text, b.focused())
	}
}

func TestTypingWithoutFocusGoesToTheText(t *testing.T) {
	b := newOrders(t, 1)
	b.tasks.letGo()
	b.win.Canvas().Unfocus()
	b.strike('W')
	b.strike('e')
	if got := b.Body().Text(); got != "Weday 0" && got != "day 0We" {
		t.Errorf("the paper has %q", got)
	}
}

func TestTypedAheadOfAnEntryThatNeverComes(t *testing.T) {
	b := newOrders(t, 2)
	b.tasks.letGo()
	b.tasks.hold = true
	b.press(fyne.KeyDown, fyne.KeyReturn)
	for _, r := range "Wf" {
		b.strike(r)
	}
	b.press(fyne.KeyBackspace, fyne.KeyReturn)
	b.strike('e')
	b.store.deaf = journal.ErrDamaged
	b.tasks.letGo()
	b.expectBodies(nil, []string{"day 0", "day 1", "W\ne"}, "")
	if b.Notice() == "" {
		t.Error("nothing is told")
	}

	b.store.deaf, b.tasks.hold = nil, true
	b.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	b.strike('z')
	save, ok := b.Pending()
	if !ok {
		t.Fatal("what was typed ahead does not wait to be saved")
	}
	if err := save(context.Background()); err != nil {
		t.Fatal(err)
	}
	b.expectBodies(nil, []string{"day 0", "day 1", "W\ne", "z"}, "")
}

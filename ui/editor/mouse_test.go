package editor_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/editor"
	"mend/ui/theme"
)

// timer stands in for the one that blinks and scrolls: it fires when told to.
type timer struct {
	tick    func()
	running int
}

func (tm *timer) every(_ time.Duration, tick func()) (stop func()) {
	tm.tick = tick
	tm.running++
	stopped := false
	return func() {
		if !stopped {
			stopped = true
			tm.running--
		}
	}
}

// hand is an editor with a mouse, a clock and a timer that the test moves.
type hand struct {
	*editor.Editor
	t     *testing.T
	now   time.Time
	timer timer
	win   fyne.Window
}

func newHand(t *testing.T) *hand {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	h := &hand{t: t, now: time.Unix(0, 0)}
	h.Editor = editor.New(h.timer.every)
	h.SetClock(func() time.Time { return h.now })
	h.win = test.NewTempWindow(t, h.Editor)
	h.win.Resize(fyne.NewSize(400, 200))
	return h
}

// down presses a button where the first word stands that the text has.
func (h *hand) down(word string, button desktop.MouseButton, modifier fyne.KeyModifier) {
	x, y := h.Point(word)
	ev := &desktop.MouseEvent{Button: button, Modifier: modifier}
	ev.Position = fyne.NewPos(x, y)
	h.MouseDown(ev)
}

func (h *hand) click(word string) {
	h.down(word, desktop.MouseButtonPrimary, 0)
	h.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
}

// wait lets so much time pass that the next click is not a double one.
func (h *hand) wait() { h.now = h.now.Add(time.Minute) }

func (h *hand) dragTo(word string) {
	x, y := h.Point(word)
	h.dragToPoint(x, y)
}

func (h *hand) dragToPoint(x, y float32) {
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
}

func TestMouse(t *testing.T) {
	const first = desktop.MouseButtonPrimary
	for name, tt := range map[string]struct {
		do   func(*hand)
		want string
	}{
		"click":            {func(h *hand) { h.click("two") }, "one |two, three\nfour\nfive"},
		"two slow clicks":  {func(h *hand) { h.click("two"); h.wait(); h.click("two") }, "one |two, three\nfour\nfive"},
		"two clicks apart": {func(h *hand) { h.click("two"); h.click("four") }, "one two, three\n|four\nfive"},
		"double click":     {func(h *hand) { h.click("wo"); h.click("wo") }, "one [two|], three\nfour\nfive"},
		"triple click":     {func(h *hand) { h.click("wo"); h.click("wo"); h.click("wo") }, "[one two, three\n|]four\nfive"},
		"four clicks": {func(h *hand) { h.click("wo"); h.click("wo"); h.click("wo"); h.click("wo") },
			"one t|wo, three\nfour\nfive"},
		"shift click": {func(h *hand) { h.click("two"); h.wait(); h.down("five", first, fyne.KeyModifierShift) },
			"one [two, three\nfour\n|]five"},
		"shift click before": {func(h *hand) { h.click("two"); h.wait(); h.down("one", first, fyne.KeyModifierShift) },
			"[|one ]two, three\nfour\nfive"},
		"drag":      {func(h *hand) { h.down("two", first, 0); h.dragTo("five") }, "one [two, three\nfour\n|]five"},
		"drag back": {func(h *hand) { h.down("five", first, 0); h.dragTo("two") }, "one [|two, three\nfour\n]five"},
		"drag by words": {func(h *hand) { h.click("wo"); h.down("wo", first, 0); h.dragTo("ree") },
			"one [two, three|]\nfour\nfive"},
		"drag back by words": {func(h *hand) { h.click("ree"); h.down("ree", first, 0); h.dragTo("wo") },
			"one [|two, three]\nfour\nfive"},
		"a drag that ended": {func(h *hand) { h.down("two", first, 0); h.DragEnd(); h.dragTo("five") },
			"one |two, three\nfour\nfive"},
		"right click": {func(h *hand) { h.down("five", desktop.MouseButtonSecondary, 0) }, "one two, three\nfour\n|five"},
		"right click on a selection": {func(h *hand) { h.click("two"); h.click("two"); h.down("wo", desktop.MouseButtonSecondary, 0) },
			"one [two|], three\nfour\nfive"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHand(t)
			h.SetText("one two, three\nfour\nfive")
			tt.do(h)
			if got := h.Marked(); got != tt.want {
				t.Errorf("the text is %q, want %q", got, tt.want)
			}
			if h.win.Canvas().Focused() != fyne.Focusable(h.Editor) {
				t.Error("the editor has no focus")
			}
		})
	}
}

func TestDragOverAnEdgeScrolls(t *testing.T) {
	h := newHand(t)
	h.SetText("first\n" + strings.Repeat("line\n", 100) + "last")
	h.down("line", desktop.MouseButtonPrimary, 0)
	blinks := h.timer.running
	h.dragToPoint(20, 250)
	if h.timer.running != blinks+1 {
		t.Fatalf("%d timers run, want one more than %d", h.timer.running, blinks)
	}
	for range 20 {
		h.timer.tick()
	}
	down := h.Scroll()
	if down <= 0 || !strings.Contains(h.Marked(), "|]") {
		t.Errorf("scrolled to %v, the selection does not grow", down)
	}
	h.dragToPoint(20, 100)
	if h.timer.running != blinks {
		t.Error("the scrolling goes on with the pointer inside")
	}
	h.dragToPoint(0, -50)
	for range 200 {
		h.timer.tick()
	}
	if h.Scroll() != 0 || !strings.HasPrefix(h.Marked(), "[|first") {
		t.Errorf("the drag up ended at %v", h.Scroll())
	}
	h.DragEnd()
	if h.timer.running != blinks {
		t.Error("the scrolling goes on after the drag")
	}
}

func TestWheelScrollsWithinTheText(t *testing.T) {
	h := newHand(t)
	h.SetText(strings.Repeat("line\n", 100) + "last")
	wheel := func(dy float32) { h.Wheel(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	wheel(50)
	if h.Scroll() != 0 {
		t.Errorf("scrolled over the start to %v", h.Scroll())
	}
	wheel(-1e6)
	if drawn := h.Drawn(); drawn[len(drawn)-1] != "last" || len(drawn) > 20 {
		t.Errorf("%d lines are drawn at the end, the last is %q", len(drawn), drawn[len(drawn)-1])
	}
	if marked := h.Marked(); !strings.HasPrefix(marked, "|") {
		t.Error("the wheel moved the caret")
	}
}

func TestScrollBar(t *testing.T) {
	h := newHand(t)
	h.SetText(strings.Repeat("line\n", 1000) + "last")
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(h.Size().Width-2, 3)
	h.MouseDown(ev)
	h.dragToPoint(0, 1000)
	if drawn := h.Drawn(); drawn[len(drawn)-1] != "last" {
		t.Errorf("the bar was pulled to the end, the last line drawn is %q", drawn[len(drawn)-1])
	}
	h.dragToPoint(0, -1000)
	if h.Scroll() != 0 || h.Marked()[0] != '|' {
		t.Errorf("the bar was pulled to the start, the text is at %v", h.Scroll())
	}
}

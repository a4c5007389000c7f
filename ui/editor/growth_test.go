package editor_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fyne.io/fyne/v2/test"

	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// grows is an editor of 2 to 5 lines that stands among other things.
func grows(t *testing.T) (e *editor.Editor, w fyne.Window, grown *int) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	e, grown = editor.New(nil), new(int)
	e.Grow(2, 5)
	stack := widget.NewStack(0, e)
	e.OnGrown = func() { *grown++; stack.Refresh() }
	w = test.NewTempWindow(t, stack)
	w.Resize(fyne.NewSize(400, 400))
	w.Canvas().Focus(e)
	return e, w, grown
}

func TestGrowsWithItsText(t *testing.T) {
	e, _, grown := grows(t)
	var heights []float32
	for range 7 {
		heights = append(heights, e.Size().Height)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	line := heights[2] - heights[1]
	for i, want := range []float32{0, 0, 1, 2, 3, 3, 3} {
		if got := heights[i] - heights[0]; math.Abs(float64(got-want*line)) > 0.01 || line <= 0 {
			t.Errorf("with %d lines it has grown by %v, want %v of %v", i+1, got, want, line)
		}
	}
	if *grown != 3 {
		t.Errorf("it told %d times that it grew", *grown)
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if e.Size().Height != heights[0] {
		t.Errorf("emptied it is %v high", e.Size().Height)
	}
}

func TestGrowsWhereLinesBreak(t *testing.T) {
	e, w, _ := grows(t)
	low := e.Size().Height
	e.SetText(strings.Repeat("word ", 30))
	if e.Size().Height <= low {
		t.Error("a long line does not make it grow")
	}
	high := e.Size().Height
	w.Resize(fyne.NewSize(900, 400))
	if e.Size().Height >= high {
		t.Error("it stays as high where it is wider")
	}
	e.SetText(strings.Repeat("line\n", 10000))
	long := e.Size().Height
	e.OpenFind()
	if e.Size().Height <= long {
		t.Error("there is no room for the find bar")
	}
}

func TestScrollsOnlyWhatItDoesNotShow(t *testing.T) {
	e, _, _ := grows(t)
	past := 0
	e.OnScrolledPast = func(*fyne.ScrollEvent) { past++ }
	down := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)}
	e.Wheel(down)
	if past != 1 {
		t.Error("a scroll that does nothing is not handed on")
	}
	e.SetText(strings.Repeat("line\n", 9))
	e.Wheel(down)
	if past != 1 || e.Scroll() == 0 {
		t.Errorf("handed on %d times, scrolled by %v", past, e.Scroll())
	}
	for range 20 {
		e.Wheel(down)
	}
	if past < 2 {
		t.Error("at its end nothing is handed on")
	}
}

func TestTellsWhereTheCaretIs(t *testing.T) {
	e, _, _ := grows(t)
	var at []float32
	e.OnCaret = func(y, _ float32) { at = append(at, y) }
	e.TypedRune('a')
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if len(at) < 3 || at[1] <= at[0] || at[2] != at[0] {
		t.Errorf("told %v", at)
	}
}

func TestUnderlines(t *testing.T) {
	e, _, _ := grows(t)
	e.Underline(func(text string) []editor.Range {
		if at := strings.Index(text, "but"); at >= 0 {
			return []editor.Range{{From: at, To: at + 3}}
		}
		return nil
	})
	e.SetText("yes\nyes but")
	lines := e.Underlined()
	from, y := e.Point("but")
	if len(lines) != 1 || math.Abs(float64(lines[0][0]-from)) > 1 || lines[0][1] <= lines[0][0] || lines[0][2] < y {
		t.Errorf("lines %v, the word is at %v, %v", lines, from, y)
	}
	e.CaretToEnd()
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if n := len(e.Underlined()); n != 0 {
		t.Errorf("%d lines stay", n)
	}
}

// The toolkit takes the edges of what can be scrolled for the only ones when it
// looks for what a click is on.
func TestIsCutByWhatItStandsIn(t *testing.T) {
	e, _, _ := grows(t)
	if _, ok := any(e).(fyne.Scrollable); ok {
		t.Error("out of view it takes the clicks of its neighbours")
	}
}

func TestEdgeShowsWhereToWrite(t *testing.T) {
	e, w, _ := grows(t)
	paint := func(name fyne.ThemeColorName) color.Color { return theme.Color(e.Theme(), name) }
	focused, strong := e.Edge()
	w.Canvas().Unfocus()
	if edge, width := e.Edge(); edge != paint(theme.ColorBorder) || focused != paint(theme.ColorFocus) || width >= strong {
		t.Errorf("the edge is %v, with the focus %v", edge, focused)
	}
	e.SetReadOnly(true)
	if edge, _ := e.Edge(); edge != nil {
		t.Errorf("what can't be written in has an edge %v", edge)
	}
	e.SetReadOnly(false)
	e.Grow(0, 0)
	if edge, _ := e.Edge(); edge != nil {
		t.Errorf("alone it has an edge %v", edge)
	}
}

package widget_test

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

// figure is a figure of two rows of spots in a window, and what became of it.
type figure struct {
	*widget.Figure
	win    fyne.Window
	asked  []widget.FigureRequest
	went   []int
	opened []int
	sized  int
	height float32
	later  func() // hands over the newest drawing, while set
	hold   bool   // drawings are not handed over at once
}

func newFigure(t *testing.T) *figure {
	f := &figure{height: 100}
	f.Figure = widget.NewFigure("Feelings", func(r widget.FigureRequest, done func(widget.FigureDrawing)) {
		f.asked = append(f.asked, r)
		d := drawing(f.height)
		f.later = func() { done(d) }
		if !f.hold {
			f.later()
		}
	})
	f.OnSpot = func(i int) { f.went = append(f.went, i) }
	f.OnOpen = func(i int) { f.opened = append(f.opened, i) }
	f.OnSized = func() { f.sized++ }
	f.win = window(t, f.Figure)
	return f
}

func drawing(height float32) widget.FigureDrawing {
	spot := func(x float32, row int, says string) widget.Spot {
		return widget.Spot{Area: fyne.NewPos(x, float32(row)*40), Size: fyne.NewSize(20, 20), Row: row, Says: says}
	}
	return widget.FigureDrawing{Image: image.NewRGBA(image.Rect(0, 0, 10, 10)), Height: height, Spots: []widget.Spot{
		spot(0, 0, "a"), spot(100, 0, "b"), spot(200, 0, "c"), spot(90, 1, "d"), spot(190, 1, "e"),
	}}
}

func TestFigureIsDrawnToItsWidth(t *testing.T) {
	f := newFigure(t)
	first := f.asked[len(f.asked)-1]
	if first.Width != f.Size().Width || first.TextSize <= 0 {
		t.Fatalf("it asked for %+v at width %v", first, f.Size().Width)
	}
	asked := len(f.asked)
	f.Refresh()
	if f.MinSize().Height != 100 || f.sized != 1 || len(f.asked) != asked {
		t.Errorf("it is %v high, told %d times", f.MinSize().Height, f.sized)
	}
	f.win.Resize(fyne.NewSize(500, 400))
	f.Refresh()
	if len(f.asked) != asked+1 || f.sized != 1 {
		t.Errorf("after a change of the width it asked %d more times, told %d times of its height", len(f.asked)-asked, f.sized)
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 1.5))
	f.Refresh()
	last := f.asked[len(f.asked)-1]
	if last.TextSize <= first.TextSize || last.Ink == first.Ink {
		t.Errorf("another look asked for %+v", last)
	}
}

func TestFigureDropsAnOvertakenDrawing(t *testing.T) {
	f := newFigure(t)
	f.hold = true
	f.height = 50
	f.win.Resize(fyne.NewSize(500, 400))
	late := f.later
	f.height = 70
	f.win.Resize(fyne.NewSize(400, 400))
	f.later()
	late()
	if got := f.MinSize().Height; got != 70 {
		t.Errorf("it is %v high", got)
	}
}

func TestFigureKeys(t *testing.T) {
	f := newFigure(t)
	f.win.Canvas().Focus(f.Figure)
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyLeft, fyne.KeySpace} {
		press(f.win, key)
	}
	if want := []int{0, 1, 3, 1, 4, 0}; !slices.Equal(f.went, want) {
		t.Errorf("it went to %v, want %v", f.went, want)
	}
	if want := []int{3, 0}; !slices.Equal(f.opened, want) {
		t.Errorf("it opened %v, want %v", f.opened, want)
	}
	if f.AccessibilityLabel() != "Feelings: a" {
		t.Errorf("it is called %q", f.AccessibilityLabel())
	}
}

func TestFigureHandsOnWhatItDoesNotUse(t *testing.T) {
	f := newFigure(t)
	var handed []fyne.KeyName
	f.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { handed = append(handed, ev.Name) })
	f.win.Canvas().Focus(f.Figure)
	press(f.win, fyne.KeyHome, fyne.KeyUp, fyne.KeyEscape, fyne.KeyPageDown)
	if want := []fyne.KeyName{fyne.KeyUp, fyne.KeyEscape, fyne.KeyPageDown}; !slices.Equal(handed, want) {
		t.Errorf("handed on %v, want %v", handed, want)
	}
}

func TestFigureByPointer(t *testing.T) {
	f := newFigure(t)
	f.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(110, 10)}})
	f.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 30)}})
	if !slices.Equal(f.went, []int{1}) {
		t.Errorf("the pointer led to %v", f.went)
	}
	test.TapAt(f, fyne.NewPos(200, 50))
	test.TapAt(f, fyne.NewPos(60, 30))
	if !slices.Equal(f.opened, []int{4}) {
		t.Errorf("tapping opened %v", f.opened)
	}
}

func TestFigureShowsTheFocusOnTheWholeAndOnItsSpot(t *testing.T) {
	f := newFigure(t)
	whole := f.Size().AddWidthHeight(16, 16) // round the ring of a spot on the edge
	rings := func() (seen []fyne.Size) {
		for _, o := range test.LaidOutObjects(f.Figure) {
			if r, ok := o.(*canvas.Rectangle); ok && r.StrokeColor != nil && r.StrokeColor != color.Transparent {
				seen = append(seen, r.Size())
			}
		}
		return seen
	}
	if seen := rings(); len(seen) > 0 {
		t.Errorf("without the focus it has rings %v", seen)
	}
	f.win.Canvas().Focus(f.Figure)
	if seen := rings(); len(seen) != 1 || seen[0] != whole {
		t.Errorf("with the focus it has rings %v", seen)
	}
	press(f.win, fyne.KeyRight)
	if seen := rings(); len(seen) != 2 || seen[0].Width <= 20 || seen[1] != whole {
		t.Errorf("on a spot it has rings %v", seen)
	}
}

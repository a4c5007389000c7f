package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"mend/ui/theme"
	"mend/ui/widget"
)

func TestChip(t *testing.T) {
	taps, removals := 0, 0
	c := widget.NewRemovableChip("hurt", func() { taps++ }, func() { removals++ })
	w := window(t, container.NewHBox(c))
	width := c.Size().Width
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(width-5, 5)})
	press(w, fyne.KeySpace, fyne.KeyReturn, fyne.KeyDelete, fyne.KeyBackspace)
	if taps != 3 || removals != 3 {
		t.Errorf("%d taps and %d removals, want 3 and 3", taps, removals)
	}
	c.SetSelected(true)
	if got := c.MinSize().Width; got <= width {
		t.Errorf("selected it is %g wide, want more than %g for its mark", got, width)
	}
}

func TestChipWithoutRemovalKeepsDelete(t *testing.T) {
	c := widget.NewChip("hurt", nil)
	w := window(t, c)
	handed := false
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { handed = true })
	w.Canvas().Focus(c)
	press(w, fyne.KeyDelete)
	if !handed {
		t.Error("Delete was swallowed")
	}
}

func TestTickBox(t *testing.T) {
	var told []bool
	box := widget.NewTickBox("Name it", func(on bool) { told = append(told, on) })
	w := window(t, box)
	box.SetTicked(true)
	test.Tap(box)
	press(w, fyne.KeySpace)
	press(w, fyne.KeyReturn)
	if diff := cmp.Diff([]bool{false, true, false}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

func TestPressable(t *testing.T) {
	taps := 0
	p := widget.NewPressable("open", widget.NewLabel("open", theme.ColorInk, theme.SizeText), func() { taps++ })
	w := window(t, p)
	test.Tap(p)
	press(w, fyne.KeySpace, fyne.KeyEnter)
	if taps != 3 {
		t.Errorf("pressed %d times, want 3", taps)
	}
}

func TestChoices(t *testing.T) {
	var told []int
	c := widget.NewChoices([]widget.Option{{Label: "a"}, {Label: "b", About: "more"}, {Label: "c"}}, func(i int) { told = append(told, i) })
	w := window(t, c)
	w.Canvas().Focus(c)
	if c.Selected != -1 {
		t.Fatalf("option %d is chosen from the start", c.Selected)
	}
	press(w, fyne.KeyUp, fyne.KeySpace, fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome)
	if diff := cmp.Diff([]int{0, 1, 2, 0}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	c.Select(2)
	c.Select(7)
	if c.Selected != 2 || len(told) != 4 {
		t.Errorf("Select: chosen %d, told %v", c.Selected, told)
	}
}

func TestRail(t *testing.T) {
	var told []string
	r := widget.NewRail([]widget.RailItem{
		{ID: "journal", Label: "Journal"}, {ID: "path", Label: "Path"}, {ID: "lock", Label: "Lock", Foot: true},
	}, func(id string) { told = append(told, id) })
	w := window(t, r)
	r.Select("path")
	w.Canvas().Focus(r)
	press(w, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyHome, fyne.KeySpace, fyne.KeyUp, fyne.KeyEnd, fyne.KeyEnter)
	if diff := cmp.Diff([]string{"lock", "journal", "lock"}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if r.Selected != "path" {
		t.Errorf("the rail selected %q by itself", r.Selected)
	}
	if got := r.MinSize().Width; got != theme.RailWidth {
		t.Errorf("it is %g wide, want %g", got, theme.RailWidth)
	}
}

// numbers is a list of n rows that show their numbers, in a window.
func numbers(t *testing.T, n *int) (*widget.List, fyne.Window) {
	t.Helper()
	l := widget.NewList(func() int { return *n },
		func() fyne.CanvasObject { return widget.NewText("", theme.ColorInk, theme.SizeText) },
		func(i int, o fyne.CanvasObject) { o.(*widget.Text).SetText(fmt.Sprint(i)) })
	w := window(t)
	w.SetContent(l)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(l)
	return l, w
}

func TestListKeys(t *testing.T) {
	n := 100
	l, w := numbers(t, &n)
	var told []int
	l.OnSelect = func(i int) { told = append(told, i) }
	opened := -1
	l.OnOpen = func(i int) { opened = i }
	press(w, fyne.KeyReturn)
	if opened != -1 {
		t.Error("Enter opened without a selection")
	}
	press(w, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyPageDown)
	page := l.Selected()
	if page < 2 || page > 10 {
		t.Errorf("Page Down went to row %d, want about what is in view", page)
	}
	press(w, fyne.KeyPageUp)
	if diff := cmp.Diff([]int{0, 1, 0, 99, 0, page, 0}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	press(w, fyne.KeyEnter)
	if opened != 0 {
		t.Errorf("Enter opened row %d, want 0", opened)
	}
}

func TestListDrawsOnlyWhatIsInView(t *testing.T) {
	n := 100_000
	l, w := numbers(t, &n)
	if got := len(texts(w)); got > 20 {
		t.Errorf("%d rows are drawn", got)
	}
	press(w, fyne.KeyEnd)
	got := texts(w)
	if got[len(got)-1] != "99999" {
		t.Errorf("at the end the last row is %q", got[len(got)-1])
	}
	l.Select(50_000)
	found := false
	for _, text := range texts(w) {
		found = found || text == "50000"
	}
	if !found {
		t.Errorf("the selected row is not in view: %v", texts(w))
	}
}

func TestListPassesOverHeadings(t *testing.T) {
	n := 6
	l, w := numbers(t, &n)
	l.Selectable = func(i int) bool { return i%3 != 0 }
	var told []int
	l.OnSelect = func(i int) { told = append(told, i) }
	press(w, fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd)
	if diff := cmp.Diff([]int{1, 2, 4, 2, 5}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	l.Select(3)
	if l.Selected() != -1 {
		t.Errorf("heading %d was selected", l.Selected())
	}
}

func TestListShrinks(t *testing.T) {
	n := 100
	l, w := numbers(t, &n)
	press(w, fyne.KeyEnd)
	n = 2
	l.Refresh()
	if l.Selected() != -1 {
		t.Errorf("row %d of 2 is selected", l.Selected())
	}
	if diff := cmp.Diff([]string{"0", "1"}, texts(w)); diff != "" {
		t.Errorf("drawn (-want +got):\n%s", diff)
	}
	n = 0
	l.Refresh()
	press(w, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if got := texts(w); len(got) != 0 {
		t.Errorf("an empty list draws %v", got)
	}
}

func TestSelectOpensWithEnter(t *testing.T) {
	s := widget.NewSelect([]string{"all", "one"}, func(string) { t.Error("told without a choice") })
	w := window(t, s)
	w.Canvas().Focus(s)
	s.ShowSelected("one")
	press(w, fyne.KeyReturn)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("Enter did not open the menu")
	}
}

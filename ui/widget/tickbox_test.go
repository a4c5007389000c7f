package widget_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

func TestTickBoxTellsOnlyThePersonsChanges(t *testing.T) {
	test.NewTempApp(t)
	var told []bool
	box := widget.NewTickBox("a step", func(on bool) { told = append(told, on) })
	test.NewTempWindow(t, box)

	box.SetTicked(true)
	if len(told) != 0 {
		t.Fatalf("SetTicked told %v", told)
	}
	test.Tap(box)
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []bool{false, true, false}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	box.Disable()
	test.Tap(box)
	if len(told) != 3 {
		t.Error("a disabled box changed")
	}
}

func TestTickBoxGrowsWithItsSentence(t *testing.T) {
	test.NewTempApp(t)
	height := func(text string) float32 {
		box := widget.NewTickBox(text, nil)
		stack := widget.NewStack(0, box)
		win := test.NewTempWindow(t, stack)
		win.Resize(fyne.NewSize(240, 400))
		stack.Refresh()
		return box.MinSize().Height
	}
	short, long := height("one line"), height(strings.Repeat("many words ", 20))
	if long < 3*short {
		t.Errorf("a long sentence is %v high, a short one %v: it does not wrap", long, short)
	}
}

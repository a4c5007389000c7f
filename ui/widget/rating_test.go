package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/widget"
)

func TestRating(t *testing.T) {
	var told []int
	r := widget.NewRating("a guess", "they told me", func(value int) { told = append(told, value) })
	w := window(t, r)
	w.Canvas().Focus(r)
	r.TypedRune('9')
	r.TypedRune('4')
	press(w, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome, fyne.KeyLeft)
	if want := []int{4, 5, 4, 0, 5, 1, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	r.Set(3)
	if r.Value != 3 || len(told) != 7 {
		t.Error("Set tells, or does not set")
	}
}

func TestRatingIsTapped(t *testing.T) {
	var told []int
	r := widget.NewRating("low", "high", func(value int) { told = append(told, value) })
	w := window(t, r)
	for _, x := range []float32{3, r.Size().Width - 3, 100, 100} {
		r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 15)})
	}
	if want := []int{1, 2, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	if w.Canvas().Focused() != fyne.Focusable(r) {
		t.Error("a tap does not focus it")
	}
}

func TestChoicesThatCanBeTakenBackAndNotAllBeChosen(t *testing.T) {
	var told []int
	c := widget.NewChoices([]widget.Option{{Label: "a", Disabled: true}, {Label: "b"}, {Label: "c", Disabled: true}, {Label: "d"}},
		func(i int) { told = append(told, i) })
	c.Optional = true
	w := window(t, c)
	w.Canvas().Focus(c)
	press(w, fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyEnd)
	if want := []int{1, 3, 1, -1, 3}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	c.SetOption(2, widget.Option{Label: "c"})
	press(w, fyne.KeyUp)
	if c.Selected != 2 {
		t.Errorf("an option that can be chosen now is not: %d", c.Selected)
	}
	c.Optional = false
	press(w, fyne.KeyDelete)
	if c.Selected != 2 {
		t.Error("an answer that has to stay is taken back")
	}
}

package summary_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

// looked shows the screen in the program's look at a text scale.
func looked(t *testing.T, size fyne.Size, scale float32) *shown {
	t.Helper()
	s := show(t, rich())
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
	s.win.SetPadded(false)
	s.win.Resize(size)
	s.win.Content().Refresh()
	return s
}

// area is where an object is in the window.
func area(o fyne.CanvasObject) (top, bottom, left, right float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Y, at.Y + o.Size().Height, at.X, at.X + o.Size().Width
}

// overlap reports whether a and b share room.
func overlap(a, b fyne.CanvasObject) bool {
	top, bottom, left, right := area(a)
	otherTop, otherBottom, otherLeft, otherRight := area(b)
	return top < otherBottom && otherTop < bottom && left < otherRight && otherLeft < right
}

func TestEverythingIsInReachAtEverySize(t *testing.T) {
	for _, tt := range []struct {
		width, height, scale float32
		folded               bool
	}{
		{1000, 780, 1, false}, {980, 780, 1.5, false}, {928, 780, 2, true},
		{520, 600, 1, true}, {1000, 440, 1, true}, {480, 480, 2, true},
	} {
		t.Run(fmt.Sprintf("%gx%g at %g", tt.width, tt.height, tt.scale), func(t *testing.T) {
			s := looked(t, fyne.NewSize(tt.width, tt.height), tt.scale)
			names, list, save := s.box("Shorten names"), s.list(), s.button("Save the summary…")
			for _, o := range []interface {
				fyne.CanvasObject
				fyne.Focusable
			}{names, list, s.chip("Markdown"), save, s.chip("Everything")} {
				s.win.Canvas().Focus(o)
				if top, bottom, left, right := area(o); top < 0 || bottom > tt.height+0.1 || left < 0 || right > tt.width {
					t.Errorf("%T lies at %g to %g, %g to %g, and can't be seen whole", o, top, bottom, left, right)
				}
			}
			if tt.folded && (overlap(names, list) || overlap(list, s.chip("PDF")) || overlap(list, save)) {
				t.Error("the panes lie over each other")
			}
			top, _, _, _ := area(list)
			if _, bottom, _, _ := area(names); tt.folded != (top >= bottom) {
				t.Errorf("the list is below the choices: %v, want %v", top >= bottom, tt.folded)
			}
		})
	}
}

// The panes are the same ones when the window gets wider again.
func TestFoldingKeepsWhatWasChosen(t *testing.T) {
	s := looked(t, fyne.NewSize(1000, 780), 1)
	test.Tap(s.box("Feelings"))
	s.win.Canvas().Focus(s.box("Feelings"))
	for _, width := range []float32{520, 1000} {
		s.win.Resize(fyne.NewSize(width, 780))
		s.wantLine("In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages, charts over time, and where you stand.")
		if box := s.box("Feelings"); box.Ticked || s.win.Canvas().Focused() != fyne.Focusable(box) {
			t.Errorf("%g wide: the choice or the focus is lost", width)
		}
	}
	if top, _, _, _ := area(s.list()); top > 200 {
		t.Errorf("unfolded, the list begins at %g", top)
	}
}

func TestKeysScrollTheFoldedPage(t *testing.T) {
	s := looked(t, fyne.NewSize(520, 600), 1)
	page := find(s, func(*container.Scroll) bool { return true })
	if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) || page.Offset.Y == 0 {
		t.Error("Page Down does not scroll the page")
	}
	s.screen.FocusFirst()
	if page.Offset.Y != 0 {
		t.Errorf("the first control is shown %g below the top", page.Offset.Y)
	}
	// A changed choice does not throw the page back.
	s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	before := page.Offset.Y
	test.Tap(find(s, func(b *widget.TickBox) bool { return b.AccessibilityLabel() == "Shorten names to initials" }))
	if page.Offset.Y > before+200 || page.Offset.Y == 0 {
		t.Errorf("a choice moved the page from %g to %g", before, page.Offset.Y)
	}
}

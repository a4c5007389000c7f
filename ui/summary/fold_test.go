package summary_test

import (
	"fmt"
	"strings"
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
		{520, 600, 1, true}, {1000, 440, 1, false}, {1000, 380, 1, true}, {480, 480, 2, true},
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
		days := map[float32]string{1000: " from 30 November 2025 to 4 May 2026"}[width]
		s.wantLine("In it: 4 entries in full" + days + ", 5 stages, charts over time, and where you stand.")
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
	box := s.box("Shorten names to initials")
	s.win.Canvas().Focus(box)
	before := page.Offset.Y
	test.Tap(box)
	if page.Offset.Y != before || before == 0 {
		t.Errorf("a choice moved the page from %g to %g", before, page.Offset.Y)
	}
}

// What leaves the journal is said beside the button that saves it, and both stay
// in view wherever there is room for anything above them.
func TestTheFootStaysInView(t *testing.T) {
	for _, tt := range []struct{ width, height, scale float32 }{
		{1092, 709, 1.5}, {1092, 730, 1}, {640, 530, 1}, {520, 600, 1}, {1000, 440, 1}, {928, 780, 2}, {700, 560, 1.5}, {1500, 700, 1},
	} {
		t.Run(fmt.Sprintf("%gx%g at %g", tt.width, tt.height, tt.scale), func(t *testing.T) {
			s := looked(t, fyne.NewSize(tt.width, tt.height), tt.scale)
			s.wantInView(tt.height, "In it: 4 entries in full")
			if tt.width < 1360*tt.scale {
				test.Tap(s.button("Preview"))
				s.wantInView(tt.height, "In it: 4 entries in full")
			}
		})
	}
}

// Where the window is too low for that, the line and the button scroll together.
func TestTheLineComesWithTheButton(t *testing.T) {
	s := looked(t, fyne.NewSize(420, 320), 2)
	for range 2 {
		s.win.Canvas().Focus(s.button("Save the summary…"))
		line := find(s, func(p *widget.Paragraph) bool { return strings.HasPrefix(p.Text, "In it: 4 entries in full") })
		if _, bottom, _, _ := area(line); !line.Visible() || line.Size().Height < 20 || bottom > 320 {
			t.Errorf("the line ends at %g", bottom)
		}
		test.Tap(find(s, func(b *widget.Button) bool { return b.Text == "Preview" || b.Text == "Back to choosing" }))
	}
}

// wantInView looks whether a line and the forms are seen whole with the buttons.
func (s *shown) wantInView(height float32, line string) {
	s.Helper()
	said := find(s, func(p *widget.Paragraph) bool { return strings.HasPrefix(p.Text, line) })
	for _, o := range []fyne.CanvasObject{said, s.chip("HTML"), s.button("Save the summary…")} {
		if top, bottom, _, _ := area(o); top < height/3 || bottom > height || !o.Visible() {
			s.Errorf("%T is at %g to %g", o, top, bottom)
		}
	}
}

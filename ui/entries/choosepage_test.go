package entries_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/widget"
)

func TestLookingForAPage(t *testing.T) {
	b := newBench(t).arrive()
	for _, tt := range []struct {
		words string
		rows  int
		begun string
	}{
		{"letter", 4, "An unsent letter"}, // though another page has the word in what it is for
		{"talk", 5, "Trust pulse"},        // all the pages of the stage
		{"seen twice", 2, "Two views"},
	} {
		b.ChoosePage()
		b.write(tt.words)
		if got := topOf[*widget.List](b).Length(); got != tt.rows {
			t.Errorf("%q: %d rows, want %d", tt.words, got, tt.rows)
		}
		b.press(fyne.KeyReturn)
		if b.PageTitle() != tt.begun {
			t.Errorf("%q begins %q, want %q", tt.words, b.PageTitle(), tt.begun)
		}
	}
}

func TestChoosingAPage(t *testing.T) {
	b := newBench(t).arrive()
	b.ChoosePage()
	list := topOf[*widget.List](b)
	if list.Length() != 9 { // three headings with their pages
		t.Errorf("%d rows are listed", list.Length())
	}
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if _, ok := b.focused().(*widget.Field); !ok {
		t.Error("Up does not lead back to the field")
	}
	b.press(fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if b.PageTitle() != "From another guide" || b.win.Canvas().Overlays().Top() != nil {
		t.Errorf("the page is %q", b.PageTitle())
	}
	b.ChoosePage()
	b.write("drawer")
	if list := topOf[*widget.List](b); list.Length() != 2 {
		t.Errorf("%d rows have the word", list.Length())
	}
	b.write("xx")
	b.press(fyne.KeyReturn) // nothing to take
	b.press(fyne.KeyEscape)
	if b.PageTitle() != "From another guide" || b.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave all as it was")
	}
}

package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestHelpSetsKeysApartFromWhatTheyDo(t *testing.T) {
	h := enterCared(t)
	h.command("Keys and help (F1)")
	for _, scale := range []float32{1, 1.5} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
		at := make(map[string]fyne.Position)
		width := h.win.Canvas().Size().Width
		for _, p := range uitest.Shown[*widget.Paragraph](h.win.Canvas().Overlays().Top()) {
			at[p.Text] = fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
			if right := at[p.Text].X + p.Size().Width; right > width {
				t.Errorf("at %g, %q ends at %g of %g", scale, p.Text, right, width)
			}
		}
		lock, says := at["Ctrl+L"], at["lock at once, whatever is open"]
		size, text := at["Ctrl+Plus, Ctrl+Minus, Ctrl+0"], at["text size"]
		if lock.Y == 0 || lock.Y != says.Y || size.Y != text.Y {
			t.Errorf("at %g, a key does not stand beside what it does", scale)
		}
		if lock.X != size.X || says.X != text.X || lock.X >= says.X {
			t.Errorf("at %g, keys and meanings do not stand in two columns", scale)
		}
		if b, ok := h.win.Canvas().Focused().(*widget.Button); !ok || b.Text != "Close" {
			t.Error("the focus is not on what closes it")
		}
	}
}

package widget_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/widget"
)

// A level is told by which dots are full, not by a colour, and makes room for
// itself.
func TestChipLevel(t *testing.T) {
	w := window(t)
	for level, want := range []string{"", "●○○○○", "●●○○○", "●●●○○", "●●●●○", "●●●●●"} {
		chip := widget.NewRemovableChip("let down", nil, func() {})
		plain := chip.MinSize().Width
		chip.Level = level
		w.SetContent(widget.NewRow(0, chip))
		w.Resize(fyne.NewSize(400, 100))
		got := ""
		for _, o := range drawn(w) {
			dot, ok := o.(*canvas.Circle)
			switch {
			case !ok:
			case dot.FillColor == color.Transparent:
				got += "○"
			default:
				got += "●"
			}
		}
		if got != want || (chip.MinSize().Width > plain) != (level > 0) {
			t.Errorf("level %d is drawn as %q, %g wider", level, got, chip.MinSize().Width-plain)
		}
	}
}

package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// A title that is kept while the text grows or shrinks is whole wherever there
// is room for it: beside its controls, or else above them.
func TestHeadlineFitsEveryTextSize(t *testing.T) {
	w := uitest.NewWindow(t)
	control := widget.NewButton("Some other view", nil)
	head := widget.NewHeadline("Promises", theme.Space2, 0, control)
	w.SetContent(head.Content)
	for _, scale := range []float32{1, 2, 1} {
		test.ApplyTheme(t, theme.New(theme.Light, scale))
		for width := float32(220 * scale); width < 420*scale; width += 10 {
			w.Resize(fyne.NewSize(width, 300))
			title := uitest.Shown[*canvas.Text](w.Content())[0]
			if title.Text != "Promises" {
				t.Fatalf("at %v and %v %% the title is %q", width, 100*scale, title.Text)
			}
			room := width - 2*theme.Space4 - title.MinSize().Width - control.MinSize().Width - 2*theme.Space4
			if above := control.Position().Y >= title.MinSize().Height; above && room > 2*theme.Space4 {
				t.Fatalf("at %v and %v %% the control stands below, with %v to spare", width, 100*scale, room)
			}
		}
	}
}

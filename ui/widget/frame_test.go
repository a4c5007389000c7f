package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

func TestFrameIsWalkedAsItIsRead(t *testing.T) {
	test.NewTempApp(t)
	var parts []*widget.Button
	for _, name := range []string{"top", "middle", "bottom"} {
		parts = append(parts, widget.NewButton(name, nil))
	}
	win := test.NewTempWindow(t, widget.NewFrame(parts[0], parts[1], parts[2]))
	win.Resize(fyne.NewSize(300, 400))
	var walked []string
	for range parts {
		win.Canvas().FocusNext()
		at := slices.IndexFunc(parts, func(b *widget.Button) bool { return win.Canvas().Focused() == fyne.Focusable(b) })
		if at >= 0 {
			walked = append(walked, parts[at].AccessibilityLabel())
		}
	}
	if !slices.Equal(walked, []string{"top", "middle", "bottom"}) {
		t.Errorf("Tab leads to %v", walked)
	}
	if parts[1].Size().Height <= parts[0].Size().Height || parts[2].Position().Y <= parts[1].Position().Y {
		t.Errorf("the middle is %v high, the bottom at %v", parts[1].Size(), parts[2].Position())
	}
}

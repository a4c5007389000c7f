package uitest_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/ui/uitest"
	"mend/ui/widget"
)

func TestWhatIsHiddenIsNotSeen(t *testing.T) {
	w := uitest.NewWindow(t)
	within := container.NewVBox(widget.NewParagraph("A quiet evening"), widget.NewButton("Write", nil))
	w.SetContent(container.NewVScroll(within))
	w.Resize(fyne.NewSize(400, 300))
	see := func() [3]bool {
		return [3]bool{uitest.Says(w.Content(), "quiet"), uitest.Offers(w.Content(), "Write"), uitest.Words(w.Content()) != ""}
	}
	if see() != [3]bool{true, true, true} {
		t.Errorf("what shows is seen: %v", see())
	}
	within.Hide()
	if see() != [3]bool{} {
		t.Errorf("what is hidden is seen: %v", see())
	}
}

func TestWhatIsPressedIsOnTop(t *testing.T) {
	w := uitest.NewWindow(t)
	var pressed []string
	button := func(from string) fyne.CanvasObject {
		return widget.NewButton("Go", func() { pressed = append(pressed, from) })
	}
	w.SetContent(button("below"))
	uitest.Tap(t, uitest.Top(w), "Go")
	over := button("above")
	w.Canvas().Overlays().Add(over)
	uitest.Tap(t, uitest.Top(w), "Go")
	w.Canvas().Focus(over.(fyne.Focusable))
	uitest.Press(t, w, fyne.KeyReturn, fyne.KeySpace)
	if want := []string{"below", "above", "above", "above"}; !slices.Equal(pressed, want) {
		t.Errorf("pressed %v, want %v", pressed, want)
	}
	test.Tap(uitest.Find(t, w.Content(), func(b *widget.Button) bool { return b.Text == "Go" }))
	if pressed[len(pressed)-1] != "below" {
		t.Error("the button below is not found")
	}
}

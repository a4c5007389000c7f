package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/widget"
)

func TestUndoLine(t *testing.T) {
	undone, dismissed := 0, 0
	line := widget.NewUndoLine("It is gone.", func() { undone++ }, func() { dismissed++ })
	w := window(t, line.Content)
	w.Canvas().Focus(line.Undo)
	press(w, fyne.KeyReturn)
	w.Canvas().FocusNext()
	press(w, fyne.KeySpace)
	if undone != 1 || dismissed != 1 {
		t.Errorf("undone %d times, dismissed %d times", undone, dismissed)
	}
}

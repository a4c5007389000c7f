package dialogs_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/dialogs"
	"mend/ui/widget"
)

func TestKeysScrollLongContent(t *testing.T) {
	long := strings.Repeat("a line\n", 60)
	for name, tt := range map[string]struct {
		text  string
		keys  []fyne.KeyName
		moves int // -1: the content goes up, 0: it stays
	}{
		"down":          {long, []fyne.KeyName{fyne.KeyDown}, -1},
		"down, up":      {long, []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}, 0},
		"up at the top": {long, []fyne.KeyName{fyne.KeyUp}, 0},
		"page down":     {long, []fyne.KeyName{fyne.KeyPageDown}, -1},
		"page and back": {long, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp}, 0},
		"end":           {long, []fyne.KeyName{fyne.KeyEnd}, -1},
		"end, home":     {long, []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, 0},
		"short text":    {"a line", []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd}, 0},
		"another key":   {long, []fyne.KeyName{fyne.KeyF5}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t)
			content := widget.NewParagraph(tt.text)
			dialogs.Show(w, "Title", content, nil, dialogs.Button{Label: "Close", Primary: true})
			before := topOf(content)
			press(w, tt.keys...)
			if moved := topOf(content) - before; moved > 0 || (moved < 0) != (tt.moves < 0) {
				t.Errorf("the content moved by %g", moved)
			}
		})
	}
}

func TestEndShowsTheLastLine(t *testing.T) {
	w := window(t)
	content := widget.NewParagraph(strings.Repeat("a line\n", 60))
	dialogs.Show(w, "Title", content, nil, dialogs.Button{Label: "Close", Primary: true})
	for range 3 {
		press(w, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyDown)
	}
	bottom := topOf(content) + content.Size().Height
	if height := w.Canvas().Size().Height; bottom > height || bottom < height/2 {
		t.Errorf("the last line is at %g of %g", bottom, height)
	}
}

// topOf is where o begins in its window.
func topOf(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/ui/uitest"
	"mend/ui/widget"
)

// tapOn taps the first button or chip whose text has a part.
func (h *house) tapOn(part string) {
	h.Helper()
	for _, o := range uitest.Shown[fyne.CanvasObject](h.win.Content()) {
		switch o := o.(type) {
		case *widget.Button:
			if strings.Contains(o.Text, part) {
				o.Tapped(nil)
				return
			}
		case *widget.Chip:
			if strings.Contains(o.Text, part) {
				o.Tapped(nil)
				return
			}
		}
	}
	h.Fatalf("nothing to tap says %q", part)
}

// TestNothingTypedIsLost types without ever waiting for a save, does what a
// person may do next, and reads the journal's file.
func TestNothingTypedIsLost(t *testing.T) {
	tests := []struct {
		name string
		next func(*house)
		want []string // in order
	}{
		{"locked at once", func(*house) {}, []string{"We walked"}},
		{"another entry", func(h *house) {
			h.command("New entry")
			h.typeText("home")
		}, []string{"We walked", "home"}},
		{"another screen", func(h *house) { h.command("Path") }, []string{"We walked"}},
		{"another screen and back", func(h *house) {
			h.command("Path")
			h.command("Journal")
			h.key(fyne.KeyReturn)
			h.typeText(" home")
		}, []string{"We walked home"}},
		{"another date", func(h *house) {
			h.tapOn(h.now.Format("15:04"))
			h.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
			h.typeText("2024-02-29")
			h.key(fyne.KeyReturn)
			h.key(fyne.KeyEscape)
		}, []string{"We walked"}},
		{"a search that hides it", func(h *house) {
			h.command("Search the journal")
			h.typeText("nowhere")
			h.tasks.Advance(time.Second)
			h.key(fyne.KeyDown)
		}, []string{"We walked"}},
		{"past midnight", func(h *house) {
			h.now = h.now.AddDate(0, 0, 1)
			h.typeText(" home")
		}, []string{"We walked home"}},
		{"written about from the path", func(h *house) {
			h.command("Path")
			h.tapOn("Write about this")
			h.typeText("home")
		}, []string{"We walked", "home"}},
		{"the bin, looked into", func(h *house) { h.tapOn("Bin") }, []string{"We walked"}},
		{"its versions, looked at", func(h *house) {
			h.tapOn("More…")
			h.tapOn("Earlier versions")
		}, []string{"We walked"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h := enter(t)
			h.unlock(passphrase)
			h.command("New entry")
			h.typeText("We walked")
			test.next(h)
			h.command("Lock")
			h.keeps(test.want...)
		})
	}
}

package feeling

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Walker returns what gives a chip of row the arrow keys: Left and Right go
// along the row, Up and Down to what above and below return, if anything.
func Walker(focus func(fyne.Focusable), row *fyne.Container, chip fyne.CanvasObject, above, below func() fyne.Focusable) func(*fyne.KeyEvent) bool {
	return func(ev *fyne.KeyEvent) bool {
		var to fyne.Focusable
		switch at := slices.Index(row.Objects, chip); ev.Name {
		case fyne.KeyLeft:
			to = ChipAt(row, at-1)
		case fyne.KeyRight:
			to = ChipAt(row, at+1)
		case fyne.KeyUp:
			to = above()
		case fyne.KeyDown:
			to = below()
		}
		if to != nil {
			focus(to)
		}
		return to != nil
	}
}

// ChipAt returns what stands at a place of row, or nil.
func ChipAt(row *fyne.Container, at int) fyne.Focusable {
	if at < 0 || at >= len(row.Objects) {
		return nil
	}
	return row.Objects[at].(fyne.Focusable)
}

package entries

import (
	"fyne.io/fyne/v2"

	"mend/ui/theme"
	"mend/ui/widget"
)

// fold lays the list and the page out side by side, and where there is no room
// for both, the one or the other.
type fold struct {
	scale   func() float32 // of the text
	changed func()         // told when it folded or unfolded

	folded   bool
	showList bool // while folded
}

// foldBelow is the width below which the list folds away, at a text scale of 1:
// the window's, less the rail beside the screen.
const foldBelow = theme.FoldWidth - theme.RailWidth

// Layout implements fyne.Layout for the list, the line and the page.
func (f *fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, line, page := objects[0], objects[1], objects[2]
	folded := size.Width < foldBelow*f.scale()
	turned := folded != f.folded
	f.folded = folded
	widget.Show(list, !folded || f.showList)
	widget.Show(page, !folded || !f.showList)
	widget.Show(line, !folded)
	if folded {
		widget.Place(list, 0, 0, size.Width, size.Height)
		widget.Place(page, 0, 0, size.Width, size.Height)
	} else {
		width := min(theme.ListWidth*min(f.scale(), 1.25), size.Width*0.45)
		widget.Place(list, 0, 0, width, size.Height)
		widget.Place(line, width, 0, 1, size.Height)
		widget.Place(page, width+1, 0, size.Width-width-1, size.Height)
	}
	if turned {
		f.changed()
	}
}

// MinSize implements fyne.Layout.
func (f *fold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(theme.ListWidth, 360) }

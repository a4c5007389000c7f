package widget

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// Fold is the layout of a screen beside the rail that has a list on the left and
// the page that it opens beside it. Where there is no room for both, the screen
// shows the one or the other.
type Fold struct {
	Narrow bool // there is room for one of them only
	Page   bool // then, the page shows
	// OnChange is called when Narrow or Page has changed, to show and hide.
	OnChange func()
}

// Turn shows the page of a narrow window, or its list.
func (f *Fold) Turn(page bool) {
	if f.Page != page {
		f.Page = page
		f.OnChange()
	}
}

// mostListScale is how far the list grows with the text.
const mostListScale = 1.25

// Layout implements fyne.Layout for the list and the page.
func (f *Fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < (theme.FoldWidth-theme.RailWidth)*theme.Scale(fynetheme.Current())
	if f.Narrow != narrow {
		f.Narrow = narrow
		f.OnChange()
	}
	list := theme.ListWidth * min(theme.Scale(fynetheme.Current()), mostListScale)
	page := size.Width - list
	if narrow {
		list, page = size.Width, size.Width
	}
	objects[0].Resize(fyne.NewSize(list, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-page, 0))
	objects[1].Resize(fyne.NewSize(page, size.Height))
}

// MinSize implements fyne.Layout.
func (*Fold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(theme.ListWidth, 200) }

package path

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// fold places the list on the left and the page beside it. Where there is no
// room for both it shows the one or the other.
type fold struct {
	narrow  bool
	page    bool // in a narrow window, the page shows
	changed func()
}

// turn shows the page of a narrow window, or its list.
func (f *fold) turn(page bool) {
	if f.page != page {
		f.page = page
		f.changed()
	}
}

// Layout implements fyne.Layout for the list and the page.
func (f *fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < (theme.FoldWidth-theme.RailWidth)*theme.Scale(fynetheme.Current())
	if f.narrow != narrow {
		f.narrow = narrow
		f.changed()
	}
	list, page := theme.ListWidth, size.Width-theme.ListWidth
	if narrow {
		list, page = size.Width, size.Width
	}
	objects[0].Resize(fyne.NewSize(list, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-page, 0))
	objects[1].Resize(fyne.NewSize(page, size.Height))
}

// MinSize implements fyne.Layout.
func (*fold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(theme.ListWidth, 200) }

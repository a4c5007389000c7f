package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewBeside returns o in the middle of the height of another object, beside
// which it stands in a row.
func NewBeside(o, other fyne.CanvasObject) *fyne.Container {
	return container.New(besideLayout{other}, o)
}

type besideLayout struct{ other fyne.CanvasObject }

func (l besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Resize(fyne.NewSize(size.Width, least.Height))
	objects[0].Move(fyne.NewPos(0, (size.Height-least.Height)/2))
}

func (l besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(0, l.other.MinSize().Height))
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// NewFrame puts top above and bottom below middle, which gets the room that is
// left. Tab leads through them in the order in which they are read; in the
// toolkit's own border it leads to the middle first. top and bottom may be nil.
func NewFrame(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	frame := container.New(layout.NewBorderLayout(top, bottom, nil, nil))
	for _, part := range []fyne.CanvasObject{top, middle, bottom} {
		if part != nil {
			frame.Add(part)
		}
	}
	return frame
}

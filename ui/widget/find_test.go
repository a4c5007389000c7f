package widget_test

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawn returns everything that is drawn in the window and visible.
func drawn(w fyne.Window) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		default:
			all = append(all, o)
		}
	}
	walk(w.Content())
	return all
}

// rings counts the rectangles with a line of at least two points in colour.
func rings(w fyne.Window, colour color.Color) int {
	n := 0
	for _, o := range drawn(w) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth >= 2 && r.StrokeColor == colour {
			n++
		}
	}
	return n
}

// texts returns the texts that are drawn.
func texts(w fyne.Window) []string {
	var all []string
	for _, o := range drawn(w) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			all = append(all, text.Text)
		}
	}
	return all
}

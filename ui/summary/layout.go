package summary

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// Widths at a text scale of 1.
const (
	foldBelow    float32 = 720 // narrower than this the panes lie one below the other
	widestChoice float32 = 560
	widestList   float32 = 640
)

// margin is the room beside the panes and between them.
const margin = theme.Space8

// panesLayout places the choices on the left, the list on the right and the
// foot below both; where it is narrow, the list below the choices.
type panesLayout struct{}

func (panesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, list, foot := objects[0], objects[1], objects[2]
	scale := theme.Scale(fynetheme.Current())
	width := min(size.Width, (widestChoice+widestList)*scale)

	foot.Resize(fyne.NewSize(width, foot.Size().Height)) // wrapped texts learn their width
	least := min(foot.MinSize().Height, size.Height/2)
	place(foot, 0, size.Height-least, width, least)

	height := size.Height - least
	if size.Width < foldBelow*scale {
		place(choices, 0, 0, width, height*0.56)
		place(list, margin, height*0.56+theme.Space4, width-2*margin, height*0.44-2*theme.Space4)
		return
	}
	left := min(width/2, widestChoice*scale)
	place(choices, 0, 0, left, height)
	place(list, left, theme.Space8, width-left-margin, height-theme.Space8-theme.Space4)
}

// MinSize is little, since everything in the panes scrolls.
func (panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, 320) }

// headLayout places a head of wrapped text above what takes the rest.
type headLayout struct{}

func (headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, rest := objects[0], objects[1]
	head.Resize(fyne.NewSize(size.Width, head.Size().Height))
	y := head.MinSize().Height
	place(head, 0, 0, size.Width, y)
	y += theme.Space2
	place(rest, 0, y, size.Width, max(size.Height-y, 0))
}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// footLayout places a line on top, then the notice, and below it the choice of
// a form with the button at its right.
type footLayout struct{}

func (l footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line, notice, choosing, save := objects[0], objects[1], objects[2], objects[3]
	place(line, 0, 0, size.Width, 1)
	inner := size.Width - 2*margin
	y := theme.Space4
	if notice.Visible() {
		notice.Resize(fyne.NewSize(inner, notice.Size().Height))
		height := notice.MinSize().Height
		place(notice, margin, y, inner, height)
		y += height + theme.Space4
	}
	button := save.MinSize()
	choosing.Resize(fyne.NewSize(inner-button.Width-theme.Space6, choosing.Size().Height))
	height := max(choosing.MinSize().Height, button.Height)
	place(choosing, margin, y, choosing.Size().Width, height)
	place(save, size.Width-margin-button.Width, y+height-button.Height, button.Width, button.Height)
}

func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	notice, choosing, save := objects[1], objects[2], objects[3]
	height := 2*theme.Space4 + max(choosing.MinSize().Height, save.MinSize().Height)
	if notice.Visible() {
		height += notice.MinSize().Height + theme.Space4
	}
	return fyne.NewSize(0, height)
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

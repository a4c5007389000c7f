package summary

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// Widths at a text scale of 1.
const (
	widestChoice float32 = 520
	widestList   float32 = 640
)

// margin is the room beside the panes, and headroom that above them.
const (
	margin   = theme.Space8
	headroom = theme.Space6
)

// between is the room on each side of where two panes meet; the scroll bar of
// the left one lies in its middle.
const between = theme.Space4

// scale is the text scale that is drawn with now.
func scale() float32 { return theme.Scale(fynetheme.Current()) }

// panesLayout places the choices on the left, the list on the right and the
// foot below both.
type panesLayout struct{}

func (panesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, list, foot := objects[0], objects[1], objects[2]
	height := size.Height - min(heightAt(foot, size.Width), size.Height/2)
	place(foot, 0, height, size.Width, size.Height-height)

	left := min(size.Width/2, widestChoice*scale())
	right := min(size.Width-left-between-margin, widestList*scale())
	place(choices, 0, 0, left, height)
	top := headroom + ascent(theme.SizeTitle) - ascent(theme.SizeText) // both headings on one line
	place(list, left+between, top, right, height-top-theme.Space4)
}

// MinSize is nothing, since the fold has the say.
func (panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// ascent is about how far below its top a bold line of text stands.
func ascent(name fyne.ThemeSizeName) float32 {
	size := theme.Size(fynetheme.Current(), name)
	return fyne.MeasureText("X", size, fyne.TextStyle{Bold: true}).Height * 0.78
}

// pageLayout places the page of the choices, with less room on the side where
// the list is.
type pageLayout struct{}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, margin, headroom, size.Width-margin-between, size.Height-headroom-theme.Space4)
	}
}

func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(margin+between, headroom+theme.Space4)
}

// headLayout places a head of wrapped text above what takes the rest.
type headLayout struct{}

func (headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := heightAt(objects[0], size.Width)
	place(objects[0], 0, 0, size.Width, height)
	height += theme.Space2
	place(objects[1], 0, height, size.Width, max(size.Height-height, 0))
}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// titleLayout places a heading, and at its right quiet buttons whose text ends
// where the line does. It is as high as the heading alone.
type titleLayout struct{}

func (titleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	buttons := objects[1].MinSize()
	x := size.Width - buttons.Width + theme.Space2
	place(objects[0], 0, 0, max(x, 0), size.Height)
	place(objects[1], x, (size.Height-buttons.Height)/2, buttons.Width, buttons.Height)
}

func (titleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// footLayout places a rule on top, then the notice, the line of what will be
// in the summary, and below it the forms with the button at their right, or
// below them where that leaves too little room for words.
type footLayout struct {
	stacked bool // the button is below, as of the last layout
}

// leastForms is how wide the forms are beside the button at least, at a text
// scale of 1.
const leastForms float32 = 280

func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rule, notice, line, forms, save := objects[0], objects[1], objects[2], objects[3], objects[4]
	place(rule, 0, 0, size.Width, 1)
	inner := min(size.Width-2*margin, (widestChoice+widestList)*scale()+between-margin)
	y := theme.Space4
	for _, wrapped := range []fyne.CanvasObject{notice, line} {
		if wrapped.Visible() {
			height := heightAt(wrapped, inner)
			place(wrapped, margin, y, inner, height)
			y += height + theme.Space3
		}
	}
	button := save.MinSize()
	width := inner - button.Width - theme.Space6
	if l.stacked = width < leastForms*scale(); l.stacked {
		height := heightAt(forms, inner)
		place(forms, margin, y, inner, height)
		place(save, margin, y+height+theme.Space4, button.Width, button.Height)
		return
	}
	height := max(heightAt(forms, width), button.Height)
	place(forms, margin, y, width, height)
	place(save, margin+inner-button.Width, y+(height-button.Height)/2, button.Width, button.Height)
}

func (l *footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	notice, line, forms, save := objects[1], objects[2], objects[3].MinSize().Height, objects[4].MinSize().Height
	height := 2*theme.Space4 + line.MinSize().Height + theme.Space3
	if notice.Visible() {
		height += notice.MinSize().Height + theme.Space3
	}
	if l.stacked {
		return fyne.NewSize(0, height+forms+theme.Space4+save)
	}
	return fyne.NewSize(0, height+max(forms, save))
}

// heightAt gives o its width, so that wrapped texts in it learn theirs, and
// returns how high it is then.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
	"mend/ui/widget"
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
	height := placeFoot(foot, size)
	left := min(size.Width/2, widestChoice*scale())
	right := min(size.Width-left-between-margin, widestList*scale())
	widget.Place(choices, 0, 0, left, height)
	placeBeside(list, left+between, right, height)
}

// MinSize is nothing, since the fold has the say.
func (panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// besideLayout places the choices, the list and the preview side by side, and
// the foot below.
type besideLayout struct{}

func (besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, list, preview, foot := objects[0], objects[1], objects[2], objects[3]
	height := placeFoot(foot, size)
	left := min(size.Width*0.3, widestChoice*scale())
	middle := min(size.Width*0.27, widestChoice*scale())
	widget.Place(choices, 0, 0, left, height)
	placeBeside(list, left+between, middle, height)
	x := left + between + middle + theme.Space6
	placeBeside(preview, x, size.Width-x-margin, height)
}

func (besideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// readingLayout places the preview, and the foot below it.
type readingLayout struct{}

func (readingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	preview, foot := objects[0], objects[1]
	height := placeFoot(foot, size)
	side := margin
	if size.Width < foldBelow*scale() {
		side = theme.Space4
	}
	widget.Place(preview, side, theme.Space4, size.Width-2*side, height-theme.Space4-theme.Space3)
}

func (readingLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// placeFoot places the scroll of the foot at the bottom and returns how high the
// rest is.
func placeFoot(foot fyne.CanvasObject, size fyne.Size) float32 {
	height := size.Height - min(heightAt(foot.(*container.Scroll).Content, size.Width), size.Height/2)
	widget.Place(foot, 0, height, size.Width, size.Height-height)
	return height
}

// placeBeside places a pane beside the choices, with its heading on the line of
// theirs.
func placeBeside(pane fyne.CanvasObject, x, width, height float32) {
	top := headroom + ascent(theme.SizeTitle) - ascent(theme.SizeText)
	widget.Place(pane, x, top, width, height-top-theme.Space4)
}

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
		widget.Place(o, margin, headroom, size.Width-margin-between, size.Height-headroom-theme.Space4)
	}
}

func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(margin+between, headroom+theme.Space4)
}

// headLayout places a head of wrapped text above what takes the rest.
type headLayout struct{}

func (headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := heightAt(objects[0], size.Width)
	widget.Place(objects[0], 0, 0, size.Width, height)
	height += theme.Space2
	widget.Place(objects[1], 0, height, size.Width, max(size.Height-height, 0))
}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// footLayout places a rule on top, then the notice, the line of what will be
// in the summary, and below it the forms with the buttons at their right, or
// below them where that leaves too little room for words.
type footLayout struct {
	whole   bool // it is as wide as the screen
	stacked bool // the buttons are below, as of the last layout
}

// leastForms is how wide the forms are beside the buttons at least, at a text
// scale of 1.
const leastForms float32 = 190

func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rule, notice, line, forms, buttons := objects[0], objects[1], objects[2], objects[3], objects[4].(*fyne.Container)
	widget.Place(rule, 0, 0, size.Width, 1)
	inner := size.Width - 2*margin
	if !l.whole {
		inner = min(inner, (widestChoice+widestList)*scale()+between-margin)
	}
	y := theme.Space4
	for _, wrapped := range []fyne.CanvasObject{notice, line} {
		if wrapped.Visible() {
			height := heightAt(wrapped, inner)
			widget.Place(wrapped, margin, y, inner, height)
			y += height + theme.Space3
		}
	}
	row := rowOf(buttons)
	width := inner - row.Width - theme.Space6
	if l.stacked = !forms.Visible() || width < leastForms*scale(); l.stacked {
		if forms.Visible() {
			height := heightAt(forms, inner)
			widget.Place(forms, margin, y, inner, height)
			y += height + theme.Space4
		}
		widget.Place(buttons, margin, y, inner, heightAt(buttons, inner))
		return
	}
	needed := heightAt(forms, width)
	height := max(needed, row.Height)
	widget.Place(forms, margin, y+(height-needed)/2, width, needed)
	widget.Place(buttons, margin+inner-row.Width, y+(height-row.Height)/2, row.Width, row.Height)
}

// rowOf returns how much room buttons take side by side.
func rowOf(buttons *fyne.Container) (size fyne.Size) {
	for _, b := range buttons.Objects {
		if b.Visible() {
			least := b.MinSize()
			size = fyne.NewSize(size.Width+least.Width+theme.Space2, max(size.Height, least.Height))
		}
	}
	return size.SubtractWidthHeight(theme.Space2, 0).Max(fyne.NewSize(0, 0)).AddWidthHeight(1, 0)
}

func (l *footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := 2 * theme.Space4
	for _, wrapped := range objects[1:3] {
		if wrapped.Visible() {
			height += wrapped.MinSize().Height + theme.Space3
		}
	}
	forms, buttons := objects[3], objects[4].(*fyne.Container)
	switch {
	case !l.stacked:
		return fyne.NewSize(0, height+max(forms.MinSize().Height, rowOf(buttons).Height))
	case forms.Visible():
		height += forms.MinSize().Height + theme.Space4
	}
	return fyne.NewSize(0, height+buttons.MinSize().Height)
}

// heightAt gives o its width, so that wrapped texts in it learn theirs, and
// returns how high it is then.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}

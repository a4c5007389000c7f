package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
)

// Sizes at a text scale of 1, below which the panes have no room side by side.
const (
	foldBelow float32 = 600
	foldUnder float32 = 480
)

// fold shows the panes side by side, and where there is no room for that, one
// below the other on one page that scrolls. Only one of the two is ever part
// of the window, since they share what is in them.
type fold struct {
	shown *fyne.Container // holds either of the two

	wide    *fyne.Container
	choices *container.Scroll // in wide
	folded  *container.Scroll
}

// newFold returns the fold of three panes; list is bounded in height when it
// is folded.
func newFold(choices fyne.CanvasObject, list *listPane, foot fyne.CanvasObject) *fold {
	f := &fold{choices: container.NewVScroll(choices)}
	f.wide = container.New(panesLayout{}, f.choices, list.content, foot)
	page := foldedLayout{list: list, view: func() float32 { return f.folded.Size().Height }}
	f.folded = container.NewVScroll(container.New(page, choices, list.content, foot))
	f.shown = container.New(f, f.wide)
	return f
}

// scroll returns what the keys scroll.
func (f *fold) scroll() *container.Scroll {
	if f.shown.Objects[0] == f.folded {
		return f.folded
	}
	return f.choices
}

// Layout implements fyne.Layout.
func (f *fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	now := fyne.CanvasObject(f.wide)
	if size.Width < foldBelow*scale() || size.Height < foldUnder*scale() {
		now = f.folded
		heightAt(f.folded.Content, size.Width) // wrapped texts learn their width
	}
	turned := now != objects[0]
	objects[0] = now
	place(now, 0, 0, size.Width, size.Height)
	if turned {
		now.Refresh() // the other gave everything another place
	}
}

// MinSize is little, since everything scrolls.
func (f *fold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, 320) }

// The list on a folded page is no higher than this, so that there is always
// something beside it by which the page can be scrolled.
const (
	highestList  float32 = 320 // at a text scale of 1
	mostOfWindow float32 = 0.6
)

// foldedLayout stacks the choices, the list and the foot.
type foldedLayout struct {
	list *listPane
	view func() float32 // the height of what is in view of the page
}

func (l foldedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, list, foot := objects[0], objects[1], objects[2]
	width := size.Width - (margin - between) // the choices have less room on their right
	y := heightAt(choices, width)
	place(choices, 0, 0, width, y)
	y += theme.Space2
	heightAt(list, size.Width-2*margin)
	height := l.listHeight()
	place(list, margin, y, size.Width-2*margin, height)
	y += height + theme.Space6
	place(foot, 0, y, size.Width, heightAt(foot, size.Width))
}

func (l foldedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height+theme.Space2+l.listHeight()+theme.Space6+objects[2].MinSize().Height)
}

func (l foldedLayout) listHeight() float32 {
	return l.list.height(min(highestList*scale(), mostOfWindow*l.view()))
}

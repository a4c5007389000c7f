package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
)

// Sizes at a text scale of 1, below which the panes have no room side by side,
// and from which there is room for the preview beside them.
const (
	foldBelow  float32 = 600
	foldUnder  float32 = 480
	besideFrom float32 = 1360
)

// fold shows the choices and the list side by side, and the preview beside them
// or in their place; and where there is no room for that, one below the other
// on one page that scrolls. Only one arrangement is ever part of the window,
// since they share what is in them.
type fold struct {
	screen *Screen
	shown  *fyne.Container // holds one of them

	wide    *fyne.Container
	beside  *fyne.Container // wide, with the preview
	reading *fyne.Container // the preview alone
	choices *container.Scroll
	folded  *container.Scroll
}

// newFold returns the fold of a screen's panes; the list is bounded in height
// when it is folded.
func newFold(s *Screen) *fold {
	f := &fold{screen: s, choices: container.NewVScroll(s.choices.content)}
	list, foot, preview := s.list.content, fyne.CanvasObject(s.foot.content), s.preview.content
	f.wide = container.New(panesLayout{}, f.choices, list, foot)
	f.beside = container.New(besideLayout{}, f.choices, list, preview, foot)
	f.reading = container.New(readingLayout{}, preview, foot)
	page := foldedLayout{list: s.list, view: func() float32 { return f.folded.Size().Height }}
	f.folded = container.NewVScroll(container.New(page, s.choices.content, list, foot))
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

// showsChoices reports whether the choices are in the window.
func (f *fold) showsChoices() bool { return f.shown.Objects[0] != f.reading }

// Layout implements fyne.Layout.
func (f *fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s, now := f.screen, f.arrangement(size)
	s.foot.look.Hidden = now == f.beside
	bare := now == f.reading && f.isNarrow(size)
	s.foot.layout.bare, s.foot.layout.whole = bare, now != f.wide
	s.foot.line.Hidden = bare
	s.foot.content.Objects[3].(*fyne.Container).Hidden = bare
	if now == f.folded {
		heightAt(f.folded.Content, size.Width) // wrapped texts learn their width
	}
	turned := now != objects[0]
	objects[0] = now
	place(now, 0, 0, size.Width, size.Height)
	if turned {
		now.Refresh() // the other gave everything another place
	}
	s.preview.setVisible(now == f.beside || now == f.reading)
}

func (f *fold) isNarrow(size fyne.Size) bool {
	return size.Width < foldBelow*scale() || size.Height < foldUnder*scale()
}

func (f *fold) arrangement(size fyne.Size) fyne.CanvasObject {
	switch narrow := f.isNarrow(size); {
	case !narrow && size.Width >= besideFrom*scale():
		return f.beside
	case f.screen.previewing:
		return f.reading
	case narrow:
		return f.folded
	}
	return f.wide
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

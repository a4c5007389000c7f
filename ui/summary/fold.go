package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
	"mend/ui/widget"
)

// Sizes at a text scale of 1.
const (
	foldBelow  float32 = 600  // width below which the panes have no room side by side
	besideFrom float32 = 1360 // and from which there is room for the preview beside them
	briefUnder float32 = 480  // height below which the foot says little
	leastPanes float32 = 300  // height of the panes side by side, above the foot
	leastView  float32 = 160  // and of one page with all of them
)

// fold shows the choices and the list side by side, and the preview beside them
// or in their place; and where there is no room for that, one below the other
// on a page that scrolls. The foot stays in view below, unless that would leave
// nothing to be seen of the page. Only one arrangement is ever part of the
// window, since they share what is in them.
type fold struct {
	screen *Screen
	shown  *fyne.Container // holds one of them

	wide    *fyne.Container
	beside  *fyne.Container // wide, with the preview
	reading *fyne.Container // the preview alone
	pinned  *fyne.Container // one page above the foot
	choices *container.Scroll
	page    *container.Scroll // of pinned
	folded  *container.Scroll // one page with the foot at its end
}

// newFold returns the fold of a screen's panes; the list is bounded in height
// when it is folded.
func newFold(s *Screen) *fold {
	f := &fold{screen: s, choices: container.NewVScroll(s.choices.content)}
	list, preview := s.list.content, s.preview.content
	foot := container.NewVScroll(s.foot.content) // where the window is very low
	f.wide = container.New(panesLayout{}, f.choices, list, foot)
	f.beside = container.New(besideLayout{}, f.choices, list, preview, foot)
	f.reading = container.New(readingLayout{}, preview, foot)
	page := foldedLayout{list: s.list, view: func() float32 { return f.scroll().Size().Height }}
	f.page = container.NewVScroll(container.New(page, s.choices.content, list))
	f.pinned = container.New(pinnedLayout{}, f.page, foot)
	f.folded = container.NewVScroll(container.New(page, s.choices.content, list, s.foot.content))
	f.shown = container.New(f, f.wide)
	return f
}

// scroll returns what the keys scroll.
func (f *fold) scroll() *container.Scroll {
	switch f.shown.Objects[0] {
	case f.folded:
		return f.folded
	case f.pinned:
		return f.page
	}
	return f.choices
}

// showsChoices reports whether the choices are in the window.
func (f *fold) showsChoices() bool { return f.shown.Objects[0] != f.reading }

// Layout implements fyne.Layout.
func (f *fold) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	now := f.arrange(size)
	turned := now != objects[0]
	objects[0] = now
	if scroll := f.scroll(); scroll != f.choices {
		heightAt(scroll.Content, size.Width) // wrapped texts learn their width
	}
	widget.Place(now, 0, 0, size.Width, size.Height)
	if turned {
		now.Refresh() // the other gave everything another place
	}
	f.screen.preview.setVisible(now == f.beside || now == f.reading)
}

// arrange returns the arrangement for a size, with the foot made ready for it.
func (f *fold) arrange(size fyne.Size) fyne.CanvasObject {
	narrow := size.Width < foldBelow*scale()
	if !narrow && size.Width >= besideFrom*scale() {
		f.screen.foot.fit(size, footFit{beside: true, whole: true})
		return f.beside
	}
	brief := narrow || size.Height < briefUnder*scale()
	if f.screen.previewing {
		fit := footFit{brief: brief, whole: true}
		if f.screen.foot.fit(size, fit) > size.Height/2 {
			fit.bare = true
			f.screen.foot.fit(size, fit)
		}
		return f.reading
	}
	if foot := f.screen.foot.fit(size, footFit{brief: brief}); !narrow && size.Height-foot >= leastPanes*scale() {
		return f.wide
	}
	foot := f.screen.foot.fit(size, footFit{brief: true, whole: true})
	if size.Height-foot >= leastView*scale() {
		return f.pinned
	}
	return f.folded
}

// MinSize is little, since everything scrolls.
func (f *fold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, 320) }

// The list on a folded page is no higher than this, so that there is always
// something beside it by which the page can be scrolled.
const (
	highestList  float32 = 320 // at a text scale of 1
	mostOfWindow float32 = 0.6
)

// pinnedLayout places a page above the foot.
type pinnedLayout struct{}

func (pinnedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := placeFoot(objects[1], size)
	widget.Place(objects[0], 0, 0, size.Width, height)
}

func (pinnedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// foldedLayout stacks the choices, the list and, if it is there, the foot.
type foldedLayout struct {
	list *listPane
	view func() float32 // the height of what is in view of the page
}

func (l foldedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, list := objects[0], objects[1]
	width := size.Width - (margin - between) // the choices have less room on their right
	y := heightAt(choices, width)
	widget.Place(choices, 0, 0, width, y)
	y += theme.Space2
	heightAt(list, size.Width-2*margin)
	height := l.listHeight()
	widget.Place(list, margin, y, size.Width-2*margin, height)
	y += height + theme.Space6
	for _, foot := range objects[2:] {
		widget.Place(foot, 0, y, size.Width, heightAt(foot, size.Width))
	}
}

func (l foldedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := objects[0].MinSize().Height + theme.Space2 + l.listHeight() + theme.Space6
	for _, foot := range objects[2:] {
		height += foot.MinSize().Height
	}
	return fyne.NewSize(0, height)
}

func (l foldedLayout) listHeight() float32 {
	return l.list.height(min(highestList*scale(), mostOfWindow*l.view()))
}

package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// listPane is the right of the screen: the entries, line by line.
type listPane struct {
	screen  *Screen
	content fyne.CanvasObject

	head  fyne.CanvasObject
	about *widget.Paragraph // how many are ticked, and which are never listed
	none  *widget.Paragraph
	list  *widget.List
}

func newListPane(s *Screen) *listPane {
	p := &listPane{screen: s, about: widget.NewMutedParagraph("")}
	p.about.TextSize = theme.SizeSmall
	p.none = widget.NewMutedParagraph(lang.L("There are no entries for this choice of time and stages."))
	p.none.Hide()
	p.list = widget.NewList(func() int { return len(s.listed) }, p.newRow, p.showRow)
	p.list.OnOpen = p.toggle
	p.list.OnKey = p.onKey

	all := widget.NewQuietButton(lang.L("Tick all"), func() { p.setAll(true) })
	none := widget.NewQuietButton(lang.L("Untick all"), func() { p.setAll(false) })
	p.head = widget.NewStack(theme.Space1,
		container.New(titleLayout{}, widget.NewHeading(lang.L("Entries"), theme.SizeText), widget.NewRow(0, all, none)), p.about)
	frame := widget.NewSurface(theme.ColorCard,
		container.NewStack(widget.Inset(theme.Space4, p.none), widget.Inset(theme.Space1, p.list)))
	p.content = container.New(headLayout{}, p.head, frame)
	return p
}

// show draws the list of another choice from its top.
func (p *listPane) show() {
	p.none.Hidden = len(p.screen.listed) > 0
	p.none.Refresh()
	p.list.Select(-1)
	p.list.Refresh()
	p.list.ScrollToTop()
	p.showTicked()
}

// height returns how high the pane is with all rows in view, or with most of
// them: the rows take no more than most. Its head must know its width.
func (p *listPane) height(most float32) float32 {
	row := p.newRow().MinSize().Height
	rows := float32(max(len(p.screen.listed), fewestRows))*row + 2*theme.Space1
	return p.head.MinSize().Height + theme.Space2 + min(rows, most)
}

// fewestRows is how many rows there is room for in the least.
const fewestRows = 2

// showTicked says how many are ticked.
func (p *listPane) showTicked() {
	s, ticked := p.screen, 0
	for _, e := range s.listed {
		if !s.leftOut[e.ID] {
			ticked++
		}
	}
	p.about.SetText(tickedWords(ticked, len(s.listed)))
	p.content.Refresh()
}

func (p *listPane) newRow() fyne.CanvasObject { return newEntryRow(p.tap) }

func (p *listPane) showRow(i int, o fyne.CanvasObject) {
	e := p.screen.listed[i]
	o.(*entryRow).show(i, lineOf(e, p.screen.deps.Pages), belowOf(e), !p.screen.leftOut[e.ID])
}

// tap follows the pointer: the row is selected and changed at once.
func (p *listPane) tap(i int) {
	p.screen.deps.Window.Canvas().Focus(p.list)
	p.list.Select(i)
	p.toggle(i)
}

func (p *listPane) onKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeySpace || p.list.Selected() < 0 {
		return false
	}
	p.toggle(p.list.Selected())
	return true
}

// toggle ticks or unticks an entry.
func (p *listPane) toggle(i int) {
	s := p.screen
	id := s.listed[i].ID
	s.setLeftOut(id, !s.leftOut[id])
	p.ticksChanged()
}

func (p *listPane) setAll(ticked bool) {
	for _, e := range p.screen.listed {
		p.screen.setLeftOut(e.ID, !ticked)
	}
	p.ticksChanged()
}

func (p *listPane) ticksChanged() {
	p.list.Refresh()
	p.showTicked()
	p.screen.changed()
}

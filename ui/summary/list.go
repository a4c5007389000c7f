package summary

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// listPane is the right of the screen: the entries, line by line.
type listPane struct {
	screen  *Screen
	content fyne.CanvasObject

	head  fyne.CanvasObject
	about *widget.Paragraph // how many are shown, and which are never listed
	none  *widget.Paragraph
	list  *widget.List
}

func newListPane(s *Screen) *listPane {
	p := &listPane{screen: s, about: widget.NewMutedParagraph("")}
	p.about.TextSize = theme.SizeSmall
	p.none = widget.NewMutedParagraph(lang.L("There are no entries for this choice of time and stages."))
	p.none.Hide()
	p.list = widget.NewList(func() int { return len(s.listed) }, p.newRow, p.showRow)
	p.list.OnOpen = p.turn
	p.list.OnKey = p.onKey

	buttons := widget.NewFlow(0)
	for _, how := range showings() {
		buttons.Add(widget.NewQuietButton(allWord(how), func() { p.setAll(how) }))
	}
	p.head = widget.NewStack(theme.Space1, widget.NewHeading(lang.L("Entries"), theme.SizeText), p.about,
		widget.InsetXY(-theme.Space2, 0, buttons))
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
	p.showCount()
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

// showCount says how many are shown, and how.
func (p *listPane) showCount() {
	s, shown := p.screen, make(map[journal.Showing]int)
	for _, e := range s.listed {
		shown[s.plan.Shows(e.ID)]++
	}
	p.about.SetText(shownWords(shown, len(s.listed)))
	p.content.Refresh()
}

func (p *listPane) newRow() fyne.CanvasObject { return newEntryRow(p.tap) }

func (p *listPane) showRow(i int, o fyne.CanvasObject) {
	e := p.screen.listed[i]
	o.(*entryRow).show(i, lineOf(e, p.screen.deps.Pages), belowOf(e), p.screen.plan.Shows(e.ID))
}

// tap follows the pointer: the row is selected and changed at once.
func (p *listPane) tap(i int) {
	p.screen.deps.Window.Canvas().Focus(p.list)
	p.list.Select(i)
	p.turn(i)
}

// onKey has Space turn an entry's showing over, Left show less of it and Right
// more.
func (p *listPane) onKey(ev *fyne.KeyEvent) bool {
	i := p.list.Selected()
	if i < 0 {
		return false
	}
	switch ev.Name {
	case fyne.KeySpace:
		p.turn(i)
	case fyne.KeyLeft:
		p.step(i, 1)
	case fyne.KeyRight:
		p.step(i, -1)
	default:
		return false
	}
	return true
}

// turn goes on from what is shown of an entry to less, and from none to all.
func (p *listPane) turn(i int) {
	all := showings()
	p.set(i, all[(p.at(i)+1)%len(all)])
}

func (p *listPane) step(i, by int) {
	all := showings()
	if to := max(0, min(p.at(i)+by, len(all)-1)); to != p.at(i) {
		p.set(i, all[to])
	}
}

// at is where what is shown of an entry stands among the showings.
func (p *listPane) at(i int) int {
	return max(slices.Index(showings(), p.screen.plan.Shows(p.screen.listed[i].ID)), 0)
}

func (p *listPane) set(i int, how journal.Showing) {
	p.screen.plan.Show(p.screen.listed[i].ID, how)
	p.showingChanged()
}

// setAll shows the entries that are listed in one way; if those are all there
// are, those to come too.
func (p *listPane) setAll(how journal.Showing) {
	s := p.screen
	if len(s.listed) == len(s.entries) {
		s.plan.ShowAll(how)
	} else {
		for _, e := range s.listed {
			s.plan.Show(e.ID, how)
		}
	}
	p.showingChanged()
}

func (p *listPane) showingChanged() {
	p.list.Refresh()
	p.showCount()
	p.screen.changed()
}

package insights

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// card is one chart: what it says, the drawing or its table, and what the mark
// stands for that is gone to.
type card struct {
	screen *Screen
	chart  journal.Chart

	figure  *widget.Figure
	says    *widget.Paragraph
	table   *table // nil until it was asked for
	swap    *widget.Button
	place   *fyne.Container // holds the figure or the table
	content fyne.CanvasObject
}

func newCard(s *Screen, c journal.Chart) *card {
	k := &card{screen: s, chart: c}
	k.figure = widget.NewFigure(c.Title, k.draw)
	k.figure.OnSpot, k.figure.OnOpen, k.figure.OnSized = k.onSpot, k.onOpen, s.relayout
	k.figure.OnFocus = func(on bool) { k.tell(k.figure.At(), on) }
	k.says = widget.NewMutedParagraph(usesWords(c, false))
	k.says.TextSize = theme.SizeSmall
	k.place = widget.NewStack(theme.Space3, k.figure, k.says)
	k.swap = widget.NewQuietButton(lang.L("Show as a table"), k.onSwap)
	body := widget.NewStack(theme.Space3, widget.NewParagraph(c.Says))
	if c.Few != "" {
		body.Add(widget.NewMutedParagraph(c.Few))
	}
	body.Add(widget.NewStack(0, k.place, widget.NewQuietRow(k.swap)))
	k.content = widget.NewCard(widget.NewHeading(c.Title, theme.SizeHeading), body)
	return k
}

// draw draws the chart off the UI goroutine.
func (k *card) draw(r widget.FigureRequest, done func(widget.FigureDrawing)) {
	if k.screen.deps.Draw == nil {
		return
	}
	var d widget.FigureDrawing
	k.screen.deps.Tasks.Run(func(context.Context) { d = k.screen.deps.Draw(k.chart, r) }, func() { done(d) })
}

func (k *card) onSpot(i int) {
	k.tell(i, k.screen.deps.Window.Canvas().Focused() == fyne.Focusable(k.figure))
}

// tell says what the mark stands for that is gone to, or how to go to one.
func (k *card) tell(i int, focused bool) {
	text := usesWords(k.chart, focused)
	if i >= 0 {
		text = k.figure.Spots()[i].Says
	}
	high := k.says.MinSize().Height
	if k.says.SetText(text); k.says.MinSize().Height != high {
		k.screen.relayout()
	}
}

// onOpen opens the entries behind a spot.
func (k *card) onOpen(i int) {
	spot := k.figure.Spots()[i]
	row := k.chart.Rows[spot.Row]
	k.screen.openBehind(row.Marks[spot.Mark].Entries)
}

// onSwap shows the table in the place of the drawing, or the drawing again.
func (k *card) onSwap() {
	if k.table == nil {
		k.table = newTable(k.chart, k.screen.openBehind)
		k.place.Objects = []fyne.CanvasObject{k.table.content}
		k.swap.SetText(lang.L("Show the drawing"))
		k.screen.relayout()
		k.screen.deps.Window.Canvas().Focus(k.table.list)
		return
	}
	k.table = nil
	k.place.Objects = []fyne.CanvasObject{k.figure, k.says}
	k.swap.SetText(lang.L("Show as a table"))
	k.screen.relayout()
	k.screen.deps.Window.Canvas().Focus(k.figure)
}

package promises

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

// foot tells what is noted in the cell that the keys are on, and lets the
// person note it with one tap. Its marks show what each shape means.
type foot struct {
	content fyne.CanvasObject
	promise *widget.Paragraph
	noted   *widget.Paragraph
	chips   map[journal.Result]*widget.Chip
}

func newFoot(b *board) *foot {
	f := &foot{
		promise: widget.NewParagraph(""), noted: widget.NewMutedParagraph(""),
		chips: make(map[journal.Result]*widget.Chip),
	}
	f.noted.TextSize = theme.SizeSmall
	marks := widget.NewFlow(theme.Space3)
	for _, r := range journal.Results() {
		f.chips[r] = widget.NewChip(resultWord(r), func() { b.note(b.grid.at, r) })
		marks.Add(widget.NewRow(theme.Space1, newSample(mark(r)), f.chips[r]))
	}
	ring := widget.NewRow(theme.Space1, newSample(unnoted), widget.NewLabel(markWord(unnoted), theme.ColorMuted, theme.SizeSmall))
	marks.Add(widget.NewBeside(ring, f.chips[journal.Kept]))
	marks.Add(widget.NewChip(lang.L("Add a line"), func() { b.ask(b.grid.at) }))
	marks.Add(widget.NewChip(lang.L("Open it"), func() { b.grid.OnOpen(b.grid.at.row) }))
	f.content = widget.InsetXY(0, theme.Space3, widget.NewSurface(theme.ColorCard, widget.InsetXY(theme.Space4, theme.Space3,
		widget.NewStack(theme.Space2, widget.NewStack(2, f.promise, f.noted), marks))))
	return f
}

// show tells of a promise on a day.
func (f *foot) show(row gridRow, day journal.Day) {
	f.promise.SetText(oneLine(row.log.Current().Text))
	o, noted := row.log.On(day)
	word := markWord(row.mark(day))
	if noted {
		word = lang.L("{{.Result}}, noted on {{.Day}}", map[string]any{"Result": word, "Day": dates.Day(journal.DayOf(o.At))})
	}
	f.noted.SetText(joined(dueWord(day), word, oneLine(o.Note)))
	for r, chip := range f.chips {
		chip.SetSelected(noted && r == o.Result)
	}
}

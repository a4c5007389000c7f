package promises

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// board is the view of the promises: what leads to more, the grid, and a foot
// that tells of the cell the keys are on.
type board struct {
	screen  *Screen
	content *fyne.Container
	none    *fyne.Container // instead of the grid while there is no promise
	some    *fyne.Container
	begin   *widget.Button // in none
	ideas   *widget.Button // so is this
	later   *widget.Button
	grid    *grid
	foot    *foot
}

func newBoard(s *Screen) *board {
	b := &board{screen: s, grid: newGrid(s.today())}
	b.grid.OnMoved, b.grid.OnMark, b.grid.OnChoose = b.onMoved, b.note, b.ask
	b.grid.OnOpen = func(row int) { s.openPromise(b.grid.rows[row].log.Current().ID) }
	b.foot = newFoot(b)
	b.later = widget.NewQuietButton(lang.L("Later"), func() { b.grid.turn(weeksAtOnce) })
	acts := widget.NewFlow(theme.Space2,
		widget.NewPrimaryButton(lang.L("New promise"), func() { s.askPromise(journal.Suggestion{}) }),
		widget.NewButton(lang.L("Ideas for promises"), s.showIdeas),
		widget.NewQuietButton(lang.L("Earlier"), func() { b.grid.turn(-weeksAtOnce) }), b.later,
		widget.NewQuietButton(lang.L("Today"), func() { b.grid.goTo(cell{b.grid.at.row, b.grid.today}) }))
	// the scroll is for large text in a low window, which must not grow for it
	b.some = container.NewStack(container.NewVScroll(
		widget.NewFrame(widget.InsetXY(0, theme.Space2, acts), b.grid, b.foot.content)))
	b.none = b.newNone()
	b.content = widget.InsetXY(theme.Space6, 0, container.NewStack(b.none, b.some))
	return b
}

// weeksAtOnce is how far one press goes.
const weeksAtOnce = 2

// newNone says what to do while there is no promise.
func (b *board) newNone() *fyne.Container {
	b.begin = widget.NewPrimaryButton(lang.L("Add a promise"), func() { b.screen.askPromise(journal.Suggestion{}) })
	b.ideas = widget.NewButton(lang.L("Ideas for promises"), b.screen.showIdeas)
	return container.NewStack(widget.NewPage(noneWidth, widget.NewCard(
		widget.NewHeading(lang.L("No promises yet"), theme.SizeHeading),
		widget.NewParagraph(lang.L("A promise here is small and can be seen: what, who, and how you will know. Yours, your partner's, or one you made together. Below it you note, day by day, what you saw.")),
		widget.NewMutedParagraph(lang.L("It stays in this journal. Nothing is counted up.")),
		widget.NewFlow(theme.Space2, b.begin, b.ideas))))
}

const noneWidth float32 = 560

func (b *board) show(snap snapshot) {
	b.none.Hidden = len(snap.promises) > 0
	b.some.Hidden = !b.none.Hidden
	b.grid.show(snap.rows, b.screen.today())
	b.onMoved()
	b.passFocus()
}

// passFocus takes the focus from what has just been hidden.
func (b *board) passFocus() {
	switch b.screen.deps.Window.Canvas().Focused() {
	case b.grid:
		if b.some.Hidden {
			b.focusFirst()
		}
	case b.begin, b.ideas:
		if b.none.Hidden {
			b.focusFirst()
		}
	}
}

func (b *board) focusFirst() {
	if b.some.Hidden {
		b.screen.deps.Window.Canvas().Focus(b.begin)
		return
	}
	b.screen.deps.Window.Canvas().Focus(b.grid)
}

// onMoved tells of the cell the keys are on, and which days show.
func (b *board) onMoved() {
	g := b.grid
	if g.last >= g.today {
		b.later.Disable()
	} else {
		b.later.Enable()
	}
	if row, ok := g.rowAt(); ok {
		b.foot.show(row, g.at.day)
	}
	b.some.Refresh()
}

// note keeps what was seen on a day. The same again takes it back, and so does
// no result; a line beside it is asked about first.
func (b *board) note(c cell, r journal.Result) {
	now, noted := b.grid.observed(c)
	switch {
	case !noted && r == "":
	case noted && (r == "" || now.Result == r):
		b.askTakeBack(c, now)
	default:
		b.keep(c, r, now.Note)
	}
}

func (b *board) keep(c cell, r journal.Result, line string) {
	id := b.grid.rows[c.row].log.Current().ID
	b.screen.change(func(ctx context.Context, store Store) error {
		_, err := store.Observe(ctx, id, journal.Observation{Day: c.day, Result: r, Note: line})
		return err
	})
}

// askTakeBack takes back what was noted; a line goes only after a question.
func (b *board) askTakeBack(c cell, now journal.Observation) {
	id := b.grid.rows[c.row].log.Current().ID
	take := func() {
		b.screen.change(func(ctx context.Context, store Store) error { return store.Unobserve(ctx, id, c.day) })
	}
	if now.Note == "" {
		take()
		return
	}
	dialogs.Confirm(b.screen.deps.Window, dialogs.Question{
		Title: lang.L("Take back what you noted for {{.Day}}?", dayData(c.day)),
		Text:  lang.L("The line beside it goes too. This can't be undone."),
		Verb:  lang.L("Take back"),
	}, take)
}

// ask asks what was seen on a day, with a line beside it.
func (b *board) ask(c cell) {
	row := b.grid.rows[c.row]
	now, noted := b.grid.observed(c)
	results := journal.Results()
	var options []widget.Option
	for _, r := range results {
		options = append(options, widget.Option{Label: resultWord(r)})
	}
	choice := widget.NewChoices(options, nil)
	choice.Select(0)
	for i, r := range results {
		if noted && r == now.Result {
			choice.Select(i)
		}
	}
	line := widget.NewTextArea("", 2)
	line.SetText(now.Note)
	f := newForm(b.screen, lang.L("What did you see?"), lang.L("Keep"))
	line.SetOnEnter(f.Submit)
	f.Content = widget.NewStack(theme.Space3, widget.NewParagraph(row.log.Current().Text),
		widget.NewText(dueWord(c.day), theme.ColorMuted, theme.SizeSmall), widget.InsetXY(-theme.Space2, 0, choice),
		widget.NewLabelled(lang.L("A line beside it, if you like"), line))
	f.Focus, f.Inputs = choice, []fyne.Disableable{line}
	id := row.log.Current().ID
	f.keeps(func() write {
		o := journal.Observation{Day: c.day, Result: results[max(choice.Selected, 0)], Note: line.Text}
		return func(ctx context.Context, store Store) error {
			_, err := store.Observe(ctx, id, o)
			return err
		}
	}, nil)
	f.Open()
}

package path

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stageList is the list of phases and stages on the left.
type stageList struct {
	content fyne.CanvasObject
	own     []journal.Stage // of the guide that is followed
	others  []journal.Stage // kept of what it does not show, below them
	offered []journal.Stage // others, as they came
	below   *fyne.Container // the rows of others
	foot    *fyne.Container
	hidden  hidden
	rows    map[string]*stageRow
	open    func(stage string)
	choose  func(stage string)
	enter   func()
}

// stageRow is one stage in the list.
type stageRow struct {
	*widget.Pressable
	below *widget.Paragraph // how it stands
}

// newStageList lists the guide's stages. open is called to show one, choose to
// show it and turn to it, enter to go on into the page of the one that is shown.
func newStageList(g journal.Guide, open, choose func(stage string), enter func()) *stageList {
	l := &stageList{own: g.Stages, below: widget.NewStack(0), foot: widget.NewStack(0), rows: make(map[string]*stageRow), open: open, choose: choose, enter: enter}
	rows := widget.NewStack(0)
	for _, phase := range g.Phases {
		rows.Add(phaseHead(phase.Title))
		for _, stage := range g.Stages {
			if stage.Phase == phase.ID {
				rows.Add(l.newRow(stage))
			}
		}
	}
	rows.Add(l.below)
	rows.Add(l.foot)
	l.content = container.NewVScroll(widget.InsetXY(theme.Space1, theme.Space3, rows))
	return l
}

func phaseHead(title string) fyne.CanvasObject {
	head := widget.NewHeading(title, theme.SizeSmall)
	head.SetColor(theme.ColorMuted)
	return widget.InsetXY(theme.Space4, theme.Space3, head)
}

// offer lists the stages that are kept of what the guide does not show below its
// own: first those that it has, then those of other guides.
func (l *stageList) offer(others []journal.Stage) {
	same := func(a, b journal.Stage) bool { return a.ID == b.ID }
	if slices.EqualFunc(l.offered, others, same) {
		return
	}
	for _, stage := range l.others {
		delete(l.rows, stage.ID)
	}
	l.offered, l.below.Objects = others, nil
	parted := l.hidden.stages(others)
	l.add(offPath(), parted.offPath)
	l.add(hiddenByHand(), parted.byHand)
	l.add(fromAnother(), parted.elsewhere)
	l.others = slices.Concat(parted.offPath, parted.byHand, parted.elsewhere)
	l.content.Refresh()
}

// add lists stages below a heading.
func (l *stageList) add(title string, stages []journal.Stage) {
	if len(stages) > 0 {
		l.below.Add(phaseHead(title))
	}
	for _, stage := range stages {
		l.below.Add(l.newRow(stage))
	}
}

// stages are all that are listed, from top to bottom.
func (l *stageList) stages() []journal.Stage { return slices.Concat(l.own, l.others) }

func (l *stageList) newRow(stage journal.Stage) fyne.CanvasObject {
	below := widget.NewMutedParagraph("")
	below.TextSize = theme.SizeSmall
	below.Hide()
	row := &stageRow{below: below}
	row.Pressable = widget.NewPressable(stage.Title, widget.NewStack(2,
		widget.NewParagraph(stage.Title), below),
		func() { l.choose(stage.ID) })
	row.OnKey = func(ev *fyne.KeyEvent) bool { return l.onKey(stage.ID, ev) }
	l.rows[stage.ID] = row
	return row.Pressable
}

// onKey moves through the stages with the arrows, as a list does, and into the
// page with Right, or with Enter on the stage that is shown.
func (l *stageList) onKey(from string, ev *fyne.KeyEvent) bool {
	enters := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	if ev.Name == fyne.KeyRight || enters && l.rows[from].Selected {
		l.enter()
		return true
	}
	step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]
	if step == 0 {
		return false
	}
	stages := l.stages()
	for i, stage := range stages {
		if stage.ID == from && i+step >= 0 && i+step < len(stages) {
			next := stages[i+step].ID
			l.focus(fyne.CurrentApp().Driver().CanvasForObject(l.content), next)
			l.open(next)
			break
		}
	}
	return true
}

// focus gives the focus to a stage's row.
func (l *stageList) focus(c fyne.Canvas, stage string) {
	if row, ok := l.rows[stage]; ok && c != nil {
		c.Focus(row.Pressable)
	}
}

// show writes how every stage stands, those of other guides included, and marks
// the open one.
func (l *stageList) show(snap snapshot, others []journal.Stage, open string) {
	l.offer(others)
	for _, stage := range l.stages() {
		row := l.rows[stage.ID]
		row.below.SetText(standingWord(snap, stage))
		row.below.Hidden = row.below.Text == ""
		row.SetSelected(stage.ID == open)
	}
	l.content.Refresh() // a row with a word below takes more room
}

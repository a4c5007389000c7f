package path

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stageList is the list of phases and stages on the left.
type stageList struct {
	content fyne.CanvasObject
	stages  []journal.Stage
	rows    map[string]*stageRow
	choose  func(stage string)
	enter   func()
}

// stageRow is one stage in the list.
type stageRow struct {
	*widget.Pressable
	below *widget.Text // how it stands
}

// newStageList lists the guide's stages. open is called to show one, choose to
// show it and turn to it, enter to go on into the page of the one that is shown.
func newStageList(g journal.Guide, open, choose func(stage string), enter func()) *stageList {
	l := &stageList{stages: g.Stages, rows: make(map[string]*stageRow), choose: choose, enter: enter}
	rows := widget.NewStack(0)
	for _, phase := range g.Phases {
		head := widget.NewHeading(phase.Title, theme.SizeSmall)
		head.SetColor(theme.ColorMuted)
		rows.Add(widget.InsetXY(theme.Space4, theme.Space3, head))
		for _, stage := range g.Stages {
			if stage.Phase == phase.ID {
				rows.Add(l.newRow(stage, open))
			}
		}
	}
	l.content = container.NewVScroll(widget.InsetXY(theme.Space1, theme.Space3, rows))
	return l
}

func (l *stageList) newRow(stage journal.Stage, open func(string)) fyne.CanvasObject {
	below := widget.NewText("", theme.ColorMuted, theme.SizeSmall)
	row := &stageRow{below: below}
	row.Pressable = widget.NewPressable(stage.Title, widget.NewStack(2,
		widget.NewText(stage.Title, theme.ColorInk, theme.SizeText), below),
		func() { l.choose(stage.ID) })
	row.OnKey = func(ev *fyne.KeyEvent) bool { return l.onKey(stage.ID, ev, open) }
	l.rows[stage.ID] = row
	return row.Pressable
}

// onKey moves through the stages with the arrows, as a list does, and into the
// page with Right, or with Enter on the stage that is shown.
func (l *stageList) onKey(from string, ev *fyne.KeyEvent, open func(string)) bool {
	enters := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	if ev.Name == fyne.KeyRight || enters && l.rows[from].Selected {
		l.enter()
		return true
	}
	step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]
	if step == 0 {
		return false
	}
	for i, stage := range l.stages {
		if stage.ID == from && i+step >= 0 && i+step < len(l.stages) {
			next := l.stages[i+step].ID
			l.focus(fyne.CurrentApp().Driver().CanvasForObject(l.content), next)
			open(next)
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

// show writes how every stage stands, and marks the open one.
func (l *stageList) show(snap snapshot, open string) {
	for _, stage := range l.stages {
		row := l.rows[stage.ID]
		row.below.SetText(standingWord(snap, stage))
		row.below.Hidden = row.below.Text == ""
		row.SetSelected(stage.ID == open)
	}
}

package promises

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// goalList is the view of the goals.
type goalList struct {
	screen  *Screen
	content *container.Scroll
	add     *widget.Button
	parts   *fyne.Container
	rows    map[string]*widget.Pressable // by the goal's id
}

func newGoalList(s *Screen) *goalList {
	l := &goalList{screen: s, parts: widget.NewStack(theme.Space6)}
	l.add = widget.NewPrimaryButton(lang.L("New goal"), func() { s.askGoal(journal.Goal{Term: journal.ShortTerm}) })
	l.content = container.NewVScroll(widget.NewLeftColumn(theme.Space6, widget.InsetXY(0, theme.Space4, l.parts)))
	return l
}

// focusFirst gives the focus to the goal whose page was open last, or the
// button.
func (l *goalList) focusFirst() { l.screen.deps.Window.Canvas().Focus(l.add) }

// show lists the goals: those ahead, then those that were reached or set aside.
func (l *goalList) show(snap snapshot) {
	focused := l.focusedGoal()
	l.rows = make(map[string]*widget.Pressable)
	l.parts.Objects = []fyne.CanvasObject{widget.NewFlow(theme.Space2, l.add)}
	if len(snap.goals) == 0 {
		l.parts.Add(widget.NewCard(widget.NewHeading(lang.L("No goals yet"), theme.SizeHeading),
			widget.NewParagraph(lang.L("A goal is something you want to reach, soon or further ahead, for yourself or for the two of you. Write down how you will know that you are there."))))
	}
	for _, part := range []struct {
		title string
		holds func(journal.Goal) bool
	}{
		{termWord(journal.ShortTerm), func(g journal.Goal) bool { return isAhead(g) && g.Term == journal.ShortTerm }},
		{termWord(journal.LongTerm), func(g journal.Goal) bool { return isAhead(g) && g.Term == journal.LongTerm }},
		{lang.L("Reached"), func(g journal.Goal) bool { return g.Reached != "" }},
		{lang.L("Set aside"), func(g journal.Goal) bool { return g.Reached == "" && g.Dropped != "" }},
	} {
		l.addPart(part.title, part.holds, snap)
	}
	l.parts.Refresh()
	l.content.Refresh()
	if row, ok := l.rows[focused]; ok {
		l.screen.deps.Window.Canvas().Focus(row)
	}
}

func (l *goalList) addPart(title string, holds func(journal.Goal) bool, snap snapshot) {
	var rows []fyne.CanvasObject
	for _, log := range snap.goals {
		if g := log.Current(); holds(g) {
			rows = append(rows, l.newRow(g))
		}
	}
	if rows != nil {
		l.parts.Add(section(title, pressables(rows...)))
	}
}

func (l *goalList) newRow(g journal.Goal) fyne.CanvasObject {
	text := widget.NewParagraph(g.Text)
	if !isAhead(g) {
		text.SetColor(theme.ColorMuted)
	}
	lines := widget.NewStack(2, text)
	if below := joined(standsWord(g), oneLine(g.DoneWhen)); below != "" {
		lines.Add(small(below))
	}
	row := widget.NewPressable(g.Text, lines, func() { l.screen.openGoal(g.ID) })
	l.rows[g.ID.String()] = row
	return row
}

func (l *goalList) focusedGoal() string {
	focused := l.screen.deps.Window.Canvas().Focused()
	for id, row := range l.rows {
		if fyne.Focusable(row) == focused {
			return id
		}
	}
	return ""
}

// isAhead reports whether a goal is neither reached nor set aside.
func isAhead(g journal.Goal) bool { return g.Reached == "" && g.Dropped == "" }

// standsWord says how a goal stands, or by when it is meant to be reached.
func standsWord(g journal.Goal) string {
	switch {
	case g.Reached != "":
		return lang.L("Reached on {{.Day}}", dayData(g.Reached))
	case g.Dropped != "":
		return lang.L("Set aside on {{.Day}}", dayData(g.Dropped))
	case g.Due != "":
		return lang.L("By {{.Day}}", dayData(g.Due))
	}
	return ""
}

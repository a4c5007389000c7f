package guides

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// listStages lists every stage of the guide by phase, the hidden ones too.
func (s *Screen) listStages(g journal.OwnGuide) {
	s.desk.rows = make(map[string]*widget.Pressable)
	s.desk.list.Objects = nil
	for _, phase := range g.Phases {
		head := widget.NewHeading(phase.Title, theme.SizeSmall)
		head.SetColor(theme.ColorMuted)
		s.desk.list.Add(widget.InsetXY(theme.Space4, theme.Space3, head))
		s.addStages(g, phase.ID)
	}
	s.addStages(g, "")
	s.desk.list.Add(widget.InsetXY(theme.Space2, theme.Space2, widget.NewRow(0,
		s.named("add stage", widget.NewQuietButton(lang.L("Add a stage…"), func() { s.askStage(g) })))))
}

func (s *Screen) addStages(g journal.OwnGuide, phase string) {
	for _, stage := range g.Stages {
		if stage.Phase == phase {
			s.desk.list.Add(s.stageRow(g, stage))
		}
	}
}

func (s *Screen) stageRow(g journal.OwnGuide, stage journal.Stage) fyne.CanvasObject {
	colour := theme.ColorInk
	if stage.Hidden {
		colour = theme.ColorMuted
	}
	content := widget.NewStack(2, widget.NewText(stage.Title, colour, theme.SizeText))
	if mark := marks(stage.Hidden, journal.IsOwn(stage.ID)); mark != "" {
		content.Add(widget.NewText(mark, theme.ColorMuted, theme.SizeSmall))
	}
	row := widget.NewPressable(stage.Title, content, func() { s.choose(stage.ID) })
	row.SetSelected(stage.ID == s.stage)
	row.OnKey = func(ev *fyne.KeyEvent) bool { return s.onStageKey(g, stage.ID, ev) }
	name := "stage " + stage.ID
	s.desk.rows[name] = row
	return s.named(name, row)
}

// marks says what is special about a stage or step.
func marks(hidden, own bool) string {
	switch {
	case hidden && own:
		return lang.L("Hidden, your own")
	case hidden:
		return lang.L("Hidden")
	case own:
		return lang.L("Your own")
	}
	return ""
}

// onStageKey moves through the stages with the arrows, as a list does, and into
// the page with Right, or with Enter on the stage that is shown.
func (s *Screen) onStageKey(g journal.OwnGuide, from string, ev *fyne.KeyEvent) bool {
	enters := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	if ev.Name == fyne.KeyRight || enters && from == s.stage {
		s.enterPage()
		return true
	}
	step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]
	if step == 0 {
		return false
	}
	at := slices.IndexFunc(g.Stages, func(stage journal.Stage) bool { return stage.ID == from }) + step
	if at >= 0 && at < len(g.Stages) {
		s.openStage(g.Stages[at].ID)
		s.refocus("stage " + s.stage)
	}
	return true
}

// openStage shows the page of a stage from its top.
func (s *Screen) openStage(id string) {
	if id == s.stage {
		return
	}
	s.stage, s.part = id, ""
	s.desk.scroll.ScrollToTop()
	s.show()
}

// choose shows a stage and turns to its page.
func (s *Screen) choose(id string) {
	s.openStage(id)
	s.desk.fold.Turn(true)
	if s.desk.fold.Narrow {
		s.refocus("stage " + id + " reword")
		return
	}
	s.refocus("stage " + id)
}

// enterPage gives the focus to the first thing to do on the page.
func (s *Screen) enterPage() {
	s.desk.fold.Turn(true)
	s.refocus("stage " + s.stage + " reword")
}

// Move moves the stage or step that has the focus up or down by one place. It
// reports whether there was one.
func (s *Screen) Move(by int) bool {
	kind, id := s.focusedPart()
	switch {
	case s.open == "":
		return false
	case kind == "stage":
		s.moveStage(id, by)
	case kind == "step":
		s.moveStep(id, by)
	default:
		return false
	}
	return true
}

func (s *Screen) moveStage(id string, by int) {
	s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.MoveStage(id, by) })
}

func (s *Screen) moveStep(id string, by int) {
	s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.MoveStep(id, by) })
}

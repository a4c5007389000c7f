package guides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stagePage builds what is shown of the open stage, from top to bottom.
func (s *Screen) stagePage(g journal.OwnGuide, stage journal.Stage) []fyne.CanvasObject {
	return []fyne.CanvasObject{s.stageHead(g, stage), s.steps(g, stage), s.questions(stage)}
}

func (s *Screen) stageHead(g journal.OwnGuide, stage journal.Stage) fyne.CanvasObject {
	head := widget.NewStack(theme.Space2, titled(stage.Title, theme.SizeHeading))
	if stage.Hidden {
		head.Add(label(lang.L("Hidden: the Path leaves this stage out. What you keep in it stays.")))
	}
	if stage.Purpose != "" {
		head.Add(widget.NewParagraph(stage.Purpose))
	}
	if stage.Caution != "" {
		head.Add(widget.NewMutedParagraph(lang.L("Go gently") + ": " + stage.Caution))
	}
	addMarks(head, onPaths(stage.Paths))
	head.Add(s.stageActs(g, stage))
	return head
}

// stageActs are the buttons for what can be done with a stage.
func (s *Screen) stageActs(g journal.OwnGuide, stage journal.Stage) fyne.CanvasObject {
	id := stage.ID
	acts := s.actsOf("stage "+id, stage.Hidden, buttons{
		reword: func() { s.askStageWords(stage) },
		move:   func(by int) { s.moveStage(id, by) },
		hide: func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.HideStage(id, !stage.Hidden) })
		},
	})
	if original, ok := journal.FindStage(s.originals(g), id); ok && stage.IsReworded(original) {
		acts.Add(s.named("stage "+id+" restore", widget.NewQuietButton(lang.L("Restore the words"), func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RestoreStage(original) })
		})))
	}
	if journal.IsOwn(id) {
		acts.Add(s.named("stage "+id+" remove", widget.NewQuietButton(lang.L("Remove"), func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemoveStage(id) })
		})))
	}
	return widget.InsetXY(-theme.Space2, 0, acts)
}

func (s *Screen) askStageWords(stage journal.Stage) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: lang.L("The words of this stage"), Verb: lang.L("Keep"), Blanks: stageBlanks(stage.Words()),
	}, func(texts []string) {
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RewordStage(stage.ID, stageWords(texts)) })
	})
}

// buttons is what can be done with a stage or step.
type buttons struct {
	reword, hide func()
	move         func(by int)
}

// actsOf returns the buttons that stages and steps have in common.
func (s *Screen) actsOf(name string, hidden bool, b buttons) *fyne.Container {
	hide := lang.L("Hide")
	if hidden {
		hide = lang.L("Show")
	}
	return widget.NewFlow(theme.Space1,
		s.named(name+" reword", widget.NewQuietButton(lang.L("Reword…"), b.reword)),
		s.named(name+" up", widget.NewQuietButton(lang.L("Move up"), func() { b.move(-1) })),
		s.named(name+" down", widget.NewQuietButton(lang.L("Move down"), func() { b.move(1) })),
		s.named(name+" hide", widget.NewQuietButton(hide, b.hide)))
}

// section is a part of the page under a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space1, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeHeading)}, objects...)...)
}

// openPart shows the buttons of a step or question, or hides them again.
func (s *Screen) openPart(name string) {
	if s.part == name {
		name = ""
	}
	s.part = name
	s.show()
}

// partRow is a step or question, with its buttons below while it is open.
func (s *Screen) partRow(name, title string, content fyne.CanvasObject, acts func() fyne.CanvasObject) fyne.CanvasObject {
	press := widget.NewPressable(title, content, func() { s.openPart(name) })
	press.SetSelected(s.part == name)
	row := widget.NewStack(0, widget.InsetXY(-theme.Space4, 0, s.named(name, press)))
	if s.part == name {
		row.Add(widget.InsetXY(-theme.Space2, 0, acts()))
	}
	return row
}

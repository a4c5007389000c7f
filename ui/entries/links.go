package entries

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// linkRunes is how much of a link's title the strip shows.
const linkRunes = 48

// links shows which stage and step of the guide an entry belongs to, and lets
// the person choose them.
type links struct {
	OnChanged func()
	// OnGrown is told when the link takes more or less room.
	OnGrown func()

	guides func() []journal.Guide // the one that is followed first
	role   func() journal.Role
	stage  string
	step   string
	button *widget.Chip
	stages *fyne.Container
	steps  *fyne.Container
	about  *widget.Text // what the steps are
	form   fyne.CanvasObject
	drawer *drawer

	// What the chips of the form stand for, in their order.
	offered      []journal.Stage
	offeredSteps []journal.Step
}

func newLinks(guides func() []journal.Guide, role func() journal.Role, d *drawer) *links {
	l := &links{guides: guides, role: role, drawer: d}
	l.button = widget.NewChip("+ "+lang.L("Link to a stage"), l.open)
	l.stages, l.steps = widget.NewFlow(theme.Space2), widget.NewFlow(theme.Space2)
	l.about = widget.NewText(lang.L("A step of it, if you like"), theme.ColorMuted, theme.SizeSmall)
	l.form = widget.NewStack(theme.Space3, l.stages, l.about, l.steps)
	return l
}

// Set shows the link of another entry.
func (l *links) Set(stage, step string) { l.stage, l.step = stage, step }

// Objects returns what stands in the strip.
func (l *links) Objects() []fyne.CanvasObject {
	if l.stage == "" {
		return []fyne.CanvasObject{l.button}
	}
	return []fyne.CanvasObject{widget.NewRemovableChip(l.title(), l.open, func() {
		l.choose("", "")
		l.drawer.Forget()
		l.drawer.focus(l.button)
	})}
}

// title names the link.
func (l *links) title() string {
	stage := journal.StageTitle(l.guides(), l.stage)
	if l.step == "" {
		return stage
	}
	return shorten(stage+" › "+journal.StepTitle(l.guides(), l.step), linkRunes)
}

// shorten returns text, or its beginning and an ellipsis in at most most runes.
func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return strings.TrimRight(string(runes[:most-1]), " ,") + "…"
}

// stepPrompt returns the question that a step asks, or "".
func stepPrompt(guides []journal.Guide, id string) string {
	step, _ := journal.FindStep(guides, id)
	return step.Prompt
}

func (l *links) open() {
	l.show()
	l.drawer.Open(lang.L("Which stage does this belong to?"), l.form, l.stages.Objects[0].(fyne.Focusable))
}

// show puts the stages and the steps of the chosen one into the form.
func (l *links) show() {
	l.stages.RemoveAll()
	l.offered = l.guides()[0].Stages
	for _, stage := range l.offered {
		chip := widget.NewChip(stage.Title, func() { l.tapStage(stage.ID) })
		chip.SetSelected(stage.ID == l.stage)
		l.stages.Add(chip)
	}
	l.showSteps()
}

func (l *links) showSteps() {
	l.steps.RemoveAll()
	stage, _ := l.guides()[0].Stage(l.stage)
	l.offeredSteps = stage.StepsFor(l.role())
	for _, step := range l.offeredSteps {
		chip := widget.NewChip(step.Title, func() { l.tapStep(step.ID) })
		chip.SetSelected(step.ID == l.step)
		l.steps.Add(chip)
	}
	widget.Show(l.about, len(l.steps.Objects) > 0)
	l.drawer.changed()
}

// tapStage links to a stage, or takes the link away if it was there.
func (l *links) tapStage(id string) {
	if id == l.stage {
		id = ""
	}
	l.choose(id, "")
	for i, chip := range l.stages.Objects {
		chip.(*widget.Chip).SetSelected(l.offered[i].ID == id)
	}
	l.showSteps()
}

// tapStep links to a step, or takes the link away if it was there.
func (l *links) tapStep(id string) {
	if id == l.step {
		id = ""
	}
	l.choose(l.stage, id)
	for i, step := range l.offeredSteps {
		l.steps.Objects[i].(*widget.Chip).SetSelected(step.ID == id)
	}
}

func (l *links) choose(stage, step string) {
	l.stage, l.step = stage, step
	l.OnChanged()
	l.OnGrown()
}

package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// writingPart is what Mend does so that writing does not stir up more than it
// settles.
type writingPart struct {
	facts  map[bool]*widget.Chip
	enough map[time.Duration]*widget.Chip
	nudge  map[bool]*widget.Chip
}

func (s *Screen) newWritingPart() fyne.CanvasObject {
	s.writing = &writingPart{enough: make(map[time.Duration]*widget.Chip)}
	var facts, nudge fyne.CanvasObject
	s.writing.facts, facts = s.offOn(func(p *journal.Profile, on bool) { p.KeepToFacts(on) })
	s.writing.nudge, nudge = s.offOn(func(p *journal.Profile, on bool) { p.Nudge(on) })
	times := widget.NewFlow(theme.Space2)
	for _, minutes := range []int{0, 15, 30, 45, 60} {
		after := time.Duration(minutes) * time.Minute
		s.writing.enough[after] = widget.NewChip(enoughLabel(minutes),
			func() { s.change(func(p *journal.Profile) { p.SetEnoughAfter(after) }) })
		times.Add(s.writing.enough[after])
	}
	choice := func(title, about string, chips fyne.CanvasObject) fyne.CanvasObject {
		return widget.NewLabelled(title, widget.NewMutedParagraph(about), widget.InsetXY(0, theme.Space1, chips))
	}
	return part(lang.L("While you write"),
		lang.L("Writing can stir up more than it settles. These may help; each can be changed any day."),
		widget.NewStack(theme.Space4,
			choice(lang.L("Plain facts"),
				lang.L("What you begin to write opens the page for plain facts, Today asks only for what happened, and nothing asks for feelings. A blank entry is offered beside it. The same switch is at the foot of Today."), facts),
			choice(lang.L("Enough for today"),
				lang.L("When the journal has been open for this long, a line asks whether it is enough. You can end at any time, from Today and from the menu."), times),
			choice(lang.L("When it gets harder"),
				lang.L("When three entries in a row were harder after writing than before, a line points to plain facts, a break or a person. It goes by what you said yourself, and is counted on this computer alone."), nudge)))
}

func enoughLabel(minutes int) string {
	if minutes == 0 {
		return lang.L("Off")
	}
	return lockLabel(minutes)
}

// offOn offers to switch something off or on.
func (s *Screen) offOn(set func(p *journal.Profile, on bool)) (map[bool]*widget.Chip, fyne.CanvasObject) {
	chips, row := make(map[bool]*widget.Chip), widget.NewFlow(theme.Space2)
	for _, on := range []bool{false, true} {
		label := lang.L("Off")
		if on {
			label = lang.L("On")
		}
		chips[on] = widget.NewChip(label, func() { s.change(func(p *journal.Profile) { set(p, on) }) })
		row.Add(chips[on])
	}
	return chips, row
}

func (w *writingPart) show(p journal.Profile) {
	for on, chip := range w.facts {
		chip.SetSelected(on == p.KeepsToFacts())
	}
	for on, chip := range w.nudge {
		chip.SetSelected(on == p.Nudges())
	}
	for after, chip := range w.enough {
		chip.SetSelected(after == p.EnoughAfter())
	}
}

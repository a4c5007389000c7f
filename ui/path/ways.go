package path

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// ways leads from a stage to what else belongs to it.
func (s *Screen) ways(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	ways := widget.NewFlow(theme.Space2)
	add := func(name, label string, to func(), stages ...string) {
		if to != nil && slices.Contains(stages, stage.ID) {
			ways.Add(s.named(name, widget.NewButton(label, to)))
		}
	}
	add("care", lang.L("Support and safety"), s.deps.OnCare, "choose")
	add("promises", lang.L("Promises"), s.deps.OnPromises, "agree", "keep")
	add("goals", lang.L("Goals"), s.deps.OnGoals, "look-ahead")
	if !snap.profile.IsFolded(journal.FoldDeck, false) {
		add("deck", lang.L("Questions to ask each other"), s.deps.OnDeck, "talk")
	}
	if len(ways.Objects) == 0 {
		return nil
	}
	return ways
}

// isAboutSafety reports whether a step asks whether it is safe, and there is a
// page of support to lead to.
func (s *Screen) isAboutSafety(step string) bool {
	return s.deps.OnCare != nil && slices.Contains([]string{"choose.am-i-safe", "choose.is-my-partner-safe", "acknowledge.is-it-safe"}, step)
}

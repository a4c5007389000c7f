package path

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// hidden is the guide that is followed, with what it does not show: what is for
// other paths, and what the person left out. It may be empty.
type hidden struct{ whole journal.Guide }

// newHidden finds the whole guide behind the first of guides.
func newHidden(guides []journal.Guide) hidden {
	at := slices.IndexFunc(guides[1:], func(g journal.Guide) bool { return g.ID == guides[0].ID })
	if at < 0 {
		return hidden{}
	}
	return hidden{guides[at+1]}
}

// stages parts stages that are kept into those that the guide has and those of
// other guides.
func (h hidden) stages(kept []journal.Stage) (ours, theirs []journal.Stage) {
	for _, stage := range kept {
		if _, ok := h.whole.Stage(stage.ID); ok {
			ours = append(ours, stage)
		} else {
			theirs = append(theirs, stage)
		}
	}
	return ours, theirs
}

// steps is stages for steps.
func (h hidden) steps(kept []journal.Step) (ours, theirs []journal.Step) {
	for _, step := range kept {
		if _, _, ok := h.whole.Step(step.ID); ok {
			ours = append(ours, step)
		} else {
			theirs = append(theirs, step)
		}
	}
	return ours, theirs
}

// note says why a stage that is kept is not among those of the guide.
func (h hidden) note(stage string) string {
	if _, ok := h.whole.Stage(stage); ok {
		return lang.L("Your guide does not show this stage now: it belongs to another path, or you hid it. What you keep in it stays here.")
	}
	return lang.L("This stage is from another guide. What you keep in it stays here, and goes on as before when you follow that guide.")
}

func notShown() string { return lang.L("Not shown in your guide") }

func fromAnother() string { return lang.L("From another guide") }

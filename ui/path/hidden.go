package path

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// hidden is the guide that is followed, with what it does not show: what is for
// other paths, and what the person left out. It may be empty.
type hidden struct{ whole journal.Guide }

// apart is what is kept of what the guide does not show, by why it does not.
type apart[T any] struct {
	offPath   []T // it is for other paths
	byHand    []T // the person hid it
	elsewhere []T // it is of other guides
}

// newHidden finds the whole guide behind the first of guides.
func newHidden(guides []journal.Guide) hidden {
	at := slices.IndexFunc(guides[1:], func(g journal.Guide) bool { return g.ID == guides[0].ID })
	if at < 0 {
		return hidden{}
	}
	return hidden{guides[at+1]}
}

// put adds one thing where it belongs.
func (a *apart[T]) put(one T, known, byHand bool) {
	switch {
	case !known:
		a.elsewhere = append(a.elsewhere, one)
	case byHand:
		a.byHand = append(a.byHand, one)
	default:
		a.offPath = append(a.offPath, one)
	}
}

// stages parts stages that are kept.
func (h hidden) stages(kept []journal.Stage) (parted apart[journal.Stage]) {
	for _, stage := range kept {
		ours, known := h.whole.Stage(stage.ID)
		parted.put(stage, known, ours.Hidden)
	}
	return parted
}

// steps parts steps that are kept.
func (h hidden) steps(kept []journal.Step) (parted apart[journal.Step]) {
	for _, step := range kept {
		_, ours, known := h.whole.Step(step.ID)
		parted.put(step, known, ours.Hidden)
	}
	return parted
}

// note says why a stage that is kept is not among those of the guide.
func (h hidden) note(stage string) string {
	ours, known := h.whole.Stage(stage)
	switch {
	case !known:
		return lang.L("This stage is from another guide. What you keep in it stays here, and goes on as before when you follow that guide.")
	case ours.Hidden:
		return lang.L("You hid this stage in your guide. What you keep in it stays here.")
	}
	return lang.L("This stage is not on the path you chose. What you keep in it stays here, and goes on as before when you choose another path.")
}

func offPath() string { return lang.L("Not on the path you chose") }

func hiddenByHand() string { return lang.L("Hidden in your guide") }

func fromAnother() string { return lang.L("From another guide") }

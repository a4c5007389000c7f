package journal

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// The acts below change a guide of the person's own. Each returns the guide as
// it is then, whose Check holds, and leaves the one it was given as it is; it
// fails with ErrNotFound for an id that the guide lacks, with ErrNothingShown if
// a path were left without stages, or with an InvalidError.

// NewOwnID returns an id for a guide or stage that the person makes, or, behind
// its stage's id and a dot, for a step.
func NewOwnID() string { return OwnPrefix + uuid.NewString() }

// CopyGuide returns a guide of the person's own that begins as g. It has the
// same stages and steps, by the same ids, so that ticks count in both. Base is
// the id of the guide of the program that it comes from.
func CopyGuide(g Guide, id, base, title string) OwnGuide {
	g.ID, g.Title = id, strings.TrimSpace(title)
	own := OwnGuide{Guide: g, Base: base}.clone()
	own.sort()
	return own
}

// clone returns a copy that shares nothing that acts change.
func (g OwnGuide) clone() OwnGuide {
	g.Stages = slices.Clone(g.Stages)
	for i, s := range g.Stages {
		g.Stages[i] = cloneStage(s)
	}
	return g
}

func cloneStage(s Stage) Stage {
	s.Steps, s.Prompts = slices.Clone(s.Steps), slices.Clone(s.Prompts)
	return s
}

// sort puts the stages in the order of their phases. A stage that is in none is
// put into the first.
func (g *OwnGuide) sort() {
	if len(g.Phases) == 0 {
		return
	}
	for i, s := range g.Stages {
		if g.phase(s.Phase) < 0 {
			g.Stages[i].Phase = g.Phases[0].ID
		}
	}
	slices.SortStableFunc(g.Stages, func(a, b Stage) int { return g.phase(a.Phase) - g.phase(b.Phase) })
}

// phase returns which of the phases has the id, or -1.
func (g *OwnGuide) phase(id string) int {
	return slices.IndexFunc(g.Phases, func(p Phase) bool { return p.ID == id })
}

// Rename gives the guide another title and description.
func (g OwnGuide) Rename(title, about string) (OwnGuide, error) {
	g.Title, g.About = strings.TrimSpace(title), strings.TrimSpace(about)
	return g.checked()
}

func (g OwnGuide) checked() (OwnGuide, error) { return g, g.Check() }

// change does something to the stage with the id.
func (g OwnGuide) change(id string, act func(g *OwnGuide, at int)) (OwnGuide, error) {
	g = g.clone()
	at := slices.IndexFunc(g.Stages, func(s Stage) bool { return s.ID == id })
	if at < 0 {
		return g, fmt.Errorf("change stage: %w", ErrNotFound)
	}
	act(&g, at)
	return g.checked()
}

// changeStep does something to the step with the id.
func (g OwnGuide) changeStep(id string, act func(s *Stage, at int)) (OwnGuide, error) {
	g = g.clone()
	for i := range g.Stages {
		at := slices.IndexFunc(g.Stages[i].Steps, func(s Step) bool { return s.ID == id })
		if at >= 0 {
			act(&g.Stages[i], at)
			return g.checked()
		}
	}
	return g, fmt.Errorf("change step: %w", ErrNotFound)
}

// shownAfter returns after, unless a path that had stages in g has none then.
func (g OwnGuide) shownAfter(after OwnGuide, err error) (OwnGuide, error) {
	if err != nil {
		return after, err
	}
	for _, path := range []Path{Undecided, Trying, SteppingBack, PartingWell} {
		if len(g.Along(path).Stages) > 0 && len(after.Along(path).Stages) == 0 {
			return g, ErrNothingShown
		}
	}
	return after, nil
}

// HideStage leaves a stage out of what is shown, or shows it again.
func (g OwnGuide) HideStage(id string, hidden bool) (OwnGuide, error) {
	return g.shownAfter(g.change(id, func(g *OwnGuide, at int) { g.Stages[at].Hidden = hidden }))
}

// HideStep leaves a step out of what is shown, or shows it again.
func (g OwnGuide) HideStep(id string, hidden bool) (OwnGuide, error) {
	return g.changeStep(id, func(s *Stage, at int) { s.Steps[at].Hidden = hidden })
}

// ShowAll shows every stage and step.
func (g OwnGuide) ShowAll() (OwnGuide, error) {
	g = g.clone()
	for i := range g.Stages {
		g.Stages[i].Hidden = false
		for j := range g.Stages[i].Steps {
			g.Stages[i].Steps[j].Hidden = false
		}
	}
	return g.checked()
}

// HasHidden reports whether any stage or step is left out of what is shown.
func (g OwnGuide) HasHidden() bool {
	return slices.ContainsFunc(g.Stages, func(s Stage) bool {
		return s.Hidden || slices.ContainsFunc(s.Steps, func(step Step) bool { return step.Hidden })
	})
}

// RemoveStage takes a stage that the person made out of the guide, with its
// steps. One of the program can only be hidden.
func (g OwnGuide) RemoveStage(id string) (OwnGuide, error) {
	if !IsOwn(id) {
		return g, invalid("stage", "it came with the program and can only be hidden")
	}
	return g.shownAfter(g.change(id, func(g *OwnGuide, at int) { g.Stages = slices.Delete(g.Stages, at, at+1) }))
}

// RemoveStep takes a step that the person made out of the guide. One of the
// program can only be hidden.
func (g OwnGuide) RemoveStep(id string) (OwnGuide, error) {
	if !IsOwn(id) {
		return g, invalid("step", "it came with the program and can only be hidden")
	}
	return g.changeStep(id, func(s *Stage, at int) { s.Steps = slices.Delete(s.Steps, at, at+1) })
}

// Restore makes the guide what base is, but for its id, title and description:
// what the person added to it goes, and what they changed is as it was.
func (g OwnGuide) Restore(base Guide) (OwnGuide, error) {
	restored := CopyGuide(base, g.ID, g.Base, g.Title)
	restored.About, restored.Edited = g.About, g.Edited
	return restored.checked()
}

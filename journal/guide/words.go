package guide

import (
	"cmp"
	"strings"

	"mend/journal"
)

// words is what the guides say of each stage and step where it is at home.
type words struct {
	stages map[string]journal.Stage
	steps  map[string]journal.Step
}

// wordsOf collects the words of guides. A stage is at home in the first guide
// that gives it a title, a step in the first that does so in the stage after
// which the step is named.
func wordsOf(guides []journal.Guide) words {
	w := words{make(map[string]journal.Stage), make(map[string]journal.Step)}
	for _, g := range guides {
		for _, stage := range g.Stages {
			if _, known := w.stages[stage.ID]; !known && stage.Title != "" {
				w.stages[stage.ID] = stage
			}
			for _, step := range stage.Steps {
				_, known := w.steps[step.ID]
				if !known && step.Title != "" && strings.HasPrefix(step.ID, stage.ID+".") {
					w.steps[step.ID] = step
				}
			}
		}
	}
	return w
}

// fill gives the stages and steps of g the words they leave out. Sources are
// g's own, and so are the questions beside those of the steps.
func (w words) fill(g *journal.Guide) {
	for i := range g.Stages {
		s := &g.Stages[i]
		there := w.stages[s.ID]
		s.Title = cmp.Or(s.Title, there.Title)
		s.Purpose = cmp.Or(s.Purpose, there.Purpose)
		s.Caution = cmp.Or(s.Caution, there.Caution)
		s.Folded = s.Folded || there.Folded
		s.Paths = filled(s.Paths, there.Paths)
		for j := range s.Steps {
			step := &s.Steps[j]
			there := w.steps[step.ID]
			step.Title = cmp.Or(step.Title, there.Title)
			step.For = cmp.Or(step.For, there.For)
			step.Prompt = cmp.Or(step.Prompt, there.Prompt)
			step.Paths = filled(step.Paths, there.Paths)
		}
	}
}

func filled(own, there []journal.Path) []journal.Path {
	if len(own) > 0 {
		return own
	}
	return there
}

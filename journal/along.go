package journal

import "slices"

// onPath reports whether what is for paths is shown on path. What is for none
// in particular is shown on all; a path that was not chosen is like undecided.
func onPath(paths []Path, path Path) bool {
	if path == "" {
		path = Undecided
	}
	return len(paths) == 0 || slices.Contains(paths, path)
}

// Along returns the guide as it is shown on a path: without the stages, steps
// and prompts that are for other paths, and without those that the person has
// hidden. A phase that is left without stages is left out too. g stays as it is.
func (g Guide) Along(path Path) Guide {
	var stages []Stage
	for _, s := range g.Stages {
		if s.Hidden || !onPath(s.Paths, path) {
			continue
		}
		s.Steps = slices.DeleteFunc(slices.Clone(s.Steps), func(step Step) bool {
			return step.Hidden || !onPath(step.Paths, path)
		})
		s.Prompts = slices.DeleteFunc(slices.Clone(s.Prompts), func(p Prompt) bool { return !onPath(p.Paths, path) })
		stages = append(stages, s)
	}
	g.Stages = stages
	g.Phases = slices.DeleteFunc(slices.Clone(g.Phases), func(p Phase) bool {
		return !slices.ContainsFunc(stages, func(s Stage) bool { return s.Phase == p.ID })
	})
	return g
}

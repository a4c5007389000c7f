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
	phases := slices.DeleteFunc(slices.Clone(g.Phases), func(p Phase) bool {
		return !slices.ContainsFunc(stages, func(s Stage) bool { return s.Phase == p.ID })
	})
	for i, p := range phases {
		if p.Apart != "" && (path == SteppingBack || path == PartingWell) {
			phases[i].Title = p.Apart
		}
	}
	g.Phases = phases
	return g
}

// GuidesFor returns the guide that a profile follows, as it is shown on its
// path, and after it every guide there is: the person's own and then those of
// the program, of which the first, the default guide, is followed where that of
// the profile is not there or has nothing on the path.
func GuidesFor(p Profile, own []OwnGuide, program []Guide) []Guide {
	all := make([]Guide, 1, len(own)+len(program)+1)
	for _, g := range own {
		all = append(all, g.Guide)
	}
	all = append(all, program...)
	all[0] = followed(all[1:], p, program[0])
	return all
}

func followed(guides []Guide, p Profile, fallback Guide) Guide {
	at := slices.IndexFunc(guides, func(g Guide) bool { return g.ID == p.Guide })
	if at >= 0 {
		if g := guides[at].Along(p.Path); len(g.Stages) > 0 {
			return g
		}
	}
	if g := fallback.Along(p.Path); len(g.Stages) > 0 {
		return g
	}
	return fallback
}

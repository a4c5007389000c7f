package ui

import (
	"slices"

	"mend/journal"
)

// guidesFor returns the guide that a profile follows as it is shown on its path,
// and then all there are: the person's own, and those of the program. It is the
// default guide if there is none of that id, or nothing of it on the path.
func (w *Window) guidesFor(p journal.Profile, own []journal.OwnGuide) []journal.Guide {
	return journal.GuidesFor(p, own, w.ports.Guides)
}

// choosable returns the guides that can be followed: those of the program, the
// default guide first, and the person's own.
func (w *Window) choosable(s *session) []journal.Guide {
	guides := slices.Clone(w.ports.Guides)
	for _, g := range s.own.Guides {
		guides = append(guides, g.Guide)
	}
	return guides
}

// takeGuides takes over the person's own guides as they were changed.
func (w *Window) takeGuides(s *session, own []journal.OwnGuide) {
	if w.session == s {
		s.own.Guides = own
		w.walkAnew(s)
	}
}

// walkAnew has the screens that are made for a guide made anew, for the guides
// as they are now. What is being written is not.
func (w *Window) walkAnew(s *session) {
	s.guides = w.guidesFor(s.profile, s.own.Guides)
	s.screens[placePath], s.screens[placeSummary] = w.newPath(s), w.newSummary(s)
}

package ui

import (
	"slices"

	"mend/journal"
	"mend/ui/guides"
)

// placeGuides is the screen of guides, which is not in the rail.
const placeGuides = "guides"

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
	s.keepNow()
	s.guides = w.guidesFor(s.profile, s.own.Guides)
	s.screens[placePath], s.screens[placeSummary] = w.newPath(s), w.newSummary(s)
}

// newGuides builds the screen of guides, which goes back to the place it was
// come to from.
func (w *Window) newGuides(s *session) screen {
	return guides.New(guides.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Guides:    w.ports.Guides,
		OnChanged: func(own []journal.OwnGuide) { w.takeGuides(s, own) },
		OnProfile: func(p journal.Profile) { w.follow(s, p) },
		OnBack:    func() { w.goTo(s.before) },
		Back:      func() string { return backTo(s.before) },
	})
}

// toGuides shows the screen of guides.
func (w *Window) toGuides() { w.visit(placeGuides) }

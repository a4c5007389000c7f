package ui

import (
	"mend/journal"
	"mend/ui/care"
)

// placeCare is the page of support and safety, which is not in the rail.
const placeCare = "care"

// newCare builds the page of support and safety, which goes back to the place it
// was come to from.
func (w *Window) newCare(s *session) screen {
	return care.New(care.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Care: w.ports.Care, Pages: w.ports.Pages, Suggestions: w.ports.Suggestions,
		Guides:    func() []journal.Guide { return s.guides },
		Now:       w.ports.Now,
		Copy:      w.clipboard.SetContent,
		OnProfile: func(p journal.Profile) { w.follow(s, p) },
		OnBack:    func() { w.goTo(s.beforeCare) },
		Back:      func() string { return backTo(s.beforeCare) },
	})
}

// toCare shows the page of support and safety.
func (w *Window) toCare() {
	if s := w.session; s.current != placeCare {
		s.beforeCare = s.current
	}
	w.goTo(placeCare)
}

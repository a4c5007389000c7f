package ui

import "fyne.io/fyne/v2/lang"

// visit shows a place that is not in the rail and goes back to the one in the
// rail that the person came from.
func (w *Window) visit(place string) {
	s := w.session
	s.before = s.cameFrom(s.current)
	w.goTo(place)
}

// cameFrom returns the place of the rail that a place belongs to: itself, or the
// one it was come to from.
func (s *session) cameFrom(place string) string {
	switch place {
	case placeGuides, placeDeck:
		return s.before
	case placeCare:
		return s.cameFrom(s.beforeCare)
	}
	return place
}

// backTo says where a way back leads to.
func backTo(place string) string {
	switch place {
	case placeToday:
		return lang.L("Back to Today")
	case placeJournal:
		return lang.L("Back to the Journal")
	case placePath:
		return lang.L("Back to the Path")
	case placePromises:
		return lang.L("Back to Promises")
	case placeInsights:
		return lang.L("Back to Insights")
	case placeSummary:
		return lang.L("Back to the Summary")
	case placeSettings:
		return lang.L("Back to Settings")
	case placeDeck:
		return lang.L("Back to the questions")
	case placeGuides:
		return lang.L("Back to the guides")
	}
	return lang.L("Back")
}

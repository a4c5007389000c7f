package dialogs

import (
	"fyne.io/fyne/v2"

	"mend/ui/theme"
)

// scrollStep is how far an arrow key scrolls, at a text scale of 1.
const scrollStep = 3 * theme.Space4

// scrollBy scrolls content that is longer than the window, if the key asks for
// it: words alone have no focus that could bring them into view.
func (s *sheet) scrollBy(key fyne.KeyName) {
	step := scrollStep * theme.Scale(s.Theme())
	page := max(s.scroll.Size().Height-step, step)
	most := max(s.scroll.Content.MinSize().Height-s.scroll.Size().Height, 0)
	to := s.scroll.Offset.Y
	switch key {
	case fyne.KeyDown:
		to += step
	case fyne.KeyUp:
		to -= step
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = most
	default:
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(to, most))))
}

package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// dated is the day with the ways out beside it: what ends for today, and what
// leads to support. They are in view whenever the page is shown.
func (s *Screen) dated(day string) fyne.CanvasObject {
	return widget.NewHeadline(day, 0, theme.Space2,
		s.named("enough", widget.NewQuietButton(lang.L("Enough for today"), s.deps.OnEnough)),
		s.named("care", widget.NewQuietButton(lang.L("Support and safety"), s.deps.OnCare))).Content
}

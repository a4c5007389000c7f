package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// lookBackPart lets the person have look-back. It is off until they do.
func (s *Screen) lookBackPart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	s.lookBack = make(map[bool]*widget.Chip)
	for _, on := range []bool{false, true} {
		label := lang.L("Off")
		if on {
			label = lang.L("On")
		}
		s.lookBack[on] = widget.NewChip(label, func() { s.change(func(p *journal.Profile) { p.LookBack(on) }) })
		chips.Add(s.lookBack[on])
	}
	return part(lang.L("Look back"),
		lang.L("The Journal then has a place where you find what you wrote on this day in earlier months and years, and what is like the open entry. Nothing is shown until you open it, and every entry can be left out."),
		chips)
}

func (s *Screen) showLookBack(p journal.Profile) {
	for on, chip := range s.lookBack {
		chip.SetSelected(on == p.LooksBack())
	}
}

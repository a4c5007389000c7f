package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// lookBackPart lets the person have look-back. It is off until they do.
func (s *Screen) lookBackPart() fyne.CanvasObject {
	var chips fyne.CanvasObject
	s.lookBack, chips = s.offOn(func(p *journal.Profile, on bool) { p.LookBack(on) })
	return part(lang.L("Look back"),
		lang.L("The Journal then has a place where you find what you wrote on this day in earlier months and years, and what is like the open entry. Nothing is shown until you open it, and every entry can be left out."),
		chips)
}

func (s *Screen) showLookBack(p journal.Profile) {
	for on, chip := range s.lookBack {
		chip.SetSelected(on == p.LooksBack())
	}
}

package entries

import (
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Release lets go of what the screen shows, when it goes for good. Without it
// all of it stays in memory: the toolkit remembers for ever which look a field
// was given, and by it the field and the screen it is on. What was typed stays
// readable for a save that is still to come.
func (s *Screen) Release() {
	s.listing.forget()
	s.versions.Forget()
	s.compare.Forget()
	s.paper.form.Release()
	s.bin.forget()
	for _, themed := range []*container.ThemeOverride{s.paper.themed, s.paper.strip.tags.wrapped} {
		themed.Content = canvas.NewRectangle(nil)
		themed.Refresh()
	}
}

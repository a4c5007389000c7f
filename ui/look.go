package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"mend/ui/theme"
)

// Keys of the preferences. They hold nothing about the journal.
const (
	prefLook  = "look"
	prefScale = "text-scale"
)

const textStep = 0.1

// look is how the window looks: the choice of light or dark, and the text size.
type look struct {
	app    fyne.App
	choice theme.Choice
	scale  float64
}

// LooksPlain reports whether the app keeps no choice of how the window looks.
func LooksPlain(app fyne.App) bool {
	p := app.Preferences()
	return p.String(prefLook) == "" && p.Float(prefScale) == 0
}

func loadLook(app fyne.App) *look {
	l := &look{
		app:    app,
		choice: theme.Choice(app.Preferences().StringWithFallback(prefLook, string(theme.System))),
		scale:  app.Preferences().FloatWithFallback(prefScale, 1),
	}
	l.apply()
	return l
}

func (l *look) choose(c theme.Choice) {
	l.choice = c
	l.app.Preferences().SetString(prefLook, string(c))
	l.apply()
}

// forget goes back to how the window looks at first, and keeps no choice.
func (l *look) forget() {
	for _, key := range []string{prefLook, prefScale} {
		l.app.Preferences().RemoveValue(key)
	}
	l.choice, l.scale = theme.System, 1
	l.apply()
}

func (l *look) larger()  { l.size(l.scale + textStep) }
func (l *look) smaller() { l.size(l.scale - textStep) }
func (l *look) normal()  { l.size(1) }

func (l *look) size(scale float64) {
	scale = min(max(scale, float64(theme.MinScale)), float64(theme.MaxScale))
	l.scale = math.Round(scale*10) / 10
	l.app.Preferences().SetFloat(prefScale, l.scale)
	l.apply()
}

func (l *look) apply() {
	l.app.Settings().SetTheme(theme.New(l.choice, float32(l.scale)))
}

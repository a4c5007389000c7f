// Package theme answers one question: which colours, sizes and distances does
// the window use. Colours and sizes that Fyne has a name for keep Fyne's name,
// so that Fyne's widgets and Mend's agree.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Choice is which look the person chose.
type Choice string

// The choices. System follows the desktop's light or dark setting.
const (
	System Choice = "system"
	Light  Choice = "light"
	Dark   Choice = "dark"
)

// Text scales that New accepts; 1 is 100 %.
const (
	MinScale float32 = 0.8
	MaxScale float32 = 2.0
)

// New returns the theme for a choice, where an unknown one counts as System,
// and a text scale, which is brought between MinScale and MaxScale.
func New(c Choice, scale float32) fyne.Theme {
	return &look{choice: c, scale: min(max(scale, MinScale), MaxScale), base: fynetheme.DefaultTheme()}
}

// look is the theme of the window.
type look struct {
	choice Choice
	scale  float32
	base   fyne.Theme // fonts and icons
}

// Color implements fyne.Theme.
func (l *look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch l.choice {
	case Light:
		variant = fynetheme.VariantLight
	case Dark:
		variant = fynetheme.VariantDark
	}
	of, known := shadeOf(name)
	if !known {
		return l.base.Color(name, variant)
	}
	if variant == fynetheme.VariantLight {
		return of.light
	}
	return of.dark
}

// Font implements fyne.Theme.
func (l *look) Font(style fyne.TextStyle) fyne.Resource { return l.base.Font(style) }

// Icon implements fyne.Theme.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return l.base.Icon(name) }

// Size implements fyne.Theme.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := textSize(name); ok {
		return size * l.scale
	}
	if size, ok := fixedSize(name); ok {
		return size
	}
	return l.base.Size(name)
}

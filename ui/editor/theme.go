package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// sizeWriting is the theme's size of the person's own text. Where a theme has
// none, the text size is used.
const sizeWriting fyne.ThemeSizeName = "mendWriting"

// writingTheme is whatever theme the app has, with text at the writing size
// and no line round the entry.
type writingTheme struct{}

// Color implements fyne.Theme.
func (writingTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == fynetheme.ColorNameDisabled {
		name = fynetheme.ColorNameForeground // a text that is read-only is read
	}
	return app().Color(name, variant)
}

// Font implements fyne.Theme.
func (writingTheme) Font(style fyne.TextStyle) fyne.Resource { return app().Font(style) }

// Icon implements fyne.Theme.
func (writingTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return app().Icon(name) }

// Size implements fyne.Theme.
func (writingTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		if size := app().Size(sizeWriting); size > 0 {
			return size
		}
	case fynetheme.SizeNameInputBorder:
		return 0
	}
	return app().Size(name)
}

func app() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

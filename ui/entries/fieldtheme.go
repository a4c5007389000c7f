package entries

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// fieldTheme is the app's theme, changed for a field that is to look unlike
// the others.
type fieldTheme struct {
	text    fyne.ThemeSizeName // the size of its text
	bare    bool               // without ground and edge
	padding float32            // round its text; 0: as in the app
}

// titleField is for a title: straight on the paper, and large unless it stands
// below the name of a guided page.
func titleField(below bool) fyne.Theme {
	if below {
		return fieldTheme{text: theme.SizeText, bare: true}
	}
	return fieldTheme{text: theme.SizeTitle, bare: true}
}

// titleHint stands where no title is.
func titleHint(below bool) string {
	if below {
		return lang.L("A title of your own, if you like")
	}
	return lang.L("Title, if you like")
}

// chipField is for a field among chips.
func chipField() fyne.Theme {
	return fieldTheme{text: theme.SizeSmall, padding: theme.Space1}
}

func (fieldTheme) app() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (t fieldTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case fynetheme.ColorNameScrollBar, fynetheme.ColorNameScrollBarBackground, fynetheme.ColorNameShadow:
		return color.Transparent // the caret alone scrolls one line
	case fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder:
		if t.bare {
			return color.Transparent
		}
	}
	return t.app().Color(name, variant)
}

// Font implements fyne.Theme.
func (t fieldTheme) Font(style fyne.TextStyle) fyne.Resource { return t.app().Font(style) }

// Icon implements fyne.Theme.
func (t fieldTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.app().Icon(name) }

// Size implements fyne.Theme.
func (t fieldTheme) Size(name fyne.ThemeSizeName) float32 {
	switch {
	case name == theme.SizeText:
		return theme.Size(t.app(), t.text)
	case name == fynetheme.SizeNameInnerPadding && t.padding > 0:
		return t.padding
	}
	return t.app().Size(name)
}

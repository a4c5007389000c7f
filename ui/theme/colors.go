package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Colours. Text is ColorInk or ColorMuted on ColorPaper, ColorCard or
// ColorSoftAccent, ColorAccent on the same, or ColorOnAccent on ColorAccent.
const (
	ColorPaper     = fynetheme.ColorNameBackground          // the window
	ColorCard      = fynetheme.ColorNameInputBackground     // cards, fields, the writing surface
	ColorInk       = fynetheme.ColorNameForeground          // text
	ColorMuted     = fynetheme.ColorNamePlaceHolder         // text that steps back
	ColorLine      = fynetheme.ColorNameSeparator           // lines that only divide
	ColorBorder    = fynetheme.ColorNameInputBorder         // the edge of something that can be used
	ColorAccent    = fynetheme.ColorNamePrimary             // the one accent
	ColorSelection = fynetheme.ColorNameSelection           // behind selected text, which is ColorInk
	ColorOnAccent  = fynetheme.ColorNameForegroundOnPrimary // text on the accent
	ColorHover     = fynetheme.ColorNameHover               // laid over what the pointer is on
	ColorWarning   = fynetheme.ColorNameWarning             // text that says something is wrong

	// ColorSoftAccent is behind what is chosen or marked.
	ColorSoftAccent fyne.ThemeColorName = "mendSoftAccent"

	// ColorVeil is laid over the window below a dialog.
	ColorVeil fyne.ThemeColorName = "mendVeil"

	// ColorFocus is the ring round what has the focus. The ring stands off by
	// a gap, so it is seen round something in the accent too.
	ColorFocus = fynetheme.ColorNamePrimary
)

// Color returns the colour called name in th, in the variant that the desktop
// asks for. A theme that is not Mend's, as in tests, has no ColorVeil and no
// ColorSoftAccent; there they are the shadow.
func Color(th fyne.Theme, name fyne.ThemeColorName) color.Color {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	if c := th.Color(name, variant); c != nil && c != color.Transparent {
		return c
	}
	return th.Color(fynetheme.ColorNameShadow, variant)
}

// shade is a colour in both variants.
type shade struct{ light, dark color.NRGBA }

// rgb turns 0xRRGGBB into an opaque colour.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// veil is rgb with an alpha.
func veil(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

// shadeOf returns the colour called name, or false for a name that Fyne adds
// later.
func shadeOf(name fyne.ThemeColorName) (shade, bool) {
	switch name {
	case ColorPaper, fynetheme.ColorNameHeaderBackground:
		return shade{rgb(0xFAF7F2), rgb(0x1E1D1B)}, true
	case ColorCard, fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground:
		return shade{rgb(0xFFFFFF), rgb(0x272523)}, true
	case ColorInk:
		return shade{rgb(0x2B2A28), rgb(0xECE7DF)}, true
	case ColorMuted:
		return shade{rgb(0x6B665F), rgb(0xB0A89D)}, true
	case ColorLine:
		return shade{rgb(0xE6E0D6), rgb(0x3A3733)}, true
	case ColorBorder:
		return shade{rgb(0x8C857A), rgb(0x7D766D)}, true
	case ColorAccent, fynetheme.ColorNameHyperlink:
		return shade{rgb(0x2F6F6B), rgb(0x86BDB6)}, true
	case ColorSoftAccent:
		return shade{rgb(0xDCE9E6), rgb(0x23403D)}, true
	case ColorSelection:
		return shade{rgb(0xB2D1CC), rgb(0x2F5F5A)}, true
	case ColorOnAccent:
		return shade{rgb(0xFFFFFF), rgb(0x1E1D1B)}, true
	}
	return quietShadeOf(name)
}

// quietShadeOf returns the colours that only Fyne's own widgets ask for, and
// the signals.
func quietShadeOf(name fyne.ThemeColorName) (shade, bool) {
	switch name {
	case ColorHover:
		return shade{veil(0x2B2A28, 0x0E), veil(0xECE7DF, 0x12)}, true
	case fynetheme.ColorNamePressed:
		return shade{veil(0x2B2A28, 0x1C), veil(0xECE7DF, 0x22)}, true
	case fynetheme.ColorNameFocus:
		return shade{veil(0x2F6F6B, 0x40), veil(0x86BDB6, 0x50)}, true
	case fynetheme.ColorNameButton:
		return shade{rgb(0xEFEAE1), rgb(0x35322E)}, true
	case fynetheme.ColorNameDisabledButton:
		return shade{rgb(0xF1EDE6), rgb(0x2B2926)}, true
	case fynetheme.ColorNameDisabled:
		return shade{rgb(0x8C857A), rgb(0x7D766D)}, true
	case ColorWarning, fynetheme.ColorNameError:
		return shade{rgb(0x8F4A2B), rgb(0xE3A98A)}, true
	case fynetheme.ColorNameSuccess:
		return shade{rgb(0x2F6F6B), rgb(0x86BDB6)}, true
	case fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameForegroundOnWarning,
		fynetheme.ColorNameForegroundOnSuccess:
		return shade{rgb(0xFFFFFF), rgb(0x1E1D1B)}, true
	case fynetheme.ColorNameScrollBar:
		return shade{veil(0x2B2A28, 0x70), veil(0xECE7DF, 0x70)}, true
	case fynetheme.ColorNameScrollBarBackground:
		return shade{veil(0x2B2A28, 0x10), veil(0xECE7DF, 0x10)}, true
	case fynetheme.ColorNameShadow:
		return shade{veil(0x2B2A28, 0x1C), veil(0x000000, 0x50)}, true
	case ColorVeil:
		return shade{veil(0x2B2A28, 0x50), veil(0x000000, 0x98)}, true
	}
	return shade{}, false
}

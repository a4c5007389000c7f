package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// sizeWriting is the theme's size of the person's own text. Where a theme has
// none, the text size is used.
const sizeWriting fyne.ThemeSizeName = "mendWriting"

// Padding is the room round the text, in points, for what is to be in line with
// it.
const Padding float32 = 20

const (
	leadingRatio = 1.6 // from line to line, in text sizes
	caretWidth   = 2   // points
	focusWidth   = 2
	edgeWidth    = 1
	foundRadius  = 3
	barWidth     = 4
	barReach     = 14 // points from the right edge in which the bar is taken hold of
	leastThumb   = 28
)

// look is what the surface is drawn with.
type look struct {
	font                     string  // its name
	size, leading, glyphs    float32 // of the text, from line to line, of its highest glyphs
	small                    float32 // the size of a text beside
	pad, radius              float32
	ground, ink, muted       color.Color
	paper, line              color.Color // of the find bar
	edge                     color.Color // of an editor among other things
	selection, accent, thumb color.Color
}

func lookOf(th fyne.Theme) look {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	paint := func(name fyne.ThemeColorName) color.Color { return th.Color(name, variant) }
	size := th.Size(sizeWriting)
	if size <= 0 {
		size = th.Size(fynetheme.SizeNameText)
	}
	return look{
		font:      th.Font(fyne.TextStyle{}).Name(),
		size:      size,
		leading:   size * leadingRatio,
		glyphs:    fyne.MeasureText("M", size, fyne.TextStyle{}).Height,
		small:     th.Size(fynetheme.SizeNameText),
		pad:       Padding,
		radius:    th.Size(fynetheme.SizeNameInputRadius),
		ground:    paint(fynetheme.ColorNameInputBackground),
		ink:       paint(fynetheme.ColorNameForeground),
		muted:     paint(fynetheme.ColorNamePlaceHolder),
		paper:     paint(fynetheme.ColorNameBackground),
		line:      paint(fynetheme.ColorNameSeparator),
		edge:      paint(fynetheme.ColorNameInputBorder),
		selection: paint(fynetheme.ColorNameSelection),
		accent:    paint(fynetheme.ColorNamePrimary),
		thumb:     paint(fynetheme.ColorNameScrollBar),
	}
}

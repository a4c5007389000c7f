package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Pen is what a widget is drawn with: its theme, and the variant of the moment.
type Pen struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

// PenOf returns the pen of a widget as it is to be drawn now.
func PenOf(w interface{ Theme() fyne.Theme }) Pen {
	return Pen{w.Theme(), fyne.CurrentApp().Settings().ThemeVariant()}
}

// Color returns the colour called name.
func (p Pen) Color(name fyne.ThemeColorName) color.Color { return p.theme.Color(name, p.variant) }

// Size returns the size called name, at the text scale.
func (p Pen) Size(name fyne.ThemeSizeName) float32 { return Size(p.theme, name) }

// Scaled returns v at the text scale.
func (p Pen) Scaled(v float32) float32 { return v * Scale(p.theme) }

// LineHeight returns how high a line of text of the size called name stands.
func (p Pen) LineHeight(name fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("Xg", p.Size(name), fyne.TextStyle{}).Height
}

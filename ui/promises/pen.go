package promises

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// pen is what the screen's own widgets are drawn with: the theme as it is now.
type pen struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

func penOf(w interface{ Theme() fyne.Theme }) pen {
	return pen{w.Theme(), fyne.CurrentApp().Settings().ThemeVariant()}
}

func (p pen) color(name fyne.ThemeColorName) color.Color { return p.theme.Color(name, p.variant) }

func (p pen) size(name fyne.ThemeSizeName) float32 { return theme.Size(p.theme, name) }

func (p pen) scaled(v float32) float32 { return v * theme.Scale(p.theme) }

func (p pen) lineHeight(name fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("Xg", p.size(name), fyne.TextStyle{}).Height
}

// write puts words into a text.
func (p pen) write(t *canvas.Text, words string, size fyne.ThemeSizeName, ink fyne.ThemeColorName, bold bool) {
	t.Text, t.TextSize, t.Color, t.TextStyle = words, p.size(size), p.color(ink), fyne.TextStyle{Bold: bold}
	t.Resize(t.MinSize())
	t.Refresh()
}

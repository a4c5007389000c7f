package promises

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
	"mend/ui/widget"
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

func (p pen) width(words string, size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText(words, p.size(size), fyne.TextStyle{}).Width
}

func (p pen) cut(words string, width float32, size fyne.ThemeSizeName) string {
	return widget.CutText(words, width, p.size(size), fyne.TextStyle{})
}

// breakLines breaks words into at most most lines of a width. What does not fit
// is cut at the end of the last one.
func (p pen) breakLines(words string, width float32, size fyne.ThemeSizeName, most int) []string {
	fits := func(s string) bool { return p.width(s, size) <= width }
	var lines []string
	for rest := words; rest != ""; {
		if len(lines) == most-1 || fits(rest) {
			return append(lines, p.cut(rest, width, size))
		}
		end := 0
		for at := range rest {
			if rest[at] == ' ' && at > 0 && !fits(rest[:at]) {
				break
			}
			if rest[at] == ' ' {
				end = at
			}
		}
		if end == 0 { // one long word
			return append(lines, p.cut(rest, width, size))
		}
		lines = append(lines, strings.TrimSpace(rest[:end]))
		rest = strings.TrimSpace(rest[end:])
	}
	return lines
}

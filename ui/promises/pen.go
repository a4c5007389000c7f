package promises

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
	"mend/ui/widget"
)

// pen is the pen of the screen's own widgets, which writes, measures and cuts words.
type pen struct{ theme.Pen }

func penOf(w interface{ Theme() fyne.Theme }) pen { return pen{theme.PenOf(w)} }

// write puts words into a text.
func (p pen) write(t *canvas.Text, words string, size fyne.ThemeSizeName, ink fyne.ThemeColorName, bold bool) {
	t.Text, t.TextSize, t.Color, t.TextStyle = words, p.Size(size), p.Color(ink), fyne.TextStyle{Bold: bold}
	t.Resize(t.MinSize())
	t.Refresh()
}

func (p pen) width(words string, size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText(words, p.Size(size), fyne.TextStyle{}).Width
}

func (p pen) cut(words string, width float32, size fyne.ThemeSizeName) string {
	return widget.CutText(words, width, p.Size(size), fyne.TextStyle{})
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

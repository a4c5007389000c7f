package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

const ellipsis = "…"

// CutText returns text, or as much of its beginning as fits into width with
// an ellipsis after it, set at size points in style. It is for rows that draw
// canvas.Text themselves; keep its result with the row.
func CutText(text string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	if text == "" || fits(text) {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1 // runes[:low] fits, runes[:high+1] does not
	for low < high {
		mid := (low + high + 1) / 2
		if fits(string(runes[:mid]) + ellipsis) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + ellipsis
}

// Text is one line of themed text, cut with an ellipsis to the width it gets.
type Text struct {
	fynewidget.BaseWidget

	Text     string
	Color    fyne.ThemeColorName
	TextSize fyne.ThemeSizeName
	// Bold draws the text heavier.
	Bold bool
	// Monospace draws all characters equally wide.
	Monospace bool
	// Whole keeps the widget as wide as its text, for texts that stand side
	// by side. Otherwise the widget may be narrowed to nothing.
	Whole bool
	// Alignment places the text in the widget's width.
	Alignment fyne.TextAlign
}

// NewText returns one line of text that takes the width it is given.
func NewText(text string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *Text {
	t := &Text{Text: text, Color: colour, TextSize: size}
	t.ExtendBaseWidget(t)
	return t
}

// NewLabel returns one line of text that is never cut.
func NewLabel(text string, colour fyne.ThemeColorName, size fyne.ThemeSizeName) *Text {
	t := NewText(text, colour, size)
	t.Whole = true
	return t
}

// NewHeading returns one bold line of text that takes the width it is given.
func NewHeading(text string, size fyne.ThemeSizeName) *Text {
	t := NewText(text, theme.ColorInk, size)
	t.Bold = true
	return t
}

// SetText changes the text.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// SetColor changes the colour.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	if t.Color != name {
		t.Color = name
		t.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.Text }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t, drawn: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type textRenderer struct {
	text  *Text
	drawn *canvas.Text
	cut   cut
}

// cut remembers what a text was last cut to.
type cut struct {
	text        string
	width, size float32
	style       fyne.TextStyle
	result      string
}

func (c *cut) of(text string, width, size float32, style fyne.TextStyle) string {
	if c.text != text || c.width != width || c.size != size || c.style != style {
		*c = cut{text, width, size, style, CutText(text, width, size, style)}
	}
	return c.result
}

func (r *textRenderer) Destroy() {}

func (r *textRenderer) Layout(size fyne.Size) {
	r.drawn.Text = r.text.Text
	if !r.text.Whole {
		r.drawn.Text = r.cut.of(r.text.Text, size.Width, r.drawn.TextSize, r.drawn.TextStyle)
	}
	r.drawn.Move(fyne.NewPos(0, 0))
	r.drawn.Resize(size)
	r.drawn.Refresh()
}

func (r *textRenderer) MinSize() fyne.Size {
	size := fyne.MeasureText(r.text.Text, r.drawn.TextSize, r.drawn.TextStyle)
	if !r.text.Whole {
		size.Width = 0
	}
	return size
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }

func (r *textRenderer) Refresh() {
	p := theme.PenOf(r.text)
	r.drawn.Color = p.Color(r.text.Color)
	r.drawn.TextSize = p.Size(r.text.TextSize)
	r.drawn.TextStyle = fyne.TextStyle{Bold: r.text.Bold, Monospace: r.text.Monospace}
	r.drawn.Alignment = r.text.Alignment
	r.Layout(r.text.Size())
}

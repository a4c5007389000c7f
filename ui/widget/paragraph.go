package widget

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// leading is the height of a line of a paragraph in heights of its text.
const leading float32 = 1.15

// Paragraph is text that wraps at the width it gets, for sentences of the
// program's own: it wraps the whole text at once.
type Paragraph struct {
	fynewidget.BaseWidget

	Text     string
	Color    fyne.ThemeColorName
	TextSize fyne.ThemeSizeName
	Bold     bool

	wrapped wrapped
}

// NewParagraph returns a wrapped text in ink.
func NewParagraph(text string) *Paragraph {
	p := &Paragraph{Text: text, Color: theme.ColorInk, TextSize: theme.SizeText}
	p.ExtendBaseWidget(p)
	return p
}

// NewMutedParagraph returns a wrapped text that steps back.
func NewMutedParagraph(text string) *Paragraph {
	p := NewParagraph(text)
	p.Color = theme.ColorMuted
	return p
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if p.Text != text {
		p.Text = text
		p.Refresh()
	}
}

// SetColor changes the colour.
func (p *Paragraph) SetColor(name fyne.ThemeColorName) {
	if p.Color != name {
		p.Color = name
		p.Refresh()
	}
}

// Lines returns how many lines the text takes at its width.
func (p *Paragraph) Lines() int { return len(p.wrap(p.Size().Width)) }

// HeightFor returns how high the text is when it is width wide.
func (p *Paragraph) HeightFor(width float32) float32 {
	return float32(len(p.wrap(width))) * p.lineHeight()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Paragraph) AccessibilityLabel() string { return p.Text }

// AccessibilityRole implements fyne.Accessible.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	return &paragraphRenderer{paragraph: p}
}

func (p *Paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.Bold} }

func (p *Paragraph) lineHeight() float32 {
	size := theme.PenOf(p).Size(p.TextSize)
	return fyne.MeasureText("X", size, p.style()).Height * leading
}

// wrap returns the lines at width; at no width the text is one line, since
// nothing is laid out yet.
func (p *Paragraph) wrap(width float32) []string {
	want := wrapped{text: p.Text, width: width, size: theme.PenOf(p).Size(p.TextSize), style: p.style()}
	if !p.wrapped.same(want) {
		want.lines = want.wrap()
		p.wrapped = want
	}
	return p.wrapped.lines
}

// wrapped is a text in lines, and what it was wrapped for.
type wrapped struct {
	text        string
	width, size float32
	style       fyne.TextStyle
	lines       []string
}

func (w *wrapped) same(o wrapped) bool {
	return w.lines != nil && w.text == o.text && w.width == o.width && w.size == o.size && w.style == o.style
}

func (w *wrapped) measure(s string) float32 { return fyne.MeasureText(s, w.size, w.style).Width }

func (w *wrapped) wrap() []string {
	var lines []string
	for _, line := range strings.Split(w.text, "\n") {
		lines = w.wrapLine(lines, line)
	}
	return lines
}

// wrapLine appends one line of the text, broken at spaces and, where a word is
// wider than a line, within it.
func (w *wrapped) wrapLine(lines []string, text string) []string {
	if w.width <= 0 || w.measure(text) <= w.width {
		return append(lines, text)
	}
	line := ""
	for _, word := range strings.Fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if w.measure(longer) <= w.width {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w.measure(word) > w.width {
			n := w.prefix(word)
			lines, word = append(lines, word[:n]), word[n:]
		}
		line = word
	}
	return append(lines, line)
}

// prefix returns how many bytes of word fit on a line; at least one rune.
func (w *wrapped) prefix(word string) int {
	_, n := utf8.DecodeRuneInString(word)
	for n < len(word) {
		_, next := utf8.DecodeRuneInString(word[n:])
		if w.measure(word[:n+next]) > w.width {
			break
		}
		n += next
	}
	return n
}

type paragraphRenderer struct {
	paragraph *Paragraph
	lines     []*canvas.Text
}

func (r *paragraphRenderer) Destroy() {}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	p, pen := r.paragraph, theme.PenOf(r.paragraph)
	texts := p.wrap(size.Width)
	for len(r.lines) < len(texts) {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	clear(r.lines[len(texts):]) // a text that was taken back is kept nowhere
	r.lines = r.lines[:len(texts)]
	height := p.lineHeight()
	for i, line := range r.lines {
		line.Text, line.Color = texts[i], pen.Color(p.Color)
		line.TextSize, line.TextStyle = pen.Size(p.TextSize), p.style()
		line.Move(fyne.NewPos(0, float32(i)*height))
		line.Resize(fyne.NewSize(size.Width, height))
		line.Refresh()
	}
}

// MinSize is as high as the text is at its present width, which is how Fyne
// comes to know the height of anything that wraps.
func (r *paragraphRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.paragraph.HeightFor(r.paragraph.Size().Width))
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, line := range r.lines {
		objects[i] = line
	}
	return objects
}

func (r *paragraphRenderer) Refresh() { r.Layout(r.paragraph.Size()) }

package widget

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// text draws a run and returns how wide it is.
func (r *markedBodyRenderer) text(run Run, x, y float32, ink color.Color, style fyne.TextStyle) float32 {
	if r.used == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	t := r.texts[r.used]
	r.used++
	t.Text, t.Color, t.TextStyle = run.Text, ink, style
	t.TextSize = theme.PenOf(r.marked).Size(theme.SizeText)
	size := t.MinSize()
	t.Move(fyne.NewPos(x, y+(r.marked.leading()-size.Height)/2))
	t.Resize(size)
	t.Refresh()
	return size.Width
}

// tint draws the ground of a run.
func (r *markedBodyRenderer) tint(at fyne.Position, size fyne.Size) {
	if r.tinted == len(r.tints) {
		r.tints = append(r.tints, canvas.NewRectangle(nil))
	}
	t := r.tints[r.tinted]
	r.tinted++
	t.FillColor, t.CornerRadius = theme.PenOf(r.marked).Color(theme.ColorSoftAccent), 3
	t.Move(at)
	t.Resize(size)
	t.Refresh()
}

// line is what stands side by side.
type line []Run

// signs returns what is told beside the line.
func (l line) signs() string {
	signs := ""
	for _, s := range []struct {
		mark Mark
		sign string
	}{{Underlined, "+"}, {Struck, "−"}} {
		for _, run := range l {
			if run.Mark == s.mark {
				signs += s.sign
				break
			}
		}
	}
	return signs
}

// breaker breaks runs into lines, by the advance of each character.
type breaker struct {
	wrap
	ascii [utf8.RuneSelf]float32 // 0: not measured
	other map[rune]float32
	lines []line
	line  line
	x     float32
}

// breakLines breaks runs after spaces where the width ends, and at line ends.
func breakLines(runs []Run, w wrap) []line {
	b := &breaker{wrap: w, other: map[rune]float32{}}
	for _, run := range runs {
		for i, part := range strings.Split(run.Text, "\n") {
			if i > 0 {
				b.end(run.Mark)
			}
			b.add(strings.TrimSuffix(strings.ReplaceAll(part, "\t", "    "), "\r"), run.Mark)
		}
	}
	if len(b.line) > 0 {
		b.lines = append(b.lines, b.line)
	}
	return b.lines
}

// end ends the line. A line that is empty keeps its mark in a space.
func (b *breaker) end(m Mark) {
	if len(b.line) == 0 && m != Unmarked {
		b.line = line{{" ", m}}
	}
	b.lines = append(b.lines, b.line)
	b.line, b.x = nil, 0
}

// add places text that has no line end.
func (b *breaker) add(text string, m Mark) {
	from := 0 // of what goes on this line
	word, wordX := 0, b.x
	for i, r := range text {
		advance := b.advance(r)
		if b.x > 0 && b.x+advance > b.width && r != ' ' {
			cut := word
			if wordX == 0 { // the word is wider than the line
				cut = i
			}
			if cut > from {
				b.line = append(b.line, Run{text[from:cut], m})
			}
			b.lines = append(b.lines, b.line)
			b.line, b.x = nil, b.measure(text[cut:i])
			from, word, wordX = cut, cut, 0
		}
		b.x += advance
		if r == ' ' {
			word, wordX = i+1, b.x
		}
	}
	if from < len(text) {
		b.line = append(b.line, Run{text[from:], m})
	}
}

func (b *breaker) measure(text string) (x float32) {
	for _, r := range text {
		x += b.advance(r)
	}
	return x
}

func (b *breaker) advance(r rune) float32 {
	if r < utf8.RuneSelf {
		known := &b.ascii[r]
		if *known == 0 {
			*known = fyne.MeasureText(string(r), b.size, fyne.TextStyle{}).Width
		}
		return *known
	}
	known, ok := b.other[r]
	if !ok {
		known = fyne.MeasureText(string(r), b.size, fyne.TextStyle{}).Width
		b.other[r] = known
	}
	return known
}

package summary

import (
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"mend/journal"
)

// Measures of the page, in points. The measure holds about 70 characters.
const (
	pageWidth, pageHeight    = 595.28, 841.89 // A4
	marginTop, marginBottom  = 78.0, 88.0
	marginLeft, marginRight  = 92.0, 92.0
	measure                  = pageWidth - marginLeft - marginRight
	footLine, footBaseline   = pageHeight - 60, pageHeight - 45
	pageBottom               = pageHeight - marginBottom
	hairline                 = 0.6
	keptHeight               = 280.0 // of a heading and what is kept with it, at most
	family                   = "text"
	centreOfLetters          = 0.36 // of the size, above the baseline
	groundAbove, groundBelow = 0.86, 0.28
)

// faceName is a font's style, as the PDF writer calls it.
type faceName string

const (
	regular faceName = ""
	bold    faceName = "B"
	italic  faceName = "I"
)

// colour is red, green, blue from 0 to 255.
type colour struct{ r, g, b int }

func ink() colour      { return colour{0x2B, 0x2A, 0x28} }
func muted() colour    { return colour{0x6B, 0x66, 0x5F} }
func accent() colour   { return colour{0x2F, 0x6F, 0x6B} }
func lineGrey() colour { return colour{0xE6, 0xE0, 0xD6} }
func ground() colour   { return colour{0xF6, 0xF3, 0xEE} }
func paper() colour    { return colour{0xFF, 0xFF, 0xFF} }

// flow is lines that follow each other down the page.
type flow struct {
	gap     float64 // space above, but not at the top of a page
	lines   [][]cell
	size    float64 // of the text
	leading float64
	below   float64   // space under the last line
	x       float64   // where the lines begin
	bars    []float64 // where quotes are marked with a line down the side
	ground  bool      // with a soft ground over the whole measure
	first   func(top float64)
	last    func(bottom float64)
}

// height returns how much of the page the flow takes without its first lines.
func (f flow) height(without int) float64 {
	return float64(len(f.lines)-without)*f.leading + f.below
}

// pages sets flows on pages. A kept flow is never the last on its page.
type pages struct {
	pdf     *fpdf.Fpdf
	y       float64 // top of the free space
	bars    []float64
	kept    []flow
	current style
}

func newPages(r journal.Report, fonts Fonts) *pages {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetTitle(r.Words.Title, true)
	pdf.SetLang(r.Words.Language)
	pdf.SetCreator("Mend", true)
	pdf.SetProducer("Mend", true)
	pdf.SetCreationDate(r.Generated)
	pdf.SetModificationDate(r.Generated)
	pdf.SetCatalogSort(true)
	// The writer changes the bytes of a font while it cuts it down.
	pdf.AddUTF8FontFromBytes(family, string(regular), slices.Clone(fonts.Regular))
	pdf.AddUTF8FontFromBytes(family, string(bold), slices.Clone(fonts.Bold))
	pdf.AddUTF8FontFromBytes(family, string(italic), slices.Clone(fonts.Italic))
	p := &pages{pdf: pdf}
	p.turn()
	return p
}

// turn begins a new page.
func (p *pages) turn() {
	p.pdf.AddPage()
	p.y = marginTop
	p.bars = nil
	p.current = style{}
}

// keep sets f together with what follows it, unless that would take too much
// of a page.
func (p *pages) keep(f flow) {
	height := f.height(0)
	for _, k := range p.kept {
		height += k.gap + k.height(0)
	}
	if height > keptHeight {
		p.set(f)
		return
	}
	p.kept = append(p.kept, f)
}

// release sets what was kept, with nothing to follow it.
func (p *pages) release() {
	kept := p.kept
	if len(kept) == 0 {
		return
	}
	p.kept = nil
	p.fit(kept, 0)
	for _, f := range kept {
		p.draw(f, 0, len(f.lines))
	}
}

// set puts f on the page, and before it what was kept for it. Neither the
// first nor the last line of f stands alone on a page.
func (p *pages) set(f flow) {
	start := len(f.lines)
	if start > 3 {
		start = 2
	}
	kept := p.kept
	p.kept = nil
	p.fit(append(kept, f), f.height(start))
	for _, k := range kept {
		p.draw(k, 0, len(k.lines))
	}
	p.draw(f, 0, start)
	for start < len(f.lines) {
		fits := int((pageBottom - p.y) / f.leading)
		if left := len(f.lines) - start - fits; left <= 0 {
			fits = len(f.lines) - start
		} else if left == 1 {
			fits--
		}
		p.draw(f, start, start+max(0, fits))
		if start += max(0, fits); start < len(f.lines) {
			p.turn()
		}
	}
}

// fit turns the page unless flows, but for the height that may go on another
// one, fit on this.
func (p *pages) fit(flows []flow, elsewhere float64) {
	need := -elsewhere
	for _, f := range flows {
		need += f.gap + f.height(0)
	}
	if p.y > marginTop && p.y+need > pageBottom {
		p.turn()
	}
}

// draw puts the lines from to to of f on the page.
func (p *pages) draw(f flow, from, to int) {
	if from == 0 && p.y > marginTop {
		p.drawBars(f.bars[:min(len(f.bars), len(p.bars))], p.y, f.gap)
		p.y += f.gap
	}
	p.bars = f.bars
	if from == 0 && f.first != nil {
		f.first(p.y)
	}
	for i := from; i < to; i++ {
		if f.ground {
			p.fill(ground())
			p.pdf.Rect(f.x-8, p.y, marginLeft+measure-f.x+8, f.leading+hairline, "F")
		}
		p.drawBars(f.bars, p.y, f.leading)
		p.drawLine(f.lines[i], f.x, p.baseline(f, p.y))
		p.y += f.leading
	}
	if to < len(f.lines) {
		return
	}
	if f.last != nil {
		f.last(p.y)
	}
	p.y += f.below
}

// baseline returns where the letters of a line stand whose top is given.
func (p *pages) baseline(f flow, top float64) float64 {
	return top + f.leading/2 + f.size*centreOfLetters
}

func (p *pages) drawBars(bars []float64, top, height float64) {
	p.fill(lineGrey())
	for _, x := range bars {
		p.pdf.Rect(x, top, 2, height, "F")
	}
}

func (p *pages) drawLine(line []cell, x, baseline float64) {
	runs(line, func(dx float64, text string, width float64, st *style) {
		if st.shaded {
			p.fill(ground())
			p.pdf.Rect(x+dx-1, baseline-st.size*groundAbove, width+2, st.size*(groundAbove+groundBelow), "F")
		}
		p.text(x+dx, baseline, text, *st)
	})
}

// text draws one run of text.
func (p *pages) text(x, baseline float64, text string, st style) {
	if st.face != p.current.face || st.size != p.current.size {
		p.pdf.SetFont(family, string(st.face), st.size)
	}
	if st.colour != p.current.colour || p.current.size == 0 {
		p.pdf.SetTextColor(st.colour.r, st.colour.g, st.colour.b)
	}
	p.current = st
	p.pdf.Text(x, baseline, text)
}

func (p *pages) fill(c colour) { p.pdf.SetFillColor(c.r, c.g, c.b) }

func (p *pages) hairline(x, y, width float64) {
	p.fill(lineGrey())
	p.pdf.Rect(x, y, width, hairline, "F")
}

// dot draws the mark of a list's item.
func (p *pages) dot(x, y float64) {
	p.fill(muted())
	p.pdf.Circle(x, y, 1.5, "F")
}

// box draws the mark of a step.
func (p *pages) box(x, y float64, done bool) {
	const side = 8.0
	if !done {
		c := muted()
		p.pdf.SetDrawColor(c.r, c.g, c.b)
		p.pdf.SetLineWidth(0.8)
		p.pdf.RoundedRect(x+0.4, y+0.4, side-0.8, side-0.8, 1.6, "1234", "D")
		return
	}
	p.fill(accent())
	p.pdf.RoundedRect(x, y, side, side, 1.8, "1234", "F")
	c := paper()
	p.pdf.SetDrawColor(c.r, c.g, c.b)
	p.pdf.SetLineWidth(1.1)
	p.pdf.Line(x+1.9, y+4.2, x+3.4, y+5.8)
	p.pdf.Line(x+3.4, y+5.8, x+6.2, y+2.3)
}

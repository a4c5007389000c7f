package summary

// Measures of the page, in points. The measure holds about 70 characters.
const (
	sheetWidth               = 595.28 // of the paper that x is measured on
	marginTop, marginBottom  = 78.0, 76.0
	marginLeft, marginRight  = 92.0, 92.0
	measure                  = sheetWidth - marginLeft - marginRight
	footLine, footBaseline   = 60.0, 45.0 // above the lower edge
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

// pages sets flows on pages. A kept flow is never the last on its page. It only
// notes what is to be painted where: see Document.
type pages struct {
	size   Paper
	leaves []*leaf
	y      float64 // top of the free space
	bars   []float64
	kept   []flow
}

// leaf is one page: what is painted on it, in that order.
type leaf struct {
	marks     []mark
	bookmarks []pageBookmark
}

// mark paints one thing on a page.
type mark func(*brush)

// pageBookmark is a line of the outline that leads to a page.
type pageBookmark struct {
	name  string
	level int
	y     float64
}

func newPages(size Paper) *pages {
	p := &pages{size: size}
	p.turn()
	return p
}

// turn begins a new page.
func (p *pages) turn() {
	p.leaves = append(p.leaves, new(leaf))
	p.y = marginTop
	p.bars = nil
}

// bottom is where the free space of a page ends.
func (p *pages) bottom() float64 { return p.size.height - marginBottom }

// leaf is the page that is being set.
func (p *pages) leaf() *leaf { return p.leaves[len(p.leaves)-1] }

// paint notes what is to be painted on the page that is being set.
func (p *pages) paint(m mark) { p.leaf().marks = append(p.leaf().marks, m) }

// bookmark notes a line of the outline that leads here.
func (p *pages) bookmark(name string, level int, y float64) {
	p.leaf().bookmarks = append(p.leaf().bookmarks, pageBookmark{name, level, y})
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
		fits := int((p.bottom() - p.y) / f.leading)
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
	if p.y > marginTop && p.y+need > p.bottom() {
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
			p.rect(f.x-8, p.y, marginLeft+measure-f.x+8, f.leading+hairline, ground())
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
	for _, x := range bars {
		p.rect(x, top, 2, height, lineGrey())
	}
}

func (p *pages) drawLine(line []cell, x, baseline float64) {
	if written := runs(line); len(written) > 0 {
		p.paint(func(b *brush) { b.line(written, x, baseline) })
	}
}

func (p *pages) rect(x, y, width, height float64, c colour) {
	p.paint(func(b *brush) { b.rect(x, y, width, height, c) })
}

func (p *pages) hairline(x, y, width float64) { p.rect(x, y, width, hairline, lineGrey()) }

// dot draws the mark of a list's item.
func (p *pages) dot(x, y float64) { p.paint(func(b *brush) { b.disc(x, y, 1.5, muted()) }) }

// box draws the mark of a step.
func (p *pages) box(x, y float64, done bool) {
	const side = 8.0
	p.paint(func(b *brush) {
		if !done {
			b.roundedEdge(x+0.4, y+0.4, side-0.8, 1.6, 0.8, muted())
			return
		}
		b.rounded(x, y, side, 1.8, accent())
		b.strokeLines(1.1, paper(), [][2]float64{{x + 1.9, y + 4.2}, {x + 3.4, y + 5.8}, {x + 6.2, y + 2.3}})
	})
}

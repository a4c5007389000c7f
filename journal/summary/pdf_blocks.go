package summary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Columns and steps to the side, in points.
const (
	factColumn  = 122.0
	stepColumn  = 18.0
	listColumn  = 18.0
	quoteColumn = 16.0
	deepest     = 7 * listColumn // indented no further
)

// flow returns cells as lines where the indent stands now, with what is to
// stand beside the first one.
func (s *pdfSheet) flow(cells []cell, size, leading, gap float64) flow {
	f := flow{gap: cmp.Or(s.gap, gap), size: size, leading: leading, x: marginLeft + s.indent,
		bars: slices.Clone(s.bars), lines: breakLines(cells, measure-s.indent)}
	s.gap = 0
	if beside := s.first; beside != nil {
		s.first = nil
		shape := f
		f.first = func(top float64) { beside(top, shape) }
	}
	return f
}

// plain returns text in one style.
func (s *pdfSheet) plain(text string, st style, leading, gap float64) flow {
	return s.flow(s.set.append(nil, text, &st), st.size, leading, gap)
}

// spans returns the cells of spans, set on the ground of base.
func (s *pdfSheet) spans(spans []span, base style) []cell {
	cells := make([]cell, 0, len(words(spans)))
	for _, part := range spans {
		st := base
		switch {
		case part.bold:
			st.face = bold
		case part.italic:
			st.face = italic
		}
		st.shaded = part.code
		cells = s.set.append(cells, part.text, &st)
	}
	return cells
}

func bodyStyle() style { return style{size: 10.5, colour: ink()} }

const bodyLeading = 16.0

func (s *pdfSheet) paragraph(spans []span) flow {
	st := bodyStyle()
	if len(s.bars) > 0 {
		st.colour = muted()
	}
	gap := 7.0
	switch s.before {
	case heading:
		gap = 3
	case facts, meta:
		gap = 9
		if len(s.outline) == 0 {
			gap = 30 // there is nothing but the title
		}
	}
	return s.flow(s.spans(spans, st), st.size, bodyLeading, gap)
}

// headingStyle returns how a heading of level is set, with its leading and
// the space above it.
func headingStyle(level int) (st style, leading, gap float64) {
	switch level {
	case sectionLevel:
		return style{face: bold, size: 15.5, colour: accent()}, 22, 34
	case itemLevel:
		return style{face: bold, size: 12.5, colour: ink()}, 18, 24
	case partLevel:
		return style{face: bold, size: 10.5, colour: ink()}, bodyLeading, 13
	}
	return style{face: bold, size: 10, colour: muted()}, bodyLeading, 12
}

func (s *pdfSheet) heading(b block) {
	if s.before != heading {
		s.pages.release()
	}
	st, leading, gap := headingStyle(b.level)
	if s.before == heading {
		gap = min(gap, 10)
	}
	f := s.flow(s.spans(b.spans, st), st.size, leading, gap)
	if b.level <= itemLevel {
		name, level := bookmark(f.lines), b.level-sectionLevel
		s.outline = append(s.outline, level)
		f.first = func(top float64) { s.pages.bookmark(name, level, top-4) }
	}
	if b.level == sectionLevel {
		f.below = 5
		f.last = func(bottom float64) { s.pages.hairline(marginLeft, bottom+3, measure) }
	}
	s.pages.keep(f)
}

// bookmark returns lines as the short text of an outline.
func bookmark(lines [][]cell) string {
	const longest = 100
	var b strings.Builder
	n := 0
	for i, line := range lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, c := range line {
			if n++; n > longest {
				return b.String() + "…"
			}
			b.WriteRune(c.r)
		}
	}
	return b.String()
}

// beside runs set with the indent moved by column, and draws with its first
// line, after what was to be drawn there already.
func (s *pdfSheet) beside(column float64, draw func(top float64, f flow), set func()) {
	before, outer := s.indent, s.first
	s.indent = min(s.indent+column, deepest+column)
	s.first = func(top float64, f flow) {
		if outer != nil {
			outer(top, f)
		}
		draw(top, f)
	}
	set()
	s.first = nil
	s.indent = before
}

// facts sets rows in two columns. A few of them belong to their heading.
func (s *pdfSheet) facts(rows []row) {
	st := style{size: 9.5, colour: ink()}
	label := style{size: 9.5, colour: muted()}
	x := marginLeft + s.indent
	long := false // the label above, or this one, takes more than a line
	for i, r := range rows {
		names := breakLines(s.set.append(nil, r.label, &label), factColumn-10)
		draw := func(top float64, f flow) {
			for j, name := range names {
				s.pages.drawLine(name, x, s.pages.baseline(f, top+float64(j)*f.leading))
			}
		}
		gap := 1.5
		switch {
		case i == 0:
			gap = 6
		case long || len(names) > 1:
			gap = 5
		}
		long = len(names) > 1
		s.beside(factColumn, draw, func() {
			f := s.plain(r.text, st, 14, gap)
			for len(f.lines) < len(names) {
				f.lines = append(f.lines, nil)
			}
			s.pages.keep(f)
		})
	}
}

func (s *pdfSheet) steps(rows []row) {
	x := marginLeft + s.indent
	for i, r := range rows {
		gap := 3.0
		if i == 0 {
			gap = 8
		}
		st := bodyStyle()
		if !r.done {
			st.colour = muted()
		}
		when := style{size: 9, colour: muted()}
		draw := func(top float64, f flow) { s.pages.box(x, top+f.leading/2-4, r.done) }
		s.beside(stepColumn, draw, func() {
			cells := s.set.append(nil, r.label, &st)
			if r.text != "" {
				cells = s.set.append(cells, "   "+r.text, &when)
			}
			label := s.flow(cells, st.size, bodyLeading, gap)
			if r.note == "" {
				s.pages.set(label)
				return
			}
			s.pages.keep(label)
			s.pages.set(s.plain(r.note, style{size: 9.5, colour: ink()}, 14, 0))
		})
	}
}

// counts sets rows in three columns with a hairline under each.
func (s *pdfSheet) counts(rows []row) {
	const second, third = 0.48, 0.68 // of the measure
	st, quiet := bodyStyle(), style{size: 9.5, colour: muted()}
	for i, r := range rows {
		name := breakLines(s.set.append(nil, r.label, &st), measure*second-12)
		times, strength := s.set.append(nil, r.text, &quiet), s.set.append(nil, r.note, &quiet)
		f := flow{lines: name, size: st.size, leading: bodyLeading, x: marginLeft, gap: 5}
		if i == 0 {
			f.gap = 8
		}
		f.last = func(bottom float64) {
			baseline := s.pages.baseline(f, bottom-f.leading)
			s.pages.drawLine(times, marginLeft+measure*second, baseline)
			s.pages.drawLine(strength, marginLeft+measure*third, baseline)
			s.pages.hairline(marginLeft, bottom+2.5, measure)
		}
		s.pages.set(f)
	}
}

func (s *pdfSheet) list(b block) {
	x := marginLeft + min(s.indent, deepest)
	for i, item := range b.items {
		draw := func(top float64, f flow) { s.pages.dot(x+6, top+f.leading/2) }
		if b.ordered {
			st := style{size: 10, colour: muted()}
			number := s.set.append(nil, fmt.Sprintf("%d.", b.start+i), &st)
			draw = func(top float64, f flow) {
				s.pages.drawLine(number, x+listColumn-5-lineWidth(number), s.pages.baseline(f, top))
			}
		}
		s.gap = 3
		if !b.tight || i == 0 && len(s.bars) == 0 && s.indent == 0 {
			s.gap = 6
		}
		s.beside(listColumn, draw, func() {
			if len(item) == 0 {
				item = []block{{kind: paragraph, spans: plain(" ")}}
			}
			s.blocks(item)
		})
	}
}

func (s *pdfSheet) quote(b block) {
	s.bars = append(s.bars, marginLeft+min(s.indent, deepest)+1)
	s.gap = 9
	s.beside(quoteColumn, func(float64, flow) {}, func() { s.blocks(b.items[0]) })
	s.bars = s.bars[:len(s.bars)-1]
}

func (s *pdfSheet) code(text string) {
	st := style{size: 9.5, colour: ink()}
	s.beside(8, func(float64, flow) {}, func() {
		f := s.plain(strings.ReplaceAll(text, "\t", "    "), st, 14, 9)
		f.ground = true
		s.pages.set(f)
	})
}

func (s *pdfSheet) rule() {
	f := flow{gap: 4, lines: [][]cell{nil}, size: 10, leading: bodyLeading, x: marginLeft}
	f.first = func(top float64) { s.pages.hairline(marginLeft+measure/2-36, top+bodyLeading/2, 72) }
	s.pages.set(f)
}

func (s *pdfSheet) footer(text string) {
	f := s.plain(text, style{size: 9, colour: muted()}, 14, 2)
	if s.before != footer {
		s.pages.release()
		if f.gap = 38; s.pages.y+f.gap+f.height(0) > s.pages.bottom() {
			f.gap = 16 // rather than a page with nothing else
		}
		f.first = func(top float64) { s.pages.hairline(marginLeft, top-12, measure) }
	}
	s.pages.set(f)
}

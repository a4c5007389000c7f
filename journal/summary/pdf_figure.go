package summary

import (
	"time"

	"mend/journal"
)

const (
	figureText = 8.0  // size of what is written in a drawing
	tableText  = 9.0  // and in a table
	figureMost = 0.85 // of the free height of a page
)

// figure draws a chart over the whole measure. A calendar of more years than a
// page has room for shows the latest.
func (s *pdfSheet) figure(c journal.Chart) {
	look := figureLook(figureText)
	most := (s.pages.bottom() - marginTop) * figureMost
	height := s.chart.Height(c, measure, look)
	for height > most && c.Kind == journal.ChartCalendar {
		c.From = yearLater(c.From)
		height = s.chart.Height(c, measure, look)
	}
	if height > most {
		return // its table says the same
	}
	f := flow{gap: 8, lines: [][]cell{nil}, size: figureText, leading: height, below: 4, x: marginLeft}
	f.first = func(top float64) {
		s.pages.paint(func(b *brush) {
			corner := b.at(marginLeft, top)
			s.chart.Draw(b.on, c, float64(corner.X), float64(corner.Y), measure, look)
		})
	}
	s.pages.set(f)
}

func yearLater(d journal.Day) journal.Day {
	return journal.DayOf(d.Time(time.UTC).AddDate(1, 0, 0))
}

// table sets rows in three columns with a hairline under each.
func (s *pdfSheet) table(rows []row) {
	const second, third = 0.31, 0.72 // of the measure
	st, quiet := style{size: tableText, colour: ink()}, style{size: tableText, colour: muted()}
	for i, r := range rows {
		label := breakLines(s.set.append(nil, r.label, &quiet), measure*second-10)
		text := breakLines(s.set.append(nil, r.text, &st), measure*(third-second)-10)
		note := breakLines(s.set.append(nil, r.note, &quiet), measure*(1-third))
		f := flow{lines: label, size: tableText, leading: 13, x: marginLeft, gap: 3.5}
		for len(f.lines) < max(len(text), len(note)) {
			f.lines = append(f.lines, nil)
		}
		if i == 0 {
			f.gap = 8
		}
		f.last = func(bottom float64) { // after the label, as it is read
			top := bottom - float64(len(f.lines))*f.leading
			s.column(text, marginLeft+measure*second, top, f)
			s.column(note, marginLeft+measure*third, top, f)
			s.pages.hairline(marginLeft, bottom+1.5, measure)
		}
		s.pages.set(f)
	}
}

func (s *pdfSheet) column(lines [][]cell, x, top float64, f flow) {
	for i, line := range lines {
		s.pages.drawLine(line, x, s.pages.baseline(f, top+float64(i)*f.leading))
	}
}

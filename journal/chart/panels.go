package chart

import (
	"strings"

	"gonum.org/v1/plot/vg"

	"mend/journal"
)

const (
	panelWidth = 210.0 // at least, at the text size panelSize
	panelSize  = 11.0
	panelGap   = 18.0
)

// planPanels measures small drawings side by side, each with its name above.
func (d *drawing) planPanels() {
	least := panelWidth * d.size / panelSize
	d.columns = min(max(int((d.width+panelGap)/(least+panelGap)), 1), max(len(d.chart.Rows), 1))
	d.height = 0
	for i := 0; i < len(d.chart.Rows); i += d.columns {
		d.height += d.stripHeight(i) + panelGap
	}
	d.height -= panelGap
}

// panel returns how wide one drawing is.
func (d *drawing) panel() float64 {
	return (d.width - float64(d.columns-1)*panelGap) / float64(d.columns)
}

// stripHeight returns how high the drawings from the first of a strip on are.
func (d *drawing) stripHeight(first int) float64 {
	return float64(d.titleLines(first))*d.line + gap + d.panelEventRoom() + d.plotHeight() + d.small()*1.6
}

// mostPanelEvents is how many events leave anything to be seen in a panel.
const mostPanelEvents = 4

func (d *drawing) marksEvents() bool { return len(d.chart.Events) <= mostPanelEvents }

func (d *drawing) panelEventRoom() float64 {
	if !d.marksEvents() {
		return 0
	}
	return d.eventRoom()
}

func (d *drawing) plotHeight() float64 { return d.line * 4.6 }

// titleLines returns how many lines the names of a strip take.
func (d *drawing) titleLines(first int) int {
	most := 1
	for _, row := range d.chart.Rows[first:min(first+d.columns, len(d.chart.Rows))] {
		most = max(most, len(d.wrap(row.Label, d.panel())))
	}
	return most
}

// wrap breaks text into lines of at most three, the last one cut if it must be.
func (d *drawing) wrap(text string, width float64) []string {
	var lines []string
	line := ""
	words := strings.Fields(text)
	for i, word := range words {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || widthOf(d.face, d.size, longer) <= width {
			line = longer
			continue
		}
		lines = append(lines, line)
		line = word
		if len(lines) == 2 {
			line = strings.Join(words[i:], " ")
			break
		}
	}
	return append(lines, d.fit(line, d.size, width))
}

func (d *drawing) drawPanels() {
	y := 0.0
	for first := 0; first < len(d.chart.Rows); first += d.columns {
		height := d.stripHeight(first)
		for i := first; i < min(first+d.columns, len(d.chart.Rows)); i++ {
			x := float64(i-first) * (d.panel() + panelGap)
			d.drawPanel(i, x, y, height, d.titleLines(first))
		}
		y += height + panelGap
	}
}

// drawPanel draws one row: a line for each level, the marks, and a line that
// joins them.
func (d *drawing) drawPanel(i int, x, y, height float64, titleLines int) {
	row := d.chart.Rows[i]
	lines := d.wrap(row.Label, d.panel())
	for n, line := range lines {
		d.pen.text(x, y+float64(n+titleLines-len(lines))*d.line+d.size, d.size, d.look.Ink, line)
	}
	top := y + float64(titleLines)*d.line + gap + d.panelEventRoom()
	bottom := y + height - d.small()*1.6
	names := widthOf(d.face, d.small(), "5") + gap
	d.axis = newAxis(d.chart, x+names+gap, x+d.panel()-gap)
	level := func(n int) float64 { return bottom - (float64(min(max(n, 1), 5))-0.5)/5*(bottom-top) }
	for n := 1; n <= 5; n++ {
		d.pen.line(x+names, level(n), x+d.panel(), level(n), ruleWidth, d.look.Line)
		d.pen.text(x, level(n)+d.small()*0.35, d.small(), d.look.Muted, string(rune('0'+n)))
	}
	d.panelAxis(x+names, bottom)
	if d.marksEvents() {
		d.events(top, bottom)
	}
	d.joined(row, level)
	radius := max(3.4, d.size*0.31)
	for j, mark := range row.Marks {
		at := d.axis.middle(mark)
		d.pen.mark(at, level(mark.Level), radius, mark.Shape)
		d.spot(at, level(mark.Level), radius, i, j)
	}
}

// panelAxis names the ends of the time axis alone: there is no room for more.
func (d *drawing) panelAxis(left, bottom float64) {
	base := bottom + d.small()*1.2
	from, to := d.dayName(d.chart.From), d.dayName(d.chart.To)
	d.pen.text(left, base, d.small(), d.look.Muted, from)
	room := d.axis.right + gap - left - widthOf(d.face, d.small(), from) - gap
	if widthOf(d.face, d.small(), to) < room && d.chart.From != d.chart.To {
		d.pen.textRight(d.axis.right+gap, base, d.small(), d.look.Muted, to)
	}
}

func (d *drawing) dayName(day journal.Day) string {
	t := newAxis(journal.Chart{From: day, To: day}, 0, 0).from
	return t.Format("2 ") + d.months[t.Month()-1] + t.Format(" 2006")
}

// joined draws the line from mark to mark.
func (d *drawing) joined(row journal.ChartRow, level func(int) float64) {
	if len(row.Marks) < 2 {
		return
	}
	var path vg.Path
	for j, mark := range row.Marks {
		at := d.pen.at(d.axis.middle(mark), level(mark.Level))
		if j == 0 {
			path.Move(at)
		} else {
			path.Line(at)
		}
	}
	d.pen.stroke(path, 1.1, d.look.Accent)
}

package chart

import (
	"strconv"
	"time"

	"golang.org/x/image/font/opentype"

	"mend/journal"
)

// drawing is one chart with its measures, in points from its upper left corner.
type drawing struct {
	chart  journal.Chart
	look   Look
	face   *opentype.Font
	months []string
	width  float64
	height float64
	size   float64 // of the text
	line   float64 // height of a line of it
	axis   axis
	pen    *pen
	spots  []Spot

	names    float64   // width of the column of names
	key      []keyItem // of what sizes stand for, in the place it has
	columns  int       // of panels
	from, to time.Time // of a calendar: whole months
	cell     float64   // of a day, with the room round it
	perStrip int       // weeks in one strip of it
	strips   int
}

// Measures that do not follow the text.
const (
	gap       = 6.0
	ruleWidth = 0.6
	eventDash = 2.0
)

func (p *Painter) plan(c journal.Chart, width float64, look Look) *drawing {
	d := &drawing{chart: c, look: look, face: p.face, width: width, size: look.Size, line: look.Size * 1.35,
		months: monthNames()}
	switch c.Kind {
	case journal.ChartPanels:
		d.planPanels()
	case journal.ChartCalendar:
		d.planCalendar()
	default:
		d.planRows()
	}
	return d
}

func (d *drawing) draw() {
	switch d.chart.Kind {
	case journal.ChartPanels:
		d.drawPanels()
	case journal.ChartCalendar:
		d.drawCalendar()
	default:
		d.drawRows()
	}
}

// monthNames are short names of the months, January first.
func monthNames() []string {
	names := make([]string, 12)
	for m := range names {
		names[m] = journal.EnglishReport().Months[m][:3]
	}
	return names
}

// fit cuts text so that it is no wider than width.
func (d *drawing) fit(text string, size, width float64) string {
	if widthOf(d.face, size, text) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 {
		runes = runes[:len(runes)-1]
		if cut := string(runes) + "…"; widthOf(d.face, size, cut) <= width {
			return cut
		}
	}
	return ""
}

// events draws where something happened, from top to bottom, each with its
// number above. A number that has no room beside the one before is left out;
// its line is there.
func (d *drawing) events(top, bottom float64) {
	free := -1.0
	for i, e := range d.chart.Events {
		x, ok := d.axis.place(e.Day)
		if !ok {
			continue
		}
		d.pen.line(x, top, x, bottom, 0.8, d.look.Muted, eventDash, eventDash)
		number := strconv.Itoa(i + 1)
		width := widthOf(d.face, d.small(), number)
		if x-width/2 > free {
			d.pen.text(x-width/2, top-2, d.small(), d.look.Muted, number)
			free = x + width/2 + 3
		}
	}
}

// eventRoom is how much room the numbers of events take.
func (d *drawing) eventRoom() float64 {
	if len(d.chart.Events) == 0 {
		return 0
	}
	return d.small() * 1.3
}

func (d *drawing) small() float64 { return d.size * 0.85 }

func (d *drawing) spot(x, y, radius float64, row, mark int) {
	r := max(radius, 7)
	d.spots = append(d.spots, Spot{x - r, y - r, 2 * r, 2 * r, row, mark})
}

// axis places days between two ends.
type axis struct {
	from, to    time.Time
	left, right float64
}

func newAxis(c journal.Chart, left, right float64) axis {
	a := axis{from: c.From.Time(time.UTC), to: c.To.Time(time.UTC), left: left, right: right}
	if a.to.Before(a.from) {
		a.to = a.from
	}
	return a
}

// days is how many days the axis has.
func (a axis) days() float64 { return a.to.Sub(a.from).Hours()/24 + 1 }

func (a axis) x(t time.Time) float64 {
	return a.left + (t.Sub(a.from).Hours()/24+0.5)/a.days()*(a.right-a.left)
}

// place returns where a day is, or false if it lies beyond the ends.
func (a axis) place(d journal.Day) (float64, bool) {
	t := d.Time(time.UTC)
	if t.IsZero() || t.Before(a.from) || t.After(a.to) {
		return 0, false
	}
	return a.x(t), true
}

// middle returns where a mark is that stands for some days: in the middle of
// those that are on the axis.
func (a axis) middle(m journal.ChartMark) float64 {
	first := m.Day.Time(time.UTC)
	last := first.AddDate(0, 0, max(m.Days, 1)-1)
	if first.Before(a.from) {
		first = a.from
	}
	if last.After(a.to) {
		last = a.to
	}
	return (a.x(first) + a.x(last)) / 2
}

// tick is a line of the time axis.
type tick struct {
	x     float64
	label string
}

// ticks returns where the axis is marked: days, months or years, as many as
// there is room for labels of width.
func (a axis) ticks(months []string, width float64) []tick {
	most := max(int((a.right-a.left)/width), 1)
	days := a.days()
	if days <= 62 {
		return a.dayTicks(months, max(1, int(days)/most+1))
	}
	step := 1
	for _, step = range []int{1, 2, 3, 6, 12, 24, 60, 120} {
		if days/30.4/float64(step) <= float64(most) {
			break
		}
	}
	return a.monthTicks(months, step)
}

func (a axis) dayTicks(months []string, step int) []tick {
	if step > 1 && step < 7 {
		step = 7
	}
	var ticks []tick
	for t := a.from; !t.After(a.to); t = t.AddDate(0, 0, step) {
		ticks = append(ticks, tick{a.x(t), strconv.Itoa(t.Day()) + " " + months[t.Month()-1]})
	}
	return ticks
}

func (a axis) monthTicks(months []string, step int) []tick {
	var ticks []tick
	t := time.Date(a.from.Year(), a.from.Month(), 1, 12, 0, 0, 0, time.UTC)
	for ; !t.After(a.to); t = t.AddDate(0, 1, 0) {
		month := int(t.Month()) - 1
		if t.Before(a.from) || (t.Year()*12+month)%step != 0 {
			continue
		}
		label := months[month]
		if month == 0 || step >= 12 || len(ticks) == 0 {
			label += " " + strconv.Itoa(t.Year())
		}
		if step >= 12 {
			label = strconv.Itoa(t.Year())
		}
		ticks = append(ticks, tick{a.x(t) - (a.right-a.left)/a.days()/2, label})
	}
	return ticks
}

// drawAxis draws the time axis below bottom, and its lines up to top.
func (d *drawing) drawAxis(top, bottom float64) {
	free := -1.0
	for _, t := range d.axis.ticks(d.months, widthOf(d.face, d.small(), "00 Mmm 0000")+gap) {
		d.pen.line(t.x, top, t.x, bottom, ruleWidth, d.look.Line)
		width := widthOf(d.face, d.small(), t.label)
		left := min(max(t.x-width/2, 0), d.width-width)
		if left > free {
			d.pen.text(left, bottom+d.small()*1.2, d.small(), d.look.Muted, t.label)
			free = left + width + gap
		}
	}
}

package chart

import (
	"math"
	"strconv"
	"time"

	"gonum.org/v1/plot/vg"

	"mend/journal"
)

const (
	mostWeeks = 53   // in one strip
	leastCell = 0.95 // in sizes of the text
	mostCell  = 1.7
)

// planCalendar measures a cell for each day, weeks side by side, in strips of a
// year at most. It shows whole months, so that a few days read as a calendar too.
func (d *drawing) planCalendar() {
	from, to := d.chart.From.Time(time.UTC), d.chart.To.Time(time.UTC)
	d.from = time.Date(from.Year(), from.Month(), 1, 12, 0, 0, 0, time.UTC)
	d.to = time.Date(to.Year(), to.Month()+1, 0, 12, 0, 0, 0, time.UTC)
	d.names = widthOf(d.face, d.small(), "Wed") + gap
	weeks, room := d.weekOf(d.to)+1, d.width-d.names
	d.perStrip = max(min(int(room/(d.size*leastCell)), mostWeeks, weeks), 1)
	d.cell = max(d.size*leastCell, min(room/float64(d.perStrip), d.size*mostCell))
	d.strips = (weeks + d.perStrip - 1) / d.perStrip
	d.height = float64(d.strips) * d.calendarStrip()
}

// calendarStrip is how high one strip is, with the names of its months.
func (d *drawing) calendarStrip() float64 { return d.line + 7*d.cell + gap }

// monday returns the first day of the week that the calendar begins in.
func (d *drawing) monday() time.Time {
	return d.from.AddDate(0, 0, -((int(d.from.Weekday()) + 6) % 7))
}

func (d *drawing) weekOf(t time.Time) int {
	return int(math.Round(t.Sub(d.monday()).Hours()/24)) / 7
}

// corner returns the upper left corner of a day's cell.
func (d *drawing) corner(t time.Time) (x, y float64) {
	x = d.names + float64(d.weekOf(t)%d.perStrip)*d.cell
	y = d.stripTop(t) + d.line + float64((int(t.Weekday())+6)%7)*d.cell
	return x, y
}

func (d *drawing) drawCalendar() {
	d.dayNames()
	d.nameMonths()
	from, to := d.chart.From.Time(time.UTC), d.chart.To.Time(time.UTC)
	var within, beyond vg.Path // painted at once: there may be thousands
	for t := d.from; !t.After(d.to); t = t.AddDate(0, 0, 1) {
		x, y := d.corner(t)
		if t.Before(from) || t.After(to) {
			beyond = append(beyond, d.pen.square(x+d.cell*0.4, y+d.cell*0.4, d.cell*0.2)...)
			continue
		}
		within = append(within, d.pen.square(x+1, y+1, d.cell-2)...)
	}
	d.pen.fill(beyond, d.look.Line)
	d.pen.stroke(within, ruleWidth, d.look.Line)
	var days vg.Path
	for i, row := range d.chart.Rows {
		for j, mark := range row.Marks {
			days = append(days, d.day(mark, i, j)...)
		}
	}
	d.pen.fill(days, d.look.Accent)
}

// nameMonths names the months above the weeks they begin in, but for those that
// have no room beside the one before.
func (d *drawing) nameMonths() {
	free, strip := -1.0, -1.0
	for t := d.from; !t.After(d.to); t = t.AddDate(0, 1, 0) {
		x, _ := d.corner(t)
		if top := d.stripTop(t); top != strip {
			free, strip = -1, top
		}
		name := d.months[t.Month()-1]
		if t.Month() == time.January || t == d.from {
			name += " " + strconv.Itoa(t.Year())
		}
		width := widthOf(d.face, d.small(), name)
		if x > free && x+width <= d.width {
			d.pen.text(x, strip+d.size, d.small(), d.look.Muted, name)
			free = x + width + gap/2
		}
	}
}

func (d *drawing) stripTop(t time.Time) float64 {
	return float64(d.weekOf(t)/d.perStrip) * d.calendarStrip()
}

// dayNames names every other day of the week beside each strip.
func (d *drawing) dayNames() {
	for strip := range d.strips {
		for i, name := range []string{"Mon", "Wed", "Fri"} {
			y := float64(strip)*d.calendarStrip() + d.line + (float64(2*i)+0.5)*d.cell
			d.pen.text(0, y+d.small()*0.35, d.small(), d.look.Muted, name)
		}
	}
}

// day is the square of a mark in its cell.
func (d *drawing) day(mark journal.ChartMark, row, n int) vg.Path {
	t := mark.Day.Time(time.UTC)
	if t.Before(d.chart.From.Time(time.UTC)) || t.After(d.chart.To.Time(time.UTC)) {
		return nil
	}
	x, y := d.corner(t)
	side := (d.cell - 3) * (0.4 + 0.12*float64(min(mark.Level, 5)))
	inset := (d.cell - side) / 2
	d.spots = append(d.spots, Spot{x, y, d.cell, d.cell, row, n})
	return d.pen.square(x+inset, y+inset, side)
}

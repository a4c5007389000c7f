package chart

import (
	"math"
	"strconv"
	"time"

	"gonum.org/v1/plot/vg"

	"mend/journal"
)

const mostWeeks = 53 // in one strip

// planCalendar measures a cell for each day, weeks side by side, in strips of a
// year at most.
func (d *drawing) planCalendar() {
	d.names = widthOf(d.face, d.small(), "Wed") + gap
	weeks := d.weekOf(d.chart.To.Time(time.UTC)) + 1
	room := max(int((d.width-d.names)/d.cell()), 1)
	d.perStrip = min(room, mostWeeks)
	d.strips = (weeks + d.perStrip - 1) / d.perStrip
	d.height = float64(d.strips) * (d.line + 7*d.cell() + gap)
}

// cell is how large a day is, with the room round it.
func (d *drawing) cell() float64 {
	return max(d.size*0.95, min((d.width-d.names)/mostWeeks, d.size*1.25))
}

// monday returns the first day of the week that the calendar begins in.
func (d *drawing) monday() time.Time {
	t := d.chart.From.Time(time.UTC)
	return t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
}

func (d *drawing) weekOf(t time.Time) int {
	return int(math.Round(t.Sub(d.monday()).Hours()/24)) / 7
}

// corner returns the upper left corner of a day's cell.
func (d *drawing) corner(t time.Time) (x, y float64) {
	week := d.weekOf(t)
	strip := week / d.perStrip
	x = d.names + float64(week%d.perStrip)*d.cell()
	y = float64(strip)*(d.line+7*d.cell()+gap) + d.line + float64((int(t.Weekday())+6)%7)*d.cell()
	return x, y
}

func (d *drawing) drawCalendar() {
	from, to := d.chart.From.Time(time.UTC), d.chart.To.Time(time.UTC)
	d.dayNames()
	var cells vg.Path // painted at once: there may be thousands
	free, strip := -1.0, -1.0
	for t := from; !t.After(to); t = t.AddDate(0, 0, 1) {
		x, y := d.corner(t)
		cells = append(cells, d.pen.square(x+1, y+1, d.cell()-2)...)
		if t.Day() != 1 && t != from {
			continue
		}
		if top := d.stripTop(t); top != strip {
			free, strip = -1, top
		}
		name := d.months[t.Month()-1]
		if t.Month() == time.January || t == from {
			name += " " + strconv.Itoa(t.Year())
		}
		if x > free && x+widthOf(d.face, d.small(), name) <= d.width {
			d.pen.text(x, d.stripTop(t)+d.size, d.small(), d.look.Muted, name)
			free = x + widthOf(d.face, d.small(), name) + gap
		}
	}
	d.pen.stroke(cells, ruleWidth, d.look.Line)
	var days vg.Path
	for i, row := range d.chart.Rows {
		for j, mark := range row.Marks {
			days = append(days, d.day(mark, i, j)...)
		}
	}
	d.pen.fill(days, d.look.Accent)
}

func (d *drawing) stripTop(t time.Time) float64 {
	return float64(d.weekOf(t)/d.perStrip) * (d.line + 7*d.cell() + gap)
}

// dayNames names every other day of the week beside each strip.
func (d *drawing) dayNames() {
	for strip := range d.strips {
		for i, name := range []string{"Mon", "Wed", "Fri"} {
			y := float64(strip)*(d.line+7*d.cell()+gap) + d.line + (float64(2*i)+0.5)*d.cell()
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
	side := (d.cell() - 3) * (0.4 + 0.12*float64(min(mark.Level, 5)))
	inset := (d.cell() - side) / 2
	d.spots = append(d.spots, Spot{x, y, d.cell(), d.cell(), row, n})
	return d.pen.square(x+inset, y+inset, side)
}

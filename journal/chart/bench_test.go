package chart_test

import (
	"testing"

	"mend/journal"
)

// lifetimeChart is as full as a chart of twenty years gets: a mark a month in
// every row, or one a day in a calendar.
func lifetimeChart(kind journal.ChartKind) journal.Chart {
	const days = 20 * 365
	c := journal.Chart{Kind: kind, From: begin, To: day(days)}
	rows, step := 12, 30
	if kind == journal.ChartCalendar {
		rows, step = 1, 1
	}
	for i := range rows {
		row := journal.ChartRow{Label: "a feeling"}
		for n := i; n < days; n += step {
			row.Marks = append(row.Marks, journal.ChartMark{Day: day(n), Days: step, Level: 1 + n%5, Count: 1})
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func BenchmarkImage(b *testing.B) {
	p := painter(b)
	for _, kind := range kinds() {
		b.Run(string(kind), func(b *testing.B) {
			c := lifetimeChart(kind)
			for b.Loop() {
				p.Image(c, 780, 1, look(13))
			}
		})
	}
}

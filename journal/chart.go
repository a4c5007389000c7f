package journal

import "github.com/google/uuid"

// Chart is one drawing over time, with the same numbers as a table. It holds
// everything its painters show. Nothing in it is a score, a sum of unlike
// things or a forecast, and nothing is told by colour alone: marks differ in
// place, shape and size, and rows have names.
type Chart struct {
	ID string
	// Section is the part of a summary that what it draws belongs to.
	Section Section
	Title   string
	Says    string // what it shows, in a sentence or two that judge nothing
	Few     string // said where there is too little to see anything in; or none
	Kind    ChartKind
	From    Day // of the time axis
	To      Day // inclusive
	Rows    []ChartRow
	Sizes   []string     // what marks of levels 1 to 5 stand for, in words, where a key says so; or none
	Events  []ChartEvent // marks on the time axis, by day
	Head    []string     // of Table
	Table   []TableRow   // the same as Rows, the newest first
}

// ChartKind is how a chart is drawn.
type ChartKind string

// The kinds of charts.
const (
	// ChartRows has a named row for each thing; a mark's size is its Level.
	ChartRows ChartKind = "rows"
	// ChartPanels has a small drawing of its own for each row; a mark's height
	// is its Level, and marks are joined in the order of their days.
	ChartPanels ChartKind = "panels"
	// ChartCalendar has a cell for each day, weeks side by side; a mark's size
	// is its Level.
	ChartCalendar ChartKind = "calendar"
)

// ChartRow is one line of a chart.
type ChartRow struct {
	Label     string
	Low, High string      // what levels 1 and 5 stand for, or none
	Marks     []ChartMark // by day
}

// ChartMark is one mark.
type ChartMark struct {
	Day     Day // the first of the days it stands for
	Days    int // how many these are, at least 1
	Level   int // 1 to 5
	Count   int // how many things it stands for, at least 1
	Shape   Shape
	Says    string      // what it stands for, in words
	Entries []uuid.UUID // behind it, oldest first
}

// Shape is what a mark looks like, so that marks can be told apart without a
// colour.
type Shape string

// The shapes.
const (
	Full    Shape = "full"    // a disc
	Hollow  Shape = "hollow"  // a ring
	Half    Shape = "half"    // a disc of which one half is a ring
	Diamond Shape = "diamond" // a square on its corner
)

// ChartEvent is something that happened on a day, marked on the time axis by a
// number that stands beside its words below.
type ChartEvent struct {
	Day   Day
	Says  string
	Stage string // the title that Says begins with, or none
}

// TableRow is one row of a chart's table.
type TableRow struct {
	Cells   []string
	Entries []uuid.UUID // behind it, oldest first
}

// Empty reports whether there is nothing on the chart.
func (c Chart) Empty() bool {
	for _, row := range c.Rows {
		if len(row.Marks) > 0 {
			return false
		}
	}
	return true
}

// MarkText puts a mark of a row into words: when, what, and how much.
func (c Chart) MarkText(row ChartRow, m ChartMark) string {
	text := EnglishInsights().SpanText(m.Day, m.Days)
	if row.Label != "" && c.Kind != ChartCalendar {
		text += " · " + row.Label
	}
	return text + " · " + m.Says
}

package widget

import "fyne.io/fyne/v2"

const weekDays, monthWeeks = 7, 6 // a month touches six weeks at most

// calendarGrid is where the parts of a calendar are.
type calendarGrid struct {
	width             float32
	head, names, cell float32 // heights of the month's name, of the weekdays' names and of a day
	first             int     // column of the first of the month
	days              int     // in the month
}

// calendarSpot is a part that can be tapped: a day of the month, or the way to
// the month before (-1) or after (1). The zero spot is none.
type calendarSpot struct{ day, turn int }

func (g calendarGrid) height() float32 { return g.head + g.names + monthWeeks*g.cell }

func (g calendarGrid) column() float32 { return g.width / weekDays }

// dayAt returns where a day of the month begins.
func (g calendarGrid) dayAt(day int) fyne.Position {
	i := g.first + day - 1
	return fyne.NewPos(float32(i%weekDays)*g.column(), g.head+g.names+float32(i/weekDays)*g.cell)
}

// spotAt returns what is at a place.
func (g calendarGrid) spotAt(at fyne.Position) calendarSpot {
	if at.X < 0 || at.X >= g.width || at.Y < 0 {
		return calendarSpot{}
	}
	column := int(at.X / g.column())
	if at.Y < g.head {
		switch column {
		case 0:
			return calendarSpot{turn: -1}
		case weekDays - 1:
			return calendarSpot{turn: 1}
		}
		return calendarSpot{}
	}
	row := int((at.Y - g.head - g.names) / g.cell)
	day := row*weekDays + column - g.first + 1
	if at.Y < g.head+g.names || day < 1 || day > g.days {
		return calendarSpot{}
	}
	return calendarSpot{day: day}
}

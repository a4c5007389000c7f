package promises

import (
	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/theme"
)

const (
	mostDays   = 35          // that are shown at once: five weeks
	fewDays    = 21          // that have to find room beside the words: three weeks
	leastDays  = 7           // that are shown in any case
	columnSide = float32(24) // of a day at least, at a text scale of 1
	columnMost = float32(30)
	wordsLeast = float32(240) // beside the days
	wordsMost  = float32(380)
	wordsShare = 0.36 // of the width
	rowRoom    = theme.Space2
	lineGap    = float32(1)
)

// plan is where everything in the grid stands.
type plan struct {
	words   float32 // width of a promise's words
	x       float32 // where the days begin
	column  float32 // width of a day
	days    int     // how many
	stacked bool    // the days stand below the words
	head    float32 // height of the head
	line    float32 // height of the days of a promise
	room    float32 // height for the words of a promise
	row     float32 // height of a promise
}

// planFor finds places in a width; room says how high the words of the highest
// promise are where they have a width.
func planFor(p pen, width float32, room func(words float32) float32) plan {
	width = max(width-theme.Space3, 0) // the bar of the scroll
	words := min(max(width*wordsShare, p.Scaled(wordsLeast)), p.Scaled(wordsMost))
	out := plan{
		words: words, x: words, line: p.Scaled(columnMost),
		head: 2*p.LineHeight(theme.SizeSmall) + theme.Space2,
	}
	least := p.Scaled(columnSide)
	if int((width-words)/least) < fewDays {
		out.stacked, out.words, out.x = true, width, 0
		out.row = out.line
		out.head += p.LineHeight(theme.SizeSmall)
	}
	beside := width - out.x
	out.days = max(min(int(beside/least), mostDays), leastDays)
	out.column = min(beside/float32(out.days), p.Scaled(columnMost))
	if !out.stacked { // the days end at the right edge
		out.x = width - out.column*float32(out.days)
		out.words = out.x - theme.Space3
	} else {
		out.words = width
	}
	out.room = max(room(out.words), linesHeight(p, 1, 1))
	if !out.stacked { // as high as most need, so that few promises stand as many do
		out.room = max(out.room, linesHeight(p, wordsLines, 1))
	}
	out.row += out.room + 2*rowRoom
	return out
}

// dayX is where column i begins.
func (l plan) dayX(i int) float32 { return l.x + float32(i)*l.column }

// dayY is where the days of a promise begin, below the top of its row.
func (l plan) dayY() float32 {
	if l.stacked {
		return l.row - l.line - theme.Space1
	}
	return (l.row - l.line) / 2
}

// spot is what a point of the grid is over: a cell, or the words of a row.
type spot struct {
	row, column int // column -1: the words
}

// spotAt returns what lies at a point of the rows.
func (l plan) spotAt(pos fyne.Position) spot {
	s := spot{row: int(pos.Y / l.row), column: -1}
	y := pos.Y - float32(s.row)*l.row
	if i := int((pos.X - l.x) / l.column); pos.X >= l.x && i < l.days && (!l.stacked || y >= l.dayY()) {
		s.column = i
	}
	return s
}

// columnOf returns the column of a day where last is the newest one shown; it
// may lie outside.
func (l plan) columnOf(day, last journal.Day) int { return l.days - 1 - daysFrom(day, last) }

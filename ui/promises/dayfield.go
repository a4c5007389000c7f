package promises

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

// dayField is a day to be typed, or to be chosen from a few that are near. It
// may stay empty.
type dayField struct {
	*widget.Field
	content fyne.CanvasObject
}

// offer is a day that can be chosen with one tap.
type offer struct {
	label string
	day   journal.Day
}

func newDayField(label string, day journal.Day, offers ...offer) *dayField {
	d := &dayField{Field: widget.NewField(lang.L("2026-11-03 or 3 November 2026"))}
	d.set(day)
	stack := widget.NewStack(theme.Space1, d.Field)
	if len(offers) > 0 {
		row := widget.NewFlow(theme.Space2)
		for _, o := range offers {
			row.Add(widget.NewChip(o.label, func() { d.set(o.day) }))
		}
		stack.Add(row)
	}
	d.content = widget.NewLabelled(label, stack)
	return d
}

func (d *dayField) set(day journal.Day) {
	if day == "" {
		d.SetText("")
		return
	}
	d.SetText(dates.Day(day))
}

// day returns the day that is typed, none if nothing is, or false.
func (d *dayField) day() (journal.Day, bool) {
	typed := strings.Join(strings.Fields(d.Text), " ")
	if typed == "" {
		return "", true
	}
	for _, layout := range []string{"2006-1-2", "2 January 2006", "2 Jan 2006", "2. January 2006", "2.1.2006", "2. 1. 2006", "2/1/2006"} {
		if t, err := time.Parse(layout, typed); err == nil && t.Year() >= 1 {
			return journal.DayOf(t), true
		}
	}
	return "", false
}

// notADay is said of a text that is no day.
func notADay() string { return lang.L("Write the day as 3 November 2026 or 2026-11-03.") }

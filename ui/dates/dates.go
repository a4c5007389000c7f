// Package dates puts days and moments into the words of the window, the same on
// every screen.
package dates

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// Day returns a day to read: "4 May 2026". No day has no words.
func Day(d journal.Day) string {
	if d == "" {
		return ""
	}
	return Of(d.Time(time.UTC))
}

// Of returns the day of t, in its own zone, to read.
func Of(t time.Time) string {
	return lang.L("{{.Day}} {{.Month}} {{.Year}}",
		map[string]any{"Day": t.Day(), "Month": lang.L(t.Month().String()), "Year": t.Year()})
}

// Moment returns the day and the time of t, in its own zone: "4 May 2026,
// 21:15".
func Moment(t time.Time) string { return Of(t) + ", " + t.Format("15:04") }

package entries

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// The standard library names days and months in English only, so the names go
// through lang.L here.

func monthName(m time.Month) string { return lang.L(m.String()) }

func weekdayName(d time.Weekday) string { return lang.L(d.String()) }

func shortWeekday(d time.Weekday) string { return lang.L(d.String()[:3]) }

// monthTitle names the month "YYYY-MM".
func monthTitle(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return lang.L("{{.Month}} {{.Year}}", map[string]any{"Month": monthName(t.Month()), "Year": t.Year()})
}

// dayTitle names the day of t in t's own zone.
func dayTitle(t time.Time) string {
	return lang.L("{{.Weekday}} {{.Day}} {{.Month}} {{.Year}}", map[string]any{
		"Weekday": weekdayName(t.Weekday()), "Day": t.Day(), "Month": monthName(t.Month()), "Year": t.Year(),
	})
}

// clockTime is the time of day of t in t's own zone.
func clockTime(t time.Time) string { return t.Format("15:04") }

// feelingWords lists the feelings' words in their order.
func feelingWords(feelings []journal.Feeling) string {
	words := make([]string, 0, len(feelings))
	for _, f := range feelings {
		words = append(words, f.Word)
	}
	return strings.Join(words, ", ")
}

// joinMarks puts the parts that are there on one line.
func joinMarks(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " · ")
}

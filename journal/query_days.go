package journal

import "time"

// daysNamed returns the first and the last day of what a query names: a day, a
// month, a year, "today" or "yesterday", or false.
func daysNamed(value string, today Day) (first, last Day, ok bool) {
	if now := today.Time(time.UTC); !now.IsZero() {
		switch {
		case sameWord(value, "today"):
			return today, today, true
		case sameWord(value, "yesterday"):
			day := DayOf(now.AddDate(0, 0, -1))
			return day, day, true
		}
	}
	for _, unit := range []struct {
		layout              string
		years, months, days int
	}{{dayLayout, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		t, err := time.Parse(unit.layout, value)
		if err == nil && t.Year() >= 1 {
			next := t.AddDate(unit.years, unit.months, unit.days)
			return DayOf(t), DayOf(next.AddDate(0, 0, -1)), true
		}
	}
	return "", "", false
}

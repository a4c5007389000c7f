package journal

import "time"

// DaysNamed returns the first and the last day of what value names: a day as
// "2006-01-02", a month as "2006-01", a year as "2006", "today" or "yesterday";
// or false. Without a today these two name nothing.
func DaysNamed(value string, today Day) (first, last Day, ok bool) {
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

package journal

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Cadence is how often a promise comes round: Once, EveryDay, EveryWeek (on the
// weekday of its first day), days of the week such as "mon,thu", or every so
// many days such as "3".
type Cadence string

// The cadences with a name.
const (
	Once      Cadence = ""
	EveryDay  Cadence = "day"
	EveryWeek Cadence = "week"
)

// maxEvery is the most days a promise may take to come round: a year.
const maxEvery = 366

// ParseCadence reads a cadence in any case and order of days and returns it as
// it is kept, or an InvalidError.
func ParseCadence(s string) (Cadence, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch Cadence(s) {
	case Once, EveryDay, EveryWeek:
		return Cadence(s), nil
	}
	if n, err := strconv.Atoi(s); err == nil {
		if n < 1 || n > maxEvery {
			return "", invalid("every", "the number of days is not between 1 and 366")
		}
		return Cadence(strconv.Itoa(n)), nil
	}
	var chosen [7]bool
	for name := range strings.SplitSeq(s, ",") {
		i := slices.Index(weekdays(), strings.TrimSpace(name))
		if i < 0 {
			return "", invalid("every", "it is none of day, week, days such as mon,thu, or a number of days")
		}
		chosen[i] = true
	}
	var names []string
	for i, name := range weekdays() {
		if chosen[i] {
			names = append(names, name)
		}
	}
	return Cadence(strings.Join(names, ",")), nil
}

// weekdays are the days' names in a cadence, from Monday.
func weekdays() []string { return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// Weekdays returns the days of the week that the cadence names, from Monday;
// none for any other kind.
func (c Cadence) Weekdays() []time.Weekday {
	var days []time.Weekday
	for name := range strings.SplitSeq(string(c), ",") {
		if i := slices.Index(weekdays(), name); i >= 0 {
			days = append(days, time.Weekday((i+1)%7))
		}
	}
	return days
}

// Days returns every how many days the cadence comes round, or 0 for one that
// goes by days of the week or comes once.
func (c Cadence) Days() int {
	switch c {
	case EveryDay:
		return 1
	case EveryWeek:
		return 7
	}
	n, _ := strconv.Atoi(string(c)) // not a number: 0
	return n
}

// falls reports whether the cadence that began on a day comes round on another,
// which is not before it.
func (c Cadence) falls(from, day Day) bool {
	if n := c.Days(); n > 0 {
		return daysBetween(from, day)%n == 0
	}
	return slices.Contains(c.Weekdays(), day.Time(time.UTC).Weekday())
}

// daysBetween counts the days from one to another.
func daysBetween(from, to Day) int {
	return int(to.Time(time.UTC).Sub(from.Time(time.UTC)) / (24 * time.Hour))
}

package journal

import "time"

// Day is a calendar day as "YYYY-MM-DD", without a zone. Days compare as
// strings. The empty Day means none.
type Day string

const dayLayout = "2006-01-02"

// ParseDay reads "YYYY-MM-DD". It returns an InvalidError for anything else,
// days that do not exist included.
func ParseDay(s string) (Day, error) {
	if _, err := time.Parse(dayLayout, s); err != nil {
		return "", invalid("date", "it is not a day written as YYYY-MM-DD")
	}
	return Day(s), nil
}

// DayOf returns the day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(dayLayout)) }

// Time returns the day's noon in zone, or the zero time for no day.
func (d Day) Time(zone *time.Location) time.Time {
	t, err := time.ParseInLocation(dayLayout, string(d), zone)
	if err != nil {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, zone)
}

// ParseMoment reads RFC 3339, or a day, which means its noon in zone. It
// returns an InvalidError for anything else.
func ParseMoment(s string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return t, checkMoment(t)
	}
	day, err := ParseDay(s)
	if err != nil {
		return time.Time{}, invalid("time", "it is neither RFC 3339 nor a day written as YYYY-MM-DD")
	}
	return day.Time(zone), checkMoment(day.Time(zone))
}

func checkMoment(t time.Time) error {
	if y := t.Year(); y < 1 || y > 9999 {
		return invalid("time", "its year is not between 1 and 9999")
	}
	return nil
}

// Plus returns the day that is n days later, or earlier for n below zero; of no
// day, none, and none beyond the years 1 to 9999.
func (d Day) Plus(n int) Day {
	t := d.Time(time.UTC)
	if t.IsZero() {
		return ""
	}
	t = t.AddDate(0, 0, n)
	if checkMoment(t) != nil {
		return ""
	}
	return DayOf(t)
}

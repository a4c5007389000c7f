package form

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// ParseDay reads a day as it is typed: in figures or with its month's name, the
// day before the month.
func ParseDay(typed string) (journal.Day, bool) {
	typed = englishMonth(typed)
	for _, layout := range []string{"2006-1-2", "2/1/2006", "2.1.2006", "2. 1. 2006", "2 January 2006", "2 Jan 2006", "2. January 2006"} {
		if t, err := time.Parse(layout, typed); err == nil && t.Year() >= 1 {
			return journal.DayOf(t), true
		}
	}
	return "", false
}

// englishMonth returns typed with a month's name as it is shown turned into the
// one that the standard library reads.
func englishMonth(typed string) string {
	words := strings.Fields(typed)
	for i, word := range words {
		for m := time.January; m <= time.December; m++ {
			if strings.EqualFold(word, lang.L(m.String())) {
				words[i] = m.String()
			}
		}
	}
	return strings.Join(words, " ")
}

// whenWords puts the value of a date into words, in the zone of now.
func whenWords(value string, now time.Time) string {
	if day, err := journal.ParseDay(value); err == nil {
		return dayWords(day.Time(now.Location()))
	}
	at, err := time.Parse(time.RFC3339Nano, value)
	if err != nil {
		return value
	}
	at = at.In(now.Location())
	return lang.L("{{.Day}}, {{.Time}}", map[string]any{"Day": dayWords(at), "Time": at.Format("15:04")})
}

func dayWords(t time.Time) string {
	return lang.L("{{.Weekday}} {{.Day}} {{.Month}} {{.Year}}", map[string]any{
		"Weekday": lang.L(t.Weekday().String()), "Day": t.Day(), "Month": lang.L(t.Month().String()), "Year": t.Year(),
	})
}

// spanWords says how far a moment is from now.
func spanWords(d time.Duration) string {
	return lang.L("in {{.Long}}", map[string]any{"Long": longWords(d)})
}

// longWords says how long something lasts.
func longWords(d time.Duration) string {
	day, hours, minutes := 24*time.Hour, int(d.Hours()), int(d.Minutes())
	switch {
	case d == 7*day:
		return lang.L("a week")
	case d == day:
		return lang.L("a day")
	case d%(7*day) == 0:
		return lang.L("{{.N}} weeks", map[string]any{"N": int(d / (7 * day))})
	case d%day == 0:
		return lang.L("{{.N}} days", map[string]any{"N": int(d / day)})
	case hours == 1 && minutes == 60:
		return lang.L("an hour")
	case d%time.Hour == 0:
		return lang.L("{{.N}} hours", map[string]any{"N": hours})
	}
	return lang.L("{{.N}} minutes", map[string]any{"N": minutes})
}

package journal_test

import (
	"errors"
	"testing"
	"time"

	"mend/journal"
)

func TestParseMoment(t *testing.T) {
	zone := time.FixedZone("UTC+5:30", 5*3600+1800)
	for name, c := range map[string]struct {
		text string
		want string // RFC 3339, or empty for an error
	}{
		"day is noon in the zone": {"2026-03-29", "2026-03-29T12:00:00+05:30"},
		"moment keeps its zone":   {"2026-03-29T23:10:05.25-03:00", "2026-03-29T23:10:05.25-03:00"},
		"no such day":             {"2026-02-30", ""},
		"no zone":                 {"2026-02-03T10:00:00", ""},
		"words":                   {"yesterday", ""},
		"empty":                   {"", ""},
		"year 0":                  {"0000-01-01", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := journal.ParseMoment(c.text, zone)
			if c.want == "" {
				if !errors.Is(err, journal.ErrInvalid) {
					t.Fatalf("ParseMoment = %v, want ErrInvalid", err)
				}
				return
			}
			if err != nil || got.Format(time.RFC3339Nano) != c.want {
				t.Errorf("ParseMoment = %v, %v, want %s", got, err, c.want)
			}
		})
	}
}

func TestDayOfUsesTheMomentsZone(t *testing.T) {
	late := time.Date(2026, 3, 4, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	if got := journal.DayOf(late); got != "2026-03-04" {
		t.Errorf("DayOf = %s, want 2026-03-04", got)
	}
	if got := journal.DayOf(late.UTC()); got != "2026-03-05" {
		t.Errorf("DayOf in UTC = %s, want 2026-03-05", got)
	}
}

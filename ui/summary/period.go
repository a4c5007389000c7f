package summary

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// span is the days from the first to the last; either may be open.
type span struct{ from, to journal.Day }

// has reports whether t lies in the span, in t's own zone.
func (s span) has(t time.Time) bool {
	if s == (span{}) {
		return true
	}
	day := journal.DayOf(t)
	return day >= s.from && (s.to == "" || day <= s.to)
}

// take widens the span by the day of t; the empty span becomes that day.
func (s *span) take(t time.Time) {
	day := journal.DayOf(t)
	if s.from == "" || day < s.from {
		s.from = day
	}
	s.to = max(s.to, day)
}

// The ways to say which time is meant, as they are kept.
const (
	everything  = "" // what is meant while nothing is said
	sinceLast   = "since"
	thisMonth   = "month"
	thisQuarter = "quarter"
	lastMonths  = "months"
	ownDates    = "own"
)

// presets lists them in the order in which they are offered.
func presets() []string {
	return []string{everything, sinceLast, thisMonth, thisQuarter, lastMonths, ownDates}
}

// monthsBack is how far lastMonths goes back, and how long a quarter is.
const monthsBack = 3

// period is the time that was chosen.
type period struct {
	preset      string
	first, last string      // as they were typed, for ownDates
	saved       journal.Day // when a summary was saved last, for sinceLast
}

func (s *Screen) period() period {
	return period{preset: s.plan.Period, first: s.plan.From, last: s.plan.To, saved: s.plans.Saved}
}

// days returns the days of the period as of now, or what is wrong with it.
func (p period) days(now time.Time) (days span, problem string) {
	first := time.Date(now.Year(), now.Month(), 1, 12, 0, 0, 0, now.Location())
	switch p.preset {
	case sinceLast:
		return span{from: p.saved}, ""
	case thisMonth:
		return span{journal.DayOf(first), journal.DayOf(first.AddDate(0, 1, -1))}, ""
	case thisQuarter:
		began := first.AddDate(0, -((int(now.Month()) - 1) % monthsBack), 0)
		return span{journal.DayOf(began), journal.DayOf(began.AddDate(0, monthsBack, -1))}, ""
	case lastMonths:
		then := first.AddDate(0, -monthsBack, 0)
		longest := then.AddDate(0, 1, -1).Day()
		return span{journal.DayOf(then.AddDate(0, 0, min(now.Day(), longest)-1)), journal.DayOf(now)}, ""
	case ownDates:
		return p.ownDays()
	}
	return span{}, ""
}

func (p period) ownDays() (span, string) {
	from, ok := parseDay(p.first)
	if !ok {
		return span{}, lang.L("The first day needs to look like 2026-03-31.")
	}
	to, ok := parseDay(p.last)
	switch {
	case !ok:
		return span{}, lang.L("The last day needs to look like 2026-03-31.")
	case from != "" && to != "" && to < from:
		return span{}, lang.L("The last day is before the first.")
	}
	return span{from, to}, ""
}

// parseDay reads a day as a person types it; nothing leaves that end open.
func parseDay(text string) (journal.Day, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", true
	}
	t, err := time.Parse("2006-1-2", text)
	return journal.DayOf(t), err == nil
}

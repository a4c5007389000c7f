package journal

import "time"

// Likeness is an entry that has something in common with another one. It goes
// by counting words and knows nothing of what they mean.
type Likeness struct {
	Entry    EntrySummary
	Words    []string // that both have and few entries have, the rarest first
	Feelings []string // that both name
}

const settingLookBack = "look-back"

// LooksBack reports whether the person wants to be able to look back. Nobody is
// reminded of anything until they say so.
func (p Profile) LooksBack() bool { return p.Settings[settingLookBack] == settingOn }

// LookBack changes whether the person can look back.
func (p *Profile) LookBack(on bool) {
	value := ""
	if on {
		value = settingOn
	}
	p.set(settingLookBack, value)
}

// lookBackYears is as far as look-back goes.
const lookBackYears = 80

// LookBackDays lists the days before today that are looked back to, the nearest
// first: a month, three and six months ago, and the same day of every year. A
// day that a month does not have is left out.
func LookBackDays(today Day) []Day {
	now := today.Time(time.UTC)
	if now.IsZero() {
		return nil
	}
	var days []Day
	add := func(years, months int) {
		then := now.AddDate(-years, -months, 0)
		if then.Day() == now.Day() && then.Year() >= 1 {
			days = append(days, DayOf(then))
		}
	}
	for _, months := range []int{1, 3, 6} {
		add(0, months)
	}
	for years := 1; years <= lookBackYears; years++ {
		add(years, 0)
	}
	return days
}

package journal

import (
	"strconv"
	"time"
)

// The settings for what Mend does so that writing does not stir up more than it
// settles.
const (
	settingFacts  = "plain-facts"
	settingEnough = "enough-after-minutes"
	settingNudge  = "nudge"
	settingOff    = "off"
)

// KeepsToFacts reports whether the person wants to write down what happened
// alone: then no feelings are asked for. Nobody does until they say so.
func (p Profile) KeepsToFacts() bool { return p.Settings[settingFacts] == settingOn }

// KeepToFacts changes whether the person wants to write down facts alone.
func (p *Profile) KeepToFacts(on bool) {
	value := ""
	if on {
		value = settingOn
	}
	p.set(settingFacts, value)
}

// maxEnough is the longest time after which a journal may ask whether it is
// enough, in minutes.
const maxEnough = 24 * 60

// EnoughAfter returns how long a journal is open before Mend asks whether it is
// enough for today; 0 means never, as it is until the person chooses a time.
func (p Profile) EnoughAfter() time.Duration {
	minutes, err := strconv.Atoi(p.Settings[settingEnough])
	if err != nil || minutes < 1 || minutes > maxEnough {
		return 0
	}
	return time.Duration(minutes) * time.Minute
}

// SetEnoughAfter changes after how many whole minutes Mend asks; 0 is never.
func (p *Profile) SetEnoughAfter(d time.Duration) {
	value := ""
	if d > 0 {
		value = strconv.Itoa(int(d / time.Minute))
	}
	p.set(settingEnough, value)
}

// Nudges reports whether Mend says so when several entries in a row ended
// harder than they began. It does until the person switches it off.
func (p Profile) Nudges() bool { return p.Settings[settingNudge] != settingOff }

// Nudge changes whether Mend says so.
func (p *Profile) Nudge(on bool) {
	value := settingOff
	if on {
		value = ""
	}
	p.set(settingNudge, value)
}

// harderRow is how many entries in a row have to have ended harder.
const harderRow = 3

// HarderInARow reports whether the last three entries whose beginning and end
// the person rated all ended harder than they began. Entries come oldest first;
// those without both ratings are passed over.
func HarderInARow(entries []EntryFacts) bool {
	row := 0
	for _, e := range entries {
		switch {
		case e.Before == 0 || e.After == 0:
		case e.After < e.Before:
			row++
		default:
			row = 0
		}
	}
	return row >= harderRow
}

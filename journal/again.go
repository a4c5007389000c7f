package journal

import (
	"slices"
	"time"
)

// settingSkips is the setting that keeps how many questions were skipped on the
// last day on which any was.
const settingSkips = "skipped"

// Skips returns how many of a day's questions were skipped.
func (p Profile) Skips(day Day) int {
	lines := Lines(p.Settings[settingSkips])
	if len(lines) == 0 || lines[0] != string(day) {
		return 0
	}
	return len(lines) - 1
}

// Skip notes that a question of the day was skipped; nothing is kept of which.
func (p *Profile) Skip(day Day) {
	value := string(day)
	for range p.Skips(day) + 1 {
		value += "\n-"
	}
	p.set(settingSkips, value)
}

// IsDue reports whether the day has come by which the goal was to be reached. One
// that was reached or set aside is not due.
func (l GoalLog) IsDue(today Day) bool {
	g := l.Current()
	return g.Due != "" && g.Due <= today && g.Reached == "" && g.Dropped == ""
}

// FieldLookAgain is the field of some guided pages that holds the day on which
// the person wants to look at the page again.
const FieldLookAgain = "look-again-on"

// LookAgain is what the person wanted to look at again by today.
type LookAgain struct {
	Path     Day // the day for the path, or none
	Promises []PromiseLog
	Goals    []GoalLog
	Pages    []EntryFacts // guided pages
}

// ToLookAt returns what is to be looked at again by a day. Of the guided pages,
// oldest first, the newest on each page counts, for a week.
func ToLookAt(p Profile, promises []PromiseLog, goals []GoalLog, pages []EntryFacts, today Day) LookAgain {
	l := LookAgain{Pages: pagesToLookAt(pages, today)}
	if p.PathUntil != "" && p.PathUntil <= today {
		l.Path = p.PathUntil
	}
	l.Promises = slices.DeleteFunc(slices.Clone(promises), func(log PromiseLog) bool { return !log.ToReview(today) })
	l.Goals = slices.DeleteFunc(slices.Clone(goals), func(log GoalLog) bool { return !log.IsDue(today) })
	return l
}

func pagesToLookAt(pages []EntryFacts, today Day) []EntryFacts {
	newest := make(map[string]EntryFacts)
	var order []string
	for _, e := range pages {
		if _, known := newest[e.Page]; !known {
			order = append(order, e.Page)
		}
		newest[e.Page] = e
	}
	var due []EntryFacts
	for _, page := range order {
		if HasCome(Day(newest[page].Fields[FieldLookAgain]), today) {
			due = append(due, newest[page])
		}
	}
	return due
}

// comeDays is for how many days something whose day has come is pointed out.
const comeDays = 7

// HasCome reports whether a day, such as the one a letter was sealed until, is
// today or was some days ago.
func HasCome(day, today Day) bool {
	return day != "" && day <= today && today < day.Plus(comeDays)
}

// IsQuick reports whether an entry is nothing but feelings that were noted on a
// day.
func (e EntrySummary) IsQuick(day Day) bool {
	return DayOf(e.At) == day && len(e.Feelings) > 0 && e.Title == "" && e.FirstLine == "" &&
		e.Stage == "" && e.Step == "" && e.Page == "" && len(e.Tags) == 0 && !e.Sealed
}

// recentDays is how far back HarderInARow looks.
const recentDays = 14

// RecentFilter chooses the entries that HarderInARow looks at.
func RecentFilter(now time.Time) EntryFilter { return EntryFilter{From: DayOf(now).Plus(-recentDays)} }

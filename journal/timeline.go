package journal

import (
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Happening is one dated line of what was apologised for, promised and seen.
type Happening struct {
	Kind    HappeningKind
	Day     Day
	At      time.Time // when it was written down; orders what lies on one day
	Who     Party     // who made the promise; none for an apology
	Text    string    // the promise as it was worded then, or the title or first line of an apology
	Note    string    // a line beside it, or none
	Result  Result    // of an observation
	Stands  Standing  // of an apology
	Promise uuid.UUID // or nil
	Entry   uuid.UUID // of an apology
}

// FieldStanding is the field of an apology that says how it stands.
const FieldStanding = "standing"

// Standing is how an apology stands.
type Standing string

// How an apology can stand.
const (
	Draft    Standing = "draft"
	Ready    Standing = "ready"
	Given    Standing = "given"
	SetAside Standing = "set-aside"
)

// Apology is a page on which the person writes one.
type Apology struct {
	EntrySummary
	Stands Standing // a draft, where nothing is said of it
}

// HappeningKind is what happened.
type HappeningKind string

// The kinds of happenings.
const (
	Apologised HappeningKind = "apologised"
	Promised   HappeningKind = "promised"
	Reworded   HappeningKind = "reworded"
	LetGo      HappeningKind = "let-go"   // a promise that holds no longer
	TakenUp    HappeningKind = "taken-up" // a promise that holds again
	Seen       HappeningKind = "seen"     // the observation that counts for a day
)

// Timeline returns what happened to promises, and the apologies that are not set
// aside, the newest first.
func Timeline(logs []PromiseLog, apologies []Apology) []Happening {
	var all []Happening
	for _, log := range logs {
		all = append(all, log.happenings()...)
	}
	for _, a := range apologies {
		if a.Stands == SetAside {
			continue
		}
		all = append(all, Happening{
			Kind: Apologised, Day: DayOf(a.At), At: a.At, Text: cmp.Or(a.Title, a.FirstLine), Entry: a.ID,
			Stands: cmp.Or(a.Stands, Draft),
		})
	}
	slices.SortStableFunc(all, func(a, b Happening) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), b.At.Compare(a.At))
	})
	return all
}

// happenings returns what happened to one promise.
func (l PromiseLog) happenings() []Happening {
	all := make([]Happening, 0, len(l.Wordings)+len(l.Observations))
	for i, p := range l.Wordings {
		h := Happening{Kind: Promised, Day: min(DayOf(p.At), p.From), At: p.At, Who: p.Who, Text: p.Text, Note: p.Note, Promise: p.ID}
		if i > 0 {
			h.Kind, h.Day = changeOf(l.Wordings[i-1], p)
		}
		all = append(all, h)
	}
	for _, o := range l.Observed() {
		p := l.wordedOn(o.Day)
		all = append(all, Happening{
			Kind: Seen, Day: o.Day, At: o.At, Who: p.Who, Text: p.Text, Note: o.Note, Result: o.Result, Promise: p.ID,
		})
	}
	return all
}

// changeOf tells what a new wording did, and the day it is about.
func changeOf(before, now Promise) (HappeningKind, Day) {
	switch {
	case before.Ended == now.Ended:
		return Reworded, DayOf(now.At)
	case now.Ended != "":
		return LetGo, now.Ended
	}
	return TakenUp, DayOf(now.At)
}

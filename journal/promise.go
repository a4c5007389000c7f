package journal

import (
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Promise is one wording of something that somebody said they would do. A
// promise that changes gets a new wording; the earlier ones are its history.
type Promise struct {
	ID     uuid.UUID
	At     time.Time // when it was worded like this
	Text   string
	Who    Party
	Why    string // why it matters
	How    string // how it will be known that it was kept
	From   Day    // first day it holds
	Every  Cadence
	Due    Day    // by when, or the last day it comes round; none: open
	Review Day    // when to look at it again, or none
	Ended  Day    // from this day on it no longer holds, or none
	Note   string // a line about this wording, such as why it ended; or none
}

// Party is who made a promise.
type Party string

// The parties.
const (
	ByMe      Party = "me"
	ByPartner Party = "partner"
	ByBoth    Party = "both"
)

// Parties lists every party in the order it is offered.
func Parties() []Party { return []Party{ByMe, ByPartner, ByBoth} }

// ParseParty returns the party named s, or an InvalidError.
func ParseParty(s string) (Party, error) {
	if p := Party(s); slices.Contains(Parties(), p) {
		return p, nil
	}
	return "", invalid("who", "it is none of me, partner, both")
}

// Check returns nil if the wording can be kept, else an InvalidError.
func (p Promise) Check() error {
	if p.ID == uuid.Nil {
		return invalid("id", "it is missing")
	}
	if err := checkMoment(p.At); err != nil {
		return err
	}
	if err := checkSaid("text", p.Text); err != nil {
		return err
	}
	for _, text := range []struct{ field, value string }{{"why", p.Why}, {"how", p.How}, {"note", p.Note}} {
		if err := CheckText(text.field, text.value, MaxText); err != nil {
			return err
		}
	}
	if _, err := ParseParty(string(p.Who)); err != nil {
		return err
	}
	if _, err := ParseCadence(string(p.Every)); err != nil {
		return err
	}
	return p.checkDays()
}

func (p Promise) checkDays() error {
	if p.From == "" {
		return invalid("from", "the first day is missing")
	}
	for _, day := range []struct {
		field string
		day   Day
	}{{"from", p.From}, {"due", p.Due}, {"review", p.Review}, {"ended", p.Ended}} {
		if day.day == "" {
			continue
		}
		if _, err := ParseDay(string(day.day)); err != nil {
			return invalid(day.field, "it is not a day written as YYYY-MM-DD")
		}
	}
	if p.Due != "" && p.Due < p.From {
		return invalid("due", "it lies before the first day")
	}
	return nil
}

// IsOn reports whether the promise comes round on a day: one that is made once
// does on the day it is due, or while it is open on none.
func (p Promise) IsOn(day Day) bool {
	switch {
	case day < p.From || p.Due != "" && day > p.Due || p.Ended != "" && day >= p.Ended:
		return false
	case p.Every == Once:
		return day == p.Due
	}
	return p.Every.falls(p.From, day)
}

// Result is what was observed of a promise on a day.
type Result string

// The results.
const (
	Kept   Result = "kept"
	Partly Result = "partly"
	Missed Result = "missed"
	NotDue Result = "not-due"
)

// Results lists every result in the order it is offered.
func Results() []Result { return []Result{Kept, Partly, Missed, NotDue} }

// ParseResult returns the result named s, or an InvalidError.
func ParseResult(s string) (Result, error) {
	if r := Result(s); slices.Contains(Results(), r) {
		return r, nil
	}
	return "", invalid("result", "it is none of kept, partly, missed, not-due")
}

// Observation is one act of noting what was seen of a promise on a day. As with
// ticks, the newest of a day counts and the others are history.
type Observation struct {
	Day    Day
	Result Result
	Note   string
	At     time.Time // when it was noted
}

// Check returns nil if the observation can be kept, else an InvalidError.
func (o Observation) Check() error {
	if _, err := ParseDay(string(o.Day)); err != nil {
		return err
	}
	if _, err := ParseResult(string(o.Result)); err != nil {
		return err
	}
	if err := checkMoment(o.At); err != nil {
		return err
	}
	return CheckText("note", o.Note, MaxText)
}

// PromiseLog is a promise with all that is known of it.
type PromiseLog struct {
	Wordings     []Promise     // all of one ID, oldest first; never empty
	Observations []Observation // oldest first by when they were noted
}

// Current is the newest wording.
func (l PromiseLog) Current() Promise { return l.Wordings[len(l.Wordings)-1] }

// Observed returns the observation that counts for each day, by day.
func (l PromiseLog) Observed() []Observation {
	newest := make(map[Day]Observation)
	for _, o := range l.Observations {
		if have, ok := newest[o.Day]; !ok || !o.At.Before(have.At) {
			newest[o.Day] = o
		}
	}
	days := make([]Observation, 0, len(newest))
	for _, o := range newest {
		days = append(days, o)
	}
	slices.SortFunc(days, func(a, b Observation) int { return cmp.Compare(a.Day, b.Day) })
	return days
}

// On returns the observation that counts for a day, or false.
func (l PromiseLog) On(day Day) (Observation, bool) {
	for _, o := range l.Observed() {
		if o.Day == day {
			return o, true
		}
	}
	return Observation{}, false
}

package journal

import (
	"slices"
	"time"

	"github.com/google/uuid"
)

// Goal is one wording of something the person wants to reach. As with promises
// the newest counts and the earlier ones are its history.
type Goal struct {
	ID       uuid.UUID
	At       time.Time // when it was worded like this
	Term     Term
	Text     string
	DoneWhen string // how it will be known that it is reached
	Due      Day    // or none
	Reached  Day    // when it was, or none
	Dropped  Day    // when it was set aside, or none
}

// Term is how far ahead a goal looks.
type Term string

// The terms.
const (
	ShortTerm Term = "short"
	LongTerm  Term = "long"
)

// Terms lists every term in the order it is offered.
func Terms() []Term { return []Term{ShortTerm, LongTerm} }

// Check returns nil if the wording can be kept, else an InvalidError.
func (g Goal) Check() error {
	if g.ID == uuid.Nil {
		return invalid("id", "it is missing")
	}
	if err := checkMoment(g.At); err != nil {
		return err
	}
	if !slices.Contains(Terms(), g.Term) {
		return invalid("term", "it is none of short, long")
	}
	if err := checkSaid("text", g.Text); err != nil {
		return err
	}
	if err := CheckText("done when", g.DoneWhen, MaxText); err != nil {
		return err
	}
	for _, day := range []struct {
		field string
		day   Day
	}{{"due", g.Due}, {"reached", g.Reached}, {"dropped", g.Dropped}} {
		if day.day == "" {
			continue
		}
		if _, err := ParseDay(string(day.day)); err != nil {
			return invalid(day.field, "it is not a day written as YYYY-MM-DD")
		}
	}
	return nil
}

// GoalLog is a goal with its history.
type GoalLog struct {
	Wordings []Goal // all of one ID, oldest first; never empty
}

// Current is the newest wording.
func (l GoalLog) Current() Goal { return l.Wordings[len(l.Wordings)-1] }

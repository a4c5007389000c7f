package guide

import (
	"slices"
	"strconv"
	"time"

	"mend/journal"
)

type samplePromise struct {
	ID       string
	Wordings []sampleWording // oldest first
	// What was seen, by days ago, and what was noted beside it.
	Kept, Partly, Missed []int
	NotDue               []int             `toml:"not_due"`
	Notes                map[string]string // by days ago
}

type sampleWording struct {
	moment
	Text, Why, How, Note string
	Who                  journal.Party
	Every                journal.Cadence
	FromDaysAgo          int  `toml:"from_days_ago"`
	DueInDays            *int `toml:"due_in_days"` // days from today, as the next two
	ReviewInDays         *int `toml:"review_in_days"`
	EndedInDays          *int `toml:"ended_in_days"`
}

type sampleGoal struct {
	ID       string
	Wordings []sampleTarget // oldest first
}

type sampleTarget struct {
	moment
	Term          journal.Term
	Text          string
	DoneWhen      string `toml:"done_when"`
	DueInDays     *int   `toml:"due_in_days"` // days from today, as the next two
	ReachedInDays *int   `toml:"reached_in_days"`
	DroppedInDays *int   `toml:"dropped_in_days"`
}

func (s sample) resolvePromises(c *checker, now time.Time) []journal.PromiseLog {
	var logs []journal.PromiseLog
	var ids []string
	for _, p := range s.Promises {
		ids = append(ids, p.ID)
		var log journal.PromiseLog
		for _, w := range p.Wordings {
			promise := journal.Promise{
				ID: sampleID(p.ID), At: w.when(c, p.ID, now), Text: w.Text, Who: w.Who, Why: w.Why, How: w.How, Note: w.Note,
				From: dayFrom(now, -w.FromDaysAgo), Every: w.Every,
				Due: dayOrNone(now, w.DueInDays), Review: dayOrNone(now, w.ReviewInDays), Ended: dayOrNone(now, w.EndedInDays),
			}
			c.valid(p.ID, promise.Check())
			log.Wordings = append(log.Wordings, promise)
		}
		c.expect(len(log.Wordings) > 0, p.ID, "it has no wording")
		log.Observations = p.seen(c, now)
		logs = append(logs, log)
	}
	c.unique("promise", ids)
	return logs
}

// seen returns what was seen, each noted in the evening of its day, the oldest
// first.
func (p samplePromise) seen(c *checker, now time.Time) []journal.Observation {
	const evening = "21:50"
	var seen []journal.Observation
	for _, of := range []struct {
		result journal.Result
		days   []int
	}{{journal.Kept, p.Kept}, {journal.Partly, p.Partly}, {journal.Missed, p.Missed}, {journal.NotDue, p.NotDue}} {
		for _, days := range of.days {
			at := moment{DaysAgo: days, Time: evening}.when(c, p.ID, now)
			o := journal.Observation{Day: journal.DayOf(at), Result: of.result, Note: p.Notes[strconv.Itoa(days)], At: at}
			c.valid(p.ID, o.Check())
			seen = append(seen, o)
		}
	}
	slices.SortFunc(seen, func(a, b journal.Observation) int { return a.At.Compare(b.At) })
	days := make([]string, len(seen))
	for i, o := range seen {
		days[i] = string(o.Day)
	}
	c.unique(p.ID, days)
	return seen
}

func (s sample) resolveGoals(c *checker, now time.Time) []journal.GoalLog {
	var logs []journal.GoalLog
	var ids []string
	for _, g := range s.Goals {
		ids = append(ids, g.ID)
		var log journal.GoalLog
		for _, w := range g.Wordings {
			goal := journal.Goal{
				ID: sampleID(g.ID), At: w.when(c, g.ID, now), Term: w.Term, Text: w.Text, DoneWhen: w.DoneWhen,
				Due: dayOrNone(now, w.DueInDays), Reached: dayOrNone(now, w.ReachedInDays), Dropped: dayOrNone(now, w.DroppedInDays),
			}
			c.valid(g.ID, goal.Check())
			log.Wordings = append(log.Wordings, goal)
		}
		c.expect(len(log.Wordings) > 0, g.ID, "it has no wording")
		logs = append(logs, log)
	}
	c.unique("goal", ids)
	return logs
}

func dayOrNone(now time.Time, days *int) journal.Day {
	if days == nil {
		return ""
	}
	return dayFrom(now, *days)
}

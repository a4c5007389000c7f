package guide

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// sampleSpace is the namespace of the sample's ids.
const sampleSpace = "5b0c7b0e-55c4-4a3c-9d6e-2f6b1f0a9c11"

// contents is a sample whose moments are set.
type contents struct {
	profile journal.Profile
	entries []journal.Entry
	ticks   []journal.Tick
	states  []journal.StageState

	promises []journal.PromiseLog
	goals    []journal.GoalLog
	own      journal.Own
}

// resolve sets the sample's moments by now and checks all that comes of it.
func (s sample) resolve(c *checker, now time.Time) contents {
	in := contents{profile: s.Profile.on(now)}
	c.valid("profile", in.profile.Check())
	var ids, acts []string
	for _, e := range s.Entries {
		c.word(e.ID, e.ID)
		entry := e.at(c, now)
		c.valid(e.ID, entry.Check())
		in.entries, ids = append(in.entries, entry), append(ids, e.ID)
	}
	for _, t := range s.Ticks {
		tick := journal.Tick{Step: t.Step, Done: t.Done, At: t.when(c, t.Step, now), Note: t.Note}
		c.valid(t.Step, tick.Check())
		in.ticks, acts = append(in.ticks, tick), append(acts, t.Step+" "+t.key())
	}
	for _, st := range s.States {
		state := journal.StageState{Stage: st.Stage, State: st.State, At: st.when(c, st.Stage, now), Reason: st.Reason}
		c.valid(st.Stage, state.Check())
		in.states, acts = append(in.states, state), append(acts, st.Stage+" "+st.key())
	}
	c.unique("entry", ids)
	c.unique("moment", acts)
	in.promises, in.goals = s.resolvePromises(c, now), s.resolveGoals(c, now)
	in.own = s.resolveOwn(c, now)
	return in
}

// valid checks that the journal could keep what id names.
func (c *checker) valid(id string, err error) {
	if err != nil {
		c.broken(id, "%v", err)
	}
}

// when is m seen from now, in now's zone.
func (m moment) when(c *checker, id string, now time.Time) time.Time {
	clock, err := time.Parse("15:04", m.Time)
	c.expect(err == nil, id, "time is not written as 15:04")
	c.expect(m.DaysAgo >= 1, id, "days_ago is not at least 1")
	year, month, day := now.Date()
	return time.Date(year, month, day-m.DaysAgo, clock.Hour(), clock.Minute(), 0, 0, now.Location())
}

func (m moment) key() string { return fmt.Sprintf("%d days ago at %s", m.DaysAgo, m.Time) }

func (p sampleProfile) on(now time.Time) journal.Profile {
	review := dayFrom(now, p.ReviewInDays)
	return journal.Profile{Role: p.Role, Path: p.Path, PathUntil: review, Guide: p.Guide, Welcomed: true}
}

func (e sampleEntry) at(c *checker, now time.Time) journal.Entry {
	when := e.when(c, e.ID, now)
	entry := journal.Entry{
		ID: sampleID(e.ID),
		At: when, Created: when, Edited: when,
		Title: e.Title, Body: e.Body,
		Feelings: e.Feelings, Before: e.Before, After: e.After,
		Tags: e.Tags, Stage: e.Stage, Step: e.Step,
		Page: e.Page, Fields: e.fields(c, now),
		KeepOut: e.KeepOut, NoLookBack: e.NoLookBack, Starred: e.Starred,
	}
	if e.Promise != "" {
		entry.Promise = sampleID(e.Promise).String()
	}
	if e.SealedInDays > 0 {
		entry.SealedUntil = dayFrom(now, e.SealedInDays)
	}
	return entry
}

// fields returns what is filled in, with the days and moments set.
func (e sampleEntry) fields(c *checker, now time.Time) map[string]string {
	fields := make(map[string]string)
	for key, text := range e.Fields {
		fields[key] = strings.TrimSpace(text)
	}
	for key, days := range e.Days {
		fields[key] = string(dayFrom(now, days))
	}
	for key, m := range e.Moments {
		fields[key] = m.when(c, e.ID, now).Format(time.RFC3339)
	}
	return fields
}

func sampleID(id string) uuid.UUID {
	return uuid.NewSHA1(uuid.MustParse(sampleSpace), []byte(id))
}

// dayFrom returns the day so many days from that of now.
func dayFrom(now time.Time, days int) journal.Day { return journal.DayOf(now.AddDate(0, 0, days)) }

func (in contents) putInto(sink journal.Sink) error {
	if err := sink.PutProfile(in.profile); err != nil {
		return fmt.Errorf("put the sample's profile: %w", err)
	}
	for _, e := range in.entries {
		if err := sink.PutEntry(e, nil); err != nil {
			return fmt.Errorf("put sample entry %s: %w", e.ID, err)
		}
	}
	for _, t := range in.ticks {
		if err := sink.PutTick(t); err != nil {
			return fmt.Errorf("put sample tick of %s: %w", t.Step, err)
		}
	}
	for _, s := range in.states {
		if err := sink.PutStageState(s); err != nil {
			return fmt.Errorf("put sample state of %s: %w", s.Stage, err)
		}
	}
	for _, log := range in.promises {
		if err := sink.PutPromise(log); err != nil {
			return fmt.Errorf("put a sample promise: %w", err)
		}
	}
	for _, log := range in.goals {
		if err := sink.PutGoal(log); err != nil {
			return fmt.Errorf("put a sample goal: %w", err)
		}
	}
	if err := sink.PutOwn(in.own); err != nil {
		return fmt.Errorf("put what is the sample's own: %w", err)
	}
	return nil
}

package guide

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// sampleSpace is the namespace of the sample entries' ids.
const sampleSpace = "5b0c7b0e-55c4-4a3c-9d6e-2f6b1f0a9c11"

// contents is a sample whose moments are set.
type contents struct {
	profile journal.Profile
	entries []journal.Entry
	ticks   []journal.Tick
	states  []journal.StageState
}

// resolve sets the sample's moments by now and checks all that comes of it.
func (s sample) resolve(c *checker, now time.Time) contents {
	in := contents{profile: s.Profile.on(now)}
	c.valid("profile", in.profile.Check())
	var ids, acts []string
	for _, e := range s.Entries {
		c.word(e.ID, e.ID)
		entry := e.at(e.when(c, e.ID, now))
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
	review := journal.DayOf(now.AddDate(0, 0, p.ReviewInDays))
	return journal.Profile{Role: p.Role, Path: p.Path, PathUntil: review, Guide: p.Guide, Welcomed: true}
}

func (e sampleEntry) at(when time.Time) journal.Entry {
	return journal.Entry{
		ID: uuid.NewSHA1(uuid.MustParse(sampleSpace), []byte(e.ID)),
		At: when, Created: when, Edited: when,
		Title: e.Title, Body: e.Body,
		Feelings: e.Feelings, Before: e.Before, After: e.After,
		Tags: e.Tags, Stage: e.Stage, Step: e.Step,
		KeepOut: e.KeepOut, Starred: e.Starred,
	}
}

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
	return nil
}

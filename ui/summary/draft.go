package summary

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"mend/journal"
)

// contents is what a journal has to tell, whatever is chosen.
type contents struct {
	entries []journal.EntrySummary // without those kept out, newest first
	more    bool                   // whether there is anything to say of a stage, promise or goal
}

// told is what a report of the choice tells of beside the entries, in numbers.
type told struct{ stages, promises, goals int }

// fetch reads what may be told of. What is beside the entries is asked for
// without them, since they are many.
func fetch(ctx context.Context, d Deps) (contents, error) {
	entries, err := d.ListEntries(ctx, journal.EntryFilter{})
	if err != nil {
		return contents{}, err
	}
	r, err := d.Report(ctx, journal.Choice{Without: besideEntries()})
	return contents{
		entries: slices.DeleteFunc(entries, func(e journal.EntrySummary) bool { return e.KeepOut || e.Sealed }),
		more:    !r.Nothing(),
	}, err
}

// besideEntries returns the sections to leave out where stages, promises and
// goals are counted.
func besideEntries() []journal.Section {
	return slices.DeleteFunc(journal.Sections(), func(s journal.Section) bool {
		return s == journal.SectionStages || s == journal.SectionPromises
	})
}

// entriesOf returns the entries of the days that belong to one of the stages,
// or all of the days if no stage is chosen: the same that a report takes. What
// it returns may be entries itself and must not be changed.
func entriesOf(entries []journal.EntrySummary, days span, stages map[string]bool) []journal.EntrySummary {
	if days == (span{}) && len(stages) == 0 {
		return entries
	}
	var chosen []journal.EntrySummary
	for _, e := range entries {
		stage, _, _ := strings.Cut(e.Step, ".")
		if days.has(e.At) && (len(stages) == 0 || stages[e.Stage] || stages[stage]) {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// choice returns what is chosen, as a copy. The period must be right.
func (s *Screen) choice() journal.Choice {
	days, _ := s.period.days(s.deps.Now())
	c := journal.Choice{From: days.from, To: days.to, Initials: s.initials}
	for _, stage := range s.deps.Guide.Stages {
		if s.stages[stage.ID] {
			c.Stages = append(c.Stages, stage.ID)
		}
	}
	for _, section := range journal.Sections() {
		if s.without[section] || !slices.Contains(offered(), section) {
			c.Without = append(c.Without, section)
		}
	}
	for _, e := range s.listed {
		if s.leftOut[e.ID] {
			c.LeaveOut = append(c.LeaveOut, e.ID)
		}
	}
	return c
}

// offered lists the sections that can be chosen.
func offered() []journal.Section {
	return []journal.Section{
		journal.SectionProfile, journal.SectionStages, journal.SectionFeelings, journal.SectionPromises, journal.SectionEntries}
}

// setLeftOut unticks or ticks an entry.
func (s *Screen) setLeftOut(id uuid.UUID, out bool) {
	if out {
		s.leftOut[id] = true
		return
	}
	delete(s.leftOut, id)
}

// draft is what a summary of the choice would hold, in numbers.
type draft struct {
	problem  bool // the period is not right
	profile  bool
	entries  int
	days     span // of the entries
	feelings int
	told
}

// nothing reports whether such a summary would not be worth a file.
func (d draft) nothing() bool {
	return d.problem || d.entries+d.feelings+d.stages+d.promises+d.goals == 0
}

// draft counts what is chosen.
func (s *Screen) draft() draft {
	_, problem := s.period.days(s.deps.Now())
	d := draft{problem: problem != "", profile: !s.without[journal.SectionProfile]}
	if !s.without[journal.SectionStages] {
		d.stages = s.told.stages
	}
	if !s.without[journal.SectionPromises] {
		d.promises, d.goals = s.told.promises, s.told.goals
	}
	words := make(map[string]bool)
	for _, e := range s.listed {
		if s.leftOut[e.ID] {
			continue
		}
		if !s.without[journal.SectionEntries] {
			d.entries++
			d.days.take(e.At)
		}
		for _, f := range e.Feelings {
			words[strings.ToLower(f.Word)] = true
		}
	}
	if !s.without[journal.SectionFeelings] {
		d.feelings = len(words)
	}
	return d
}

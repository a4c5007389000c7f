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
	plans   journal.SummaryPlans   // what was chosen before
}

// told is what a report of the choice tells of beside the entries, in numbers.
type told struct{ stages, promises, goals int }

// fetch reads what may be told of. What is beside the entries is asked for
// without them, since they are many.
func fetch(ctx context.Context, d Deps) (contents, error) {
	entries, err := d.ListEntries(ctx, journal.EntryFilter{Felt: journal.OwnFeelingFields(d.Pages)})
	if err != nil {
		return contents{}, err
	}
	r, err := d.Report(ctx, journal.Choice{Without: besideEntries()})
	if err != nil {
		return contents{}, err
	}
	plans, err := d.Plans(ctx)
	return contents{
		plans:   plans,
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
func entriesOf(entries []journal.EntrySummary, days span, stages []string) []journal.EntrySummary {
	if days == (span{}) && len(stages) == 0 {
		return entries
	}
	var chosen []journal.EntrySummary
	for _, e := range entries {
		stage, _, _ := strings.Cut(e.Step, ".")
		if days.has(e.At) && (len(stages) == 0 || slices.Contains(stages, e.Stage) || slices.Contains(stages, stage)) {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// choice returns what is chosen, as a copy: of the entries none that the person
// has not been shown here, such as one that is being saved, or a letter whose day
// has come meanwhile. The period must be right.
func (s *Screen) choice() journal.Choice {
	days, _ := s.period().days(s.deps.Now())
	c := journal.Choice{From: days.from, To: days.to, Stages: s.stages(), Initials: s.plan.Initials, Line: s.plan.Line, WithoutNotes: s.plan.WithoutNotes}
	for _, section := range journal.Sections() {
		if s.plan.Leaves(section) {
			c.Without = append(c.Without, section)
		}
	}
	if s.plan.Initials {
		c.Spare = slices.Clone(s.plan.Spare)
	}
	c.Only = make([]uuid.UUID, len(s.listed))
	for i, e := range s.listed {
		c.Only[i] = e.ID
		switch s.plan.Shows(e.ID) {
		case journal.ShowNone:
			c.LeaveOut = append(c.LeaveOut, e.ID)
		case journal.ShowExcerpt:
			c.Excerpts = append(c.Excerpts, e.ID)
		}
	}
	if s.plan.HasFirst {
		first := s.plan.First
		c.First = &first
	}
	return c
}

// stages returns the chosen stages that the guide has; none means all.
func (s *Screen) stages() (ids []string) {
	for _, stage := range s.deps.Guide.Stages {
		if slices.Contains(s.plan.Stages, stage.ID) {
			ids = append(ids, stage.ID)
		}
	}
	return ids
}

// draft is what a summary of the choice would hold, in numbers.
type draft struct {
	problem  bool // the period is not right
	profile  bool
	first    bool // there are words for a first page
	entries  int
	excerpts int  // of the entries
	days     span // of the entries
	insights bool
	feelings int
	told
}

// nothing reports whether such a summary would not be worth a file.
func (d draft) nothing() bool {
	return d.problem || !d.first && d.entries+d.feelings+d.stages+d.promises+d.goals == 0
}

// draft counts what is chosen.
func (s *Screen) draft() draft {
	_, problem := s.period().days(s.deps.Now())
	d := draft{problem: problem != "", profile: !s.plan.Leaves(journal.SectionProfile), first: s.plan.HasFirst && s.plan.First != (journal.FirstPage{}),
		insights: !s.plan.Leaves(journal.SectionInsights)}
	if !s.plan.Leaves(journal.SectionStages) {
		d.stages = s.told.stages
	}
	if !s.plan.Leaves(journal.SectionPromises) {
		d.promises, d.goals = s.told.promises, s.told.goals
	}
	words := make(map[string]bool)
	for _, e := range s.listed {
		how := s.plan.Shows(e.ID)
		if how == journal.ShowNone {
			continue
		}
		if !s.plan.Leaves(journal.SectionEntries) {
			d.entries++
			if how == journal.ShowExcerpt {
				d.excerpts++
			}
			d.days.take(e.At)
		}
		for _, f := range e.Feelings {
			words[strings.ToLower(f.Word)] = true
		}
	}
	if !s.plan.Leaves(journal.SectionFeelings) {
		d.feelings = len(words)
	}
	return d
}

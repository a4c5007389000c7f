package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// ReportFirst is the first page of a report, for somebody who helps: what can
// be read in two minutes.
type ReportFirst struct {
	Happened string   // in the person's words, as are the next three; or none
	Wants    string   // of the meeting
	Topics   []string // and questions
	Shifted  string   // what has changed
	Working  []ReportStage
	Promises []ReportPromise
	Next     []ReportNext // by day
}

// ReportNext is a day that something is to be looked at again.
type ReportNext struct {
	Day  Day
	Kind NextKind
	What string // in the person's words, or none
}

// NextKind says what comes next on a day.
type NextKind string

// What can come next.
const (
	NextPath    NextKind = "path"
	NextPromise NextKind = "promise"
	NextGoal    NextKind = "goal"
)

// What has room on the first page.
const (
	mostWorking  = 3
	mostPromises = 3 // those made last
	mostNext     = 3 // the nearest days
)

// addFirst puts the first page together from what the report tells. It tells
// nothing of a section that was left out.
func (b *reportBuilder) addFirst() {
	says := b.req.Choice.First
	if says == nil {
		return
	}
	first := &ReportFirst{Happened: says.Happened, Wants: says.Wants, Topics: Lines(says.Topics), Shifted: says.Shifted}
	for _, stages := range [][]ReportStage{b.report.Stages, b.report.OtherGuide} {
		for _, s := range stages {
			switch s.State.State {
			case Exploring, Working, Revisiting:
				first.Working = append(first.Working, ReportStage{ID: s.ID, Title: s.Title, State: s.State})
			}
		}
	}
	first.Working = first.Working[:min(len(first.Working), mostWorking)]
	for _, p := range b.report.Promises {
		if len(p.Observations) > 0 || p.Ended == "" {
			p.Observations = slices.Clone(p.Observations)
			first.Promises = append(first.Promises, p)
		}
	}
	first.Promises = first.Promises[max(len(first.Promises)-mostPromises, 0):]
	first.Next = b.comingNext()
	b.report.First = first
}

// comingNext lists what is to be looked at again from the day of the report on.
func (b *reportBuilder) comingNext() []ReportNext {
	today := DayOf(b.req.Now)
	var next []ReportNext
	add := func(d Day, kind NextKind, what string) {
		if d >= today {
			next = append(next, ReportNext{d, kind, what})
		}
	}
	add(b.report.PathUntil, NextPath, "")
	for _, p := range b.report.Promises {
		if p.Ended == "" {
			add(p.Review, NextPromise, p.Text)
		}
	}
	for _, g := range b.report.Goals {
		if g.Reached == "" && g.Dropped == "" {
			add(g.Due, NextGoal, g.Text)
		}
	}
	slices.SortStableFunc(next, func(a, b ReportNext) int { return cmp.Compare(a.Day, b.Day) })
	return next[:min(len(next), mostNext)]
}

func (f *ReportFirst) eachText(edit func(string) string) {
	f.Happened, f.Wants, f.Shifted = edit(f.Happened), edit(f.Wants), edit(f.Shifted)
	for i := range f.Topics {
		f.Topics[i] = edit(f.Topics[i])
	}
	for i := range f.Working {
		f.Working[i].State.Reason = edit(f.Working[i].State.Reason)
	}
	for i := range f.Promises {
		f.Promises[i].Text = edit(f.Promises[i].Text)
	}
	for i := range f.Next {
		f.Next[i].What = edit(f.Next[i].What)
	}
}

// addCharts adds what can be drawn of what the report tells.
func (b *reportBuilder) addCharts(ctx context.Context, src InsightSource) error {
	if !b.report.Has(SectionInsights) {
		return nil
	}
	charts, err := Insights(ctx, src, InsightRequest{
		From: b.req.Choice.From, To: b.req.Choice.To, Stages: b.req.Choice.Stages, Told: true, LeaveOut: b.req.Choice.LeaveOut, Only: b.req.Choice.Only, Without: b.req.Choice.Without,
		Guides: b.guides, Pages: b.req.Pages, Families: b.req.Families, Now: b.req.Now,
	})
	if err != nil {
		return fmt.Errorf("draw insights: %w", err)
	}
	if len(charts) > 0 && b.first == "" {
		b.sawDay(charts[0].From)
		b.sawDay(charts[0].To)
	}
	b.report.Charts = charts
	return nil
}

// withText returns the chart with every text that the person may have written
// as edit makes it: the names of rows, and what events and tables say of them.
// Those that are titles of stages are as title makes them.
func (c Chart) withText(edit, title func(string) string) Chart {
	c.Rows, c.Events, c.Table = slices.Clone(c.Rows), slices.Clone(c.Events), slices.Clone(c.Table)
	for i, e := range c.Events {
		c.Events[i].Stage = title(e.Stage)
		c.Events[i].Says = c.Events[i].Stage + strings.TrimPrefix(e.Says, e.Stage)
	}
	switch c.Section {
	case SectionFeelings:
		c.Says = edit(c.Says)
	case SectionStages:
		edit = title
	default:
		return c // its rows are named by the program
	}
	for i := range c.Rows {
		c.Rows[i].Label = edit(c.Rows[i].Label)
	}
	for i, row := range c.Table {
		c.Table[i].Cells = slices.Clone(row.Cells)
		c.Table[i].Cells[1] = edit(row.Cells[1])
	}
	return c
}

// excerptRunes is how much of a text an excerpt shows, at most.
const excerptRunes = 280

// excerpt returns the beginning of a text, cut after a word.
func excerpt(text string) string {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) <= excerptRunes {
		return text
	}
	begin := cut(text, excerptRunes)
	if at := strings.LastIndexAny(begin, " \n"); at > 0 {
		begin = begin[:at]
	}
	return strings.TrimSpace(begin) + " …"
}

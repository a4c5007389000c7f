package journal

import (
	"context"
	"fmt"
	"slices"
)

// ReportGoal is one goal as it was worded at the end of the period.
type ReportGoal struct {
	Term     Term
	Text     string
	DoneWhen string
	Due      Day // or none
	Reached  Day // or none
	Dropped  Day // or none
}

// addGoals adds every goal that was set by the end of the period and neither
// reached nor set aside before it began. They are told beside the promises.
func (b *reportBuilder) addGoals(ctx context.Context, src Contents) error {
	if !b.report.Has(SectionPromises) {
		return nil
	}
	logs, err := src.ListGoals(ctx)
	if err != nil {
		return fmt.Errorf("list goals: %w", err)
	}
	for _, log := range logs {
		b.addGoal(log)
	}
	slices.SortStableFunc(b.report.Goals, func(x, y ReportGoal) int {
		return slices.Index(Terms(), x.Term) - slices.Index(Terms(), y.Term)
	})
	return nil
}

func (b *reportBuilder) addGoal(log GoalLog) {
	var g Goal
	for _, wording := range log.Wordings {
		if b.upToEnd(DayOf(wording.At)) {
			g = wording
		}
	}
	over := g.Reached != "" && g.Reached < b.req.Choice.From || g.Dropped != "" && g.Dropped < b.req.Choice.From
	if g.Text == "" || over {
		return
	}
	b.saw(log.Wordings[0].At)
	for _, day := range []Day{g.Reached, g.Dropped} {
		if day != "" {
			b.sawDay(day)
		}
	}
	b.report.Goals = append(b.report.Goals, ReportGoal{
		Term: g.Term, Text: g.Text, DoneWhen: g.DoneWhen, Due: g.Due, Reached: g.Reached, Dropped: g.Dropped,
	})
}

package journal

import (
	"context"
	"fmt"
)

// ReportPromise is one promise as it was worded at the end of the period.
type ReportPromise struct {
	Text         string
	Who          Party
	Every        Cadence
	From         Day
	Due          Day // or none
	Review       Day // or none
	Ended        Day // or none
	Why          string
	How          string
	Note         string        // about this wording, such as why it ended; or none
	Observations []Observation // those of the period that count, by day
}

// Seen returns how many observations have the result.
func (p ReportPromise) Seen(r Result) int {
	n := 0
	for _, o := range p.Observations {
		if o.Result == r {
			n++
		}
	}
	return n
}

// addPromises adds every promise that held inside the period or was seen to.
func (b *reportBuilder) addPromises(ctx context.Context, src Contents) error {
	if !b.report.Has(SectionPromises) {
		return nil
	}
	logs, err := src.ListPromises(ctx)
	if err != nil {
		return fmt.Errorf("list promises: %w", err)
	}
	for _, log := range logs {
		if shown, ok := b.showPromise(log); ok {
			b.report.Promises = append(b.report.Promises, shown)
		}
	}
	return nil
}

// showPromise returns a promise as it stood at the end of the period, or false
// if it has no part in it.
func (b *reportBuilder) showPromise(log PromiseLog) (ReportPromise, bool) {
	var p Promise
	for _, wording := range log.Wordings {
		if b.upToEnd(DayOf(wording.At)) || p.Text == "" && b.upToEnd(wording.From) {
			p = wording
		}
	}
	shown := ReportPromise{
		Text: p.Text, Who: p.Who, Every: p.Every, From: p.From, Due: p.Due, Review: p.Review, Ended: p.Ended, Why: p.Why, How: p.How, Note: p.Note,
	}
	if b.req.Choice.WithoutNotes {
		shown.Why, shown.Note = "", ""
	}
	for _, o := range log.Observed() {
		if b.req.Choice.WithoutNotes {
			o.Note = ""
		}
		if b.inPeriod(o.Day) {
			shown.Observations = append(shown.Observations, o)
		}
	}
	over := p.Ended != "" && p.Ended <= b.req.Choice.From || p.Due != "" && p.Due < b.req.Choice.From
	if p.Text == "" || len(shown.Observations) == 0 && (over || !b.upToEnd(p.From)) {
		return ReportPromise{}, false
	}
	b.sawDay(p.From)
	for _, o := range shown.Observations {
		b.sawDay(o.Day)
	}
	return shown, true
}

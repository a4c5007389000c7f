package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// addEntries adds the chosen entries and counts the feelings in them. It reads
// no entry if neither is told.
func (b *reportBuilder) addEntries(ctx context.Context, src Contents) error {
	if !b.report.Has(SectionFeelings) && !b.report.Has(SectionEntries) {
		return nil
	}
	counts := make(map[string]*FeelingCount)
	filter := EntryFilter{From: b.req.Choice.From, To: b.req.Choice.To}
	err := src.EachEntry(ctx, filter, func(e Entry) error {
		if !b.takesEntry(e) {
			return ctx.Err()
		}
		if b.report.Has(SectionFeelings) {
			countFeelings(counts, b.felt.Named(e.Feelings, e.Page, e.Fields))
		}
		if b.report.Has(SectionEntries) {
			b.report.Entries = append(b.report.Entries, b.showEntry(e))
		}
		if b.report.Has(SectionFeelings) || b.report.Has(SectionEntries) {
			b.saw(e.At)
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	b.report.Feelings = sortedFeelings(counts)
	return nil
}

// takesEntry reports whether e may be told of and was chosen.
func (b *reportBuilder) takesEntry(e Entry) bool {
	today := DayOf(b.req.Now.In(e.At.Location()))
	hidden := e.KeepOut || !e.Deleted.IsZero() || e.SealedUntil > today
	hidden = hidden || b.only != nil && !b.only[e.ID]
	return !hidden && b.inPeriod(DayOf(e.At)) && !b.leftOut[e.ID] &&
		(len(b.req.Choice.Stages) == 0 || b.takesStage(e.Stage) || b.takesStage(stageOf(e.Step)))
}

func (b *reportBuilder) showEntry(e Entry) ReportEntry {
	shown := ReportEntry{
		ID: e.ID, At: e.At, Title: e.Title, Body: e.Body,
		Tags: slices.Clone(e.Tags), Page: PageTitle(b.req.Pages, e.Page),
	}
	if b.report.Has(SectionFeelings) {
		shown.Feelings, shown.Before, shown.After = slices.Clone(e.Feelings), e.Before, e.After
	}
	if b.report.Has(SectionStages) {
		shown.Stage, shown.Step = b.linkTitles(e)
	}
	if linked := e.Stage != "" || e.Step != ""; !linked || b.report.Has(SectionStages) {
		shown.Asked, _ = e.Asked() // with a link it tells what that is
	}
	shown.Fields = b.showFields(e)
	if b.excerpts[e.ID] {
		if b.report.Has(SectionFeelings) { // what is counted is seen
			shown.Feelings = b.felt.Named(shown.Feelings, e.Page, e.Fields)
		}
		shown.shorten()
	}
	return shown
}

// shorten keeps the beginning of what was written alone: of the text, or if
// there is none, of what was written into a page first.
func (e *ReportEntry) shorten() {
	body := excerpt(e.Body)
	for _, f := range e.Fields {
		if body == "" && !f.Short {
			body = excerpt(f.Text)
		}
	}
	e.Excerpt = body != strings.TrimSpace(e.Body) || len(e.Fields) > 0
	e.Asked, e.Body, e.Fields = excerpt(e.Asked), body, nil
}

// linkTitles returns the titles of the stage and step that e is linked to; a
// step alone names its stage too.
func (b *reportBuilder) linkTitles(e Entry) (stage, step string) {
	id := e.Stage
	if e.Step != "" {
		step = b.stepTitle(e.Step)
		id = cmp.Or(id, stageOf(e.Step))
	}
	return b.stageTitle(id), step
}

func (b *reportBuilder) stageTitle(id string) string { return StageTitle(b.guides, id) }

func (b *reportBuilder) stepTitle(id string) string { return StepTitle(b.guides, id) }

// countFeelings adds feelings to counts. Words that differ in capitals alone
// are one; the form met first is kept.
func countFeelings(counts map[string]*FeelingCount, feelings []Feeling) {
	for _, f := range feelings {
		key := strings.ToLower(f.Word)
		c := counts[key]
		if c == nil {
			c = &FeelingCount{Word: f.Word, Low: f.Intensity, High: f.Intensity}
			counts[key] = c
		}
		c.Count++
		c.Low, c.High = min(c.Low, f.Intensity), max(c.High, f.Intensity)
	}
}

// sortedFeelings lists counts, the most named first, then by word.
func sortedFeelings(counts map[string]*FeelingCount) []FeelingCount {
	var sorted []FeelingCount
	for _, c := range counts {
		sorted = append(sorted, *c)
	}
	slices.SortFunc(sorted, func(a, b FeelingCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Word, b.Word))
	})
	return sorted
}

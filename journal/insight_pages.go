package journal

import "github.com/google/uuid"

// pageRatings draws the ratings of every guided page that is filled in again
// and again: each rating a small drawing of its own, never added up. Parts of a
// page, such as about oneself and about one's partner, are charts apart.
func (b *insightBuilder) pageRatings() []Chart {
	byPage := make(map[string][]EntryFacts)
	for _, e := range b.entries {
		if e.Page != "" {
			byPage[e.Page] = append(byPage[e.Page], e)
		}
	}
	var charts []Chart
	for _, page := range b.req.Pages {
		if page.Every == AnyTime || len(byPage[page.ID]) == 0 {
			continue
		}
		for i, part := range ratingParts(page) {
			charts = append(charts, b.ratingChart(page, part, i, byPage[page.ID]))
		}
	}
	return charts
}

// ratingPart is a run of ratings of a page under one heading.
type ratingPart struct {
	title  string // of the heading, or none
	fields []PageField
}

// ratingParts splits the ratings of a page at its headings.
func ratingParts(p Page) []ratingPart {
	var parts []ratingPart
	begin, title := true, ""
	for _, f := range p.Fields {
		if f.Group != "" {
			begin, title = true, f.Group
		}
		if f.Kind != FieldRating {
			continue
		}
		if begin {
			parts = append(parts, ratingPart{title: title})
			begin = false
		}
		last := &parts[len(parts)-1]
		last.fields = append(last.fields, f)
	}
	return parts
}

func (b *insightBuilder) ratingChart(page Page, part ratingPart, n int, entries []EntryFacts) Chart {
	c := Chart{ID: page.ID, Section: SectionInsights, Kind: ChartPanels, Title: page.Title, Head: b.words.RatingsHead[:]}
	if n > 0 {
		c.ID += "-" + string(rune('1'+n))
	}
	if part.title != "" {
		c.Title = b.words.PartTitle(page.Title, part.title)
	}
	filled := make(map[uuid.UUID]bool)
	low, high := sharedEnds(part.fields)
	shared := low != "" && high != ""
	for _, f := range part.fields {
		row := ChartRow{Label: f.Label, Low: f.Low, High: f.High}
		for _, e := range entries {
			level := ratingOf(e, f.Key)
			if level == 0 {
				continue
			}
			filled[e.ID] = true
			says := b.words.LevelText(level, f.Low, f.High)
			if shared { // said once, above
				says = b.words.LevelText(level, "", "")
			}
			row.Marks = append(row.Marks, ChartMark{Day: DayOf(e.At), Days: 1, Level: level, Count: 1, Shape: Full,
				Says: says, Entries: []uuid.UUID{e.ID}})
		}
		c.Rows = append(c.Rows, row)
	}
	c.Table = b.tableOf(c.Rows)
	c.Says = b.words.RatingsText(len(filled), len(part.fields))
	if shared {
		c.Says += b.words.EndsText(low, high)
	}
	return c
}

// sharedEnds returns what 1 and 5 stand for, if it is the same in all fields.
func sharedEnds(fields []PageField) (low, high string) {
	low, high = fields[0].Low, fields[0].High
	for _, f := range fields {
		if f.Low != low || f.High != high {
			return "", ""
		}
	}
	return low, high
}

// ratingOf returns what a rating field of e holds: 1 to 5, or 0.
func ratingOf(e EntryFacts, key string) int {
	value := e.Fields[key]
	if len(value) != 1 || value < "1" || value > "5" {
		return 0
	}
	return int(value[0] - '0')
}

// promiseResults draws what was observed of the promises of one party, by the
// week or longer: kept, partly and missed each for itself.
func (b *insightBuilder) promiseResults(who Party) Chart {
	steps := b.bucket.atLeastWeek()
	m, promises := newMarks(steps), 0
	for _, log := range b.promises {
		if log.Current().Who != who {
			continue
		}
		seen := false
		for _, o := range log.Observed() {
			if b.inPeriod(o.Day) && o.Result != NotDue {
				m.add(string(o.Result), o.Day, 1, uuid.Nil)
				seen = true
			}
		}
		if seen {
			promises++
		}
	}
	shapes := map[Result]Shape{Kept: Full, Partly: Half, Missed: Hollow}
	var rows []ChartRow
	for _, r := range []Result{Kept, Partly, Missed} {
		row := ChartRow{Label: b.words.Report.Results[r], Marks: m.row(string(r))}
		for i := range row.Marks {
			mark := &row.Marks[i]
			mark.Level, mark.Shape = countLevel(mark.Count), shapes[r]
			mark.Says = b.words.SeenText(mark.Count)
		}
		rows = append(rows, row)
	}
	return Chart{ID: "promises-" + string(who), Section: SectionPromises, Kind: ChartRows, Title: b.words.PromisesTitle(who),
		Says: b.words.LargerText(b.words.PromisesText(promises, steps.pace(b.words)), rows), Rows: rows, Head: b.words.PromisesHead[:], Table: b.tableOf(rows)}
}

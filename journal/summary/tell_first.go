package summary

import (
	"slices"

	"mend/journal"
)

// first puts the first page for somebody who helps: what the person says
// themselves, then what is worked on, the promises, and what comes next.
func (t *teller) first() {
	first := t.r.First
	if first == nil {
		return
	}
	read := newReader(t.w.NoPicture)
	t.heading(sectionLevel, t.w.InShort)
	if t.standsSomewhere() {
		t.standing()
	}
	t.said(t.w.Happened, first.Happened, read)
	t.said(t.w.Wants, first.Wants, read)
	t.topics(first.Topics)
	t.said(t.w.Shifted, first.Shifted, read)
	var working, promised, coming []row
	for _, s := range first.Working {
		text := t.w.StateText(s.State)
		if reason := cleanText(s.State.Reason); reason != "" {
			text += ": " + reason
		}
		working = append(working, row{label: cleanLine(s.Title), text: text})
	}
	for _, p := range first.Promises {
		promised = append(promised, row{label: t.w.Parties[p.Who], text: t.w.PromiseText(cleanLine(p.Text), p)})
	}
	for _, n := range first.Next {
		text := t.w.Nexts[n.Kind]
		if what := cleanLine(n.What); what != "" {
			text += ": " + what
		}
		coming = append(coming, row{label: t.w.CalendarText(n.Day), text: text})
	}
	t.part(t.w.Working, working)
	t.part(t.w.Sections[journal.SectionPromises], promised)
	t.part(t.w.Coming, coming)
	t.put(block{kind: turn})
}

// said puts a text of the person's under a heading, if there is one.
func (t *teller) said(title, text string, read *reader) {
	blocks := read.blocks(text, partLevel)
	if len(blocks) == 0 {
		return
	}
	t.heading(partLevel, title)
	t.putAll(blocks)
}

func (t *teller) topics(topics []string) {
	var items [][]block
	for _, topic := range topics {
		items = append(items, []block{{kind: paragraph, spans: plain(cleanLine(topic))}})
	}
	if items == nil {
		return
	}
	t.heading(partLevel, t.w.Topics)
	t.put(block{kind: list, items: items, tight: true})
}

// part puts rows under a heading, if there are any.
func (t *teller) part(title string, rows []row) {
	if len(rows) > 0 {
		t.heading(partLevel, title)
		t.facts(rows...)
	}
}

// mostRows is how many rows of a chart's table are printed.
const mostRows = 10

// insights puts every chart: what it says, the drawing, and its numbers.
func (t *teller) insights() {
	if len(t.r.Charts) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Sections[journal.SectionInsights])
	t.events(t.r.Charts[0].Events)
	for _, c := range t.r.Charts {
		if t.err != nil {
			return
		}
		t.chart(c)
	}
}

// events puts what the numbered marks on the time axis are, once for all
// charts.
func (t *teller) events(events []journal.ChartEvent) {
	if len(events) == 0 {
		return
	}
	t.put(block{kind: paragraph, spans: plain(t.w.Lines)})
	var items [][]block
	for _, e := range events {
		items = append(items, []block{{kind: paragraph, spans: plain(cleanLine(t.w.EventText(e)))}})
	}
	t.put(block{kind: list, ordered: true, start: 1, items: items, tight: true})
}

func (t *teller) chart(c journal.Chart) {
	t.heading(itemLevel, cleanLine(c.Title))
	t.put(block{kind: caption, text: cleanLine(c.Says)})
	if c.Few != "" {
		t.put(block{kind: meta, text: c.Few})
	}
	t.put(block{kind: figure, chart: cleanChart(c)})
	var rows []row
	for _, r := range c.Table[:min(len(c.Table), mostRows)] {
		cells := append(append([]string{}, r.Cells...), "", "", "")
		rows = append(rows, row{label: cleanLine(cells[0]), text: cleanLine(cells[1]), note: cleanLine(cells[2])})
	}
	if rows != nil {
		t.put(block{kind: table, rows: rows})
	}
	if left := len(c.Table) - len(rows); left > 0 {
		t.put(block{kind: meta, text: t.w.EarlierText(left)})
	}
}

// cleanChart returns the chart with every text that is drawn clean, on one line.
func cleanChart(c journal.Chart) journal.Chart {
	c.Title, c.Says = cleanLine(c.Title), cleanLine(c.Says)
	c.Rows = slices.Clone(c.Rows)
	for i, r := range c.Rows {
		c.Rows[i].Label, c.Rows[i].Low, c.Rows[i].High = cleanLine(r.Label), cleanLine(r.Low), cleanLine(r.High)
	}
	return c
}

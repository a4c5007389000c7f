package journal

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// mostWords is how many feeling words get a row; more could not be told apart.
const mostWords = 12

// feelingWords draws when which feeling was named, and how strong it was.
func (b *insightBuilder) feelingWords() Chart {
	m, shown := newMarks(b.bucket), make(map[string]string)
	for _, e := range b.entries {
		for _, f := range e.Feelings {
			key := strings.ToLower(f.Word)
			if _, known := shown[key]; !known {
				shown[key] = f.Word
			}
			m.add(key, DayOf(e.At), f.Intensity, e.ID)
		}
	}
	all := byCount(m)
	keys := all[:min(len(all), mostWords)]
	var rows []ChartRow
	for _, key := range keys {
		rows = append(rows, ChartRow{Label: shown[key], Marks: b.saidFeelings(m.row(key))})
	}
	c := Chart{ID: "feelings", Section: SectionFeelings, Kind: ChartRows, Title: b.words.FeelingsTitle, Rows: rows,
		Sizes: b.words.Report.Intensity[:], Head: b.words.FeelingsHead[:], Table: b.tableOf(rows)}
	var counted []FeelingCount
	if countMarks(rows) >= fewMarks {
		counted = b.counted(m, all, shown)
	}
	c.Says = b.words.FeelingsText(counted, len(all)-len(keys))
	return c
}

// feelingFamilies draws the same by family. Words of the person's own belong to
// none and have a row together.
func (b *insightBuilder) feelingFamilies() Chart {
	family := make(map[string]string) // title by word
	for _, f := range b.req.Families {
		for _, word := range f.Words {
			family[strings.ToLower(word)] = f.Title
		}
	}
	m := newMarks(b.bucket)
	for _, e := range b.entries {
		for _, f := range e.Feelings {
			m.add(cmp.Or(family[strings.ToLower(f.Word)], b.words.OwnWords), DayOf(e.At), f.Intensity, e.ID)
		}
	}
	var rows []ChartRow
	titles := make([]string, 0, len(b.req.Families)+1)
	for _, f := range b.req.Families {
		titles = append(titles, f.Title)
	}
	for _, title := range append(titles, b.words.OwnWords) {
		if m.rows[title] != nil {
			rows = append(rows, ChartRow{Label: title, Marks: b.saidFeelings(m.row(title))})
		}
	}
	if len(rows) < 2 || len(b.req.Families) == 0 {
		return Chart{}
	}
	return Chart{ID: "families", Section: SectionFeelings, Kind: ChartRows, Title: b.words.FamiliesTitle, Says: b.words.FamiliesSay,
		Rows: rows, Sizes: b.words.Report.Intensity[:], Head: b.words.FamiliesHead[:], Table: b.tableOf(rows)}
}

// countLevel is the level of a mark whose size says how many it stands for: never
// so small that its shape could not be seen.
func countLevel(n int) int { return min(n+1, 5) }

func (b *insightBuilder) saidFeelings(list []ChartMark) []ChartMark {
	for i, mark := range list {
		list[i].Says = b.words.NamedText(mark.Count, mark.Level)
	}
	return list
}

// byCount lists the rows of m, the fullest first, then by name.
func byCount(m *marks) []string {
	var keys []string
	for key := range m.rows {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(m.count(b), m.count(a)), cmp.Compare(a, b))
	})
	return keys
}

// counted pairs rows with how much is in them.
func (b *insightBuilder) counted(m *marks, keys []string, shown map[string]string) []FeelingCount {
	var counts []FeelingCount
	for _, key := range keys {
		counts = append(counts, FeelingCount{Word: shown[key], Count: m.count(key)})
	}
	return counts
}

// beforeAfter draws how writing went: in how many entries the person felt
// lighter afterwards, the same, or harder.
func (b *insightBuilder) beforeAfter() Chart {
	m, n := newMarks(b.bucket), 0
	shapes := map[string]Shape{b.words.Lighter: Full, b.words.Same: Half, b.words.Harder: Hollow}
	for _, e := range b.entries {
		if e.Before == 0 || e.After == 0 {
			continue
		}
		n++
		row := b.words.Same
		switch {
		case e.After > e.Before:
			row = b.words.Lighter
		case e.After < e.Before:
			row = b.words.Harder
		}
		m.add(row, DayOf(e.At), 1, e.ID)
	}
	var rows []ChartRow
	for _, name := range []string{b.words.Lighter, b.words.Same, b.words.Harder} {
		row := ChartRow{Label: name, Marks: m.row(name)}
		for i := range row.Marks {
			mark := &row.Marks[i]
			mark.Level, mark.Shape = countLevel(mark.Count), shapes[name]
			mark.Says = b.words.EntriesText(mark.Count)
		}
		rows = append(rows, row)
	}
	return Chart{ID: "before-after", Section: SectionFeelings, Kind: ChartRows, Title: b.words.BeforeTitle,
		Says: b.words.LargerText(b.words.BeforeText(n, m.count(b.words.Lighter), m.count(b.words.Same), m.count(b.words.Harder)), rows),
		Rows: rows, Head: b.words.BeforeHead[:], Table: b.tableOf(rows)}
}

// writingCalendar draws on which days there was writing.
func (b *insightBuilder) writingCalendar() Chart {
	m := newMarks(byDay)
	for _, e := range b.entries {
		m.add("", DayOf(e.At), 1, e.ID)
	}
	row := ChartRow{Label: b.words.CalendarTitle, Marks: m.row("")}
	c := Chart{ID: "calendar", Section: SectionInsights, Kind: ChartCalendar, Title: b.words.CalendarTitle, Head: b.words.CalendarHead[:]}
	for i := range row.Marks {
		mark := &row.Marks[i]
		mark.Level, mark.Says = min(mark.Count, 5), b.words.EntriesText(mark.Count)
	}
	for _, mark := range slices.Backward(row.Marks) {
		c.Table = append(c.Table, TableRow{Cells: []string{b.words.SpanText(mark.Day, 1), mark.Says}, Entries: mark.Entries})
	}
	c.Rows = []ChartRow{row}
	c.Says = b.words.LargerText(b.words.CalendarText(len(b.entries), len(row.Marks)), c.Rows)
	return c
}

// ticksOverTime draws when steps of each stage were ticked and unticked. Only
// what changed a step is drawn, not notes on it.
func (b *insightBuilder) ticksOverTime() Chart {
	m, was := newMarks(b.bucket), make(map[string]bool)
	var order []string
	titles := make(map[string]string)
	ticked := 0
	for _, t := range b.ticks {
		if was[t.Step] == t.Done {
			continue
		}
		was[t.Step] = t.Done
		stage := stageOf(t.Step)
		key := stage + " +"
		if !t.Done {
			key = stage + " -"
		} else {
			ticked++
		}
		if _, known := titles[stage]; !known {
			titles[stage] = StageTitle(b.req.Guides, stage)
			order = append(order, stage)
		}
		m.add(key, DayOf(t.At), 1, uuid.Nil)
	}
	b.sortStages(order)
	var rows []ChartRow
	for _, stage := range order {
		row := ChartRow{Label: titles[stage], Marks: b.saidTicks(m.row(stage+" +"), Full, b.words.TickedText)}
		row.Marks = append(row.Marks, b.saidTicks(m.row(stage+" -"), Hollow, b.words.UntickedText)...)
		rows = append(rows, row)
	}
	return Chart{ID: "ticks", Section: SectionStages, Kind: ChartRows, Title: b.words.TicksTitle,
		Says: b.words.LargerText(b.words.TicksText(ticked, len(order)), rows), Rows: rows, Head: b.words.TicksHead[:], Table: b.tableOf(rows)}
}

func (b *insightBuilder) saidTicks(list []ChartMark, shape Shape, say func(int) string) []ChartMark {
	for i := range list {
		list[i].Level, list[i].Shape, list[i].Says = countLevel(list[i].Count), shape, say(list[i].Count)
	}
	return list
}

// sortStages puts stage ids in the order of the guides.
func (b *insightBuilder) sortStages(ids []string) {
	place := make(map[string]int)
	for _, g := range b.req.Guides {
		for _, s := range g.Stages {
			if _, known := place[s.ID]; !known {
				place[s.ID] = len(place) + 1
			}
		}
	}
	slices.SortStableFunc(ids, func(x, y string) int {
		px, py := place[x], place[y]
		if px == 0 || py == 0 { // what no guide has comes last
			return cmp.Or(cmp.Compare(py, px), cmp.Compare(x, y))
		}
		return cmp.Compare(px, py)
	})
}

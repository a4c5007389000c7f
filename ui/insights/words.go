package insights

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
)

// mostEvents is how many marks of the time axis are put into words.
const mostEvents = 40

// usesWords says how a drawing is used while no mark is gone to, with the keys or
// with the pointer.
func usesWords(c journal.Chart, keys bool) string {
	switch opens := opens(c); {
	case keys && opens:
		return lang.L("Arrow keys go from mark to mark, Enter opens the entries behind one.")
	case keys:
		return lang.L("Arrow keys go from mark to mark.")
	case opens:
		return lang.L("Click a mark to open the entries behind it.")
	}
	return lang.L("Point at a mark to read what it stands for.")
}

// opens reports whether there is an entry behind any mark of a chart.
func opens(c journal.Chart) bool {
	return slices.ContainsFunc(c.Rows, func(row journal.ChartRow) bool {
		return slices.ContainsFunc(row.Marks, func(m journal.ChartMark) bool { return len(m.Entries) > 0 })
	})
}

// nothingWords says why there are no drawings, or nothing.
func nothingWords(charts []journal.Chart, q Query) string {
	switch {
	case len(charts) > 0:
		return ""
	case q.From != "" || q.To != "" || len(q.Stages) > 0:
		return lang.L("There is nothing to draw of this time and stage. Choose another, or everything. What is drawn: feelings named in entries, guided pages filled in more than once, and what you saw of promises.")
	}
	return lang.L("There is nothing to draw yet. Name a feeling in an entry, fill in a guided page more than once, or note what you saw of a promise, and it appears here.")
}

// marksWords says what the numbered marks on the time axis are.
func marksWords(charts []journal.Chart) string {
	if len(charts) == 0 || len(charts[0].Events) == 0 {
		return ""
	}
	events := charts[0].Events
	var parts []string
	for i, e := range events[:min(len(events), mostEvents)] {
		parts = append(parts, strconv.Itoa(i+1)+" "+e.Says+" ("+dates.Day(e.Day)+")")
	}
	text := lang.L("Dotted lines mark when a stage changed: {{.Events}}.", map[string]any{"Events": strings.Join(parts, " · ")})
	if left := len(events) - len(parts); left > 0 {
		text += " " + lang.L("The Path shows {{.Count}} later ones.", map[string]any{"Count": left})
	}
	return text
}

// lineOf is what an entry is called in a list.
func lineOf(e journal.EntrySummary) string {
	return cmp.Or(e.Title, e.FirstLine, lang.L("No text"))
}

package summary_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"mend/journal"
	"mend/journal/summary"
)

// everywhere has s wherever a report can hold words of the person, or of an
// archive that somebody made.
func everywhere(s string) journal.Report {
	r := reportOf(s)
	r.Line = s
	r.First = &journal.ReportFirst{Happened: s, Wants: s, Topics: []string{s}, Shifted: s,
		Working:  []journal.ReportStage{{Title: s, State: journal.ReportState{State: journal.Working, At: day(3, 2, 9, 0), Reason: s}}},
		Promises: []journal.ReportPromise{{Text: s, Who: journal.ByMe}},
		Next:     []journal.ReportNext{{Day: "2026-06-01", Kind: journal.NextGoal, What: s}}}
	r.Stages[0].Title, r.Stages[0].Steps[0].Title = s, s
	r.Feelings[0].Word = s
	r.Promises = []journal.ReportPromise{{Text: s, Who: journal.ByMe, Why: s, How: s, Note: s,
		Observations: []journal.Observation{{Day: "2026-03-02", Result: journal.Kept, Note: s}}}}
	r.Goals = []journal.ReportGoal{{Term: journal.ShortTerm, Text: s, DoneWhen: s}}
	mark := journal.ChartMark{Day: "2026-03-02", Days: 1, Level: 3, Count: 1, Shape: journal.Full, Says: "named once"}
	for i, kind := range []journal.ChartKind{journal.ChartRows, journal.ChartPanels, journal.ChartCalendar} {
		r.Charts[i] = journal.Chart{ID: "c", Kind: kind, Title: s, Says: s, From: "2026-03-01", To: "2026-04-01",
			Rows:   []journal.ChartRow{{Label: s, Marks: []journal.ChartMark{mark}}},
			Events: []journal.ChartEvent{{Day: "2026-03-05", Says: s, Stage: s}},
			Table:  []journal.TableRow{{Cells: []string{"2 March", s, "named once"}}}}
	}
	r.Charts = r.Charts[:3]
	e := &r.Entries[0]
	e.Stage, e.Step = s, s
	e.Fields = append(e.Fields,
		journal.ReportField{Group: s, Label: s, Text: s, Short: true},
		journal.ReportField{Label: s, Sides: []journal.ReportSide{{Label: s, Text: s}, {Label: "B", Text: s}}})
	return r
}

// brief is s as short as what stands on one line may be.
func brief(s string) string { return strings.ToValidUTF8(s[:min(len(s), 300)], "") }

// Nothing that stands anywhere in a summary becomes a part of it, turns the text
// around it, or stays what can't be shown.
func TestHostileTextStaysWhereItIs(t *testing.T) {
	drawing := regexp.MustCompile(`(?s)<svg viewBox="[0-9. ]+" width="[0-9.]+" height="[0-9.]+" role="img" aria-label="[^"<>]*">(.*?)</svg>`)
	sections := strings.Count(strings.Join(sectionsOf(t, "plain"), "\n"), "\n## ")
	for name, s := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			s := brief(s)
			if got := strings.Count(strings.Join(sectionsOf(t, s), "\n"), "\n## "); got != sections {
				t.Errorf("%d sections, want %d", got, sections)
			}
			page, _ := printed(t, everywhere(s), summary.HTML)
			text := string(page)
			for _, m := range drawing.FindAllStringSubmatch(text, -1) {
				checkDrawing(t, m[1])
			}
			if n := len(drawing.FindAllString(text, -1)); n != 3 || strings.Count(text, "<svg") != 3 {
				t.Errorf("%d drawings, %d that begin", n, strings.Count(text, "<svg"))
			}
			checkHTML(t, drawing.ReplaceAllString(text, ""))
			markdown, _ := printed(t, everywhere(s), summary.Markdown)
			for _, shown := range []string{text, string(markdown)} {
				checkShown(t, shown)
			}
			if pages := pdfPages(t, first(printed(t, everywhere(s), summary.PDF))); len(pages) == 0 {
				t.Error("there are no pages")
			}
		})
	}
}

func sectionsOf(t *testing.T, s string) []string {
	t.Helper()
	markdown, _ := printed(t, everywhere(s), summary.Markdown)
	return outline(t, markdown)
}

// checkDrawing fails on what a drawing of ours does not have.
func checkDrawing(t *testing.T, inside string) {
	t.Helper()
	if bad := regexp.MustCompile(`(?i)<(?:script|style|a|image|foreignobject|use|iframe)\b|\son\w+=|href=|\sstyle=`).FindString(tagsOf(inside)); bad != "" {
		t.Errorf("a drawing holds %q", bad)
	}
}

// tagsOf returns the tags of markup, without what stands between them.
func tagsOf(markup string) string {
	return strings.Join(regexp.MustCompile(`<[^>]*>`).FindAllString(markup, -1), "\n")
}

// checkShown fails on characters that turn the text around them or are none.
func checkShown(t *testing.T, printed string) {
	t.Helper()
	for at, r := range printed {
		if r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' || unicode.IsControl(r) && r != '\n' && r != '\t' {
			t.Errorf("it holds %U after %q", r, printed[max(0, at-60):at])
			return
		}
	}
}

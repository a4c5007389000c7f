package summary

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// format is one of the forms a summary can be saved in.
type format struct {
	name  string // for Export, and the file's extension
	label string
	about string
}

// formats lists the forms in the order they are offered.
func formats() []format {
	return []format{
		{"pdf", "PDF", lang.L("Good to print or to hand over: it looks the same everywhere.")},
		{"html", "HTML", lang.L("Good to read on a screen: one file that any browser opens.")},
		{"md", "Markdown", lang.L("Good to go on working with: plain text for any editor.")},
	}
}

func sectionWord(s journal.Section) string {
	switch s {
	case journal.SectionProfile:
		return lang.L("Where you stand")
	case journal.SectionStages:
		return lang.L("Stages, with what is ticked and noted")
	case journal.SectionFeelings:
		return lang.L("Feelings, and how often you named them")
	case journal.SectionPromises:
		return lang.L("Promises with what was seen, and goals")
	}
	return lang.L("Entries, in your own words")
}

func emptyWords() (title, text string) {
	return lang.L("Nothing to put together yet"),
		lang.L("Write an entry in the Journal, tick a step on the Path or note a promise, and it can become part of a summary. Entries you keep out of summaries never do.")
}

// draftWords says what will be in the summary.
func draftWords(d draft) string {
	switch {
	case d.problem:
		return lang.L("Once the dates are right, this line says what will be in the summary.")
	case d.nothing():
		return lang.L("Nothing is chosen yet that a summary could tell of.")
	}
	var parts []string
	if d.entries > 0 {
		parts = append(parts, entryWords(d))
	}
	if d.stages > 0 {
		parts = append(parts, stageWords(d.stages))
	}
	if d.feelings > 0 {
		parts = append(parts, feelingWords(d.feelings))
	}
	if d.promises > 0 {
		parts = append(parts, promiseWords(d.promises))
	}
	if d.goals > 0 {
		parts = append(parts, goalWords(d.goals))
	}
	if d.profile {
		parts = append(parts, lang.L("and where you stand"))
	}
	return lang.L("In it: {{.Parts}}.", map[string]any{"Parts": strings.Join(parts, ", ")})
}

func entryWords(d draft) string {
	data := map[string]any{"Count": d.entries, "First": firstDayWord(d.days), "Last": dayWord(d.days.to)}
	switch {
	case d.entries == 1:
		return lang.L("1 entry of {{.Last}}", data)
	case d.days.from == d.days.to:
		return lang.L("{{.Count}} entries of {{.Last}}", data)
	}
	return lang.L("{{.Count}} entries from {{.First}} to {{.Last}}", data)
}

func stageWords(n int) string {
	if n == 1 {
		return lang.L("1 stage")
	}
	return lang.L("{{.Count}} stages", map[string]any{"Count": n})
}

func feelingWords(n int) string {
	if n == 1 {
		return lang.L("1 feeling")
	}
	return lang.L("{{.Count}} feelings", map[string]any{"Count": n})
}

func promiseWords(n int) string {
	if n == 1 {
		return lang.L("1 promise")
	}
	return lang.L("{{.Count}} promises", map[string]any{"Count": n})
}

func goalWords(n int) string {
	if n == 1 {
		return lang.L("1 goal")
	}
	return lang.L("{{.Count}} goals", map[string]any{"Count": n})
}

// tickedWords says how many of the listed entries are ticked, and that some
// are never listed.
func tickedWords(ticked, listed int) string {
	never := lang.L("Entries you keep out of summaries are not listed and never appear.")
	if listed == 0 {
		return never
	}
	return lang.L("{{.Ticked}} of {{.Listed}} ticked.", map[string]any{"Ticked": ticked, "Listed": listed}) + " " + never
}

// dayWord returns a day to read: "4 May 2026".
func dayWord(d journal.Day) string { return dateWord(d.Time(time.UTC)) }

func dateWord(t time.Time) string {
	return lang.L("{{.Day}} {{.Month}} {{.Year}}",
		map[string]any{"Day": t.Day(), "Month": lang.L(t.Month().String()), "Year": t.Year()})
}

// firstDayWord returns the first day of a span, without the year and the month
// that its last day says too.
func firstDayWord(days span) string {
	from, to := days.from.Time(time.UTC), days.to.Time(time.UTC)
	switch {
	case from.Year() != to.Year():
		return dateWord(from)
	case from.Month() == to.Month():
		return strconv.Itoa(from.Day())
	}
	return lang.L("{{.Day}} {{.Month}}", map[string]any{"Day": from.Day(), "Month": lang.L(from.Month().String())})
}

// lineOf returns what an entry is called in the list: by its title, its first
// words, or the guided page it is on.
func lineOf(e journal.EntrySummary, pages []journal.Page) string {
	switch {
	case e.Title != "":
		return e.Title
	case e.FirstLine != "":
		return e.FirstLine
	case e.Page != "":
		return journal.PageTitle(pages, e.Page)
	}
	return lang.L("Without words")
}

// belowOf returns the moment of an entry and what was felt.
func belowOf(e journal.EntrySummary) string {
	words := []string{dateWord(e.At) + ", " + e.At.Format("15:04")}
	for _, f := range e.Feelings {
		words = append(words, f.Word)
	}
	return strings.Join(words, "  ·  ")
}

// namesTold is how many shortened words are listed at most.
const namesTold = 30

// savedWords says what was saved where, and what to know about it.
func savedWords(r saved) string {
	parts := []string{lang.L("Saved to {{.Path}}", map[string]any{"Path": r.path})}
	switch r.replaced {
	case 0:
	case 1:
		parts = append(parts, lang.L("1 character that the file's typeface lacks is shown as a mark."))
	default:
		parts = append(parts, lang.L("{{.Count}} characters that the file's typeface lacks are shown as a mark.",
			map[string]any{"Count": r.replaced}))
	}
	if len(r.shortened) > 0 {
		names := strings.Join(r.shortened[:min(len(r.shortened), namesTold)], ", ")
		if len(r.shortened) > namesTold {
			names += ", …"
		}
		parts = append(parts, lang.L("Now initials: {{.Names}}. Read the file once: a name may have been missed.",
			map[string]any{"Names": names}))
	} else if r.initials {
		parts = append(parts, lang.L("No names were found to shorten. Read the file once: one may have been missed."))
	}
	return strings.Join(parts, "\n")
}

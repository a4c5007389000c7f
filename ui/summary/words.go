package summary

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
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

// paper is one of the papers a PDF can be set on.
type paper struct{ name, label string }

func papers() []paper { return []paper{{"a4", lang.L("A4")}, {"letter", lang.L("Letter")}} }

func recipientWord(r journal.Recipient) string {
	switch r {
	case journal.ForCounsellor:
		return lang.L("For a counsellor")
	case journal.ForPartner:
		return lang.L("For my partner")
	}
	return lang.L("For me")
}

// recipientAbout says what a recipient begins with.
func recipientAbout(r journal.Recipient) string {
	switch r {
	case journal.ForCounsellor:
		return lang.L("It begins with a first page that can be read in two minutes, the beginnings of your entries with what you felt, and initials for names. You can change all of it below.")
	case journal.ForPartner:
		return lang.L("It begins with promises and goals, and nothing of what you wrote, felt or decided. A promise or goal that only you know of would be in it too: look at the preview before you hand it over.")
	}
	return lang.L("It begins with everything, each entry in full. You can change all of it below.")
}

func periodWord(preset string) string {
	switch preset {
	case sinceLast:
		return lang.L("Since the last summary")
	case thisMonth:
		return lang.L("This month")
	case thisQuarter:
		return lang.L("This quarter")
	case lastMonths:
		return lang.L("Last three months")
	case ownDates:
		return lang.L("Own dates")
	}
	return lang.L("Everything")
}

// savedWord says when a summary was saved last.
func savedWord(day journal.Day) string {
	if day == "" {
		return ""
	}
	return lang.L("You saved the last summary on {{.Day}}.", map[string]any{"Day": dates.Day(day)})
}

// showings lists the ways to show an entry, from all of it to none.
func showings() []journal.Showing {
	return []journal.Showing{journal.ShowFull, journal.ShowExcerpt, journal.ShowNone}
}

// showingWord says how much of an entry is shown.
func showingWord(how journal.Showing) string {
	switch how {
	case journal.ShowExcerpt:
		return lang.L("beginning")
	case journal.ShowNone:
		return lang.L("left out")
	}
	return lang.L("in full")
}

// allWord is on the button that shows every entry so.
func allWord(how journal.Showing) string {
	switch how {
	case journal.ShowExcerpt:
		return lang.L("All beginnings")
	case journal.ShowNone:
		return lang.L("None")
	}
	return lang.L("All in full")
}

// openWords says what a file that is not sealed means, and what sealing does.
func openWords() string {
	return lang.L("Unsealed, anyone who opens the file can read all of it. Download folders and printers keep copies of what passes through them, so choose a place that is only yours. Sealed, it opens with a passphrase that you think of now.")
}

// printWords says what a file means that is to be printed.
func printWords() string {
	return lang.L("The file is not sealed: anyone who opens it can read all of it. Download folders and printers keep copies of what passes through them, so choose a place that is only yours.")
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
	case journal.SectionInsights:
		return lang.L("How it went over time, in charts")
	}
	return lang.L("Entries, in your own words")
}

func emptyWords() (title, text string) {
	return lang.L("Nothing to put together yet"),
		lang.L("Write an entry in the Journal, tick a step on the Path or note a promise, and it can become part of a summary. Entries you keep out of summaries never do.")
}

// draftWords says what will be in the summary.
func draftWords(d draft) string { return inItWords(d, entryWords(d)) }

// briefWords says it where there is little room, without the days.
func briefWords(d draft) string { return inItWords(d, muchWords(d)) }

func inItWords(d draft, entries string) string {
	switch {
	case d.problem:
		return lang.L("Once the dates are right, this line says what will be in the summary.")
	case d.nothing():
		return lang.L("Nothing is chosen yet that a summary could tell of.")
	}
	var parts []string
	if d.first {
		parts = append(parts, lang.L("a first page"))
	}
	if d.entries > 0 {
		parts = append(parts, entries)
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
	if d.insights {
		parts = append(parts, lang.L("charts over time"))
	}
	if d.profile {
		parts = append(parts, lang.L("and where you stand"))
	}
	return lang.L("In it: {{.Parts}}.", map[string]any{"Parts": strings.Join(parts, ", ")})
}

func entryWords(d draft) string {
	data := map[string]any{"First": firstDayWord(d.days), "Last": dates.Day(d.days.to)}
	when := lang.L("from {{.First}} to {{.Last}}", data)
	if d.days.from == d.days.to {
		when = lang.L("from {{.Last}}", data)
	}
	return muchWords(d) + " " + when
}

// muchWords says how many entries there are, and how much of them.
func muchWords(d draft) string {
	data := map[string]any{"Count": d.entries, "Full": d.entries - d.excerpts, "Beginnings": d.excerpts}
	switch {
	case d.excerpts == 0 && d.entries == 1:
		return lang.L("1 entry in full")
	case d.excerpts == 0:
		return lang.L("{{.Count}} entries in full", data)
	case d.excerpts == d.entries && d.entries == 1:
		return lang.L("the beginning of 1 entry")
	case d.excerpts == d.entries:
		return lang.L("the beginnings of {{.Count}} entries", data)
	}
	return lang.L("{{.Count}} entries ({{.Full}} in full, {{.Beginnings}} by their beginnings)", data)
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

// shownWords says how many of the listed entries are shown, and that some are
// never listed.
func shownWords(shown map[journal.Showing]int, listed int) string {
	never := lang.L("Entries you keep out of summaries are not listed and never appear.")
	if listed == 0 {
		return never
	}
	data := map[string]any{"Full": shown[journal.ShowFull], "Beginnings": shown[journal.ShowExcerpt],
		"None": shown[journal.ShowNone], "Listed": listed}
	words := lang.L("{{.Full}} of {{.Listed}} in full.", data)
	if shown[journal.ShowExcerpt] > 0 {
		words = lang.L("{{.Full}} of {{.Listed}} in full, {{.Beginnings}} by their beginnings.", data)
	}
	return words + " " + never
}

// firstDayWord returns the first day of a span, without the year and the month
// that its last day says too.
func firstDayWord(days span) string {
	from, to := days.from.Time(time.UTC), days.to.Time(time.UTC)
	switch {
	case from.Year() != to.Year():
		return dates.Of(from)
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
	words := []string{dates.Of(e.At) + ", " + e.At.Format("15:04")}
	for _, f := range e.Feelings {
		words = append(words, f.Word)
	}
	return strings.Join(words, "  ·  ")
}

// namesTold is how many shortened words are listed at most.
const namesTold = 30

// namesWords says what becomes of the words that are shown.
func namesWords(count int) string {
	switch {
	case count == 0:
		return lang.L("No names were found. Look through the preview once: one may have been missed.")
	case count > mostNames:
		return lang.L("These and {{.More}} more become initials. Untick what is to stay as it is. A name may have been missed: look through the preview once.",
			map[string]any{"More": count - mostNames})
	}
	return lang.L("These become initials. Untick what is to stay as it is. A name may have been missed: look through the preview once.")
}

// listWords lists words, some of them if they are many.
func listWords(words []string) string {
	list := strings.Join(words[:min(len(words), namesTold)], ", ")
	if len(words) > namesTold {
		list += ", …"
	}
	return list
}

// savedWords says what was saved where, and what to know about it.
func savedWords(r saved) string {
	parts := []string{lang.L("Saved to {{.Path}}", map[string]any{"Path": r.path})}
	if r.sealed {
		parts[0] = lang.L("Saved, sealed, to {{.Path}}", map[string]any{"Path": r.path})
	}
	switch r.replaced {
	case 0:
	case 1:
		parts = append(parts, lang.L("1 character that the file's typeface lacks is shown as a mark."))
	default:
		parts = append(parts, lang.L("{{.Count}} characters that the file's typeface lacks are shown as a mark.",
			map[string]any{"Count": r.replaced}))
	}
	if len(r.shortened) > 0 {
		parts = append(parts, lang.L("Now initials: {{.Names}}. Read the file once: a name may have been missed.",
			map[string]any{"Names": listWords(r.shortened)}))
	} else if r.initials {
		parts = append(parts, lang.L("No names were found to shorten. Read the file once: one may have been missed."))
	}
	return strings.Join(parts, "\n")
}

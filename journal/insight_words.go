package journal

import (
	"fmt"
	"strings"
	"time"
)

// InsightWords holds every fixed word of the charts. Strings with verbs are fmt
// formats.
type InsightWords struct {
	Report ReportWords // days, states, results, intensities

	FewOne, Few string // one mark; count
	Event       string // stage, state
	SpanWeek    string // first day
	SpanMonth   string // month, year
	Part        string // page, heading

	FeelingsTitle, FamiliesTitle, FamiliesSay, OwnWords string
	FeelingsHead, FamiliesHead                          [3]string
	NamedMost                                           string // list
	NamedPart                                           string // word, times
	AndOthers                                           string // count
	Named, NamedOnce                                    string // times, intensity

	BeforeTitle, Lighter, Same, Harder string
	BeforeHead                         [3]string
	BeforeSay                          string // entries, lighter, same, harder
	EntryOne, Entries                  string // count

	RatingsHead             [3]string
	RatingsSay, RatingsOnce string // times, lines
	Ends                    string // what 1 and 5 stand for
	Level, LevelOf          string // level; level, low, high

	PromiseTitles map[Party]string
	PromisesHead  [3]string
	PromisesSay   string // count
	PromisesOne   string
	SeenOne, Seen string // count

	CalendarTitle string
	CalendarHead  [2]string
	CalendarSay   string // entries, days

	TicksTitle              string
	TicksHead               [3]string
	TicksSay                string // steps, stages
	TickedOne, Ticked       string // count
	UntickedOne, UntickedMy string // count
}

// EnglishInsights returns the words of the charts in English.
func EnglishInsights() InsightWords {
	return InsightWords{
		Report: EnglishReport(),
		FewOne: "There is one mark so far, too few to see anything in.",
		Few:    "There are %d marks so far, too few to see anything in.",
		Event:  "%s: %s", SpanWeek: "week of %s", SpanMonth: "%s %d", Part: "%s: %s",

		FeelingsTitle: "Feelings, word by word", FamiliesTitle: "Feelings, by family", OwnWords: "Your own words",
		FamiliesSay:  "Each mark is a feeling you named; the larger it is, the stronger the feeling was.",
		FeelingsHead: [3]string{"When", "Feeling", "Named"}, FamiliesHead: [3]string{"When", "Family", "Named"},
		NamedMost: "Named most often: %s. The larger a mark, the stronger the feeling was.",
		NamedPart: "%s (%s)", AndOthers: " %d other words are not drawn.",
		Named: "%d times, at most %s", NamedOnce: "once, %s",

		BeforeTitle: "Before and after writing", Lighter: "lighter", Same: "the same", Harder: "harder",
		BeforeHead: [3]string{"When", "Afterwards it was", "Entries"},
		BeforeSay:  "Of %d entries with both ratings, it was lighter afterwards in %d, the same in %d and harder in %d.",
		EntryOne:   "1 entry", Entries: "%d entries",

		RatingsHead: [3]string{"When", "Line", "Rating"},
		RatingsSay:  "Filled in %d times. Each of the %d lines stands for itself.", RatingsOnce: "Filled in once. Each of the %[2]d lines stands for itself.",
		Ends:  " 1 stands for “%s”, 5 for “%s”.",
		Level: "%d of 5", LevelOf: "%d of 5, from %s to %s",

		PromiseTitles: map[Party]string{ByMe: "My promises, as observed", ByPartner: "My partner's promises, as I observed them",
			ByBoth: "Promises of us both, as observed"},
		PromisesHead: [3]string{"When", "Observed", "How often"},
		PromisesSay:  "Observations of %d promises, week by week. Days on which none was due are not drawn.",
		PromisesOne:  "Observations of 1 promise, week by week. Days on which it was not due are not drawn.",
		SeenOne:      "once", Seen: "%d times",

		CalendarTitle: "Days with writing", CalendarHead: [2]string{"Day", "Entries"},
		CalendarSay: "%s on %s. A day without writing means nothing.",

		TicksTitle: "Steps ticked", TicksHead: [3]string{"When", "Stage", "Steps"},
		TicksSay:  "%s in %s. A full mark is a tick, a ring one that was taken back.",
		TickedOne: "1 step ticked", Ticked: "%d steps ticked",
		UntickedOne: "1 tick taken back", UntickedMy: "%d ticks taken back",
	}
}

// FewText says that there are too few marks to see anything in.
func (w InsightWords) FewText(n int) string {
	if n == 1 {
		return w.FewOne
	}
	return fmt.Sprintf(w.Few, n)
}

// EventText says how a stage stood from a day on.
func (w InsightWords) EventText(stage string, s StateName) string {
	return fmt.Sprintf(w.Event, stage, strings.ToLower(w.Report.States[s]))
}

// SpanText puts the days that a mark stands for into words.
func (w InsightWords) SpanText(from Day, days int) string {
	t := from.Time(time.UTC)
	switch {
	case days == 1:
		return w.Report.CalendarText(from)
	case days == 7:
		return fmt.Sprintf(w.SpanWeek, w.Report.CalendarText(from))
	}
	return fmt.Sprintf(w.SpanMonth, w.Report.Months[t.Month()-1], t.Year())
}

// PartTitle names a part of a page.
func (w InsightWords) PartTitle(page, part string) string { return fmt.Sprintf(w.Part, page, part) }

// FeelingsText says which feelings were named most, and how many words were
// left out.
func (w InsightWords) FeelingsText(most []FeelingCount, left int) string {
	parts := make([]string, len(most))
	for i, f := range most {
		parts[i] = fmt.Sprintf(w.NamedPart, f.Word, w.Report.TimesText(f))
	}
	text := fmt.Sprintf(w.NamedMost, strings.Join(parts, ", "))
	if left > 0 {
		text += fmt.Sprintf(w.AndOthers, left)
	}
	return text
}

// NamedText says how often a feeling was named, and how strong at most.
func (w InsightWords) NamedText(times, strongest int) string {
	if times == 1 {
		return fmt.Sprintf(w.NamedOnce, w.Report.intensity(strongest))
	}
	return fmt.Sprintf(w.Named, times, w.Report.intensity(strongest))
}

// BeforeText says how entries with both ratings ended.
func (w InsightWords) BeforeText(all, lighter, same, harder int) string {
	return fmt.Sprintf(w.BeforeSay, all, lighter, same, harder)
}

// EntriesText counts entries.
func (w InsightWords) EntriesText(n int) string { return counting(n, w.EntryOne, w.Entries) }

// RatingsText says how often a page was filled in.
func (w InsightWords) RatingsText(times, lines int) string {
	if times == 1 {
		return fmt.Sprintf(w.RatingsOnce, times, lines)
	}
	return fmt.Sprintf(w.RatingsSay, times, lines)
}

// EndsText says what the lowest and the highest rating stand for.
func (w InsightWords) EndsText(low, high string) string { return fmt.Sprintf(w.Ends, low, high) }

// LevelText puts a rating between its ends.
func (w InsightWords) LevelText(level int, low, high string) string {
	if low == "" || high == "" {
		return fmt.Sprintf(w.Level, level)
	}
	return fmt.Sprintf(w.LevelOf, level, low, high)
}

// PromisesTitle names the chart of a party's promises.
func (w InsightWords) PromisesTitle(who Party) string { return w.PromiseTitles[who] }

// PromisesText says of how many promises there are observations.
func (w InsightWords) PromisesText(n int) string { return counting(n, w.PromisesOne, w.PromisesSay) }

// SeenText counts observations.
func (w InsightWords) SeenText(n int) string { return counting(n, w.SeenOne, w.Seen) }

// CalendarText says how much writing there was, on how many days.
func (w InsightWords) CalendarText(entries, days int) string {
	return fmt.Sprintf(w.CalendarSay, w.EntriesText(entries), counting(days, "1 day", "%d days"))
}

// TicksText says how many steps were ticked, in how many stages.
func (w InsightWords) TicksText(steps, stages int) string {
	return fmt.Sprintf(w.TicksSay, w.TickedText(steps), counting(stages, "1 stage", "%d stages"))
}

// TickedText counts steps that were ticked.
func (w InsightWords) TickedText(n int) string { return counting(n, w.TickedOne, w.Ticked) }

// UntickedText counts ticks that were taken back.
func (w InsightWords) UntickedText(n int) string { return counting(n, w.UntickedOne, w.UntickedMy) }

// counting says a number in the one form or the other.
func counting(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

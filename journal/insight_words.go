package journal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// InsightWords holds every fixed word of the charts. Strings with verbs are fmt
// formats.
type InsightWords struct {
	Report ReportWords // days, states, results, intensities

	FewOne, Few string    // one mark; count
	Event       string    // stage, state
	SpanWeek    string    // first day
	SpanMonth   string    // month, year
	SpanMonths  string    // first month, last month, year
	SpanYear    string    // year
	Paces       [4]string // week by week, and so on: by month, quarter and year
	Part        string    // page, heading

	FeelingsTitle, FamiliesTitle, FamiliesSay, OwnWords string
	FeelingsHead, FamiliesHead                          [3]string
	NamedMost                                           string // list
	NamedPart                                           string // word, times
	NamedAlike                                          string // words, times
	NamedEven                                           string
	Stronger                                            string
	AndOther, AndOthers                                 string // count
	Named, NamedOnce                                    string // times, intensity

	Larger string // where marks grow with what they count

	BeforeTitle, Lighter, Same, Harder string
	BeforeHead                         [3]string
	BeforeSay                          string // entries, lighter, same, harder
	NoneOfThem                         string
	EntryOne, Entries                  string // count

	RatingsHead             [3]string
	RatingsSay, RatingsOnce string // times, lines
	Ends                    string // what 1 and 5 stand for
	Level, LevelOf          string // level; level, low, high

	PromiseTitles map[Party]string
	PromisesHead  [3]string
	PromisesSay   string // count, pace
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
		Event:  "%s: %s", SpanWeek: "week of %s", SpanMonth: "%s %d", SpanMonths: "%s to %s %d", SpanYear: "%d",
		Paces: [...]string{"week by week", "month by month", "quarter by quarter", "year by year"},
		Part:  "%s: %s",

		FeelingsTitle: "Feelings, word by word", FamiliesTitle: "Feelings, by family", OwnWords: "Your own words",
		FamiliesSay:  "Each mark is a feeling you named; the larger it is, the stronger the feeling was.",
		FeelingsHead: [3]string{"When", "Feeling", "Named"}, FamiliesHead: [3]string{"When", "Family", "Named"},
		NamedMost: "Named most often: %s.", NamedPart: "%s (%s)",
		NamedAlike: "%d words were named %d times each, and none more often.", NamedEven: "No word was named more than once.",
		Stronger: "The larger a mark, the stronger the feeling was.",
		AndOther: "1 other word is not drawn.", AndOthers: "%d other words are not drawn.",
		Named: "%d times, at most %s", NamedOnce: "once, %s",

		Larger: "The larger a mark, the more it stands for.",

		BeforeTitle: "Before and after writing", Lighter: "lighter", Same: "the same", Harder: "harder",
		BeforeHead: [3]string{"When", "Afterwards it was", "Entries"},
		BeforeSay:  "Of %s with both ratings, it was lighter afterwards in %s, the same in %s and harder in %s.", NoneOfThem: "none",
		EntryOne: "1 entry", Entries: "%d entries",

		RatingsHead: [3]string{"When", "Line", "Rating"},
		RatingsSay:  "Filled in %d times. Each of the %d lines stands for itself.", RatingsOnce: "Filled in once. Each of the %[2]d lines stands for itself.",
		Ends:  " 1 stands for “%s”, 5 for “%s”.",
		Level: "%d of 5", LevelOf: "%d of 5, from %s to %s",

		PromiseTitles: map[Party]string{ByMe: "My promises, as observed", ByPartner: "My partner's promises, as I observed them",
			ByBoth: "Promises of us both, as observed"},
		PromisesHead: [3]string{"When", "Observed", "How often"},
		PromisesSay:  "Observations of %d promises, %s. Days on which none was due are not drawn.",
		PromisesOne:  "Observations of 1 promise, %[2]s. Days on which it was not due are not drawn.",
		SeenOne:      "once", Seen: "%d times",

		CalendarTitle: "Days with writing", CalendarHead: [2]string{"Day", "Entries"},
		CalendarSay: "%s on %s. Days without writing need no reason.",

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
	month := func(n time.Month) string { return w.Report.Months[n-1] }
	switch {
	case days > 92:
		return fmt.Sprintf(w.SpanYear, t.Year())
	case days > 31:
		return fmt.Sprintf(w.SpanMonths, month(t.Month()), month(t.Month()+2), t.Year())
	}
	return fmt.Sprintf(w.SpanMonth, month(t.Month()), t.Year())
}

// PartTitle names a part of a page.
func (w InsightWords) PartTitle(page, part string) string { return fmt.Sprintf(w.Part, page, part) }

// FeelingsText says which feelings of those counted were named most, the most
// first, and how many words were left out. None counted says nothing of that.
func (w InsightWords) FeelingsText(counted []FeelingCount, left int) string {
	var says []string
	if len(counted) > 0 {
		says = append(says, w.mostText(counted))
	}
	says = append(says, w.Stronger)
	if left > 0 {
		says = append(says, counting(left, w.AndOther, w.AndOthers))
	}
	return strings.Join(says, " ")
}

// mostText names the words that were named most, and of those that were named
// as often as each other all or none.
func (w InsightWords) mostText(counted []FeelingCount) string {
	const most = 4
	alike := func(from int) int { // the end of those named as often as the one there
		n := from
		for n < len(counted) && counted[n].Count == counted[from].Count {
			n++
		}
		return n
	}
	top := counted[0].Count
	switch first := alike(0); {
	case top == 1:
		return w.NamedEven
	case first > most:
		return fmt.Sprintf(w.NamedAlike, first, top)
	}
	named := 0
	for next := alike(0); next > named && next <= most && counted[named].Count > 1; next = alike(named) {
		named = next
	}
	parts := make([]string, named)
	for i, f := range counted[:named] {
		parts[i] = fmt.Sprintf(w.NamedPart, f.Word, w.Report.TimesText(f))
	}
	return fmt.Sprintf(w.NamedMost, strings.Join(parts, ", "))
}

// NamedText says how often a feeling was named, and how strong at most.
func (w InsightWords) NamedText(times, strongest int) string {
	if times == 1 {
		return fmt.Sprintf(w.NamedOnce, w.Report.intensity(strongest))
	}
	return fmt.Sprintf(w.Named, times, w.Report.intensity(strongest))
}

// LargerText says after what a chart says that its marks grow with what they
// count, if one of them counts more than one.
func (w InsightWords) LargerText(says string, rows []ChartRow) string {
	for _, row := range rows {
		if slices.ContainsFunc(row.Marks, func(m ChartMark) bool { return m.Count > 1 }) {
			return says + " " + w.Larger
		}
	}
	return says
}

// BeforeText says how entries with both ratings ended.
func (w InsightWords) BeforeText(all, lighter, same, harder int) string {
	of := func(n int) string {
		if n == 0 {
			return w.NoneOfThem
		}
		return strconv.Itoa(n)
	}
	return fmt.Sprintf(w.BeforeSay, w.EntriesText(all), of(lighter), of(same), of(harder))
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

// PromisesText says of how many promises there are observations, and in what
// steps of time they are drawn.
func (w InsightWords) PromisesText(n int, pace string) string {
	if n == 1 {
		return fmt.Sprintf(w.PromisesOne, n, pace)
	}
	return fmt.Sprintf(w.PromisesSay, n, pace)
}

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

package journal

import (
	"fmt"
	"strings"
	"time"
)

// ReportWords holds every fixed word of a report, so that the printers have
// none of their own. Strings with verbs are fmt formats; the order of a date's
// parts is in Date.
type ReportWords struct {
	Language string // BCP 47, such as "en"
	Title    string
	Sections map[Section]string // headings

	Period     string // first day, last day
	PeriodFrom string // first day
	PeriodTo   string // last day
	MadeOn     string // day
	Nothing    string
	Footer     string // at the end
	Initials   string // said when names were shortened
	Page       string // page number, number of pages

	InShort  string // headings of the first page
	Happened string
	Wants    string
	Topics   string
	Shifted  string
	Working  string
	Coming   string
	Promised string              // promise, what was seen of it
	Nexts    map[NextKind]string // what it is, in words

	Lines     string // said above the events of the charts
	EventOn   string // event, day
	Earlier   string // count of rows of a table that are not listed
	Beginning string // said of an excerpt

	Role       string
	Roles      map[Role]string
	Path       string
	Paths      map[Path]string
	PathReview string // path, day

	State      string
	States     map[StateName]string
	StateSince string // state, day
	History    string
	OtherGuide string
	Acts       map[StepAct]string // day
	NoteLabel  string
	Reason     string

	PromisedBy string // label
	Parties    map[Party]string
	HowOften   string // label
	Cadences   map[Cadence]string
	Whenever   string // of a promise that simply holds
	EveryDays  string // count
	OnWeekdays string // days
	PromiseDue string // label: by when, or the last day
	PromiseEnd string // label
	Why        string // label
	How        string // label
	LookAgain  string // label
	Observed   string // label
	Results    map[Result]string
	SeenOnce   string // result
	SeenTimes  string // result, count

	Goals       string // heading
	HowFar      string // label
	Terms       map[Term]string
	GoalDue     string // label
	DoneWhen    string // label
	GoalReached string // label
	GoalDropped string // label

	Feelings     string // label on an entry
	Once         string
	Times        string    // count
	Feeling      string    // word, intensity
	Intensity    [5]string // from the faintest to the strongest
	Intensities  string    // lowest, highest
	Before       string
	After        string
	Rating       string    // word, 1 to 5
	Ratings      [5]string // how it is, from the hardest to the lightest
	Rated        string    // 1 to 5, of a guided page
	RatedEnds    string    // the same, and what 1 and 5 stand for
	FeltIn       string    // label of FieldFeltIn
	Need         string    // label of FieldNeed
	Asked        string    // label of FieldAsked
	Stage        string
	Step         string
	Tags         string
	GuidedPage   string
	NoPicture    string // what stands for a picture; its text
	Replaced     string // count, mark
	ReplacedOnce string // mark

	Date     string // day, month name, year; no-break spaces keep it on one line
	DateTime string // weekday, date, time
	Weekdays [7]string
	Months   [12]string
}

// EnglishReport returns the words of a report in English.
func EnglishReport() ReportWords {
	return ReportWords{
		Language: "en",
		Title:    "Reflection summary",
		Sections: map[Section]string{
			SectionProfile: "Where I stand", SectionStages: "Stages", SectionFeelings: "Feelings named",
			SectionPromises: "Promises", SectionInsights: "Over time", SectionEntries: "Entries",
		},

		Period: "%s to %s", PeriodFrom: "from %s", PeriodTo: "up to %s",
		MadeOn:   "Put together on %s",
		Nothing:  "There is nothing in this period.",
		Footer:   "Written by the person themselves, in their own words; not a clinical record.",
		Initials: "Names were shortened to initials.",
		Page:     "%d of %d",

		InShort: "In short", Happened: "What happened", Wants: "What I want from this meeting", Topics: "Topics and questions",
		Shifted: "What has shifted", Working: "Stages I am working on", Coming: "What comes next",
		Promised: "%s: %s",
		Nexts:    map[NextKind]string{NextPath: "My path, to be looked at again", NextPromise: "To be looked at again", NextGoal: "A goal"},

		Lines:     "Dotted lines mark when a stage changed.",
		EventOn:   "%s, on %s",
		Earlier:   "%d earlier ones are not listed.",
		Beginning: "The beginning only",

		Role: "My side",
		Roles: map[Role]string{
			Hurt: "I was hurt", Caused: "I caused the hurt",
			Both: "I was hurt and I caused hurt", Unsure: "I am not sure",
		},
		Path: "My path",
		Paths: map[Path]string{
			Undecided: "undecided", Trying: "trying", SteppingBack: "stepping back", PartingWell: "parting well",
		},
		PathReview: "%s, to be looked at again on %s",

		State: "How it stands",
		States: map[StateName]string{
			NotStarted: "Not started", Exploring: "Exploring", Working: "Working on it", Steady: "Steady for now",
			Revisiting: "Coming back to it", Paused: "Paused", NotForMe: "Not for me",
		},
		StateSince: "%s since %s",
		History:    "What changed",
		OtherGuide: "Outside my guide and path",
		Acts: map[StepAct]string{
			StepTicked: "Ticked on %s", StepUnticked: "Unticked on %s", StepNoted: "Noted on %s",
		},
		NoteLabel: "Note",
		Reason:    "Reason",

		PromisedBy: "Promised by",
		Parties:    map[Party]string{ByMe: "me", ByPartner: "my partner", ByBoth: "both of us"},
		HowOften:   "How often",
		Whenever:   "whenever it comes up",
		Cadences:   map[Cadence]string{Once: "once", EveryDay: "every day", EveryWeek: "every week"},
		EveryDays:  "every %d days", OnWeekdays: "on %s",
		PromiseDue: "Until", PromiseEnd: "No longer held from",
		Why: "Why it matters", How: "How it will be known", LookAgain: "To be looked at again", Observed: "What was seen",
		Results:  map[Result]string{Kept: "kept", Partly: "partly kept", Missed: "missed", NotDue: "not due"},
		SeenOnce: "%s once", SeenTimes: "%s %d times",

		Goals: "Goals", HowFar: "How far ahead", Terms: map[Term]string{ShortTerm: "soon", LongTerm: "in the long run"},
		GoalDue: "By", DoneWhen: "Reached when", GoalReached: "Reached on", GoalDropped: "Set aside on",

		Feelings: "Feelings", Once: "once", Times: "%d times",
		Feeling: "%s (%s)", Intensity: [5]string{"faint", "light", "medium", "strong", "overwhelming"}, Intensities: "from %s to %s",
		Before: "Before writing", After: "After writing", Rating: "%s (%d of 5)",
		Ratings: [5]string{"very hard", "hard", "bearable", "all right", "good"},
		Rated:   "%s of 5", RatedEnds: "%s of 5, from “%s” to “%s”",
		FeltIn: "Where I felt it", Need: "What I needed", Asked: "The question",
		Stage: "Stage", Step: "Step", Tags: "Tags", GuidedPage: "Guided page",
		NoPicture:    "[Picture not included: %s]",
		Replaced:     "%d characters that this document's typeface lacks are shown as %s.",
		ReplacedOnce: "1 character that this document's typeface lacks is shown as %s.",

		Date: "%[1]d\u00A0%[2]s\u00A0%[3]d", DateTime: "%s %s, %s",
		Weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		Months: [12]string{"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"},
	}
}

// DayText puts the day of t, in t's own zone, into words: "2 March 2026", with
// the spaces of Date.
func (w ReportWords) DayText(t time.Time) string {
	return fmt.Sprintf(w.Date, t.Day(), w.Months[t.Month()-1], t.Year())
}

// Moment puts t into words in t's own zone: "Monday 2 March 2026, 21:15". The
// distance from UTC is added where it is not the one that home had then.
func (w ReportWords) Moment(t time.Time, home *time.Location) string {
	clock := t.Format("15:04")
	_, there := t.Zone()
	if _, here := t.In(home).Zone(); here != there {
		clock += t.Format(" (UTC-07:00)")
	}
	return fmt.Sprintf(w.DateTime, w.Weekdays[t.Weekday()], w.DayText(t), clock)
}

// PeriodText puts the days from and to into words; either may be none.
func (w ReportWords) PeriodText(from, to Day) string {
	first, last := w.DayText(from.Time(time.UTC)), w.DayText(to.Time(time.UTC))
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return fmt.Sprintf(w.PeriodFrom, first)
	case from == "":
		return fmt.Sprintf(w.PeriodTo, last)
	case from == to:
		return first
	}
	return fmt.Sprintf(w.Period, first, last)
}

// PathText puts a path and its review day into words.
func (w ReportWords) PathText(p Path, review Day) string {
	if review == "" {
		return w.Paths[p]
	}
	return fmt.Sprintf(w.PathReview, w.Paths[p], w.DayText(review.Time(time.UTC)))
}

// StateText puts a state and its day into words.
func (w ReportWords) StateText(s ReportState) string {
	if s.At.IsZero() {
		return w.States[s.State]
	}
	return fmt.Sprintf(w.StateSince, w.States[s.State], w.DayText(s.At))
}

// StepText says what was done to a step, and when.
func (w ReportWords) StepText(s ReportStep) string {
	return fmt.Sprintf(w.Acts[s.Act], w.DayText(s.At))
}

// TimesText says how often a feeling was named.
func (w ReportWords) TimesText(f FeelingCount) string {
	if f.Count == 1 {
		return w.Once
	}
	return fmt.Sprintf(w.Times, f.Count)
}

// IntensityText says how strong a feeling was, from and to.
func (w ReportWords) IntensityText(f FeelingCount) string {
	if f.Low == f.High {
		return w.intensity(f.Low)
	}
	return fmt.Sprintf(w.Intensities, w.intensity(f.Low), w.intensity(f.High))
}

// FeelingsText lists feelings with their intensities: "tired (medium), hopeful
// (light)".
func (w ReportWords) FeelingsText(feelings []Feeling) string {
	parts := make([]string, len(feelings))
	for i, f := range feelings {
		parts[i] = fmt.Sprintf(w.Feeling, f.Word, w.intensity(f.Intensity))
	}
	return strings.Join(parts, ", ")
}

func (w ReportWords) intensity(n int) string {
	return w.Intensity[min(max(n, 1), len(w.Intensity))-1]
}

// RatingText puts a rating into words: "hard (2 of 5)".
func (w ReportWords) RatingText(rating int) string {
	return fmt.Sprintf(w.Rating, w.Ratings[min(max(rating, 1), len(w.Ratings))-1], rating)
}

// CadenceText says how often a promise comes round: "on Monday and Thursday".
func (w ReportWords) CadenceText(c Cadence) string {
	if text, ok := w.Cadences[c]; ok {
		return text
	}
	if n := c.Days(); n > 0 {
		if n == 1 {
			return w.Cadences[EveryDay]
		}
		return fmt.Sprintf(w.EveryDays, n)
	}
	var names []string
	for _, day := range c.Weekdays() {
		names = append(names, w.Weekdays[day])
	}
	return fmt.Sprintf(w.OnWeekdays, strings.Join(names, ", "))
}

// SeenText says how often a promise was seen kept, partly kept or missed, each
// for itself; days on which it was not due are not told.
func (w ReportWords) SeenText(p ReportPromise) string {
	var parts []string
	for _, r := range []Result{Kept, Partly, Missed} {
		switch n := p.Seen(r); n {
		case 0:
		case 1:
			parts = append(parts, fmt.Sprintf(w.SeenOnce, w.Results[r]))
		default:
			parts = append(parts, fmt.Sprintf(w.SeenTimes, w.Results[r], n))
		}
	}
	return strings.Join(parts, ", ")
}

// CalendarText puts a day into words, or nothing for none.
func (w ReportWords) CalendarText(d Day) string {
	if d == "" {
		return ""
	}
	return w.DayText(d.Time(time.UTC))
}

// ReplacedText says how many characters are shown as mark; none says nothing.
func (w ReportWords) ReplacedText(count int, mark string) string {
	switch count {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf(w.ReplacedOnce, mark)
	}
	return fmt.Sprintf(w.Replaced, count, mark)
}

// EventText says what an event of a chart is, and when.
func (w ReportWords) EventText(e ChartEvent) string {
	return fmt.Sprintf(w.EventOn, e.Says, w.CalendarText(e.Day))
}

// EarlierText says how many rows of a table are not listed.
func (w ReportWords) EarlierText(n int) string { return fmt.Sprintf(w.Earlier, n) }

// PromiseText puts a promise on one line with what was seen of it.
func (w ReportWords) PromiseText(text string, p ReportPromise) string {
	if seen := w.SeenText(p); seen != "" {
		return fmt.Sprintf(w.Promised, text, seen)
	}
	return text
}

package promises

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
)

// whoWord says who made a promise.
func whoWord(who journal.Party) string {
	switch who {
	case journal.ByPartner:
		return lang.L("Your partner")
	case journal.ByBoth:
		return lang.L("Both of you")
	}
	return lang.L("You")
}

// cadenceWord says how often a promise comes round, inside a sentence.
func cadenceWord(p journal.Promise) string {
	switch n := p.Every.Days(); {
	case p.Every == journal.Once && p.Due == "":
		return lang.L("whenever it comes up")
	case p.Every == journal.Once:
		return lang.L("once, by {{.Day}}", dayData(p.Due))
	case n == 1:
		return lang.L("every day")
	case n == 7:
		return lang.L("every week, on {{.Weekday}}", map[string]any{"Weekday": lang.L(p.From.Time(time.UTC).Weekday().String())})
	case n > 1:
		return lang.L("every {{.Count}} days", map[string]any{"Count": n})
	}
	var days []string
	for _, day := range p.Every.Weekdays() {
		days = append(days, lang.L(day.String()))
	}
	return lang.L("on {{.Weekdays}}", map[string]any{"Weekdays": strings.Join(days, ", ")})
}

// oftenWord says who made a promise and how often it comes round, in few words.
func oftenWord(p journal.Promise, today journal.Day) string {
	often := cadenceWord(p)
	var days []string
	for _, day := range p.Every.Weekdays() {
		days = append(days, lang.L(day.String()[:3]))
	}
	switch {
	case days != nil:
		often = strings.Join(days, ", ")
	case p.Every == journal.EveryWeek:
		often = lang.L("every week")
	case p.Every == journal.Once && p.Due != "":
		often = lang.L("once, by {{.Day}}", map[string]any{"Day": shortDay(p.Due, today)})
	}
	return lang.L("{{.Who}}, {{.Cadence}}", map[string]any{"Who": whoWord(p.Who), "Cadence": often})
}

// whenWord says in few words when a promise comes round next, or nothing.
func whenWord(log journal.PromiseLog, today journal.Day) string {
	p := log.Current()
	switch next := log.Next(today); {
	case hasEnded(p, today):
		return lang.L("ended on {{.Day}}", map[string]any{"Day": shortDay(p.Ended, today)})
	case p.Every == journal.Once && next == "":
		return keptWord(log, today)
	case next == "" || p.Every == journal.Once && next > today:
		return ""
	case next == today:
		return lang.L("today")
	default:
		return lang.L("next: {{.Day}}", map[string]any{
			"Day": lang.L(next.Time(time.UTC).Weekday().String()[:3]) + " " + shortDay(next, today)})
	}
}

// keptWord says when a promise that is made once was kept last, and of one that
// simply holds when something was seen of it; or nothing.
func keptWord(log journal.PromiseLog, today journal.Day) string {
	for _, o := range slices.Backward(log.Observed()) {
		switch holds := log.Current().Due == ""; {
		case holds && o.Result != journal.NotDue:
			return lang.L("last seen {{.Day}}", map[string]any{"Day": shortDay(o.Day, today)})
		case !holds && o.Result == journal.Kept:
			return lang.L("kept on {{.Day}}", map[string]any{"Day": shortDay(o.Day, today)})
		}
	}
	return ""
}

// shortDay is a day in few words: the year only if it is another than today's.
func shortDay(d, today journal.Day) string {
	if d[:len("2006")] == today[:len("2006")] {
		return d.Time(time.UTC).Format("2 Jan")
	}
	return d.Time(time.UTC).Format("2 Jan 2006")
}

// madeWord says who made a promise and how often it comes round.
func madeWord(p journal.Promise) string {
	return lang.L("{{.Who}}, {{.Cadence}}", map[string]any{"Who": whoWord(p.Who), "Cadence": cadenceWord(p)})
}

// nextWord says when a promise comes round next, or that it has ended; of one
// that simply holds, when something was seen of it.
func nextWord(log journal.PromiseLog, today journal.Day) string {
	p := log.Current()
	switch next := log.Next(today); {
	case hasEnded(p, today):
		return lang.L("ended on {{.Day}}", dayData(p.Ended))
	case next == "" && p.Every == journal.Once && p.Due == "":
		return keptWord(log, today)
	case next == "":
		return lang.L("does not come round again")
	case next == today:
		return lang.L("today")
	case next == today.Plus(1):
		return lang.L("next: tomorrow")
	default:
		return lang.L("next: {{.Day}}", map[string]any{"Day": dueWord(next)})
	}
}

// reviewWord says when a promise is to be looked at again, or nothing.
func reviewWord(log journal.PromiseLog, today journal.Day) string {
	p := log.Current()
	switch {
	case p.Review == "" || hasEnded(p, today):
		return ""
	case p.Review == today:
		return lang.L("To be looked at again today")
	case log.ToReview(today):
		return lang.L("To be looked at again since {{.Day}}", dayData(p.Review))
	}
	return lang.L("To be looked at again on {{.Day}}", dayData(p.Review))
}

// lookWord is reviewWord in few words.
func lookWord(log journal.PromiseLog, today journal.Day) string {
	p := log.Current()
	switch {
	case p.Review == "" || hasEnded(p, today):
		return ""
	case p.Review == today:
		return lang.L("look again today")
	case log.ToReview(today):
		return lang.L("look again, since {{.Day}}", map[string]any{"Day": shortDay(p.Review, today)})
	}
	return lang.L("look again on {{.Day}}", map[string]any{"Day": shortDay(p.Review, today)})
}

// resultWord says what was seen.
func resultWord(r journal.Result) string {
	switch r {
	case journal.Kept:
		return lang.L("Kept")
	case journal.Partly:
		return lang.L("Partly")
	case journal.Missed:
		return lang.L("Missed")
	}
	return lang.L("Not due")
}

// termWord says how far ahead a goal looks.
func termWord(t journal.Term) string {
	if t == journal.LongTerm {
		return lang.L("Further ahead")
	}
	return lang.L("Soon")
}

// dayData is a day as the data of a sentence.
func dayData(d journal.Day) map[string]any { return map[string]any{"Day": dates.Day(d)} }

// dueWord is dayWord with the day of the week.
func dueWord(d journal.Day) string {
	return lang.L(d.Time(time.UTC).Weekday().String()) + ", " + dates.Day(d)
}

// between stands between the parts of what is joined.
const between = "  ·  "

// joined puts the parts that are not empty side by side.
func joined(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, between)
}

// oneLine returns a text of several lines in one.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

package today

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
)

// dayTitle names a day with its weekday.
func dayTitle(day journal.Day) string {
	t := day.Time(time.UTC)
	return lang.L("{{.Weekday}}, {{.Day}} {{.Month}}", map[string]any{
		"Weekday": lang.L(t.Weekday().String()), "Day": t.Day(), "Month": lang.L(t.Month().String())})
}

// sinceWord says for which day the person set something aside.
func sinceWord(day journal.Day) string {
	return lang.L("you wanted to look at it on {{.Day}}", map[string]any{"Day": dates.Day(day)})
}

// momentWord names the moment of an entry, seen from today.
func momentWord(at time.Time, today journal.Day) string {
	clock := at.Format("15:04")
	switch journal.DayOf(at) {
	case today:
		return lang.L("today, {{.Time}}", map[string]any{"Time": clock})
	case today.Plus(-1):
		return lang.L("yesterday, {{.Time}}", map[string]any{"Time": clock})
	}
	return dates.Day(journal.DayOf(at)) + ", " + clock
}

// returnWord names the moment at which the person comes back, as seen from now.
func returnWord(at, now time.Time) string {
	at = at.In(now.Location())
	switch today := journal.DayOf(now); journal.DayOf(at) {
	case today:
		return at.Format("15:04")
	case today.Plus(1):
		return lang.L("{{.Time}} tomorrow", map[string]any{"Time": at.Format("15:04")})
	}
	return lang.L("{{.Time}} on {{.Day}}", map[string]any{"Time": at.Format("15:04"), "Day": dates.Day(journal.DayOf(at))})
}

// feelingWords lists the words of feelings.
func feelingWords(feelings []journal.Feeling) string {
	words := make([]string, len(feelings))
	for i, f := range feelings {
		words[i] = f.Word
	}
	return strings.Join(words, ", ")
}

// resultWord says what was seen of a promise.
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

// whyWords says why a question is asked.
func whyWords(a journal.Asking, snap snapshot) string {
	stage := map[string]any{"Stage": journal.StageTitle([]journal.Guide{snap.walk.Guide}, a.Stage)}
	switch a.Why {
	case journal.AskedByOwn:
		return lang.L("You wrote this question yourself.")
	case journal.AskedOnPath:
		return pathWords(snap.walk.Profile.Path)
	case journal.AskedFirst:
		return lang.L("On the Path no stage is marked as one you work on, so this comes from the next one: {{.Stage}}.", stage)
	}
	switch a.State {
	case journal.Exploring:
		return lang.L("You are exploring “{{.Stage}}” on the Path, and this belongs to it.", stage)
	case journal.Revisiting:
		return lang.L("You came back to “{{.Stage}}” on the Path, and this belongs to it.", stage)
	}
	return lang.L("You are working on “{{.Stage}}” on the Path, and this belongs to it.", stage)
}

func pathWords(p journal.Path) string {
	switch p {
	case journal.Trying:
		return lang.L("You are trying, until a day of your choice. This question is for that.")
	case journal.SteppingBack:
		return lang.L("You are stepping back. This question is for that.")
	case journal.PartingWell:
		return lang.L("You are parting. This question is for that.")
	}
	return lang.L("Nothing is decided yet. This question is for that.")
}

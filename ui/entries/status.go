package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// status tells quietly how the text stands; a failure it tells in full, with
// what can be done about it.
type status struct {
	line    *widget.Text      // at the strip's end
	failure *widget.Paragraph // what failed and what to do; hidden when all is well
	rescue  *rescue           // the ways out of it, hidden with it
	now     func() time.Time
	changed func() // told when the failure came, went or changed
}

func newStatus(now func() time.Time, r *rescue, changed func()) *status {
	s := &status{now: now, rescue: r, changed: changed}
	s.line = widget.NewLabel("", theme.ColorMuted, theme.SizeSmall)
	s.failure = widget.NewParagraph("")
	s.failure.TextSize = theme.SizeSmall
	s.failure.SetColor(theme.ColorWarning)
	s.failure.Hide()
	return s
}

// Show tells a state.
func (s *status) Show(state saveState) {
	before := s.line.Text
	s.line.SetText(s.short(state))
	failure := ""
	if state.err != nil {
		failure = explainUnsaved(state)
	}
	if before == s.line.Text && s.failure.Text == failure {
		return
	}
	s.failure.SetText(failure)
	show(s.failure, failure != "")
	show(s.rescue.content, failure != "")
	s.changed()
}

// width is how wide the line is: at least as wide as it will be when what is
// written now is saved, so that nothing moves for it then.
func (s *status) width() float32 {
	size := theme.Size(s.line.Theme(), theme.SizeSmall)
	return max(s.line.MinSize().Width, fyne.MeasureText(s.saved(s.now()), size, fyne.TextStyle{}).Width)
}

func (s *status) short(state saveState) string {
	switch state.saving {
	case savingNow:
		return lang.L("Saving…")
	case savingDone:
		return s.saved(state.at)
	case savingEmptied:
		return lang.L("Empty: its last text goes to the bin")
	case savingFailed:
		return lang.L("Not saved")
	}
	return ""
}

// saved says when: today by the clock, else by the day, in another year with it.
func (s *status) saved(at time.Time) string {
	at = at.In(s.now().Location())
	if journal.DayOf(at) == journal.DayOf(s.now()) {
		return lang.L("Saved {{.When}}", map[string]any{"When": clockTime(at)})
	}
	if at.Year() != s.now().Year() {
		return lang.L("Saved {{.Day}} {{.Month}} {{.Year}}",
			map[string]any{"Day": at.Day(), "Month": monthName(at.Month()), "Year": at.Year()})
	}
	return lang.L("Saved {{.Day}} {{.Month}}", map[string]any{"Day": at.Day(), "Month": monthName(at.Month())})
}

// explainUnsaved says what failed, what is safe and what to do.
func explainUnsaved(state saveState) string {
	intro := lang.L("This entry is not saved yet.")
	if state.other {
		intro = lang.L("An entry you wrote before is not saved yet.")
	}
	return intro + " " + explain(state.err) + " " +
		lang.L("Your words are kept here, and saving is tried again by itself.")
}

// explain puts err into words.
func explain(err error) string {
	what, next := journal.Explain(err)
	return lang.L(what) + " " + lang.L(next)
}

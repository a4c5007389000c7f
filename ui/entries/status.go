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
	whole   string            // what it tells
	brief   string            // what it tells where there is no room for that
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
	before := s.whole
	s.whole = s.short(state)
	s.brief = s.whole
	if state.saving == savingDone && !s.isToday(state.at) {
		s.brief = lang.L("Saved")
	}
	s.line.SetText(s.whole)
	failure := ""
	if state.err != nil {
		failure = explainUnsaved(state)
	}
	if before == s.whole && s.failure.Text == failure {
		return
	}
	s.failure.SetText(failure)
	widget.Show(s.failure, failure != "")
	widget.Show(s.rescue.content, failure != "")
	s.changed()
}

// least is how much room the line takes at least. It is as much as it will take
// when what is written now is saved, so that nothing moves for it then.
func (s *status) least() float32 { return max(s.widthOf(s.brief), s.widthOf(s.saved(s.now()))) }

// fit tells what there is to tell as far as there is room.
func (s *status) fit(room float32) {
	if s.widthOf(s.whole) <= room {
		s.line.SetText(s.whole)
		return
	}
	s.line.SetText(s.brief)
}

func (s *status) widthOf(text string) float32 {
	return fyne.MeasureText(text, theme.Size(s.line.Theme(), theme.SizeSmall), fyne.TextStyle{}).Width
}

func (s *status) isToday(at time.Time) bool {
	return journal.DayOf(at.In(s.now().Location())) == journal.DayOf(s.now())
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
	if s.isToday(at) {
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

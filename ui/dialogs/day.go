package dialogs

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// DayQuestion asks for a day.
type DayQuestion struct {
	Title, Text string
	Value       journal.Day // as it is, or none
	Today       time.Time
	Verb        string
	None        string // the answer that there is no such day
}

// AskDay asks q and calls ok with the day, or with none, unless the person
// cancels. The day is typed, or chosen in a calendar. What is no day is refused.
// When CloseAll takes the question away, ok gets a day that was given so far.
func AskDay(w fyne.Window, q DayQuestion, ok func(journal.Day)) {
	field, hint := widget.NewField("2026-11-05"), widget.NewParagraph("")
	field.SetText(string(q.Value))
	hint.SetColor(theme.ColorWarning)
	hint.Hide()
	calendar := widget.NewCalendar(q.Today, widget.WeekBegins())
	if at := q.Value.Time(time.UTC); !at.IsZero() {
		calendar.ShowDay(at)
	}
	calendar.OnChoose = func(day time.Time) { field.SetText(string(journal.DayOf(day))) }

	var s *sheet
	typed := func() (journal.Day, error) { return journal.ParseDay(strings.TrimSpace(field.Text)) }
	give := func() {
		day, err := typed()
		if err != nil {
			hint.SetText(lang.L("Write the day as 2026-11-05, or choose it in the calendar."))
			hint.Show()
			s.Refresh()
			w.Canvas().Focus(field)
			return
		}
		s.close()
		ok(day)
	}
	s = newSheet(w, q.Title, widget.NewStack(theme.Space3, widget.NewParagraph(q.Text), field, calendar), []Button{
		{Label: lang.L("Cancel"), Cancels: true},
		{Label: q.None, OnTap: func() { ok("") }},
		{Label: q.Verb, Primary: true, Keep: true, OnTap: give},
	})
	field.SetOnEnter(func() { s.submit() })
	s.pin(hint)
	s.onAbandon = func() {
		if day, err := typed(); err == nil && day != q.Value {
			ok(day)
		}
	}
	s.open()
	w.Canvas().Focus(field)
}

package entries

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// jump leads to a day: in a calendar of the days that have entries, or by
// typing it. It goes to the day among the entries in the list and leaves the
// search as it is, because what stands before and after a day belongs to it.
// Only the entries of a day are chosen by on: in the search box.
type jump struct {
	screen   *Screen
	calendar *widget.Calendar
	typed    *widget.Field
	told     *widget.Paragraph
	content  fyne.CanvasObject
	asked    int // questions asked so far; answers to older ones are dropped
}

func newJump(s *Screen) *jump {
	j := &jump{screen: s, calendar: widget.NewCalendar(s.deps.Now(), widget.WeekBegins())}
	j.calendar.OnMonth = func(time.Time) { j.fetch() }
	j.calendar.OnChoose = func(day time.Time) { j.goTo(journal.DayOf(day)) }
	j.typed = widget.NewField(lang.L("Or type a day, as 2026-03-14"))
	j.typed.OnSubmitted = j.onTyped
	j.typed.OnChanged = func(string) { j.tell("") }
	j.told = widget.NewMutedParagraph("")
	j.told.TextSize = theme.SizeSmall
	j.told.Hide()
	j.content = widget.NewStack(theme.Space2, j.calendar, j.typed, j.told)
	return j
}

// open shows the month of the chosen entry.
func (j *jump) open() fyne.Focusable {
	j.tell("")
	j.typed.SetText("")
	day := j.screen.deps.Now()
	if e, ok := j.screen.listing.pages.at(j.screen.list.at); ok {
		day = e.At
	}
	j.calendar.ShowDay(day)
	j.fetch()
	return j.calendar
}

// fetch marks the days that entries in the list lie on.
func (j *jump) fetch() {
	j.asked++
	question, month, filter := j.asked, j.calendar.Month(), j.screen.listing.filter
	var days []journal.DayCount
	j.screen.deps.Tasks.Run(func(ctx context.Context) {
		// Without marks the calendar still leads to every day.
		days, _ = j.screen.deps.Store.CountDays(ctx, filter, month.Format("2006-01"))
	}, func() {
		if question != j.asked {
			return
		}
		marks := make(map[int]int)
		for _, d := range days {
			marks[d.Day.Time(time.UTC).Day()] = d.Count
		}
		j.calendar.SetMarks(month, marks)
	})
}

// onTyped goes to the day, or to the first day of the month or year.
func (j *jump) onTyped(typed string) {
	day, ok := form.ParseDay(typed)
	if !ok {
		day, _, ok = journal.DaysNamed(typed, j.screen.known().Today)
	}
	if !ok {
		j.tell(lang.L(journal.NotADay.Explain()))
		return
	}
	j.calendar.ShowDay(day.Time(time.UTC))
	j.fetch()
	j.goTo(day)
}

// goTo chooses the last entry of the day, or else the one before it.
func (j *jump) goTo(day journal.Day) {
	s := j.screen
	filter, generation, month := s.listing.filter, s.listing.pages.generation, string(day[:len("2006-01")])
	undisturbed := s.undisturbed()
	var days []journal.DayCount
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		days, err = s.deps.Store.CountDays(ctx, filter, month)
	}, func() {
		switch {
		case err != nil:
			j.tell(explain(err))
		case generation == s.listing.pages.generation && undisturbed():
			j.arrive(day, month, days)
		}
	})
}

func (j *jump) arrive(day journal.Day, month string, days []journal.DayCount) {
	s := j.screen
	at, exact := s.listing.rows.onDay(day, month, days)
	switch {
	case s.listing.rows.total == 0:
		j.tell(lang.L("There is no entry to go to."))
		return
	case exact:
		j.tell("")
	default:
		j.tell(lang.L("No entry in the list is of {{.Day}}. This is the one next to it.", map[string]any{"Day": dates.Day(day)}))
	}
	s.list.choose(at)
	s.focusList()
}

func (j *jump) tell(text string) {
	j.told.SetText(text)
	widget.Show(j.told, text != "")
	if j.screen.finder != nil {
		j.screen.finder.relay()
	}
}

// onDay returns the position of the newest entry of a day, whose month has
// entries on days; or, with false, of the entry before, or else of the oldest.
func (r rows) onDay(day journal.Day, month string, days []journal.DayCount) (position int, exact bool) {
	for _, m := range r.months {
		if m.month > month {
			continue
		}
		position = m.first
		if m.month < month {
			return position, false
		}
		for _, d := range days {
			if d.Day > day {
				position += d.Count
			}
			exact = exact || d.Day == day
		}
		return min(position, r.total-1), exact
	}
	return max(r.total-1, 0), false
}

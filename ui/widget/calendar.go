package widget

import (
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
)

// Calendar shows the days of one month. Days that hold something are heavier
// and have a dot; today has an edge. One day is the one the keys are on: the
// arrows move it, Home and End go to the first and the last of the month, Page
// Up and Page Down to the month before and after, Space and Enter choose it. It
// is one stop of the Tab key.
//
// Days are moments of which only the date counts.
type Calendar struct {
	control

	// FirstDay is what weeks begin with.
	FirstDay time.Weekday
	// OnChoose is called when the person chooses a day.
	OnChoose func(day time.Time)
	// OnMonth is called when the person comes to another month, whose days
	// are not marked yet; month is its first day.
	OnMonth func(month time.Time)

	today, at time.Time
	marks     map[int]int // how much a day of the month holds
	pointed   calendarSpot
}

// NewCalendar returns a calendar that is on today.
func NewCalendar(today time.Time, firstDay time.Weekday) *Calendar {
	c := &Calendar{FirstDay: firstDay, today: dateOf(today), at: dateOf(today)}
	c.extend(c)
	return c
}

// dateOf returns noon of t's date: days can be added to it in any zone.
func dateOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
}

// Day returns the day that the keys are on.
func (c *Calendar) Day() time.Time { return c.at }

// Month returns the first day of the month that is shown.
func (c *Calendar) Month() time.Time { return c.at.AddDate(0, 0, 1-c.at.Day()) }

// ShowDay goes to a day without OnMonth. In another month nothing is marked
// until SetMarks.
func (c *Calendar) ShowDay(day time.Time) {
	before := c.Month()
	c.at = dateOf(day)
	if !c.Month().Equal(before) {
		c.marks = nil
	}
	c.Refresh()
}

// SetMarks says how much each day of the month holds, by the day of the month.
// It is without effect if another month is shown.
func (c *Calendar) SetMarks(month time.Time, marks map[int]int) {
	if month.Year() == c.at.Year() && month.Month() == c.at.Month() {
		c.marks = maps.Clone(marks)
		c.Refresh()
	}
}

// goTo moves the day for the person.
func (c *Calendar) goTo(day time.Time) {
	if y := day.Year(); y < 1 || y > 9999 {
		return
	}
	before := c.Month()
	c.ShowDay(day)
	if !c.Month().Equal(before) && c.OnMonth != nil {
		c.OnMonth(c.Month())
	}
}

// turn goes n months on. The last days of a long month become the last of a
// short one.
func (c *Calendar) turn(n int) {
	first := c.Month().AddDate(0, n, 0)
	c.goTo(first.AddDate(0, 0, min(c.at.Day(), daysIn(first))-1))
}

func daysIn(month time.Time) int { return month.AddDate(0, 1, 0).AddDate(0, 0, -1).Day() }

func (c *Calendar) choose() {
	if c.OnChoose != nil && !c.Disabled() {
		c.OnChoose(c.at)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Calendar) TypedKey(ev *fyne.KeyEvent) {
	if c.asked(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyLeft:
		c.goTo(c.at.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.goTo(c.at.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.goTo(c.at.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.goTo(c.at.AddDate(0, 0, 7))
	case fyne.KeyHome:
		c.goTo(c.Month())
	case fyne.KeyEnd:
		c.goTo(c.Month().AddDate(0, 0, daysIn(c.Month())-1))
	case fyne.KeyPageUp:
		c.turn(-1)
	case fyne.KeyPageDown:
		c.turn(1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.choose()
	default:
		HandOn(c, ev)
	}
}

// Tapped implements fyne.Tappable.
func (c *Calendar) Tapped(ev *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	FocusOn(c)
	switch spot := c.gridOf(c.Size()).spotAt(ev.Position); {
	case spot.turn != 0:
		c.turn(spot.turn)
	case spot.day > 0:
		c.goTo(c.Month().AddDate(0, 0, spot.day-1))
		c.choose()
	}
}

// MouseMoved implements desktop.Hoverable.
func (c *Calendar) MouseMoved(ev *desktop.MouseEvent) {
	c.point(c.gridOf(c.Size()).spotAt(ev.Position))
}

// MouseIn implements desktop.Hoverable.
func (c *Calendar) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseOut implements desktop.Hoverable.
func (c *Calendar) MouseOut() { c.point(calendarSpot{}) }

func (c *Calendar) point(spot calendarSpot) {
	if c.pointed != spot {
		c.pointed = spot
		c.Refresh()
	}
}

// title names the month.
func (c *Calendar) title() string {
	return lang.L("{{.Month}} {{.Year}}", map[string]any{"Month": lang.L(c.at.Month().String()), "Year": c.at.Year()})
}

// AccessibilityLabel implements fyne.Accessible: the day the keys are on.
func (c *Calendar) AccessibilityLabel() string {
	day := lang.L("{{.Weekday}} {{.Day}} {{.Month}} {{.Year}}", map[string]any{
		"Weekday": lang.L(c.at.Weekday().String()), "Day": c.at.Day(), "Month": lang.L(c.at.Month().String()), "Year": c.at.Year(),
	})
	if n := c.marks[c.at.Day()]; n > 0 {
		return lang.L("{{.Day}}: {{.Count}}", map[string]any{"Day": day, "Count": n})
	}
	return day
}

// AccessibilityRole implements fyne.Accessible.
func (c *Calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// gridOf places the parts of the calendar in size.
func (c *Calendar) gridOf(size fyne.Size) calendarGrid {
	p := theme.PenOf(c)
	line := func(name fyne.ThemeSizeName) float32 {
		return fyne.MeasureText("0", p.Size(name), fyne.TextStyle{}).Height
	}
	month := c.Month()
	return calendarGrid{
		width: size.Width,
		head:  line(theme.SizeText) + 2*theme.Space2,
		names: line(theme.SizeSmall) + theme.Space1,
		cell:  line(theme.SizeText) + theme.Space3,
		first: (int(month.Weekday()) - int(c.FirstDay) + 7) % 7,
		days:  daysIn(month),
	}
}

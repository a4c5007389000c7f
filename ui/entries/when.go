package entries

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// when shows the moment an entry is about and lets the person change its day
// and time. The moment keeps the zone it was lived in.
type when struct {
	OnChanged func()

	at     time.Time
	button *widget.Chip // in the strip: the moment in words
	form   fyne.CanvasObject
	day    *widget.Field
	clock  *widget.Field
	wrong  *widget.Paragraph
	drawer *drawer
}

func newWhen(d *drawer) *when {
	w := &when{drawer: d}
	w.button = widget.NewChip("", w.open)
	w.day, w.clock = widget.NewField("2026-11-03"), widget.NewField("14:30")
	for _, f := range []*widget.Field{w.day, w.clock} {
		f.OnSubmitted = func(string) { w.apply() }
		f.OnChanged = func(string) { w.tell("") }
	}
	w.wrong = widget.NewParagraph("")
	w.wrong.SetColor(theme.ColorWarning)
	w.wrong.Hide()
	w.form = widget.NewStack(theme.Space2,
		widget.NewFlow(theme.Space2,
			widget.NewRow(theme.Space2, widget.NewLabel(lang.L("Day"), theme.ColorMuted, theme.SizeSmall),
				fixedWidth(w.day, "30 September 2026 0")),
			widget.NewRow(theme.Space2, widget.NewLabel(lang.L("Time"), theme.ColorMuted, theme.SizeSmall),
				fixedWidth(w.clock, "14:30 00")),
		), w.wrong)
	return w
}

// Set shows at.
func (w *when) Set(at time.Time) {
	w.at = at
	w.button.SetText(joinMarks(dayTitle(at), clockTime(at)))
}

func (w *when) open() {
	w.day.SetText(string(journal.DayOf(w.at)))
	w.clock.SetText(clockTime(w.at))
	w.tell("")
	w.drawer.Open(lang.L("When did it happen?"), w.form, w.day)
	if w.drawer.IsOpen() {
		w.drawer.done = w.apply
		w.day.SelectAll()
	}
}

// apply takes over what was typed, or says what is wrong with it.
func (w *when) apply() {
	day, ok := form.ParseDay(w.day.Text)
	if !ok {
		w.refuse(lang.L("Write the day as 3 November 2026 or 2026-11-03."), w.day)
		return
	}
	at, ok := momentOn(day, w.clock.Text, w.at)
	if !ok {
		w.refuse(lang.L("Write the time as 14:30."), w.clock)
		return
	}
	w.drawer.Close()
	if !at.Equal(w.at) {
		w.Set(at)
		w.OnChanged()
	}
}

// refuse says what is wrong with a field, and puts the focus into it.
func (w *when) refuse(wrong string, field *widget.Field) {
	w.tell(wrong)
	w.drawer.focus(field)
	w.drawer.ScrollToEnd()
}

func (w *when) tell(wrong string) {
	w.wrong.SetText(wrong)
	if w.wrong.Visible() == (wrong != "") {
		return
	}
	widget.Show(w.wrong, wrong != "")
	w.drawer.changed()
}

// momentOn reads a time of day on day, in the zone of old. A moment that was
// not changed keeps its seconds.
func momentOn(day journal.Day, clock string, old time.Time) (time.Time, bool) {
	clock = strings.TrimSpace(clock)
	c, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}, false
	}
	if day == journal.DayOf(old) && clock == clockTime(old) {
		return old, true
	}
	noon := day.Time(old.Location())
	return time.Date(noon.Year(), noon.Month(), noon.Day(), c.Hour(), c.Minute(), 0, 0, old.Location()), true
}

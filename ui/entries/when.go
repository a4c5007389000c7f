package entries

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
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
	w.day, w.clock = widget.NewField("2026-03-28"), widget.NewField("14:30")
	for _, f := range []*widget.Field{w.day, w.clock} {
		f.OnSubmitted = func(string) { w.apply() }
		f.OnChanged = func(string) { w.tell("") }
	}
	w.wrong = widget.NewParagraph("")
	w.wrong.SetColor(theme.ColorWarning)
	w.wrong.Hide()
	w.form = widget.NewStack(theme.Space2,
		widget.NewRow(theme.Space2,
			widget.NewLabel(lang.L("Day"), theme.ColorMuted, theme.SizeSmall), fixedWidth(w.day, "2026-03-28 00"),
			widget.NewLabel(lang.L("Time"), theme.ColorMuted, theme.SizeSmall), fixedWidth(w.clock, "14:30 00"),
			widget.NewButton(lang.L("Set"), w.apply),
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
}

// apply takes over what was typed, or says what is wrong with it.
func (w *when) apply() {
	at, ok := parseMoment(w.day.Text, w.clock.Text, w.at)
	if !ok {
		w.tell(lang.L("Write the day as 2026-03-28 and the time as 14:30."))
		return
	}
	w.drawer.Close()
	if !at.Equal(w.at) {
		w.Set(at)
		w.OnChanged()
	}
}

func (w *when) tell(wrong string) {
	w.wrong.SetText(wrong)
	if w.wrong.Visible() == (wrong != "") {
		return
	}
	show(w.wrong, wrong != "")
	w.drawer.changed()
}

// parseMoment reads a day and a time of day in the zone of old. A time that
// was not changed keeps its seconds.
func parseMoment(day, clock string, old time.Time) (time.Time, bool) {
	day, clock = strings.TrimSpace(day), strings.TrimSpace(clock)
	d, err := journal.ParseDay(day)
	if err != nil {
		return time.Time{}, false
	}
	c, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}, false
	}
	if d == journal.DayOf(old) && clock == clockTime(old) {
		return old, true
	}
	noon := d.Time(old.Location())
	at := time.Date(noon.Year(), noon.Month(), noon.Day(), c.Hour(), c.Minute(), 0, 0, old.Location())
	return at, at.Year() >= 1
}

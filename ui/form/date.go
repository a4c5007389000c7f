package form

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// dated answers with a day, or with a moment where the field has a clock: by a
// span from now, by typing it, or in a calendar. What was typed and is no day
// is kept as it was typed.
type dated struct {
	form     *Form
	touched  func()
	clocked  bool
	day      *widget.Field
	clock    *widget.Field
	said     *widget.Paragraph
	spans    *spans
	open     *widget.Chip
	calendar *widget.Calendar
	unfolded fyne.CanvasObject // the calendar
	content  fyne.CanvasObject
}

func newDated(f *Form, pf journal.PageField, touched func()) *dated {
	d := &dated{form: f, touched: touched, clocked: pf.Clock, said: small("")}
	d.day, d.clock = widget.NewField(lang.L("Day, as {{.Example}}", map[string]any{"Example": "2026-11-03"})), widget.NewField("14:30")
	for _, field := range []*widget.Field{d.day, d.clock} {
		field.OnChanged = func(string) { d.changed() }
		field.OnFocus = left(f)
	}
	d.open = widget.NewChip(lang.L("Calendar"), d.turn)
	d.calendar = widget.NewCalendar(f.deps.Now(), widget.WeekBegins())
	d.calendar.OnChoose = d.onDay
	d.unfolded = container.New(narrowLayout{320}, widget.NewSurface(theme.ColorCard, widget.Inset(theme.Space2, d.calendar)))
	d.unfolded.Hide()
	line := widget.NewFlow(theme.Space2, wide(d.day, "Day, as 2026-11-03 00"))
	if d.clocked {
		line.Add(wide(d.clock, "14:30 000"))
	}
	line.Add(widget.NewBeside(d.open, d.day))
	stack := widget.NewStack(theme.Space2)
	d.spans = newSpans(d, pf)
	stack.Add(d.spans.row)
	stack.Add(line)
	stack.Add(d.said)
	stack.Add(d.unfolded)
	d.content = inline(stack)
	return d
}

func (d *dated) onDay(day time.Time) {
	d.day.SetText(string(journal.DayOf(day)))
	d.close()
	d.changed()
}

// close puts the calendar away, and goes back to what opens it.
func (d *dated) close() {
	d.fold(false)
	d.form.deps.Focus(d.open)
}

func (d *dated) opened() fyne.CanvasObject { return d.unfolded }

// turn opens the calendar, or puts it away.
func (d *dated) turn() {
	open := !d.unfolded.Visible()
	if day, ok := ParseDay(d.day.Text); ok && open {
		d.calendar.ShowDay(day.Time(time.UTC))
	}
	d.fold(open)
	if open {
		d.form.deps.Focus(d.calendar)
	}
}

func (d *dated) fold(open bool) {
	d.open.SetSelected(open)
	widget.Show(d.unfolded, open)
	d.form.grown()
}

func (d *dated) changed() {
	d.tell()
	d.spans.follow()
	d.touched()
	d.form.grown()
}

// tell says which moment is meant, or how to write one.
func (d *dated) tell() {
	day, clock := strings.TrimSpace(d.day.Text), strings.TrimSpace(d.clock.Text)
	value := d.value()
	color, said := theme.ColorMuted, ""
	switch _, isDay := ParseDay(day); {
	case day == "" && clock == "":
	case !isDay:
		color, said = theme.ColorWarning, lang.L("Write the day as 3 November 2026 or 2026-11-03.")
	case clock != "" && !isClock(clock):
		color, said = theme.ColorWarning, lang.L("Write the time as 14:30.")
	default:
		said = whenWords(value, d.form.deps.Now())
	}
	d.said.SetText(said)
	d.said.SetColor(color)
	widget.Show(d.said, said != "")
}

func isClock(typed string) bool {
	_, err := time.Parse("15:04", typed)
	return err == nil
}

func (d *dated) object() fyne.CanvasObject { return d.content }
func (d *dated) first() fyne.Focusable     { return d.day }

func (d *dated) value() string {
	typed := strings.TrimSpace(d.day.Text)
	clock := ""
	if d.clocked {
		clock = strings.TrimSpace(d.clock.Text)
	}
	day, ok := ParseDay(typed)
	at, err := time.Parse("15:04", clock)
	switch {
	case ok && clock == "":
		return string(day)
	case ok && err == nil:
		now := d.form.deps.Now()
		noon := day.Time(now.Location())
		return time.Date(noon.Year(), noon.Month(), noon.Day(), at.Hour(), at.Minute(), 0, 0, now.Location()).Format(time.RFC3339)
	}
	return strings.TrimSpace(typed + " " + clock)
}

func (d *dated) set(value string) {
	day, clock := value, ""
	if at, err := time.Parse(time.RFC3339Nano, value); err == nil {
		at = at.In(d.form.deps.Now().Location())
		day, clock = string(journal.DayOf(at)), at.Format("15:04")
	}
	d.day.SetText(day)
	d.clock.SetText(clock)
	d.tell()
	d.spans.follow()
	d.spans.putAway()
}

// wide returns a field as wide as a sample needs.
func wide(field *widget.Field, sample string) fyne.CanvasObject {
	return container.New(sampleLayout(sample), field)
}

type sampleLayout string

func (l sampleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l sampleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	th := fyne.CurrentApp().Settings().Theme()
	width := fyne.MeasureText(string(l), theme.Size(th, theme.SizeText), fyne.TextStyle{}).Width
	return fyne.NewSize(width+2*theme.Space2, objects[0].MinSize().Height)
}

// narrowLayout gives its object at most a width, at the text scale.
type narrowLayout struct{ most float32 }

func (l narrowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scale := theme.Scale(fyne.CurrentApp().Settings().Theme())
	objects[0].Resize(fyne.NewSize(min(size.Width, l.most*scale), size.Height))
}

func (narrowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

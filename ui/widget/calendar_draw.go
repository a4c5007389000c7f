package widget

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
)

// CreateRenderer implements fyne.Widget.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{calendar: c, title: canvas.NewText("", nil), ring: newRing(),
		over: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil), today: canvas.NewRectangle(nil),
		before: canvas.NewText("‹", nil), after: canvas.NewText("›", nil)}
	r.objects = []fyne.CanvasObject{r.under, r.today, r.over, r.title, r.before, r.after}
	for i := range r.names {
		r.names[i] = canvas.NewText("", nil)
		r.objects = append(r.objects, r.names[i])
	}
	for i := range r.days {
		r.days[i], r.dots[i] = canvas.NewText(strconv.Itoa(i+1), nil), canvas.NewCircle(nil)
		r.objects = append(r.objects, r.days[i], r.dots[i])
	}
	r.objects = append(r.objects, r.ring.Rectangle)
	r.Refresh()
	return r
}

type calendarRenderer struct {
	calendar      *Calendar
	title         *canvas.Text
	before, after *canvas.Text
	names         [weekDays]*canvas.Text
	days          [31]*canvas.Text
	dots          [31]*canvas.Circle
	under         *canvas.Rectangle // the day the keys are on
	today, over   *canvas.Rectangle
	ring          ring
	objects       []fyne.CanvasObject
}

func (r *calendarRenderer) Destroy() {}

func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *calendarRenderer) MinSize() fyne.Size {
	g := r.calendar.gridOf(fyne.Size{})
	return fyne.NewSize(weekDays*g.cell*0.9, g.height())
}

func (r *calendarRenderer) Layout(size fyne.Size) {
	c, g := r.calendar, r.calendar.gridOf(size)
	centre(r.title, fyne.NewPos(0, 0), fyne.NewSize(size.Width, g.head))
	column := fyne.NewSize(g.column(), g.head)
	centre(r.before, fyne.NewPos(0, 0), column)
	centre(r.after, fyne.NewPos(size.Width-column.Width, 0), column)
	for i, name := range r.names {
		centre(name, fyne.NewPos(float32(i)*column.Width, g.head), fyne.NewSize(column.Width, g.names))
	}
	cell := fyne.NewSize(g.column(), g.cell)
	for i, text := range r.days {
		dot := r.dots[i]
		text.Hidden = i >= g.days
		dot.Hidden = text.Hidden || c.marks[i+1] == 0
		at := g.dayAt(i + 1)
		centre(text, at.AddXY(0, -2), cell)
		side := theme.PenOf(c).Scaled(4)
		dot.Resize(fyne.NewSquareSize(side))
		dot.Move(at.AddXY((cell.Width-side)/2, g.cell-side-3))
	}
	r.placeOn(r.under, c.at.Day(), g)
	r.today.Hidden = c.today.Year() != c.at.Year() || c.today.Month() != c.at.Month()
	r.placeOn(r.today, c.today.Day(), g)
	r.over.Hidden = c.pointed == calendarSpot{} || c.Disabled()
	switch {
	case c.pointed.turn < 0:
		r.over.Move(fyne.NewPos(0, 0))
		r.over.Resize(column)
	case c.pointed.turn > 0:
		r.over.Move(fyne.NewPos(size.Width-column.Width, 0))
		r.over.Resize(column)
	case c.pointed.day > 0:
		r.placeOn(r.over, c.pointed.day, g)
	}
	r.ring.show(theme.PenOf(c), c.focused, theme.ColorFocus, cell.SubtractWidthHeight(2, 2), 0)
	r.ring.Move(g.dayAt(c.at.Day()).AddXY(1, 1))
}

// placeOn lays a rectangle under a day.
func (r *calendarRenderer) placeOn(o *canvas.Rectangle, day int, g calendarGrid) {
	o.Move(g.dayAt(day).AddXY(1, 1))
	o.Resize(fyne.NewSize(g.column()-2, g.cell-2))
}

// centre puts a text in the middle of the box at pos.
func centre(t *canvas.Text, pos fyne.Position, box fyne.Size) {
	t.Alignment = fyne.TextAlignCenter
	height := t.MinSize().Height
	t.Move(pos.AddXY(0, (box.Height-height)/2))
	t.Resize(fyne.NewSize(box.Width, height))
}

func (r *calendarRenderer) Refresh() {
	c, p := r.calendar, theme.PenOf(r.calendar)
	ink, muted, small := p.Color(theme.ColorInk), p.Color(theme.ColorMuted), p.Size(theme.SizeSmall)
	r.title.Text, r.title.Color, r.title.TextSize = c.title(), ink, p.Size(theme.SizeText)
	r.title.TextStyle = fyne.TextStyle{Bold: true}
	for _, t := range []*canvas.Text{r.before, r.after} {
		t.Color, t.TextSize = p.Color(theme.ColorAccent), p.Size(theme.SizeHeading)
	}
	for i, name := range r.names {
		day := time.Weekday((int(c.FirstDay) + i) % weekDays)
		name.Text, name.Color, name.TextSize = lang.L(day.String()[:3]), muted, small
	}
	for i, t := range r.days {
		marked := c.marks[i+1] > 0
		t.Color, t.TextSize, t.TextStyle = muted, p.Size(theme.SizeText), fyne.TextStyle{Bold: marked}
		if marked {
			t.Color = ink
		}
		r.dots[i].FillColor = p.Color(theme.ColorAccent)
	}
	r.under.FillColor, r.under.CornerRadius = p.Color(theme.ColorSoftAccent), theme.CornerRadius
	r.today.FillColor, r.today.StrokeColor = color.Transparent, p.Color(theme.ColorBorder)
	r.today.StrokeWidth, r.today.CornerRadius = 1, theme.CornerRadius
	r.over.FillColor, r.over.CornerRadius = p.Color(theme.ColorHover), theme.CornerRadius
	r.Layout(c.Size())
	canvas.Refresh(c)
}

package promises

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// CreateRenderer implements fyne.Widget.
func (g *grid) CreateRenderer() fyne.WidgetRenderer { return &gridRenderer{g} }

type gridRenderer struct{ grid *grid }

func (r *gridRenderer) Destroy() {}

func (r *gridRenderer) Layout(size fyne.Size) {
	head := r.grid.plan().head
	r.grid.head.Resize(fyne.NewSize(size.Width, head))
	r.grid.scroll.Move(fyne.NewPos(0, head))
	r.grid.scroll.Resize(fyne.NewSize(size.Width, max(size.Height-head, 0)))
	r.grid.begin()
	r.Refresh()
}

// MinSize has room for the head and two promises.
func (r *gridRenderer) MinSize() fyne.Size {
	p := r.grid.plan()
	return fyne.NewSize(p.column*leastDays, p.head+2*p.row)
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.grid.head, r.grid.scroll}
}

func (r *gridRenderer) Refresh() {
	r.grid.head.Refresh()
	r.grid.body.Refresh()
}

// gridHead names the days above the rows.
type gridHead struct {
	fynewidget.BaseWidget
	grid *grid
}

func newGridHead(g *grid) *gridHead {
	h := &gridHead{grid: g}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{head: h, band: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), period: canvas.NewText("", nil)}
	for i := range r.names {
		r.names[i], r.numbers[i] = canvas.NewText("", nil), canvas.NewText("", nil)
	}
	return r
}

type headRenderer struct {
	head           *gridHead
	band, line     *canvas.Rectangle // behind today; below all
	period         *canvas.Text      // which days show
	names, numbers [mostDays]*canvas.Text
}

func (r *headRenderer) Destroy()           {}
func (r *headRenderer) Layout(fyne.Size)   { r.Refresh() }
func (r *headRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *headRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.band, r.line, r.period}
	for i := range r.head.grid.plan().days {
		objects = append(objects, r.names[i], r.numbers[i])
	}
	return objects
}

func (r *headRenderer) Refresh() {
	g := r.head.grid
	p, pen := g.plan(), penOf(g)
	small := pen.LineHeight(theme.SizeSmall)
	for i := range p.days {
		day := g.last.Plus(i - p.days + 1)
		name, number := r.names[i], r.numbers[i]
		at, today := day.Time(time.UTC), day == g.today
		ink := theme.ColorMuted
		if today {
			ink = theme.ColorInk
		}
		pen.write(name, initial(at.Weekday()), theme.SizeSmall, ink, today)
		pen.write(number, strconv.Itoa(at.Day()), theme.SizeSmall, ink, today)
		for n, t := range []*canvas.Text{name, number} {
			t.Alignment = fyne.TextAlignCenter
			t.Move(fyne.NewPos(p.dayX(i), p.head-theme.Space1-float32(2-n)*small))
			t.Resize(fyne.NewSize(p.column, small))
		}
	}
	pen.write(r.period, widget.CutText(g.period(), p.words, pen.Size(theme.SizeSmall), fyne.TextStyle{}), theme.SizeSmall, theme.ColorMuted, false)
	r.period.Move(fyne.NewPos(theme.Space2, theme.Space1))
	showBand(r.band, g, p, pen, r.head.Size().Height)
	r.line.FillColor = pen.Color(theme.ColorLine)
	place(r.line, fyne.NewPos(0, r.head.Size().Height-1), fyne.NewSize(r.head.Size().Width, 1))
	canvas.Refresh(r.head)
}

// initial is the first letter of a day of the week.
func initial(d time.Weekday) string { return string([]rune(lang.L(d.String()))[:1]) }

// showBand lays a band behind today's column, if it shows.
func showBand(band *canvas.Rectangle, g *grid, p plan, pen pen, height float32) {
	i := p.columnOf(g.today, g.last)
	band.Hidden = i < 0 || i >= p.days
	band.FillColor = pen.Color(theme.ColorSoftAccent)
	place(band, fyne.NewPos(p.dayX(i), 0), fyne.NewSize(p.column, height))
}

// gridBody is what scrolls: as high as all rows, holding those in view.
type gridBody struct {
	fynewidget.BaseWidget
	grid *grid
	rows map[int]*rowView // in view, by index
	free []*rowView
}

func newGridBody(g *grid) *gridBody {
	b := &gridBody{grid: g, rows: make(map[int]*rowView)}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is that of all rows.
func (b *gridBody) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(len(b.grid.rows))*b.grid.plan().row)
}

// Tapped implements fyne.Tappable.
func (b *gridBody) Tapped(ev *fyne.PointEvent) { b.grid.tapped(ev.Position) }

// MouseIn implements desktop.Hoverable.
func (b *gridBody) MouseIn(ev *desktop.MouseEvent) { b.grid.point(true, ev.Position) }

// MouseMoved implements desktop.Hoverable.
func (b *gridBody) MouseMoved(ev *desktop.MouseEvent) { b.grid.point(true, ev.Position) }

// MouseOut implements desktop.Hoverable.
func (b *gridBody) MouseOut() { b.grid.point(false, fyne.Position{}) }

// inView returns the first row in view and the one after the last.
func (b *gridBody) inView(p plan) (first, end int) {
	top, height := b.grid.scroll.Offset.Y, b.grid.scroll.Size().Height
	first = max(int(top/p.row), 0)
	end = min(int((top+height)/p.row)+1, len(b.grid.rows))
	if height <= 0 {
		end = first
	}
	return first, max(first, end)
}

// place fills the rows in view.
func (b *gridBody) place(p plan, pen pen) {
	first, end := b.inView(p)
	for i, view := range b.rows {
		if i < first || i >= end {
			delete(b.rows, i)
			b.free = append(b.free, view)
		}
	}
	for i := first; i < end; i++ {
		if b.rows[i] == nil {
			b.rows[i] = b.take()
		}
		b.rows[i].show(b.grid, i, p, pen)
	}
}

func (b *gridBody) take() *rowView {
	if n := len(b.free); n > 0 {
		view := b.free[n-1]
		b.free = b.free[:n-1]
		return view
	}
	return newRowView()
}

// CreateRenderer implements fyne.Widget.
func (b *gridBody) CreateRenderer() fyne.WidgetRenderer {
	r := &bodyRenderer{body: b, band: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil)}
	for i := range r.at {
		r.at[i] = canvas.NewRectangle(nil)
	}
	for i := range r.weeks {
		r.weeks[i] = canvas.NewRectangle(nil)
	}
	return r
}

type bodyRenderer struct {
	body    *gridBody
	band    *canvas.Rectangle                        // behind today
	over    *canvas.Rectangle                        // behind what the pointer is on
	at      [8]*canvas.Rectangle                     // the corners of what the keys are on
	weeks   [mostDays/weekDays + 1]*canvas.Rectangle // lines where weeks begin
	objects []fyne.CanvasObject
}

func (r *bodyRenderer) Destroy()                     {}
func (r *bodyRenderer) Layout(fyne.Size)             { r.Refresh() }
func (r *bodyRenderer) MinSize() fyne.Size           { return r.body.MinSize() }
func (r *bodyRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *bodyRenderer) Refresh() {
	g := r.body.grid
	p, pen := g.plan(), penOf(g)
	r.body.place(p, pen)
	r.objects = append(r.objects[:0], r.band)
	showBand(r.band, g, p, pen, r.body.Size().Height)
	if !p.stacked {
		r.showWeeks(g, p, pen)
	}
	r.showOver(g, p, pen)
	first, end := r.body.inView(p)
	for i := first; i < end; i++ {
		r.objects = append(r.objects, r.body.rows[i].content)
	}
	r.showAt(g, p, pen)
	canvas.Refresh(r.body)
}

// showWeeks draws a line where a week begins.
func (r *bodyRenderer) showWeeks(g *grid, p plan, pen pen) {
	used := 0
	for i := 1; i < p.days; i++ {
		if g.last.Plus(i-p.days+1).Time(time.UTC).Weekday() != widget.WeekBegins() {
			continue
		}
		line := r.weeks[used]
		used++
		line.FillColor = pen.Color(theme.ColorLine)
		place(line, fyne.NewPos(p.dayX(i), 0), fyne.NewSize(1, r.body.Size().Height))
		r.objects = append(r.objects, line)
	}
}

// showOver tints what the pointer is on.
func (r *bodyRenderer) showOver(g *grid, p plan, pen pen) {
	if !g.pointed {
		return
	}
	at, size := fyne.NewPos(0, float32(g.over.row)*p.row), fyne.NewSize(p.words, p.row)
	if g.over.column >= 0 {
		at, size = p.cellAt(g.over.row, g.over.column)
	}
	r.over.FillColor, r.over.CornerRadius = pen.Color(theme.ColorHover), theme.CornerRadius
	place(r.over, at, size)
	r.objects = append(r.objects, r.over)
}

// showAt draws the corners of the cell that the keys are on, which no mark is
// like, or, while the keys are elsewhere, fainter ones: the foot below tells of
// it.
func (r *bodyRenderer) showAt(g *grid, p plan, pen pen) {
	i := p.columnOf(g.at.day, g.last)
	if len(g.rows) == 0 || i < 0 || i >= p.days {
		return
	}
	ink, thick := theme.ColorBorder, float32(1.5)
	if g.focused {
		ink, thick = theme.ColorFocus, 2.5
	}
	at, size := p.cellAt(g.at.row, i)
	arm := size.Width / 4
	for n, line := range r.at {
		way := fyne.NewSize(arm, thick) // along the edge, and then up or down it
		if n >= len(r.at)/2 {
			way = fyne.NewSize(thick, arm)
		}
		corner := at
		if n%2 == 1 {
			corner.X += size.Width - way.Width
		}
		if n%4 > 1 {
			corner.Y += size.Height - way.Height
		}
		line.FillColor = pen.Color(ink)
		place(line, corner, way)
		r.objects = append(r.objects, line)
	}
}

// cellAt is where the mark of a day stands.
func (l plan) cellAt(row, column int) (fyne.Position, fyne.Size) {
	return fyne.NewPos(l.dayX(column), float32(row)*l.row+l.dayY()), fyne.NewSize(l.column, l.line)
}

// rowView draws one promise.
type rowView struct {
	content *fyne.Container
	texts   [wordsLines + belowLines]*canvas.Text // what is promised, and below it by whom, how often and when
	line    *canvas.Rectangle
	shapes  shapes
	drawn   rowLook
}

// rowLook is all that the words of a row depend on: breaking them costs most.
type rowLook struct {
	text, made, look string
	over             bool
	words, room      float32
	ink              color.Color
	size             float32
}

func newRowView() *rowView {
	v := &rowView{content: &fyne.Container{}, line: canvas.NewRectangle(nil)}
	for i := range v.texts {
		v.texts[i] = canvas.NewText("", nil)
	}
	return v
}

// show draws row i.
func (v *rowView) show(g *grid, i int, p plan, pen pen) {
	row := g.rows[i]
	v.content.Move(fyne.NewPos(0, float32(i)*p.row))
	v.content.Resize(fyne.NewSize(g.Size().Width, p.row))
	look := rowLook{row.text, joined(row.often, row.when), row.look, row.over, p.words, p.room, pen.Color(theme.ColorInk), pen.Size(theme.SizeText)}
	if v.drawn != look {
		v.drawn = look
		v.write(row, p, pen)
	}
	v.shapes.reset()
	for column := range p.days {
		m := row.mark(g.last.Plus(column - p.days + 1))
		at := fyne.NewPos(p.dayX(column), p.dayY())
		v.shapes.draw(pen, m, at, fyne.NewSize(p.column, p.line))
	}
	v.line.FillColor = pen.Color(theme.ColorLine)
	place(v.line, fyne.NewPos(0, p.row-1), fyne.NewSize(g.Size().Width, 1))
	v.content.Objects = append(v.content.Objects[:0], v.line)
	for _, text := range v.texts {
		v.content.Objects = append(v.content.Objects, text)
	}
	v.content.Objects = append(v.content.Objects, v.shapes.drawn...)
}

// write sets the words of a row, in the middle of its height.
func (v *rowView) write(row gridRow, p plan, pen pen) {
	ink := theme.ColorInk
	if row.over {
		ink = theme.ColorMuted
	}
	words, below := row.lines(pen, p.words)
	large, tiny := pen.LineHeight(theme.SizeText), pen.LineHeight(theme.SizeSmall)
	y := (p.room - linesHeight(pen, len(words), len(below))) / 2
	if y = max(y, 0) + rowRoom; p.stacked {
		y = rowRoom
	}
	for i, text := range v.texts {
		switch at := i - len(words); {
		case at < 0:
			pen.write(text, words[i], theme.SizeText, ink, false)
			text.Move(fyne.NewPos(theme.Space2, y+float32(i)*large))
		case at < len(below):
			pen.write(text, below[at], theme.SizeSmall, theme.ColorMuted, false)
			text.Move(fyne.NewPos(theme.Space2, y+float32(len(words))*large+lineGap+float32(at)*tiny))
		default:
			pen.write(text, "", theme.SizeSmall, theme.ColorMuted, false)
		}
	}
}

// observed returns the observation that counts for a cell, or false.
func (g *grid) observed(c cell) (journal.Observation, bool) {
	if c.row >= len(g.rows) {
		return journal.Observation{}, false
	}
	return g.rows[c.row].log.On(c.day)
}

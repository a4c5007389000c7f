package promises

import (
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

// lineView draws one line of the timeline: the day at the left, beside it what
// happened, and below that whose it is. The list has the focus for it.
type lineView struct {
	fynewidget.BaseWidget
	onTap func(i int)
	i     int
	row   timelineRow
	dated bool // the day is named
}

func newLineView(onTap func(i int)) *lineView {
	v := &lineView{onTap: onTap}
	v.ExtendBaseWidget(v)
	return v
}

// show draws row i.
func (v *lineView) show(i int, row timelineRow, dated bool) {
	v.i, v.row, v.dated = i, row, dated
	v.Refresh()
}

// Tapped implements fyne.Tappable.
func (v *lineView) Tapped(*fyne.PointEvent) { v.onTap(v.i) }

// Cursor implements desktop.Cursorable.
func (v *lineView) Cursor() desktop.Cursor {
	if v.row.month != "" {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (v *lineView) AccessibilityLabel() string {
	if v.row.month != "" {
		return v.row.month
	}
	return joined(dueWord(v.row.what.Day), happeningWord(v.row.what), underWord(v.row.what))
}

// AccessibilityRole implements fyne.Accessible.
func (v *lineView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (v *lineView) CreateRenderer() fyne.WidgetRenderer {
	return &lineRenderer{line: v, day: canvas.NewText("", nil), what: canvas.NewText("", nil), under: canvas.NewText("", nil)}
}

type lineRenderer struct {
	line             *lineView
	day, what, under *canvas.Text
	shapes           shapes
}

func (r *lineRenderer) Destroy()         {}
func (r *lineRenderer) Layout(fyne.Size) { r.Refresh() }
func (r *lineRenderer) MinSize() fyne.Size {
	pen := penOf(r.line)
	return fyne.NewSize(leastDays*columnSide, pen.LineHeight(theme.SizeText)+pen.LineHeight(theme.SizeSmall)+2*rowRoom)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.day, r.what, r.under}, r.shapes.drawn...)
}

func (r *lineRenderer) Refresh() {
	r.shapes.reset()
	if pen := penOf(r.line); r.line.row.month != "" {
		r.showMonth(pen)
	} else {
		r.showLine(pen)
	}
	canvas.Refresh(r.line)
}

func (r *lineRenderer) showMonth(pen pen) {
	for _, t := range []*canvas.Text{r.day, r.under} {
		pen.write(t, "", theme.SizeSmall, theme.ColorMuted, false)
	}
	pen.write(r.what, r.line.row.month, theme.SizeSmall, theme.ColorMuted, true)
	r.what.Move(fyne.NewPos(theme.Space3, r.MinSize().Height-pen.LineHeight(theme.SizeSmall)-theme.Space1))
}

func (r *lineRenderer) showLine(pen pen) {
	h := r.line.row.what
	if h.Day == "" {
		return // not filled yet
	}
	gutter := fyne.MeasureText("Wed 30", pen.Size(theme.SizeSmall), fyne.TextStyle{}).Width + theme.Space6
	x := gutter + pen.Scaled(markSide) + theme.Space3
	cut := func(words string, size fyne.ThemeSizeName) string {
		return widget.CutText(words, max(r.line.Size().Width-x-theme.Space4, 0), pen.Size(size), fyne.TextStyle{})
	}
	day, at := "", h.Day.Time(time.UTC)
	if r.line.dated {
		day = lang.L(at.Weekday().String()[:3]) + at.Format(" 2")
	}
	text := pen.LineHeight(theme.SizeText)
	pen.write(r.day, day, theme.SizeSmall, theme.ColorMuted, false)
	pen.write(r.what, cut(happeningWord(h), theme.SizeText), theme.SizeText, theme.ColorInk, false)
	pen.write(r.under, cut(underWord(h), theme.SizeSmall), theme.SizeSmall, theme.ColorMuted, false)
	r.day.Move(fyne.NewPos(theme.Space3, rowRoom+(text-pen.LineHeight(theme.SizeSmall))/2))
	r.what.Move(fyne.NewPos(x, rowRoom))
	r.under.Move(fyne.NewPos(x, rowRoom+text))
	m := mark(h.Result)
	if h.Kind == journal.Apologised {
		m = written
	}
	r.shapes.draw(pen, m, fyne.NewPos(gutter, rowRoom), fyne.NewSize(pen.Scaled(markSide), text))
}

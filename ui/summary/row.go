package summary

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// entryRow is one line of the list: a box, full, half full or empty, the entry's
// title or first line with how much of it is shown, and below it the moment and
// what was felt. The list has the focus for it.
type entryRow struct {
	fynewidget.BaseWidget

	i                int
	how              journal.Showing
	line, below, say *widget.Text
	onTap            func(i int)
}

func newEntryRow(onTap func(i int)) *entryRow {
	r := &entryRow{onTap: onTap,
		line:  widget.NewText("", theme.ColorInk, theme.SizeText),
		below: widget.NewText("", theme.ColorMuted, theme.SizeSmall),
		say:   widget.NewText("", theme.ColorMuted, theme.SizeSmall)}
	r.say.Whole = true
	r.ExtendBaseWidget(r)
	return r
}

// show puts entry i into the row.
func (r *entryRow) show(i int, line, below string, how journal.Showing) {
	r.i, r.how = i, how
	r.say.SetText(showingWord(how))
	r.line.SetText(line)
	r.line.SetColor(theme.ColorInk)
	if how == journal.ShowNone {
		r.line.SetColor(theme.ColorMuted)
	}
	r.below.SetText(below)
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *entryRow) Tapped(*fyne.PointEvent) { r.onTap(r.i) }

// Cursor implements desktop.Cursorable.
func (r *entryRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (r *entryRow) AccessibilityLabel() string { return r.line.Text + ", " + r.say.Text }

// AccessibilityRole implements fyne.Accessible.
func (r *entryRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *entryRow) CreateRenderer() fyne.WidgetRenderer {
	drawn := &entryRowRenderer{row: r, box: canvas.NewRectangle(color.Transparent),
		short: canvas.NewLine(color.Transparent), long: canvas.NewLine(color.Transparent),
		half: canvas.NewRectangle(color.Transparent)}
	drawn.Refresh()
	return drawn
}

const (
	boxSide    float32 = 16 // at a text scale of 1
	rowGap     float32 = 2  // between the lines of a row
	boxEdge    float32 = 1.5
	markStroke float32 = 2
)

type entryRowRenderer struct {
	row         *entryRow
	box         *canvas.Rectangle
	short, long *canvas.Line // the strokes of the check mark
	half        *canvas.Rectangle
}

func (r *entryRowRenderer) Destroy() {}

func (r *entryRowRenderer) side() float32 { return boxSide * theme.Scale(r.row.Theme()) }

func (r *entryRowRenderer) textX() float32 { return theme.Space3 + r.side() + theme.Space3 }

func (r *entryRowRenderer) Layout(size fyne.Size) {
	side := r.side()
	at := fyne.NewPos(theme.Space3, theme.Space2+max(r.row.line.MinSize().Height-side, 0)/2)
	r.box.Move(at)
	r.box.Resize(fyne.NewSquareSize(side))
	point := func(x, y float32) fyne.Position { return at.AddXY(x*side, y*side) }
	r.short.Position1, r.short.Position2 = point(0.22, 0.52), point(0.42, 0.72)
	r.long.Position1, r.long.Position2 = point(0.42, 0.72), point(0.78, 0.30)
	r.half.Move(point(0.22, 0.42))
	r.half.Resize(fyne.NewSize(0.56*side, 0.16*side))
	say := r.row.say.MinSize()
	r.row.say.Resize(say)
	r.row.say.Move(fyne.NewPos(size.Width-say.Width-theme.Space3, theme.Space2+(r.row.line.MinSize().Height-say.Height)/2))
	width := size.Width - r.textX() - theme.Space3
	line, below := r.row.line.MinSize().Height, r.row.below.MinSize().Height
	widget.Place(r.row.line, r.textX(), theme.Space2, max(width-say.Width-theme.Space3, 0), line)
	widget.Place(r.row.below, r.textX(), theme.Space2+line+rowGap, max(width, 0), below)
}

func (r *entryRowRenderer) MinSize() fyne.Size {
	text := r.row.line.MinSize().Height + rowGap + r.row.below.MinSize().Height
	return fyne.NewSize(r.textX()+theme.Space3, text+2*theme.Space2)
}

func (r *entryRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.half, r.short, r.long, r.row.line, r.row.below, r.row.say}
}

func (r *entryRowRenderer) Refresh() {
	pen := theme.PenOf(r.row)
	fill, edge := theme.ColorCard, theme.ColorBorder
	check, half := color.Color(color.Transparent), color.Color(color.Transparent)
	switch r.row.how {
	case journal.ShowFull:
		fill, edge, check = theme.ColorAccent, theme.ColorAccent, pen.Color(theme.ColorOnAccent)
	case journal.ShowExcerpt:
		edge, half = theme.ColorAccent, pen.Color(theme.ColorAccent)
	}
	r.half.FillColor, r.half.CornerRadius = half, 1
	r.half.Refresh()
	r.box.FillColor, r.box.StrokeColor = pen.Color(fill), pen.Color(edge)
	r.box.StrokeWidth, r.box.CornerRadius = boxEdge, theme.Space1
	for _, stroke := range []*canvas.Line{r.short, r.long} {
		stroke.StrokeColor, stroke.StrokeWidth = check, markStroke
		stroke.Refresh()
	}
	r.box.Refresh()
	for _, text := range []*widget.Text{r.row.line, r.row.below, r.row.say} {
		text.Refresh()
	}
	r.Layout(r.row.Size())
}

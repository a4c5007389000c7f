package summary

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
	"mend/ui/widget"
)

// entryRow is one line of the list: a box, the entry's title or first line,
// and below it the moment and what was felt. The list has the focus for it.
type entryRow struct {
	fynewidget.BaseWidget

	i           int
	ticked      bool
	line, below *widget.Text
	onTap       func(i int)
}

func newEntryRow(onTap func(i int)) *entryRow {
	r := &entryRow{onTap: onTap,
		line:  widget.NewText("", theme.ColorInk, theme.SizeText),
		below: widget.NewText("", theme.ColorMuted, theme.SizeSmall)}
	r.ExtendBaseWidget(r)
	return r
}

// show puts entry i into the row.
func (r *entryRow) show(i int, line, below string, ticked bool) {
	r.i, r.ticked = i, ticked
	r.line.SetText(line)
	r.line.SetColor(theme.ColorInk)
	if !ticked {
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
func (r *entryRow) AccessibilityLabel() string { return r.line.Text }

// AccessibilityRole implements fyne.Accessible.
func (r *entryRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *entryRow) CreateRenderer() fyne.WidgetRenderer {
	drawn := &entryRowRenderer{row: r, box: canvas.NewRectangle(color.Transparent),
		short: canvas.NewLine(color.Transparent), long: canvas.NewLine(color.Transparent),
		text: widget.NewStack(rowGap, r.line, r.below)}
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
	text        *fyne.Container
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
	r.text.Move(fyne.NewPos(r.textX(), theme.Space2))
	r.text.Resize(fyne.NewSize(max(size.Width-r.textX()-theme.Space3, 0), r.text.MinSize().Height))
}

func (r *entryRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.textX()+theme.Space3, r.text.MinSize().Height+2*theme.Space2)
}

func (r *entryRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.short, r.long, r.text}
}

func (r *entryRowRenderer) Refresh() {
	th, variant := r.row.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	fill, edge, ink := theme.ColorCard, theme.ColorBorder, color.Color(color.Transparent)
	if r.row.ticked {
		fill, edge, ink = theme.ColorAccent, theme.ColorAccent, th.Color(theme.ColorOnAccent, variant)
	}
	r.box.FillColor, r.box.StrokeColor = th.Color(fill, variant), th.Color(edge, variant)
	r.box.StrokeWidth, r.box.CornerRadius = boxEdge, theme.Space1
	for _, stroke := range []*canvas.Line{r.short, r.long} {
		stroke.StrokeColor, stroke.StrokeWidth = ink, markStroke
		stroke.Refresh()
	}
	r.box.Refresh()
	r.text.Refresh()
	r.Layout(r.row.Size())
}

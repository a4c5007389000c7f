package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// RailItem is one place, or one act, that the rail offers.
type RailItem struct {
	ID    string
	Label string
	Foot  bool // stands at the rail's foot
}

// Rail is the quiet column of places at the window's left. The selected one
// is shown by a bar beside it and by its weight. The rail is one stop of the
// Tab key: Up, Down, Home and End move along it, Enter and Space choose.
type Rail struct {
	control

	Items    []RailItem
	Selected string // id, or none

	// OnSelect is called when the person chooses an item. The rail does not
	// select it by itself: the item may be an act, or be refused.
	OnSelect func(id string)

	cursor int // the item the keys are on
}

// NewRail returns a rail of the items, the foot's among them.
func NewRail(items []RailItem, onSelect func(id string)) *Rail {
	r := &Rail{Items: items, OnSelect: onSelect}
	r.extend(r)
	return r
}

// Select shows the item with the id as the selected one, without OnSelect.
func (r *Rail) Select(id string) {
	if r.Selected == id {
		return
	}
	r.Selected = id
	if i := r.index(id); i >= 0 {
		r.cursor = i
	}
	r.Refresh()
}

func (r *Rail) index(id string) int {
	return slices.IndexFunc(r.Items, func(item RailItem) bool { return item.ID == id })
}

// choose tells that the person wants item i.
func (r *Rail) choose(i int) {
	r.moveTo(i)
	if r.OnSelect != nil && i < len(r.Items) {
		r.OnSelect(r.Items[i].ID)
	}
}

func (r *Rail) moveTo(i int) {
	i = max(0, min(i, len(r.Items)-1))
	if r.cursor != i {
		r.cursor = i
		r.Refresh()
	}
}

// TypedKey implements fyne.Focusable.
func (r *Rail) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case r.asked(ev):
	case isEnter(ev) || ev.Name == fyne.KeySpace:
		r.choose(r.cursor)
	case ev.Name == fyne.KeyUp:
		r.moveTo(r.cursor - 1)
	case ev.Name == fyne.KeyDown:
		r.moveTo(r.cursor + 1)
	case ev.Name == fyne.KeyHome:
		r.moveTo(0)
	case ev.Name == fyne.KeyEnd:
		r.moveTo(len(r.Items) - 1)
	default:
		HandOn(r, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Rail) AccessibilityLabel() string {
	if i := r.index(r.Selected); i >= 0 {
		return r.Items[i].Label
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (r *Rail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	view := &railRenderer{rail: r, back: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	top, foot := NewStack(theme.Space1), NewStack(theme.Space1)
	for i, item := range r.Items {
		row := newRailRow(r, i)
		view.rows = append(view.rows, row)
		if item.Foot {
			foot.Add(row)
		} else {
			top.Add(row)
		}
	}
	view.body = Inset(theme.Space3, container.NewBorder(top, foot, nil, nil, layout.NewSpacer()))
	view.Refresh()
	return view
}

type railRenderer struct {
	rail       *Rail
	back, edge *canvas.Rectangle
	rows       []*railRow
	body       *fyne.Container
}

func (r *railRenderer) Destroy() {}

func (r *railRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.edge.Move(fyne.NewPos(size.Width-1, 0))
	r.edge.Resize(fyne.NewSize(1, size.Height))
	r.body.Resize(size)
}

func (r *railRenderer) MinSize() fyne.Size {
	width := theme.RailWidth
	for _, row := range r.rows {
		width = max(width, row.MinSize().Width+2*theme.Space3)
	}
	return fyne.NewSize(width, r.body.MinSize().Height)
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.edge, r.body}
}

func (r *railRenderer) Refresh() {
	p := theme.PenOf(r.rail)
	r.back.FillColor, r.edge.FillColor = p.Color(theme.ColorPaper), p.Color(theme.ColorLine)
	r.back.Refresh()
	r.edge.Refresh()
	for _, row := range r.rows {
		row.Refresh()
	}
}

// railRow is one item; the rail has the focus for it.
type railRow struct {
	fynewidget.BaseWidget
	pointed
	rail *Rail
	i    int
}

func newRailRow(r *Rail, i int) *railRow {
	row := &railRow{rail: r, i: i}
	row.pointed.refresh = row.Refresh
	row.ExtendBaseWidget(row)
	return row
}

// Tapped implements fyne.Tappable.
func (w *railRow) Tapped(*fyne.PointEvent) {
	FocusOn(w.rail)
	w.rail.choose(w.i)
}

// AccessibilityLabel implements fyne.Accessible.
func (w *railRow) AccessibilityLabel() string { return w.rail.Items[w.i].Label }

// AccessibilityRole implements fyne.Accessible.
func (w *railRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (w *railRow) CreateRenderer() fyne.WidgetRenderer {
	r := &railRowRenderer{row: w, ground: newGround(), text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type railRowRenderer struct {
	row *railRow
	ground
	text *canvas.Text
}

func (r *railRowRenderer) Destroy() {}

func (r *railRowRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	least := r.text.MinSize()
	r.text.Move(fyne.NewPos(theme.Space3, (size.Height-least.Height)/2))
	r.text.Resize(least)
}

func (r *railRowRenderer) MinSize() fyne.Size {
	bold := fyne.MeasureText(r.text.Text, r.text.TextSize, fyne.TextStyle{Bold: true})
	return bold.AddWidthHeight(2*theme.Space3, 2*theme.Space2)
}

func (r *railRowRenderer) Objects() []fyne.CanvasObject {
	return append(r.ground.objects(), r.text)
}

func (r *railRowRenderer) Refresh() {
	w, p := r.row, theme.PenOf(r.row.rail)
	item := w.rail.Items[w.i]
	selected := item.ID == w.rail.Selected
	r.text.Text, r.text.TextSize = item.Label, p.Size(theme.SizeText)
	r.text.TextStyle, r.text.Color = fyne.TextStyle{Bold: selected}, p.Color(theme.ColorInk)
	if !selected {
		r.text.Color = p.Color(theme.ColorMuted)
	}
	r.ground.show(p, groundState{selected: selected, hovered: w.hovered, focused: w.rail.focused && w.rail.cursor == w.i})
	r.Layout(w.Size())
	r.text.Refresh()
}

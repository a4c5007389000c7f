package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// listBody is what the list scrolls: as high as all rows, holding those that
// are in view and a few to spare.
type listBody struct {
	fynewidget.BaseWidget
	list *List
	rows map[int]*listRow // shown, by index
	free []*listRow
}

func newListBody(l *List) *listBody {
	b := &listBody{list: l, rows: map[int]*listRow{}}
	b.ExtendBaseWidget(b)
	return b
}

// place moves rows to where they are in view and fills the new ones.
func (b *listBody) place() {
	first, last := b.inView()
	for i, row := range b.rows {
		if i < first || i > last {
			delete(b.rows, i)
			b.free = append(b.free, row)
		}
	}
	changed := false
	for i := first; i <= last; i++ {
		if b.rows[i] == nil {
			b.rows[i] = b.take(i)
			b.list.Update(i, b.rows[i].content)
			b.rows[i].Refresh()
			changed = true
		}
		b.rows[i].Move(fyne.NewPos(0, float32(i)*b.list.rowHeight()))
		b.rows[i].Resize(fyne.NewSize(b.list.scroll.Size().Width, b.list.rowHeight()))
	}
	if changed {
		b.BaseWidget.Refresh()
	}
}

// inView returns the first and the last row in view; last is before first if
// there is none.
func (b *listBody) inView() (first, last int) {
	l := b.list
	height := l.rowHeight()
	first = max(0, int(l.scroll.Offset.Y/height))
	last = min(l.Length()-1, int((l.scroll.Offset.Y+l.scroll.Size().Height)/height))
	if l.scroll.Size().Height <= 0 {
		last = -1
	}
	return first, last
}

// take returns a row for i, used before if there is one.
func (b *listBody) take(i int) *listRow {
	if n := len(b.free); n > 0 {
		row := b.free[n-1]
		b.free = b.free[:n-1]
		row.i = i
		return row
	}
	return newListRow(b.list, i)
}

// Refresh fills every row in view anew.
func (b *listBody) Refresh() {
	b.place()
	for i, row := range b.rows {
		b.list.Update(i, row.content)
		row.Refresh()
	}
	b.BaseWidget.Refresh()
}

// MinSize is that of all rows.
func (b *listBody) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(b.list.Length())*b.list.rowHeight())
}

// CreateRenderer implements fyne.Widget.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer { return listBodyRenderer{b} }

type listBodyRenderer struct{ body *listBody }

func (r listBodyRenderer) Destroy() {}

func (r listBodyRenderer) Layout(fyne.Size) { r.body.place() }

func (r listBodyRenderer) MinSize() fyne.Size { return r.body.MinSize() }

func (r listBodyRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.body.rows))
	first, last := r.body.inView()
	for i := first; i <= last; i++ {
		if row := r.body.rows[i]; row != nil {
			objects = append(objects, row)
		}
	}
	return objects
}

func (r listBodyRenderer) Refresh() {}

// listRow is one row in view.
type listRow struct {
	fynewidget.BaseWidget
	pointed
	list    *List
	i       int
	content fyne.CanvasObject
}

func newListRow(l *List, i int) *listRow {
	row := &listRow{list: l, i: i, content: l.Create()}
	row.pointed.refresh = row.Refresh
	row.ExtendBaseWidget(row)
	return row
}

// Tapped implements fyne.Tappable.
func (w *listRow) Tapped(*fyne.PointEvent) {
	if w.list.Disabled() {
		return
	}
	FocusOn(w.list)
	w.list.choose(w.i)
}

// CreateRenderer implements fyne.Widget.
func (w *listRow) CreateRenderer() fyne.WidgetRenderer {
	r := &listRowRenderer{row: w, ground: newGround()}
	r.Refresh()
	return r
}

type listRowRenderer struct {
	row *listRow
	ground
}

func (r *listRowRenderer) Destroy() {}

func (r *listRowRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	r.row.content.Resize(size)
}

func (r *listRowRenderer) MinSize() fyne.Size { return r.row.content.MinSize() }

func (r *listRowRenderer) Objects() []fyne.CanvasObject {
	return append(r.ground.objects(), r.row.content)
}

func (r *listRowRenderer) Refresh() {
	w, l := r.row, r.row.list
	selected := w.i == l.selected
	r.ground.show(theme.PenOf(l), groundState{
		selected: selected, focused: selected && l.focused, hovered: w.hovered && l.can(w.i),
	})
	r.ground.layout(w.Size())
}

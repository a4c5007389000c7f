package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/ui/widget"
)

// listBody is the whole height of the list, of which a part is in view.
type listBody struct {
	fynewidget.BaseWidget
	list     *list
	renderer *listRenderer
}

// Tapped implements fyne.Tappable.
func (b *listBody) Tapped(ev *fyne.PointEvent) {
	widget.FocusOn(b.list)
	if at, ok := b.list.source.rows().entryAt(ev.Position.Y, penOf(b).heights()); ok {
		b.list.choose(at)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *listBody) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (b *listBody) MouseMoved(ev *desktop.MouseEvent) {
	at, ok := b.list.source.rows().entryAt(ev.Position.Y, penOf(b).heights())
	if !ok {
		at = -1
	}
	b.hover(at)
}

// MouseOut implements desktop.Hoverable.
func (b *listBody) MouseOut() { b.hover(-1) }

func (b *listBody) hover(position int) {
	if b.list.hovered != position {
		b.list.hovered = position
		b.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer {
	b.renderer = &listRenderer{body: b, rows: make(map[int]*row)}
	return b.renderer
}

// listRenderer keeps the rows and headers that are in view, and uses the others
// again.
type listRenderer struct {
	body    *listBody
	rows    map[int]*row // by position
	spare   []*row
	headers []*header
	objects []fyne.CanvasObject
}

func (r *listRenderer) Destroy() {}

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.body.list.source.rows().all(penOf(r.body).heights()))
}

func (r *listRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *listRenderer) Layout(fyne.Size) { r.draw() }

func (r *listRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.body)
}

// draw puts what is in view in its place.
func (r *listRenderer) draw() {
	l, p := r.body.list, penOf(r.body)
	all, view := l.source.rows(), l.InView()
	l.source.need(view.first, view.end)
	r.objects = r.objects[:0]
	for i := view.firstMonth; i < view.endMonth; i++ {
		h := r.header(i - view.firstMonth)
		h.show(p, all.months[i].month, r.body.Size().Width)
		h.content.Move(fyne.NewPos(0, all.topOfMonth(i, p.heights())))
		r.objects = append(r.objects, h.content)
	}
	r.spareOutside(view)
	for at := view.first; at < view.end; at++ {
		if e, ok := l.source.at(at); ok {
			one := r.row(at)
			one.show(p, e, r.look(at, e), l.source)
			one.content.Move(fyne.NewPos(0, all.topOf(at, p.heights())))
			r.objects = append(r.objects, one.content)
		}
	}
}

// spareOutside makes the rows that are out of view free for others.
func (r *listRenderer) spareOutside(view span) {
	for at, one := range r.rows {
		if at < view.first || at >= view.end {
			delete(r.rows, at)
			r.spare = append(r.spare, one)
		}
	}
}

func (r *listRenderer) look(at int, e journal.EntrySummary) rowLook {
	l := r.body.list
	chosen := e.ID == l.chosen
	before, ok := l.source.at(at - 1)
	return rowLook{
		id: e.ID, version: l.version, width: r.body.Size().Width, query: l.source.query(),
		chosen: chosen, focused: chosen && l.focused, hovered: at == l.hovered,
		dayShown: !ok || journal.DayOf(before.At) != journal.DayOf(e.At),
	}
}

func (r *listRenderer) row(at int) *row {
	if r.rows[at] == nil {
		if len(r.spare) == 0 {
			r.spare = append(r.spare, newRow())
		}
		r.rows[at] = r.spare[len(r.spare)-1]
		r.spare = r.spare[:len(r.spare)-1]
	}
	return r.rows[at]
}

func (r *listRenderer) header(n int) *header {
	for len(r.headers) <= n {
		r.headers = append(r.headers, newHeader())
	}
	return r.headers[n]
}

package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
)

// source is what a list shows; it belongs to someone else.
type source struct {
	rows  func() rows
	at    func(position int) (journal.EntrySummary, bool) // false: not here yet
	need  func(first, end int)                            // told what is in view
	query func() string                                   // whose words are marked
	stage func(id string) string                          // a stage's title
}

// list shows entries by month. Only the rows in view exist; they are drawn with
// plain canvas texts. The arrow keys choose, Enter opens.
type list struct {
	fynewidget.BaseWidget

	// OnChoose is told the position of the entry that was chosen.
	OnChoose func(position int)
	// OnOpen is told when the chosen entry is to be written on.
	OnOpen func()
	// OnKey is asked first for every key, and returns whether that was all.
	OnKey func(*fyne.KeyEvent) bool

	source  source
	chosen  uuid.UUID
	at      int  // position of the chosen entry, or -1
	wanted  bool // the entry at that position is not here yet
	hovered int  // position under the pointer, or -1
	focused bool
	version int // of what is shown; a newer one makes every row be drawn anew
	body    *listBody
	scroll  *container.Scroll
}

func newList(s source) *list {
	l := &list{source: s, at: -1, hovered: -1}
	l.body = &listBody{list: l}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.body.Refresh() }
	l.ExtendBaseWidget(l)
	return l
}

// Choose marks the entry with the id, which is at position, or at -1 if that
// is not known.
func (l *list) Choose(id uuid.UUID, position int) {
	l.chosen, l.at, l.wanted = id, position, false
	l.body.Refresh()
}

// Reveal scrolls until the entry at position is in view.
func (l *list) Reveal(position int) {
	r, h := l.source.rows(), penOf(l).heights()
	if position < 0 || position >= r.total {
		return
	}
	top, bottom := r.topOf(position, h), r.topOf(position, h)+h.entry
	if i := r.monthOf(position); r.months[i].first == position {
		top -= h.header // the first of a month is shown with its name
	}
	y := l.scroll.Offset.Y
	y = max(y, bottom+theme.Space2-l.scroll.Size().Height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(min(y, top), 0)))
	l.body.Refresh()
}

// InView returns the positions that are in view.
func (l *list) InView() span {
	return l.source.rows().between(l.scroll.Offset.Y, l.scroll.Size().Height, penOf(l).heights())
}

// ScrollToTop shows the first row.
func (l *list) ScrollToTop() { l.scroll.ScrollToTop() }

// Refresh draws every row anew.
func (l *list) Refresh() {
	l.version++
	l.scroll.Refresh() // the number of rows may have changed
	l.body.Refresh()
}

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() {
	l.focused = true
	l.body.Refresh()
}

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() {
	l.focused = false
	l.body.Refresh()
}

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(ev) {
		return
	}
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		if l.at < 0 {
			l.choose(0)
		}
		l.OnOpen()
		return
	}
	if to, ok := l.move(ev.Name); ok {
		l.choose(to)
		return
	}
	handOn(l, ev)
}

// move returns where a key leads to.
func (l *list) move(key fyne.KeyName) (int, bool) {
	last := l.source.rows().total - 1
	page := max(int(l.scroll.Size().Height/penOf(l).heights().entry)-1, 1)
	to := l.at
	switch key {
	case fyne.KeyUp:
		to = max(to-1, 0)
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	default:
		return 0, false
	}
	return max(min(to, last), 0), true
}

func (l *list) choose(position int) {
	if l.source.rows().total == 0 {
		return
	}
	l.at = position
	l.Reveal(position)
	l.OnChoose(position)
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(l.scroll)
}

// listBody is the whole height of the list, of which a part is in view.
type listBody struct {
	fynewidget.BaseWidget
	list     *list
	renderer *listRenderer
}

// Tapped implements fyne.Tappable.
func (b *listBody) Tapped(ev *fyne.PointEvent) {
	focusOn(b.list)
	if at, ok := b.list.source.rows().entryAt(ev.Position.Y, penOf(b).heights()); ok {
		b.list.choose(at)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (b *listBody) DoubleTapped(*fyne.PointEvent) { b.list.OnOpen() }

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
			one.show(p, e, r.look(at, e), l.source.stage)
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

// header draws a month's name above its entries.
type header struct {
	name    *canvas.Text
	content *fyne.Container
}

func newHeader() *header {
	h := &header{name: canvas.NewText("", nil)}
	h.content = &fyne.Container{Objects: []fyne.CanvasObject{h.name}}
	return h
}

func (h *header) show(p pen, month string, width float32) {
	setText(h.name, monthTitle(month), p.size(theme.SizeSmall), p.color(theme.ColorMuted), fyne.TextStyle{Bold: true})
	h.name.Move(fyne.NewPos(theme.Space4, p.heights().header-h.name.MinSize().Height-theme.Space1))
	h.content.Resize(fyne.NewSize(width, p.heights().header))
}

// handOn gives a key that o has no use for to the canvas it is on.
func handOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}

// focusOn gives o the focus.
func focusOn(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

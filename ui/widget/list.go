package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
)

// List shows rows of one height and draws only those that are in view. The
// selection follows the keys: Up, Down, Home, End, Page Up and Page Down move
// it, Enter opens what it is on. Build rows of Text or canvas.Text: Fyne's
// Label costs a hundred times more.
type List struct {
	control

	// Length returns how many rows there are.
	Length func() int
	// Create returns an empty row; its minimum height is every row's height.
	Create func() fyne.CanvasObject
	// Update puts what belongs into row i into o, a row made by Create. It is
	// called for every row in view whenever the list is refreshed, so it must
	// not fetch, and must not call the list.
	Update func(i int, o fyne.CanvasObject)
	// Selectable, if not nil, says whether row i can be selected: headings
	// among the rows can't.
	Selectable func(i int) bool

	// OnSelect is called when the person selects another row.
	OnSelect func(i int)
	// OnOpen is called when the person presses Enter on the selected row.
	OnOpen func(i int)

	selected int // row, or -1
	height   float32
	scroll   *container.Scroll
	body     *listBody
}

// NewList returns a list without a selection.
func NewList(length func() int, create func() fyne.CanvasObject, update func(i int, o fyne.CanvasObject)) *List {
	l := &List{Length: length, Create: create, Update: update, selected: -1}
	l.extend(l)
	l.body = newListBody(l)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.body.place() }
	return l
}

// Selected returns the selected row, or -1.
func (l *List) Selected() int { return l.selected }

// Select selects row i and brings it into view, without OnSelect. A row that
// is not there, or can't be selected, clears the selection.
func (l *List) Select(i int) {
	if !l.can(i) {
		i = -1
	}
	if l.selected != i {
		l.selected = i
		l.body.Refresh()
		l.control.Refresh() // the ring goes to the row
	}
	l.ScrollTo(i)
}

// ScrollTo brings row i into view.
func (l *List) ScrollTo(i int) {
	view := l.scroll.Size().Height
	if i < 0 || i >= l.Length() || view <= 0 {
		return
	}
	top := float32(i) * l.rowHeight()
	y := l.scroll.Offset.Y
	y = min(y, top)
	y = max(y, top+l.rowHeight()-view)
	if y != l.scroll.Offset.Y {
		l.scroll.Offset.Y = y
		l.scroll.Refresh()
		l.body.place()
	}
}

// ScrollToTop brings the first row into view.
func (l *List) ScrollToTop() { l.ScrollTo(0) }

// Refresh draws the rows anew: call it after what they show has changed.
func (l *List) Refresh() {
	if n := l.Length(); l.selected >= n {
		l.selected = -1
	}
	l.height = 0
	l.scroll.Refresh()
	l.body.Refresh()
	l.control.Refresh()
}

// choose selects row i for the person.
func (l *List) choose(i int) {
	if !l.can(i) {
		return
	}
	changed := i != l.selected
	l.Select(i)
	if changed && l.OnSelect != nil {
		l.OnSelect(i)
	}
}

func (l *List) can(i int) bool {
	return i >= 0 && i < l.Length() && (l.Selectable == nil || l.Selectable(i))
}

// nearest returns the row at i, or the next that can be selected in the
// direction, or else in the other one; -1 if none can.
func (l *List) nearest(i, direction int) int {
	i = max(0, min(i, l.Length()-1))
	for _, step := range []int{direction, -direction} {
		for j := i; j >= 0 && j < l.Length(); j += step {
			if l.can(j) {
				return j
			}
		}
	}
	return -1
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	if l.asked(ev) {
		return
	}
	page := max(1, int(l.scroll.Size().Height/l.rowHeight())-1)
	switch ev.Name {
	case fyne.KeyDown:
		l.choose(l.nearest(l.selected+1, 1))
	case fyne.KeyUp:
		if l.selected > 0 {
			l.choose(l.nearest(l.selected-1, -1))
		}
	case fyne.KeyPageDown:
		l.choose(l.nearest(l.selected+page, 1))
	case fyne.KeyPageUp:
		l.choose(l.nearest(l.selected-page, -1))
	case fyne.KeyHome:
		l.choose(l.nearest(0, 1))
	case fyne.KeyEnd:
		l.choose(l.nearest(l.Length()-1, -1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.selected >= 0 && l.OnOpen != nil {
			l.OnOpen(l.selected)
		}
	default:
		HandOn(l, ev)
	}
}

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() {
	l.focused = true
	l.Refresh()
	reveal(l)
}

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() {
	l.focused = false
	l.Refresh()
}

// rowHeight is the height of every row.
func (l *List) rowHeight() float32 {
	if l.height == 0 {
		l.height = max(l.Create().MinSize().Height, 1)
	}
	return l.height
}

// AccessibilityLabel implements fyne.Accessible.
func (l *List) AccessibilityLabel() string { return "" }

// AccessibilityRole implements fyne.Accessible.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l, newRing()} }

var _ fyne.WidgetRenderer = (*listRenderer)(nil)

type listRenderer struct {
	list *List
	ring ring // when the focus is here and no row is selected
}

func (r *listRenderer) Destroy() {}

func (r *listRenderer) Layout(size fyne.Size) {
	r.list.scroll.Resize(size)
	r.list.body.place()
	r.Refresh()
}

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.list.scroll.MinSize().Width, 2*r.list.rowHeight())
}

func (r *listRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.list.scroll, r.ring.Rectangle}
}

func (r *listRenderer) Refresh() {
	l := r.list
	r.ring.show(theme.PenOf(l), l.focused && l.selected < 0, theme.ColorFocus, l.Size(), 0)
}

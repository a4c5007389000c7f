package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// source is what a list shows; it belongs to someone else.
type source struct {
	rows  func() rows
	at    func(position int) (journal.EntrySummary, bool) // false: not here yet
	need  func(first, end int)                            // told what is in view
	query func() string                                   // whose words are marked
	stage func(id string) string                          // a stage's title
	page  func(id string) string                          // a guided page's title
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
	// OnRune, if not nil, is told what is typed.
	OnRune func(rune) bool

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
func (l *list) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

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
	widget.HandOn(l, ev)
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

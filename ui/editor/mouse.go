package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mouse is what the pointer is about.
type mouse struct {
	now   func() time.Time
	every func(time.Duration, func()) (stop func())

	clicks  int // in a row: 2 choose words, 3 paragraphs
	last    time.Time
	place   fyne.Position // of the last click
	held    hold
	origin  span          // what the first click of a drag chose
	pointer fyne.Position // of a drag
	grip    float32       // where in the scroll bar it was taken hold of
	stop    func()        // ends the scrolling at an edge; nil while there is none
}

// hold is what a pressed button moves.
type hold uint8

const (
	holdNothing hold = iota
	holdText
	holdBar
)

const (
	clickRoom   = 4 // points that a double click may be apart
	scrollEvery = 40 * time.Millisecond
)

// release ends a drag.
func (m *mouse) release() {
	m.held = holdNothing
	m.rest()
}

// rest ends the scrolling at an edge.
func (m *mouse) rest() {
	if m.stop != nil {
		m.stop()
		m.stop = nil
	}
}

// count notes a click at a place and says how many there were in a row.
func (m *mouse) count(at fyne.Position, within time.Duration) int {
	now := m.now()
	off := at.Subtract(m.place)
	if now.Sub(m.last) > within || max(off.X, -off.X, off.Y, -off.Y) > clickRoom || m.clicks == 3 {
		m.clicks = 0
	}
	m.clicks++
	m.last, m.place = now, at
	return m.clicks
}

// MouseDown implements desktop.Mouseable.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
	if !e.sheet.shown() || ev.Position.Y > e.sheet.height {
		return
	}
	switch ev.Button {
	case desktop.MouseButtonPrimary:
		e.press(ev)
	case desktop.MouseButtonSecondary:
		if p, upstream := e.under(ev.Position); !e.sheet.selection().holds(p) {
			e.point(span{p, p}, upstream)
		}
	}
}

func (e *Editor) press(ev *desktop.MouseEvent) {
	m, s := &e.mouse, &e.sheet
	if thumb, ok := e.thumb(); ok && ev.Position.X >= e.Size().Width-barReach {
		m.held = holdBar
		m.grip = thumb.height / 2
		if y := ev.Position.Y - thumb.y; y >= 0 && y <= thumb.height {
			m.grip = y
		}
		e.pullBar(ev.Position.Y)
		return
	}
	p, upstream := e.under(ev.Position)
	m.held = holdText
	clicks := m.count(ev.Position, fyne.CurrentApp().Driver().DoubleTapDelay())
	if clicks == 1 && ev.Modifier&fyne.KeyModifierShift != 0 {
		m.origin = span{s.anchor, s.anchor}
		e.dragTo(p, upstream)
		return
	}
	m.origin = e.unit(p)
	e.point(m.origin, upstream)
}

// unit is what a click at p chooses, by how many clicks there were.
func (e *Editor) unit(p place) span {
	switch e.mouse.clicks {
	case 2:
		return e.sheet.wordAt(p)
	case 3:
		return e.sheet.paragraphAt(p)
	}
	return span{p, p}
}

// point chooses a span by the pointer.
func (e *Editor) point(s span, upstream bool) {
	e.sheet.choose(s)
	e.sheet.upstream = upstream && s.empty()
	e.showCaret()
	e.draw()
}

// under is the place under a point of the widget.
func (e *Editor) under(at fyne.Position) (place, bool) {
	return e.sheet.under(at.X-e.look.pad, at.Y)
}

// MouseUp implements desktop.Mouseable.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.mouse.release() }

// Dragged implements fyne.Draggable.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	e.mouse.pointer = ev.Position
	switch e.mouse.held {
	case holdBar:
		e.pullBar(ev.Position.Y)
	case holdText:
		e.drag()
		e.scrollAtEdge()
	}
}

// DragEnd implements fyne.Draggable.
func (e *Editor) DragEnd() { e.mouse.release() }

// drag chooses up to the pointer.
func (e *Editor) drag() {
	p, upstream := e.under(e.mouse.pointer)
	e.dragTo(p, upstream)
}

func (e *Editor) dragTo(p place, upstream bool) {
	from, unit := e.mouse.origin, e.unit(p)
	if unit.from.before(from.from) {
		e.point(span{from.to, unit.from}, false)
		return
	}
	e.point(span{from.from, unit.to}, upstream)
}

// scrollAtEdge scrolls on as long as the pointer is over an edge.
func (e *Editor) scrollAtEdge() {
	m := &e.mouse
	if y := m.pointer.Y; y >= 0 && y <= e.sheet.height {
		m.rest()
		return
	}
	if m.stop == nil && m.every != nil {
		m.stop = m.every(scrollEvery, e.scrollOn)
	}
}

// scrollOn scrolls by a step that grows with how far out the pointer is.
func (e *Editor) scrollOn() {
	y := e.mouse.pointer.Y
	if y > 0 {
		y = max(y-e.sheet.height, 0)
	}
	e.sheet.scroll(min(max(y, -4*e.look.leading), 4*e.look.leading) / 2)
	e.drag()
}

// scrolled moves the text.
func (e *Editor) scrolled(ev *fyne.ScrollEvent) {
	if !e.sheet.shown() {
		return
	}
	top, over := e.sheet.top, e.sheet.over
	e.sheet.scroll(-ev.Scrolled.DY)
	if e.sheet.top == top && e.sheet.over == over {
		e.passScroll(ev)
		return
	}
	e.draw()
}

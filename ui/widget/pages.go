package widget

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
)

// Pages shows the pages of a document one below the other, as wide as there is
// room, and has those drawn that are in view, one at a time. Up, Down, Page Up,
// Page Down, Home and End go through them.
type Pages struct {
	control

	// Draw is asked for page n, from 0, with so many pixels an inch. It calls
	// done on the UI goroutine, once.
	Draw func(n, dpi int, done func(image.Image))
	// OnPage is called when another page is in the middle of what is seen.
	OnPage func(n int)

	label         string
	count         int
	width, height float32 // of a page, in points

	version int  // of the document
	drawing bool // Draw was asked and has not answered
	at      int
	scroll  *container.Scroll
	body    *pagesBody
}

// NewPages returns a document without pages, called label for who can't see it.
func NewPages(label string) *Pages {
	p := &Pages{label: label}
	p.extend(p)
	p.body = newPagesBody(p)
	p.scroll = container.NewVScroll(p.body)
	p.scroll.OnScrolled = func(fyne.Position) { p.placed() }
	return p
}

// SetPages shows another document of count pages, whose size is in points. What
// is in view stays about where it is.
func (p *Pages) SetPages(count int, width, height float32) {
	p.count, p.width, p.height = count, width, height
	p.version++
	p.body.forget()
	p.Refresh()
}

// Count returns how many pages there are.
func (p *Pages) Count() int { return p.count }

// At returns the page in the middle of what is seen, from 0.
func (p *Pages) At() int { return p.at }

// TypedKey implements fyne.Focusable.
func (p *Pages) TypedKey(ev *fyne.KeyEvent) {
	if !p.asked(ev) && !p.HandleKey(ev) {
		HandOn(p, ev)
	}
}

// HandleKey scrolls if the key asks for it, and reports whether it does.
func (p *Pages) HandleKey(ev *fyne.KeyEvent) bool {
	view, y := p.scroll.Size().Height, p.scroll.Offset.Y
	line := 3 * theme.Space4 * theme.Scale(p.Theme())
	switch ev.Name {
	case fyne.KeyDown:
		y += line
	case fyne.KeyUp:
		y -= line
	case fyne.KeyPageDown:
		y += max(view-line, line)
	case fyne.KeyPageUp:
		y -= max(view-line, line)
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = p.body.height()
	default:
		return false
	}
	p.scrollTo(y)
	return true
}

func (p *Pages) scrollTo(y float32) {
	most := max(p.body.height()-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
	p.placed()
}

// placed follows a change of what is in view.
func (p *Pages) placed() {
	p.body.place()
	if at := p.body.pageAt(p.scroll.Offset.Y + p.scroll.Size().Height/2); at != p.at {
		p.at = at
		if p.OnPage != nil {
			p.OnPage(at)
		}
	}
	p.drawNext()
}

// drawNext asks for the page in view that is nearest to the middle and lacks a
// drawing, unless one is being drawn.
func (p *Pages) drawNext() {
	n := p.body.missing(p.at)
	if p.drawing || p.Draw == nil || n < 0 {
		return
	}
	p.drawing = true
	version, dpi := p.version, p.body.dpi()
	p.Draw(n, dpi, func(drawn image.Image) {
		p.drawing = false
		if version == p.version {
			p.body.show(n, dpi, drawn)
		}
		p.drawNext()
	})
}

// Tapped implements fyne.Tappable.
func (p *Pages) Tapped(*fyne.PointEvent) { FocusOn(p) }

// AccessibilityLabel implements fyne.Accessible.
func (p *Pages) AccessibilityLabel() string {
	if p.count == 0 {
		return p.label
	}
	return p.label + ", " + p.Place()
}

// Place says which page is in view, and of how many.
func (p *Pages) Place() string {
	return lang.L("page {{.Page}} of {{.Pages}}", map[string]any{"Page": p.at + 1, "Pages": p.count})
}

// AccessibilityRole implements fyne.Accessible.
func (p *Pages) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (p *Pages) CreateRenderer() fyne.WidgetRenderer { return &pagesRenderer{p, newRing()} }

type pagesRenderer struct {
	pages *Pages
	ring  ring
}

func (r *pagesRenderer) Destroy() {}

// Layout keeps what was in the middle there.
func (r *pagesRenderer) Layout(size fyne.Size) {
	p := r.pages
	middle, before := p.scroll.Offset.Y+p.scroll.Size().Height/2, p.body.height()
	top := p.scroll.Offset.Y == 0
	p.scroll.Resize(size)
	if after := p.body.height(); before > 0 && after != before && !top {
		p.scroll.Offset.Y = max(0, min(middle*after/before-size.Height/2, after-size.Height))
	}
	p.scroll.Refresh()
	p.placed()
	r.showRing()
}

func (r *pagesRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

func (r *pagesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pages.scroll, r.ring.Rectangle}
}

func (r *pagesRenderer) Refresh() {
	p := r.pages
	p.scroll.Refresh()
	p.body.Refresh()
	p.placed()
	r.showRing()
}

func (r *pagesRenderer) showRing() {
	r.ring.show(theme.PenOf(r.pages), r.pages.focused, theme.ColorFocus, r.pages.Size(), 0)
}

package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Mark is how a part of a text is told apart.
type Mark int

// The marks. Each is also told by a sign beside its line, so that none is told
// by colour alone.
const (
	Unmarked   Mark = iota
	Underlined      // with a plus beside its line
	Struck          // with a minus beside its line
)

// Run is a part of a text with one mark.
type Run struct {
	Text string
	Mark Mark
}

// Marked is a long text to read, parts of which are marked. Only the lines in
// view are drawn. The arrow and page keys, Home and End scroll it.
type Marked struct {
	control

	runs   []Run
	lines  []line
	broken wrap // what the lines were broken for
	scroll *container.Scroll
	body   *markedBody
}

// wrap is what decides where lines break.
type wrap struct{ width, size float32 }

// NewMarked returns an empty text.
func NewMarked() *Marked {
	m := &Marked{}
	m.extend(m)
	m.body = &markedBody{marked: m}
	m.body.ExtendBaseWidget(m.body)
	m.scroll = container.NewVScroll(m.body)
	m.scroll.OnScrolled = func(fyne.Position) { m.body.Refresh() }
	return m
}

// SetRuns shows another text from its beginning.
func (m *Marked) SetRuns(runs []Run) {
	m.runs, m.broken = runs, wrap{}
	m.scroll.Offset.Y = 0
	m.Refresh()
}

// Text returns the text without its marks.
func (m *Marked) Text() string {
	var b strings.Builder
	for _, r := range m.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Runs returns what is shown.
func (m *Marked) Runs() []Run { return m.runs }

// ScrollToMark brings the first marked line into view, if it is below.
func (m *Marked) ScrollToMark() {
	m.fit()
	i := slices.IndexFunc(m.lines, func(l line) bool { return l.signs() != "" })
	if y := float32(i) * m.leading(); y > m.scroll.Size().Height/2 {
		m.scrollTo(y - m.leading())
	}
}

// fit breaks the text into lines for the width there is.
func (m *Marked) fit() {
	p := theme.PenOf(m)
	want := wrap{m.scroll.Size().Width - m.gutter() - theme.Space3, p.Size(theme.SizeText)}
	if want != m.broken && want.width > 0 {
		m.broken = want
		m.lines = breakLines(m.runs, want)
	}
}

// gutter is the room for the signs beside the lines.
func (m *Marked) gutter() float32 { return 2 * theme.PenOf(m).Size(theme.SizeText) }

func (m *Marked) leading() float32 { return theme.PenOf(m).Size(theme.SizeText) * 1.6 }

func (m *Marked) scrollTo(y float32) {
	most := m.body.MinSize().Height - m.scroll.Size().Height
	m.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
	m.body.Refresh()
}

// TypedKey implements fyne.Focusable.
func (m *Marked) TypedKey(ev *fyne.KeyEvent) {
	if m.asked(ev) {
		return
	}
	y, page := m.scroll.Offset.Y, m.scroll.Size().Height-m.leading()
	switch ev.Name {
	case fyne.KeyDown:
		m.scrollTo(y + m.leading())
	case fyne.KeyUp:
		m.scrollTo(y - m.leading())
	case fyne.KeyPageDown, fyne.KeySpace:
		m.scrollTo(y + page)
	case fyne.KeyPageUp:
		m.scrollTo(y - page)
	case fyne.KeyHome:
		m.scrollTo(0)
	case fyne.KeyEnd:
		m.scrollTo(m.body.MinSize().Height)
	default:
		HandOn(m, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (m *Marked) AccessibilityLabel() string { return m.Text() }

// AccessibilityRole implements fyne.Accessible.
func (m *Marked) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer { return &markedRenderer{m, newRing()} }

type markedRenderer struct {
	marked *Marked
	ring   ring
}

func (r *markedRenderer) Destroy() {}

func (r *markedRenderer) Layout(size fyne.Size) {
	m := r.marked
	m.scroll.Move(fyne.NewPos(ringWidth, ringWidth))
	m.scroll.Resize(size.SubtractWidthHeight(2*ringWidth, 2*ringWidth))
	r.Refresh()
}

func (r *markedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.marked.gutter()*4, r.marked.leading()*3)
}

func (r *markedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.marked.scroll, r.ring.Rectangle}
}

func (r *markedRenderer) Refresh() {
	m := r.marked
	m.fit()
	m.scroll.Refresh() // the number of lines may have changed
	m.body.Refresh()
	r.ring.show(theme.PenOf(m), m.focused, theme.ColorFocus, m.Size(), 0)
}

// markedBody is as high as all lines and draws those in view.
type markedBody struct {
	fynewidget.BaseWidget
	marked *Marked
}

// MinSize is that of all lines.
func (b *markedBody) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(len(b.marked.lines))*b.marked.leading())
}

// CreateRenderer implements fyne.Widget.
func (b *markedBody) CreateRenderer() fyne.WidgetRenderer {
	return &markedBodyRenderer{marked: b.marked}
}

type markedBodyRenderer struct {
	marked  *Marked
	texts   []*canvas.Text      // in use first
	tints   []*canvas.Rectangle // likewise
	used    int
	tinted  int
	objects []fyne.CanvasObject
}

func (r *markedBodyRenderer) Destroy() {}

func (r *markedBodyRenderer) Layout(fyne.Size) { r.draw() }

func (r *markedBodyRenderer) MinSize() fyne.Size { return r.marked.body.MinSize() }

func (r *markedBodyRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *markedBodyRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.marked.body)
}

// draw puts the lines in view in their places.
func (r *markedBodyRenderer) draw() {
	m := r.marked
	r.used, r.tinted, r.objects = 0, 0, nil
	first := max(int(m.scroll.Offset.Y/m.leading()), 0)
	end := min(int((m.scroll.Offset.Y+m.scroll.Size().Height)/m.leading())+1, len(m.lines))
	for i := first; i < end; i++ {
		r.drawLine(m.lines[i], float32(i)*m.leading())
	}
	for i := range r.tinted {
		r.objects = append(r.objects, r.tints[i])
	}
	for i := range r.used {
		r.objects = append(r.objects, r.texts[i])
	}
}

func (r *markedBodyRenderer) drawLine(l line, y float32) {
	m, p := r.marked, theme.PenOf(r.marked)
	if signs := l.signs(); signs != "" {
		r.text(Run{Text: signs}, 0, y, p.Color(theme.ColorAccent), fyne.TextStyle{Bold: true})
	}
	x := m.gutter()
	for i, run := range l {
		if i > 0 && l[i-1].Mark != Unmarked && run.Mark != Unmarked {
			x += theme.Space1 // one word for another: let both be read
		}
		ink, style := p.Color(theme.ColorInk), fyne.TextStyle{}
		switch run.Mark {
		case Underlined:
			ink, style.Underline = p.Color(theme.ColorAccent), true
		case Struck:
			ink, style.Strikethrough = p.Color(theme.ColorMuted), true
		}
		width := r.text(run, x, y, ink, style)
		if run.Mark == Underlined {
			r.tint(fyne.NewPos(x, y), fyne.NewSize(width, m.leading()))
		}
		x += width
	}
}

package editor

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawing is the renderer. It has an object for every line that is seen, and
// uses them again.
type drawing struct {
	editor *Editor
	lens   *lens // over the text
	ground *canvas.Rectangle
	focus  *canvas.Rectangle
	caret  *canvas.Rectangle
	thumb  *canvas.Rectangle

	marks   []*canvas.Rectangle // behind selected text
	lines   []*canvas.Rectangle // below underlined text
	texts   []*canvas.Text
	objects []fyne.CanvasObject
	ruler   *textRuler // of the sheet; nil if it measures otherwise
	marked  int        // marks in use
	written int        // texts in use
	lined   int        // lines in use
	chosen  bool       // the line that is drawn has selected text
}

// CreateRenderer implements fyne.Widget.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	box := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	e.drawing = &drawing{editor: e, lens: newLens(e), ground: box(), focus: box(), caret: box(), thumb: box()}
	e.drawing.collect()
	e.drawing.Layout(e.Size())
	return e.drawing
}

func (d *drawing) Destroy() {}

func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// MinSize is room for some words and three lines, or for as many as the text
// has, where the editor follows that.
func (d *drawing) MinSize() fyne.Size {
	e := d.editor
	lk := e.look
	if e.growth.most > 0 {
		e.growth.height = e.needs()
		return fyne.NewSize(8*lk.size+2*lk.pad, e.growth.height)
	}
	return fyne.NewSize(8*lk.size+2*lk.pad, 3*lk.leading+2*lk.pad)
}

func (d *drawing) Layout(size fyne.Size) {
	e := d.editor
	lk := e.look
	if lk.size == 0 {
		lk = lookOf(e.Theme())
	}
	e.fit(size, lk)
	d.frame(size)
	e.draw()
}

// Refresh takes over the theme as it is now.
func (d *drawing) Refresh() {
	e := d.editor
	e.fit(e.Size(), lookOf(e.Theme()))
	d.frame(e.Size())
	e.draw()
}

// frame places and paints what does not depend on the text.
func (d *drawing) frame(size fyne.Size) {
	lk := d.editor.look
	d.ground.FillColor, d.ground.CornerRadius = lk.ground, lk.radius
	d.ground.Resize(size)
	d.lens.Resize(size)
	d.focus.FillColor = lk.accent
	d.focus.Move(fyne.NewPos(0, lk.radius))
	d.focus.Resize(fyne.NewSize(focusWidth, max(size.Height-2*lk.radius, 0)))
	d.caret.FillColor = lk.accent
	d.caret.Resize(fyne.NewSize(caretWidth, lk.glyphs))
	d.thumb.FillColor, d.thumb.CornerRadius = lk.thumb, barWidth/2
	if e := d.editor; e.findBar != nil {
		e.findBar.paint()
		height := e.findBar.height(size.Width)
		e.findBar.content.Move(fyne.NewPos(0, size.Height-height))
		e.findBar.content.Resize(fyne.NewSize(size.Width, height))
	}
}

// update draws what is seen of the sheet.
func (d *drawing) update() {
	e := d.editor
	d.marked, d.written, d.lined = 0, 0, 0
	d.ruler, _ = e.sheet.ruler.(*textRuler)
	if e.sheet.writing.doc.empty() {
		d.drawHint()
	} else {
		e.sheet.eachSeen(d.drawLine)
	}
	for _, unused := range d.marks[d.marked:] {
		hide(unused)
	}
	for _, unused := range d.lines[d.lined:] {
		hide(unused)
	}
	for _, unused := range d.texts[d.written:] {
		unused.Text = "" // no words stay behind
		hide(unused)
	}
	d.drawCaret()
	d.drawThumb()
	if e.finding() || e.found.query != "" {
		e.tellFound()
	}
	show(d.focus, e.focused)
	d.drawEdge()
}

// drawEdge draws where an editor that stands among other things can be written
// in, and that it has the focus.
func (d *drawing) drawEdge() {
	e, edge, width := d.editor, color.Color(color.Transparent), float32(0)
	switch {
	case e.growth.most == 0 || e.ReadOnly():
	case e.focused:
		edge, width = e.look.accent, focusWidth
	default:
		edge, width = e.look.edge, edgeWidth
	}
	if d.ground.StrokeWidth != width || d.ground.StrokeColor != edge {
		d.ground.StrokeColor, d.ground.StrokeWidth = edge, width
		d.ground.Refresh()
	}
}

// drawHint shows the placeholder.
func (d *drawing) drawHint() {
	e := d.editor
	g := page{measure: e.sheet.measure, height: e.sheet.height, leading: e.sheet.leading, pad: e.sheet.pad, round: 1, perLine: e.sheet.perLine}
	g.doc = newDocument(e.hint)
	g.eachSeen(func(s spot, y float32) { d.writeRow(g.row(s), y, e.look.muted) })
}

func (d *drawing) drawLine(l spot, y float32) {
	e := d.editor
	r := e.sheet.row(l)
	d.drawFound(l, r, y)
	from, to, any := e.sheet.selectedOn(l, r)
	if any {
		d.mark(from, to, y)
	}
	d.chosen = any // what steps back is too faint there
	d.writeRow(r, y, e.look.ink)
	d.chosen = false
	d.drawUnderlined(l, r, y)
}

// writeRow writes the parts of a line, each where the one before ends.
func (d *drawing) writeRow(r row, y float32, ink color.Color) {
	var x float32
	for p := range r.parts() {
		text := r.text[p.from:p.to]
		d.write(strings.TrimRight(text, " "), x, y, p.style, ink)
		if p.to < len(r.text) {
			x = d.editor.sheet.within(p.style.face(), x, text, len(text))
		}
	}
}

// drawFound marks what was found in a line; that at the caret has a frame.
func (d *drawing) drawFound(l spot, r row, y float32) {
	e := d.editor
	if len(e.found.found) == 0 {
		return
	}
	end := r.start + len(r.text)
	places := e.found.on(l.para, r.start, end)
	offs := make([]int, 0, 2*len(places))
	for _, s := range places {
		offs = append(offs, max(s.from.off, r.start)-r.start, min(s.to.off, end)-r.start)
	}
	current, xs := e.currentFound(), e.sheet.xs(r, offs)
	for i, s := range places {
		m := d.mark(xs[2*i], xs[2*i+1], y)
		m.CornerRadius = foundRadius
		if current >= 0 && s == e.found.found[current] {
			m.StrokeColor, m.StrokeWidth = e.look.accent, focusWidth
		}
	}
}

// mark draws a ground behind a stretch of a line and returns it.
func (d *drawing) mark(from, to, y float32) *canvas.Rectangle {
	if d.marked == len(d.marks) {
		d.marks = append(d.marks, canvas.NewRectangle(color.Transparent))
		d.collect()
	}
	m, lk := d.marks[d.marked], d.editor.look
	d.marked++
	to = min(to, d.editor.sheet.width+lk.pad/2)
	m.FillColor, m.StrokeWidth, m.CornerRadius = lk.selection, 0, 0
	m.Move(fyne.NewPos(lk.pad+from, y))
	m.Resize(fyne.NewSize(max(to-from, 0), lk.leading))
	show(m, true)
	return m
}

// write draws text in one go.
func (d *drawing) write(text string, x, y float32, style style, ink color.Color) {
	if d.written == len(d.texts) {
		d.texts = append(d.texts, canvas.NewText("", color.Transparent))
		d.collect()
	}
	t, lk := d.texts[d.written], d.editor.look
	d.written++
	if style&faint != 0 && !d.chosen {
		ink = lk.muted
	}
	t.Text, t.Color, t.TextSize, t.TextStyle = text, ink, lk.size, fyne.TextStyle{}
	if d.ruler != nil {
		t.TextStyle = d.ruler.textStyle(style.face(), text)
	}
	t.Move(fyne.NewPos(lk.pad+x, y+(lk.leading-lk.glyphs)/2))
	show(t, true)
}

func (d *drawing) drawCaret() {
	e, lk := d.editor, d.editor.look
	show(d.caret, e.focused && e.blink.on())
	if e.focused {
		x, y := e.sheet.caretAt()
		x = min(x, e.sheet.width+lk.pad/2)
		d.caret.Move(fyne.NewPos(lk.pad+x-caretWidth/2, y+(lk.leading-lk.glyphs)/2))
	}
}

func (d *drawing) drawThumb() {
	thumb, ok := d.editor.thumb()
	show(d.thumb, ok)
	if ok {
		d.thumb.Move(fyne.NewPos(d.editor.Size().Width-barWidth-1, thumb.y))
		d.thumb.Resize(fyne.NewSize(barWidth, thumb.height))
	}
}

// collect lists the objects from back to front.
func (d *drawing) collect() {
	l := d.lens
	l.objects = l.objects[:0]
	for _, m := range d.marks {
		l.objects = append(l.objects, m)
	}
	for _, t := range d.texts {
		l.objects = append(l.objects, t)
	}
	for _, line := range d.lines {
		l.objects = append(l.objects, line)
	}
	l.objects = append(l.objects, d.caret)
	d.objects = append(d.objects[:0], d.ground, l, d.focus, d.thumb)
	if bar := d.editor.findBar; bar != nil {
		d.objects = append(d.objects, bar.content)
	}
}

// showCaret begins to blink anew, with the caret shown.
func (e *Editor) showCaret() {
	if e.focused {
		e.blink.wake()
	}
}

// turnCaret shows or hides the caret and nothing else.
func (e *Editor) turnCaret() {
	if e.drawing != nil {
		show(e.drawing.caret, e.focused && e.blink.on())
	}
}

func hide(o fyne.CanvasObject) { show(o, false) }

func show(o fyne.CanvasObject, on bool) {
	switch {
	case on == o.Visible():
	case on:
		o.Show()
	default:
		o.Hide()
	}
}

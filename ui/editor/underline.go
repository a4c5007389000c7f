package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Range is some bytes of a paragraph, To excluded.
type Range struct{ From, To int }

// underlining is what of the text has a light line below it.
type underlining struct {
	find func(paragraph string) []Range

	doc     *document
	changes int
	known   map[int][]Range // by paragraph
}

// Underline draws a light line below every range that find returns of a
// paragraph, in order; nil draws none. find is asked for the paragraphs that are seen.
func (e *Editor) Underline(find func(paragraph string) []Range) {
	e.underlining = underlining{find: find}
	e.draw()
}

// underlined returns the ranges of paragraph i.
func (e *Editor) underlined(i int) []Range {
	m, w := &e.underlining, e.sheet.writing
	if m.find == nil {
		return nil
	}
	if m.doc != w.doc || m.changes != w.changes {
		m.doc, m.changes, m.known = w.doc, w.changes, map[int][]Range{}
	}
	found, ok := m.known[i]
	if !ok {
		p := w.doc.at(i)
		found = m.find(p.slice(0, p.length()))
		m.known[i] = found
	}
	return found
}

// drawUnderlined draws a line below what is found in a line of the text.
func (d *drawing) drawUnderlined(l spot, r row, y float32) {
	e := d.editor
	end := r.start + len(r.text)
	for _, m := range e.underlined(l.para) {
		if m.To <= r.start || m.From >= end {
			continue
		}
		from := e.sheet.x(r, max(m.From-r.start, 0))
		to := e.sheet.x(r, min(m.To, end)-r.start)
		d.line(from, to, y)
	}
}

const underlineWidth = 2

// line draws a line below a stretch of a line of the text.
func (d *drawing) line(from, to, y float32) {
	if d.lined == len(d.lines) {
		d.lines = append(d.lines, canvas.NewRectangle(color.Transparent))
		d.collect()
	}
	o, lk := d.lines[d.lined], d.editor.look
	d.lined++
	o.FillColor, o.CornerRadius = lk.accent, underlineWidth/2
	o.Move(fyne.NewPos(lk.pad+from, y+(lk.leading+lk.glyphs)/2))
	o.Resize(fyne.NewSize(max(to-from, 0), underlineWidth))
	show(o, true)
}

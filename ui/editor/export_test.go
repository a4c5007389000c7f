package editor

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// ToMiddle puts the caret into the middle of the text.
func (e *Editor) ToMiddle() {
	para := e.sheet.writing.doc.count / 2
	p := e.sheet.writing.doc.at(para)
	e.sheet.moveTo(place{para, p.runeStart(p.length() / 2)}, false)
	e.follow()
}

// SetClock sets the clock that clicks are counted by.
func (e *Editor) SetClock(now func() time.Time) { e.mouse.now = now }

// Marked returns the text with | at the caret and [ ] round what is selected.
func (e *Editor) Marked() string { return e.sheet.marked() }

// Mark sets the text, with the caret and the selection as Marked shows them.
func (e *Editor) Mark(marked string) {
	e.open(unmarked(marked))
	e.sheet.mark(marked)
	e.draw()
}

// CaretShown reports whether the caret is drawn.
func (e *Editor) CaretShown() bool { return e.drawing != nil && e.drawing.caret.Visible() }

// CaretY is where the caret is drawn.
func (e *Editor) CaretY() float32 { return e.drawing.caret.Position().Y }

// Scroll is how much of the text is above the page, in points.
func (e *Editor) Scroll() float32 { return e.sheet.scrolled() }

// Drawn returns the lines that are drawn, from top to bottom.
func (e *Editor) Drawn() []string {
	var lines []string
	y := float32(-1e6)
	for _, t := range e.drawing.texts[:e.drawing.written] {
		if t.Position().Y != y {
			lines, y = append(lines, ""), t.Position().Y
		}
		lines[len(lines)-1] += t.Text
	}
	return lines
}

// Kept returns all text in the objects that are drawn or could be.
func (e *Editor) Kept() string {
	var b strings.Builder
	for _, t := range e.drawing.texts {
		b.WriteString(t.Text)
	}
	return b.String()
}

// Point returns the middle of the height of the place that the first word in
// the text is drawn at.
func (e *Editor) Point(word string) (x, y float32) {
	s := &e.sheet
	p := placeAfter(place{}, s.writing.text()[:strings.Index(s.writing.text(), word)])
	l := s.spotOf(p, false)
	return e.look.pad + s.xOf(p, l), s.y(l) + e.look.leading/2
}

// Breadth returns how wide the toolkit draws a text, and how wide the editor
// takes it to be.
func (e *Editor) Breadth(text string) (drawn, taken float32) {
	return e.sheet.whole(0, text), e.sheet.x(row{text: text}, len(text))
}

// Sheet is a sheet without a window, in a font of which every character is one
// wide, a bold one two, and every line is one high.
type Sheet struct {
	sheet
	find finding
}

// NewSheet returns a page of rows lines of columns characters.
func NewSheet(text string, columns, rows int) *Sheet {
	s := &Sheet{}
	s.Open(text)
	s.height = float32(rows)
	s.Widen(columns)
	return s
}

type typewriter struct{}

func (typewriter) advance(face style, cluster, _ string) float32 {
	if strings.Trim(cluster, "\u0301\u200d") == "" {
		return 0
	}
	return 1 + float32(face&bold)
}
func (w typewriter) whole(face style, text string) float32 {
	return float32(len([]rune(text))) * w.advance(face, "x", "")
}
func (typewriter) tab() float32 { return 4 }

// Widen sets how many characters a line has.
func (s *Sheet) Widen(columns int) {
	s.rewrap(measure{typewriter{}, float32(columns)}, 1, s.caret)
	s.settle()
}

// Lines returns all lines, broken as far as that was not done before.
func (s *Sheet) Lines() []string { return allLines(&s.page) }

// Fresh returns all lines, broken from nothing.
func (s *Sheet) Fresh() []string {
	fresh := page{measure: s.measure, leading: 1, height: s.height, round: 1, perLine: 10}
	fresh.doc = newDocument(s.writing.doc.text())
	return allLines(&fresh)
}

func allLines(g *page) []string {
	var lines []string
	for s, ok := (spot{}), true; ok; s, ok = g.next(s) {
		lines = append(lines, g.row(s).text)
	}
	return lines
}

// Seen returns the lines on the page, and reports whether they follow on each
// other from at most the upper edge to at least the lower one.
func (s *Sheet) Seen() (lines []string, whole bool) {
	var first, last float32
	s.eachSeen(func(l spot, y float32) {
		if len(lines) == 0 {
			first = y
		}
		last = y
		lines = append(lines, s.row(l).text)
	})
	all := len(s.Lines())
	return lines, first <= 0 && (last+1 >= s.height || len(lines) >= all || first == 0 && s.scrolled() == 0)
}

// Counted returns how many lines the whole is thought to have.
func (s *Sheet) Counted() int { return s.writing.doc.linesBefore(s.writing.doc.count) }

// Offsets returns the caret and the anchor as bytes of the text.
func (s *Sheet) Offsets() (caret, anchor int) {
	d := s.writing.doc
	return len(d.slice(span{to: s.caret})), len(d.slice(span{to: s.anchor}))
}

func (s *Sheet) Type(text string)   { s.put(text, actWrite) }
func (s *Sheet) Paste(text string)  { s.put(clean(text), actOnce) }
func (s *Sheet) Backspace()         { s.erase(s.left(), actErase) }
func (s *Sheet) Delete()            { s.erase(s.right(), actEat) }
func (s *Sheet) Left(extend bool)   { s.moveTo(s.left(), extend) }
func (s *Sheet) Right(extend bool)  { s.moveTo(s.right(), extend) }
func (s *Sheet) Undo() bool         { return s.undo() }
func (s *Sheet) Redo() bool         { return s.redo() }
func (s *Sheet) Whole() string      { return s.text() }
func (s *Sheet) SelectAll()         { s.selectAll() }
func (s *Sheet) Up(extend bool)     { s.moveLines(-1, extend) }
func (s *Sheet) Down(extend bool)   { s.moveLines(1, extend) }
func (s *Sheet) Page(n int)         { s.movePages(n, false) }
func (s *Sheet) Home()              { s.home(false) }
func (s *Sheet) End()               { s.end(false) }
func (s *Sheet) WordLeft()          { s.moveTo(s.wordLeft(), false) }
func (s *Sheet) WordRight()         { s.moveTo(s.wordRight(), false) }
func (s *Sheet) Wheel(dy float32)   { s.scroll(dy) }
func (s *Sheet) Reveal()            { s.reveal(s.caretLine(), 1) }
func (s *Sheet) CaretY() float32    { return s.y(s.caretLine()) }
func (s *Sheet) Marked() string     { return s.marked() }
func (s *Sheet) Mark(marked string) { s.Open(unmarked(marked)); s.mark(marked) }
func (s *Sheet) Bold()              { s.emphasise(signsBold) }
func (s *Sheet) Italic()            { s.emphasise(signsItalic) }
func (s *Sheet) Return()            { s.breakLine() }

// Open replaces the text.
func (s *Sheet) Open(text string) { s.open(text); s.keepFound() }

func (s *Sheet) keepFound() {
	doc := s.writing.doc
	doc.edited = func(para, before, after int) { s.find.edited(doc, para, before, after) }
}

// Look looks for a query in the text from now on.
func (s *Sheet) Look(query string) { s.find.look(s.writing.doc, query) }

// Found returns what was found, each with the place it is at.
func (s *Sheet) Found() []string { return s.tell(s.find.found) }

// FreshFound returns what is found when all the text is looked at anew.
func (s *Sheet) FreshFound() []string {
	fresh := finding{query: s.find.query, folder: newFolder()}
	return s.tell(fresh.in(nil, s.writing.doc, 0, s.writing.doc.count))
}

func (s *Sheet) tell(found []span) []string {
	var all []string
	for _, f := range found {
		all = append(all, fmt.Sprintf("%d.%d %s", f.from.para, f.from.off, s.writing.doc.slice(f)))
	}
	return all
}

// Find returns every place in a text where a query is.
func Find(text, query string) []string {
	s := NewSheet(text, 10, 4)
	s.Look(query)
	var all []string
	for _, f := range s.find.found {
		all = append(all, s.writing.doc.slice(f))
	}
	return all
}

// Whole reports whether no cluster of text is cut at a byte.
func Whole(text string, off int) bool { return boundaryAt(text, off) }

// Look opens the find bar and looks for a query.
func (e *Editor) Look(query string) {
	if !e.finding() {
		e.OpenFind()
	}
	e.findBar.field.put(query)
	e.seek(query)
}

// FindCount is what the find bar says, or "closed".
func (e *Editor) FindCount() string {
	if !e.finding() {
		return "closed"
	}
	return e.findBar.count.Text
}

// FindField returns what is typed into the find bar.
func (e *Editor) FindField() string { return e.findBar.field.Text }

// FoundDrawn returns how many found places are drawn, and how many with a frame.
func (e *Editor) FoundDrawn() (marked, framed int) {
	for _, m := range e.drawing.marks[:e.drawing.marked] {
		if m.StrokeWidth > 0 {
			framed++
		}
	}
	return e.drawing.marked, framed
}

// Ink returns the colour of the first text that is drawn.
func (e *Editor) Ink() color.Color { return e.drawing.texts[0].Color }

// Inks returns the colours of what is drawn, from the first to the last.
func (e *Editor) Inks() (inks []color.Color) {
	for _, t := range e.drawing.texts[:e.drawing.written] {
		inks = append(inks, t.Color)
	}
	return inks
}

// Parts returns where the texts begin and end that are drawn in a line.
func (e *Editor) Parts() (ends [][2]float32) {
	for _, t := range e.drawing.texts[:e.drawing.written] {
		x := t.Position().X
		ends = append(ends, [2]float32{x, x + fyne.MeasureText(t.Text, t.TextSize, t.TextStyle).Width})
	}
	return ends
}

// MoveTo puts the caret at a byte of the text.
func (s *Sheet) MoveTo(off int, extend bool) {
	s.moveTo(placeAfter(place{}, s.writing.doc.text()[:off]), extend)
}

func (s *sheet) marked() string {
	text := func(a, b place) string { return s.writing.doc.slice(span{a, b}) }
	sel, end := s.selection(), s.writing.doc.last()
	before, within, after := text(place{}, sel.from), text(sel.from, sel.to), text(sel.to, end)
	switch {
	case sel.empty():
		return before + "|" + after
	case s.caret == sel.from:
		return before + "[|" + within + "]" + after
	}
	return before + "[" + within + "|]" + after
}

// mark puts the caret and the anchor where marked has them.
func (s *sheet) mark(marked string) {
	find := func(sign string) place {
		return placeAfter(place{}, unmarked(marked[:strings.Index(marked, sign)]))
	}
	s.moveTo(find("|"), false)
	if strings.Contains(marked, "[|") {
		s.anchor = find("]")
	} else if strings.Contains(marked, "[") {
		s.anchor = find("[")
	}
}

func unmarked(marked string) string {
	return strings.NewReplacer("|", "", "[", "", "]", "").Replace(marked)
}

// Styles returns a sign for every character of a paragraph that says how it is
// drawn: b bold, i italic, B both, - faint, and . plain.
func Styles(text string) string {
	var b strings.Builder
	brush := brush{styled: stylesOf(text)}
	for at := range text {
		brush.moveTo(at)
		sign := ".biB"[brush.style.face()]
		if brush.style&faint != 0 {
			sign = '-'
		}
		b.WriteByte(sign)
	}
	return b.String()
}

// StaleStyles returns the number of a paragraph that is not drawn as its text
// says, or -1.
func (s *Sheet) StaleStyles() int {
	for i := range s.writing.doc.count {
		if p := s.writing.doc.at(i); p.parsed && !slices.Equal(p.styled, stylesOf(p.slice(0, p.length()))) {
			return i
		}
	}
	return -1
}

// StyleEnds returns where the styles of a paragraph begin and end.
func StyleEnds(text string) (ends [][2]int) {
	for _, s := range stylesOf(text) {
		ends = append(ends, [2]int{s.from, s.to})
	}
	return ends
}

// EachFound calls f for every found place: its paragraph, where the one before
// ends in it, and where it begins and ends.
func (s *Sheet) EachFound(f func(para string, end, from, to int)) {
	last := span{}
	for _, at := range s.find.found {
		end := 0
		if last.to.para == at.from.para {
			end = last.to.off
		}
		p := s.writing.doc.at(at.from.para)
		f(p.slice(0, p.length()), end, at.from.off, at.to.off)
		last = at
	}
}

// BothX returns where every cluster of a line is drawn, each measured alone and
// all in one go.
func BothX(text string) (alone, together []float32) {
	r := row{text: text, styled: stylesOf(text)}
	var offs []int
	for at := 0; at < len(text); at += clusterLen(text[at:]) {
		offs = append(offs, at)
	}
	m := measure{typewriter{}, 40}
	for _, off := range offs {
		alone = append(alone, m.x(r, off))
	}
	return alone, m.xs(r, offs)
}

// Underlined returns where a line is drawn below the text: from, to and y.
func (e *Editor) Underlined() [][3]float32 {
	var all [][3]float32
	for _, l := range e.drawing.lines[:e.drawing.lined] {
		x := l.Position().X
		all = append(all, [3]float32{x, x + l.Size().Width, l.Position().Y})
	}
	return all
}

// Wheel scrolls as the wheel over the text does.
func (e *Editor) Wheel(ev *fyne.ScrollEvent) { e.drawing.lens.Scrolled(ev) }

// Edge returns the line round the surface; nil without one.
func (e *Editor) Edge() (line color.Color, width float32) {
	if g := e.drawing.ground; g.StrokeWidth > 0 {
		return g.StrokeColor, g.StrokeWidth
	}
	return nil, 0
}

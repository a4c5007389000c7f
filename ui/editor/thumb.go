package editor

// thumb is the part of the scroll bar that shows which part of the text is
// seen, by where it begins and how high it is.
type thumb struct{ y, height float32 }

// room is the height of the text that is not seen, as far as it is known.
func (g *page) room() float32 {
	return float32(g.doc.linesBefore(g.doc.count))*g.leading + 2*g.pad - g.height
}

// scrolled is how much of the text is above the page.
func (g *page) scrolled() float32 {
	return float32(g.doc.linesBefore(g.top.para)+g.top.line)*g.leading + g.over
}

// scrollTo scrolls to a share of the text between 0 and 1.
func (g *page) scrollTo(share float32) {
	above := share * g.room()
	n := int(above / g.leading)
	para, line := g.doc.atLine(n)
	g.top = spot{para, min(line, len(g.lines(para, line))-1)}
	g.over = above - float32(n)*g.leading
	g.settle()
}

// thumb returns the scroll bar's thumb, or false if all the text is seen.
func (e *Editor) thumb() (thumb, bool) {
	s := &e.sheet
	room := s.room()
	if !s.shown() || room < 1 {
		return thumb{}, false
	}
	height := min(max(s.height*s.height/(s.height+room), leastThumb), s.height)
	share := min(max(s.scrolled()/room, 0), 1)
	return thumb{share * (s.height - height), height}, true
}

// pullBar scrolls to where the bar is pulled.
func (e *Editor) pullBar(y float32) {
	thumb, ok := e.thumb()
	if free := e.sheet.height - thumb.height; ok && free > 0 {
		e.sheet.scrollTo(min(max((y-e.mouse.grip)/free, 0), 1))
		e.draw()
	}
}

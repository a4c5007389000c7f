package editor

import "strings"

// document is the text as paragraphs.
type document struct {
	*paragraphs
	// edited is told when so many paragraphs, from one on, have become so many
	// others. It may be nil.
	edited func(para, before, after int)
}

func newDocument(text string) *document {
	all := make([]paragraph, 0, 1+strings.Count(text, "\n"))
	eachLine(text, func(para string, end ending) {
		all = append(all, newParagraph(para, end))
	})
	return &document{paragraphs: newParagraphs(all)}
}

// text returns the whole text with its line ends.
func (d *document) text() string { return d.slice(span{to: d.last()}) }

func (d *document) empty() bool { return d.count == 1 && d.at(0).length() == 0 }

// last is the place after the last character.
func (d *document) last() place { return place{d.count - 1, d.at(d.count - 1).length()} }

// slice returns the text of a span.
func (d *document) slice(s span) string {
	if s.from.para == s.to.para {
		return d.at(s.from.para).slice(s.from.off, s.to.off)
	}
	var b strings.Builder
	for i := s.from.para; i < s.to.para; i++ {
		p := d.at(i)
		from := 0
		if i == s.from.para {
			from = s.from.off
		}
		b.WriteString(p.slice(from, p.length()))
		b.WriteString(p.end.String())
	}
	b.WriteString(d.at(s.to.para).slice(0, s.to.off))
	return b.String()
}

// replace puts insert in the place of a span, and returns what was there and
// where the inserted text ends.
func (d *document) replace(s span, insert string) (removed string, end place) {
	removed, end = d.slice(s), d.put(s, insert)
	if d.edited != nil {
		d.edited(s.from.para, s.to.para-s.from.para+1, end.para-s.from.para+1)
	}
	return removed, end
}

// put puts insert in the place of a span and returns where it ends.
func (d *document) put(s span, insert string) (end place) {
	first := d.at(s.from.para)
	head, close, rest := cutLine(insert)
	if s.from.para == s.to.para && close == endText {
		first.edit(s.from.off, s.to.off, head)
		return place{s.from.para, s.from.off + len(head)}
	}
	last := d.at(s.to.para)
	tail, tailEnd := last.slice(s.to.off, last.length()), last.end
	if close == endText {
		first.edit(s.from.off, first.length(), head+tail)
		first.end = tailEnd
		d.splice(s.from.para+1, s.to.para-s.from.para, nil)
		return place{s.from.para, s.from.off + len(head)}
	}
	first.edit(s.from.off, first.length(), head)
	first.end = close
	return d.insertAfter(s, rest, tail, tailEnd)
}

// insertAfter puts the paragraphs of text, followed by tail, in the place of
// those after the first of a span, and returns where text ends.
func (d *document) insertAfter(s span, text, tail string, tailEnd ending) place {
	var added []paragraph
	end := place{s.from.para, 0}
	eachLine(text, func(para string, close ending) {
		end = place{end.para + 1, len(para)}
		if close == endText {
			para, close = para+tail, tailEnd
		}
		added = append(added, newParagraph(para, close))
	})
	d.splice(s.from.para+1, s.to.para-s.from.para, pointers(added))
	return end
}

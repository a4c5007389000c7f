package editor

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What Markdown has on both sides of emphasis.
const (
	signsItalic = "*"
	signsBold   = "**"
)

// emphasise puts signs round what is selected, or round the word at the caret,
// each paragraph on its own; or takes them away where all of it has them. With
// no word there they stand round the caret.
func (w *writing) emphasise(signs string) {
	sel, off := w.selection(), w.caret
	alone := sel.empty()
	if alone {
		sel = w.wordBy(w.caret)
	}
	parts := w.emphasisParts(sel)
	if len(parts) == 0 {
		if alone {
			w.emphasiseNothing(signs)
		}
		return
	}
	change := len(signs)
	if allHave(parts, change) {
		change = -change
	}
	w.rewrite(parts, signs, change)
	if alone {
		off.off += change
		w.moveTo(off, false)
	}
}

// emphasised is a part of a paragraph and how many asterisks it is between.
type emphasised struct {
	para     int
	from, to int
	signs    int
}

// has reports whether one asterisk, or two, are among those.
func (e emphasised) has(n int) bool { return e.signs == n || e.signs == len(signsBold+signsItalic) }

func allHave(parts []emphasised, n int) bool {
	for _, p := range parts {
		if !p.has(n) {
			return false
		}
	}
	return true
}

// wordBy returns the word that p is in or at the end of, or nothing.
func (w *writing) wordBy(p place) span {
	para := w.doc.at(p.para)
	text, off := para.slice(0, para.length()), p.off
	if off == len(text) || kindOf(text[off:]) != letter {
		if off = lastCluster(text[:off]); off == p.off || kindOf(text[off:]) != letter {
			return span{p, p}
		}
	}
	return w.wordAt(place{p.para, off})
}

// emphasisParts returns what of a span can be emphasised: in each paragraph the
// text after its lead, without room and asterisks at its ends.
func (w *writing) emphasisParts(s span) []emphasised {
	var parts []emphasised
	for i := s.from.para; i <= s.to.para; i++ {
		p := w.doc.at(i)
		text := p.slice(0, p.length())
		from, to := 0, len(text)
		if i == s.from.para {
			from = s.from.off
		}
		if i == s.to.para {
			to = s.to.off
		}
		from = max(from, leadOf(text).end)
		for from < to && spaceOrStar(text[from:]) {
			from += clusterLen(text[from:])
		}
		for from < to && spaceOrStar(text[from+lastCluster(text[from:to]):to]) {
			to = from + lastCluster(text[from:to])
		}
		if from < to {
			parts = append(parts, emphasised{i, from, to, starsRound(text, from, to)})
		}
	}
	return parts
}

func spaceOrStar(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '*' || unicode.IsSpace(r)
}

// starsRound returns how many asterisks are on both sides of a part of text.
func starsRound(text string, from, to int) int {
	n := 0
	for n < longestSigns && n < from && to+n < len(text) && text[from-1-n] == '*' && text[to+n] == '*' {
		n++
	}
	return n
}

// rewrite puts signs round the parts that need them, or takes as many away if
// change is below 0, and selects what is from the first part to the last.
func (w *writing) rewrite(parts []emphasised, signs string, change int) {
	whole := span{place{parts[0].para, parts[0].from}, place{parts[len(parts)-1].para, parts[len(parts)-1].to}}
	chosen := whole
	if change < 0 {
		whole.from.off += change
		whole.to.off -= change
		signs = ""
	}
	var b strings.Builder
	at := whole.from
	for i, p := range parts {
		add := signs
		if change > 0 && p.has(change) {
			add = ""
		}
		taken := max(-change, 0)
		b.WriteString(w.doc.slice(span{at, place{p.para, p.from - taken}}) + add)
		b.WriteString(w.doc.slice(span{place{p.para, p.from}, place{p.para, p.to}}) + add)
		at = place{p.para, p.to + taken}
		if moved := len(add) - taken; i == 0 {
			chosen.from.off += moved
			if chosen.to.para == p.para {
				chosen.to.off += moved
			}
		} else if p.para == chosen.to.para {
			chosen.to.off += moved
		}
	}
	w.replace(whole, b.String(), actOnce)
	w.choose(chosen)
}

// emphasiseNothing puts signs on both sides of the caret, or takes them away.
func (w *writing) emphasiseNothing(signs string) {
	p, para := w.caret, w.doc.at(w.caret.para)
	n := len(signs)
	if p.off >= n && p.off+n <= para.length() && para.slice(p.off-n, p.off+n) == signs+signs {
		w.replace(span{place{p.para, p.off - n}, place{p.para, p.off + n}}, "", actOnce)
		return
	}
	w.put(signs+signs, actOnce)
	w.moveTo(place{p.para, p.off + n}, false)
}

// breakLine ends the paragraph at the caret. In a list or a quote the next one
// begins as it does; an item with nothing in it ends the list instead.
func (w *writing) breakLine() {
	sel := w.selection()
	p := w.doc.at(sel.from.para)
	begin := p.slice(0, p.runeStart(min(longestLead+1, p.length())))
	l := leadOf(begin)
	switch {
	case l.kind == leadNone || l.kind == leadHeading || sel.from.off < l.end:
		w.put("\n", actWrite)
	case sel.empty() && p.length() == l.end:
		w.replace(span{place{sel.from.para, 0}, sel.from}, "", actOnce)
	default:
		w.put("\n"+l.next(begin), actWrite)
	}
}

// next returns the lead of the paragraph that follows in a list or a quote.
func (l lead) next(text string) string {
	if l.kind != leadNumber {
		return text[:l.end]
	}
	n, err := strconv.Atoi(text[l.from : l.sign-1])
	if err != nil {
		return ""
	}
	return text[:l.from] + strconv.Itoa(n+1) + text[l.sign-1:l.end]
}

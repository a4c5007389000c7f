package editor

import (
	"slices"
	"unicode/utf8"
)

// paragraph is the text up to a line end, how it is drawn, and where it was
// last wrapped.
type paragraph struct {
	content
	end    ending
	styled []stretch
	parsed bool // styled is known
	wrap   wrapping
	lines  int // as counted in its block: an estimate until all are known
}

func newParagraph(text string, end ending) paragraph {
	return paragraph{content: content{plain: text}, end: end, lines: 1}
}

// edit replaces the bytes from..to and notes what is to be wrapped again.
func (p *paragraph) edit(from, to int, insert string) {
	same := p.parsed && p.keepsSigns(from, to, insert)
	p.replace(from, to, insert)
	p.wrap.edit(from, to, len(insert))
	if !p.parsed {
		return
	}
	p.styled = moved(p.styled, from, to, len(insert))
	if !same {
		before := p.styled
		p.styled = stylesOf(p.slice(0, p.length()))
		p.wrap.loosen(differing(before, p.styled))
	}
}

// keepsSigns reports whether an edit is so far from every sign of Markdown that
// what it means can't change.
func (p *paragraph) keepsSigns(from, to int, insert string) bool {
	if from < longestLead+utf8.UTFMax || hasSigns(insert) {
		return false
	}
	near := p.slice(max(from-utf8.UTFMax, 0), min(to+utf8.UTFMax, p.length()))
	return !hasSigns(near)
}

// parse sees to it that styled is known.
func (p *paragraph) parse() {
	if !p.parsed {
		p.styled, p.parsed = stylesOf(p.slice(0, p.length())), true
	}
}

// blockSize is how many paragraphs a block holds at most.
const blockSize = 512

// block is a stretch of paragraphs. Blocks keep the costs of a change, and of
// finding a paragraph or a line, small where there are very many.
type block struct {
	paras []*paragraph
	lines int // of all of them
}

// paragraphs is a list of paragraphs that is never empty.
type paragraphs struct {
	blocks []*block
	count  int
	hit    int // the block found last, and
	first  int // the number of its first paragraph
}

func newParagraphs(all []paragraph) *paragraphs {
	return &paragraphs{count: len(all), blocks: intoBlocks(pointers(all))}
}

func pointers(all []paragraph) []*paragraph {
	to := make([]*paragraph, len(all))
	for i := range all {
		to[i] = &all[i]
	}
	return to
}

func intoBlocks(all []*paragraph) []*block {
	blocks := make([]*block, 0, len(all)/blockSize+1)
	for part := range slices.Chunk(all, blockSize) {
		b := &block{paras: slices.Clone(part)}
		for _, p := range part {
			b.lines += p.lines
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// find returns the block of paragraph i and the number of its first one.
func (ps *paragraphs) find(i int) (b, first int) {
	b, first = ps.hit, ps.first
	if i < first {
		b, first = 0, 0
	}
	for i >= first+len(ps.blocks[b].paras) {
		first += len(ps.blocks[b].paras)
		b++
	}
	ps.hit, ps.first = b, first
	return b, first
}

// at returns paragraph i.
func (ps *paragraphs) at(i int) *paragraph {
	b, first := ps.find(i)
	return ps.blocks[b].paras[i-first]
}

// splice puts insert in the place of remove paragraphs from number i on.
func (ps *paragraphs) splice(i, remove int, insert []*paragraph) {
	if remove == 0 && len(insert) == 0 {
		return
	}
	from, first := ps.find(min(i, ps.count-1))
	ps.hit, ps.first = 0, 0
	to, end := from, first
	for end < i+remove || to == from {
		end += len(ps.blocks[to].paras)
		to++
	}
	last := ps.blocks[to-1].paras
	all := slices.Concat(ps.blocks[from].paras[:i-first], insert, last[len(last)-(end-i-remove):])
	if len(all) < blockSize/4 && to < len(ps.blocks) {
		all = append(all, ps.blocks[to].paras...)
		to++
	}
	ps.blocks = slices.Replace(ps.blocks, from, to, intoBlocks(all)...)
	ps.count += len(insert) - remove
}

// setLines notes how many lines paragraph i has.
func (ps *paragraphs) setLines(i, lines int) {
	b, first := ps.find(i)
	p := ps.blocks[b].paras[i-first]
	ps.blocks[b].lines += lines - p.lines
	p.lines = lines
}

// linesBefore counts the lines of the paragraphs before i, or of all for the
// number after the last.
func (ps *paragraphs) linesBefore(i int) int {
	n := 0
	for _, b := range ps.blocks {
		if i >= len(b.paras) {
			n += b.lines
			i -= len(b.paras)
			continue
		}
		for _, p := range b.paras[:i] {
			n += p.lines
		}
		break
	}
	return n
}

// atLine returns the paragraph that line n of the whole is in, and the number
// of the line in it.
func (ps *paragraphs) atLine(n int) (para, line int) {
	for _, b := range ps.blocks {
		if n >= b.lines {
			n -= b.lines
			para += len(b.paras)
			continue
		}
		for _, p := range b.paras {
			if n < p.lines {
				return para, n
			}
			n -= p.lines
			para++
		}
	}
	return ps.count - 1, ps.at(ps.count-1).lines - 1
}

// each calls f for every paragraph. f may change its lines.
func (ps *paragraphs) each(f func(*paragraph)) {
	for _, b := range ps.blocks {
		b.lines = 0
		for _, p := range b.paras {
			f(p)
			b.lines += p.lines
		}
	}
}

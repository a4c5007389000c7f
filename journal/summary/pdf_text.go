package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// style is how a run of text is set.
type style struct {
	face   faceName
	size   float64 // points
	colour colour
	shaded bool // with a soft ground behind it
}

// cell is one character where it stands in a paragraph.
type cell struct {
	r     rune
	width float64 // points
	style *style
}

// typesetter turns text into cells that the fonts can draw.
type typesetter struct {
	faces    map[faceName]*face
	mark     rune // stands for what the fonts lack
	replaced int  // how many times it does
}

// newTypesetter chooses the mark: the clearest one that every font has.
func newTypesetter(faces map[faceName]*face) *typesetter {
	t := &typesetter{faces: faces, mark: '?'}
	for _, mark := range "▯□\uFFFD" {
		everywhere := true
		for _, f := range faces {
			_, ok := f.width(mark)
			everywhere = everywhere && ok
		}
		if everywhere {
			t.mark = mark
			break
		}
	}
	return t
}

// append adds text to cells. A cluster of characters that is one to the reader
// and that the font can't draw whole becomes one mark.
func (t *typesetter) append(cells []cell, text string, st *style) []cell {
	text = norm.NFC.String(text)
	for text != "" {
		n := plainLength(text)
		for _, r := range text[:n] {
			cells = t.appendRune(cells, r, st)
		}
		if text = text[n:]; text == "" {
			break
		}
		cluster, rest, _, _ := uniseg.FirstGraphemeClusterInString(text, -1)
		cells = t.appendCluster(cells, cluster, st)
		text = rest
	}
	return cells
}

// plainLength returns how much of text is ASCII that stands for itself: not
// the last of it, which what follows may combine with.
func plainLength(text string) int {
	n := 0
	for n < len(text) && text[n] < utf8.RuneSelf {
		n++
	}
	if n < len(text) && n > 0 {
		n--
	}
	return n
}

func (t *typesetter) appendCluster(cells []cell, cluster string, st *style) []cell {
	if len(cluster) == 1 {
		return t.appendRune(cells, rune(cluster[0]), st)
	}
	seen := false
	for _, r := range cluster {
		if unicode.IsSpace(r) || !invisible(r) {
			seen = true
			if _, ok := t.faces[st.face].width(spaceless(r)); !ok {
				t.replaced++
				return t.appendRune(cells, t.mark, st)
			}
		}
	}
	if !seen {
		return cells
	}
	for _, r := range cluster {
		if !invisible(r) {
			cells = t.appendRune(cells, spaceless(r), st)
		}
	}
	return cells
}

func (t *typesetter) appendRune(cells []cell, r rune, st *style) []cell {
	if r == '\t' {
		r = ' '
	}
	width, ok := t.faces[st.face].width(r)
	switch {
	case r == '\n':
		width = 0
	case !ok:
		t.replaced++
		r = t.mark
		width, _ = t.faces[st.face].width(r)
	}
	return append(cells, cell{r: r, width: float64(width) * st.size / 1000, style: st})
}

// spaceless returns an ordinary space for the rarer ones, which fonts often
// lack, but for the one that forbids a break.
func spaceless(r rune) rune {
	if r != '\n' && r != '\u00A0' && unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// invisible reports whether r draws nothing: joiners, direction marks,
// variation selectors, soft hyphens.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r == '\u034F' || r >= 0xE0000 && r <= 0xE0FFF
}

// breakLines cuts cells into lines no wider than width: at their "\n", after
// spaces and hyphens, and inside a word that is too long for a line. The
// lines share the cells' memory and end without the space they broke at.
func breakLines(cells []cell, width float64) [][]cell {
	var lines [][]cell
	start, canBreak := 0, 0 // canBreak: the last place after which a line may end, if past start
	used := 0.0
	end := func(at, next int) {
		lines = append(lines, trimmed(cells[start:at]))
		start, canBreak, used = next, next, 0
	}
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		if c.r == '\n' {
			end(i, i+1)
			continue
		}
		used += c.width
		if used > width && c.r != ' ' && i > start {
			at := canBreak
			if at == start {
				at = i
				for at > start+1 && cells[at].width == 0 {
					at--
				}
			}
			end(at, at)
			i = at - 1
			continue
		}
		if breaksAfter(cells, i) {
			canBreak = i + 1
		}
	}
	if start < len(cells) {
		end(len(cells), len(cells))
	}
	return lines
}

// breaksAfter reports whether a line may end after cells[i].
func breaksAfter(cells []cell, i int) bool {
	switch cells[i].r {
	case ' ':
		return true
	case '-', '–', '—', '/':
		return i > 0 && i+1 < len(cells) && unicode.IsLetter(cells[i-1].r) && unicode.IsLetter(cells[i+1].r)
	}
	return false
}

func trimmed(line []cell) []cell {
	for len(line) > 0 && line[len(line)-1].r == ' ' {
		line = line[:len(line)-1]
	}
	return line
}

// lineWidth returns how wide line is, in points.
func lineWidth(line []cell) float64 {
	width := 0.0
	for _, c := range line {
		width += c.width
	}
	return width
}

// run is a piece of a line in one style.
type run struct {
	x, width float64 // in points; x from where the line begins
	text     string
	style    *style
}

// runs returns line in pieces of one style each. They take a small part of its
// memory and share none of it.
func runs(line []cell) []run {
	var all []run
	x := 0.0
	for len(line) > 0 {
		var text strings.Builder
		n, width := 0, 0.0
		for n < len(line) && line[n].style == line[0].style {
			text.WriteRune(line[n].r)
			width += line[n].width
			n++
		}
		all = append(all, run{x, width, text.String(), line[0].style})
		x += width
		line = line[n:]
	}
	return all
}

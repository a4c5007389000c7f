package editor

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// textRuler measures as the toolkit draws. What it measured it keeps: the
// advance of a character, and how that changes before another (kerning).
type textRuler struct {
	size     float32
	style    fyne.TextStyle
	ascii    [utf8.RuneSelf][utf8.RuneSelf]float32 // advance + 1; 0 is not measured
	pairs    map[[2]rune]float32
	clusters map[string]float32
}

const (
	tabUnit    = 10    // points: the toolkit's tab stops are TabWidth of these apart
	mostWidths = 50000 // kept at a time
)

func newRuler(size float32) *textRuler {
	r := &textRuler{size: size, style: fyne.TextStyle{TabWidth: max(int(size*2.4/tabUnit+0.5), 1)}}
	r.forget()
	return r
}

func (r *textRuler) forget() {
	r.pairs, r.clusters = make(map[[2]rune]float32), make(map[string]float32)
}

func (r *textRuler) tab() float32 { return float32(r.style.TabWidth * tabUnit) }

func (r *textRuler) whole(text string) float32 {
	return fyne.MeasureText(text, r.size, r.style).Width
}

func (r *textRuler) advance(cluster, next string) float32 {
	if len(cluster) == 1 && len(next) == 1 && cluster[0] < utf8.RuneSelf && next[0] < utf8.RuneSelf {
		known := &r.ascii[cluster[0]][next[0]]
		if *known == 0 {
			*known = r.pair(cluster, next) + 1
		}
		return *known - 1
	}
	a, n := utf8.DecodeRuneInString(cluster)
	b, _ := utf8.DecodeRuneInString(next)
	if n != len(cluster) || next == "" || !kerns(a) || !kerns(b) {
		return r.alone(cluster)
	}
	known, ok := r.pairs[[2]rune{a, b}]
	if !ok {
		known = r.pair(cluster, next)
		r.pairs[[2]rune{a, b}] = known
	}
	return known
}

// kerns reports whether r is of a script with kerning.
func kerns(r rune) bool { return r < 0x2E80 && simple(r) }

// pair measures the advance of cluster before next.
func (r *textRuler) pair(cluster, next string) float32 {
	if next == "\t" || next == " " || cluster == " " {
		return r.alone(cluster)
	}
	return r.whole(cluster+next) - r.alone(next)
}

// alone measures the advance of cluster before nothing.
func (r *textRuler) alone(cluster string) float32 {
	known, ok := r.clusters[cluster]
	if !ok {
		if len(r.clusters)+len(r.pairs) > mostWidths {
			r.forget()
		}
		known = r.whole(cluster)
		r.clusters[cluster] = known
	}
	return known
}

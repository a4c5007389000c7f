package editor

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// textRuler measures as the toolkit draws.
type textRuler struct {
	size     float32
	tabWidth int
	faces    [faces]*faceRuler // by style; nil until the first text in it
}

const (
	tabUnit    = 10    // points: the toolkit's tab stops are TabWidth of these apart
	mostWidths = 50000 // kept at a time, for each face
)

func newRuler(size float32) *textRuler {
	return &textRuler{size: size, tabWidth: max(int(size*2.4/tabUnit+0.5), 1)}
}

// textStyle is what a face is to the toolkit, for a text. The toolkit holds
// every font anew for each width of a tab, some megabytes: only a text that has
// a tab asks for ours.
func (r *textRuler) textStyle(face style, text string) fyne.TextStyle {
	style := fyne.TextStyle{Bold: face&bold != 0, Italic: face&italic != 0}
	if strings.Contains(text, "\t") {
		style.TabWidth = r.tabWidth
	}
	return style
}

func (r *textRuler) face(face style) *faceRuler {
	if r.faces[face] == nil {
		r.faces[face] = &faceRuler{size: r.size, style: func(text string) fyne.TextStyle { return r.textStyle(face, text) }}
		r.faces[face].forget()
	}
	return r.faces[face]
}

func (r *textRuler) tab() float32 { return float32(r.tabWidth * tabUnit) }

func (r *textRuler) whole(face style, text string) float32 { return r.face(face).whole(text) }

func (r *textRuler) advance(face style, cluster, next string) float32 {
	return r.face(face).advance(cluster, next)
}

// faceRuler measures in one face. What it measured it keeps: the advance of a
// character, and how that changes before another (kerning).
type faceRuler struct {
	size     float32
	style    func(text string) fyne.TextStyle
	ascii    [utf8.RuneSelf][utf8.RuneSelf]float32 // advance + 1; 0 is not measured
	pairs    map[[2]rune]float32
	clusters map[string]float32
}

func (r *faceRuler) forget() {
	r.pairs, r.clusters = make(map[[2]rune]float32), make(map[string]float32)
}

func (r *faceRuler) whole(text string) float32 {
	return fyne.MeasureText(text, r.size, r.style(text)).Width
}

func (r *faceRuler) advance(cluster, next string) float32 {
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
func (r *faceRuler) pair(cluster, next string) float32 {
	if next == "\t" || next == " " || cluster == " " {
		return r.alone(cluster)
	}
	return r.whole(cluster+next) - r.alone(next)
}

// alone measures the advance of cluster before nothing.
func (r *faceRuler) alone(cluster string) float32 {
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

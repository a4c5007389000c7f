package summary

import (
	"fmt"
	"math"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face knows which characters a font can draw and how wide they are.
type face struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	perEm  fixed.Int26_6
	widths []int16 // by character: thousandths of the size, unknown or missing
}

const (
	unknown = -1 - iota
	missing
)

// parseFace reads a TrueType font.
func parseFace(data []byte) (*face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	f := &face{font: parsed, perEm: fixed.I(int(parsed.UnitsPerEm())), widths: make([]int16, 1<<16)}
	for i := range f.widths {
		f.widths[i] = unknown
	}
	return f, nil
}

// width returns how wide r is, in thousandths of the font's size, or false if
// the font can't draw it. Characters above U+FFFF are beyond the PDF writer;
// those of scripts that run from right to left would come out backwards.
func (f *face) width(r rune) (int, bool) {
	if int(r) >= len(f.widths) || unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
		return 0, false
	}
	if f.widths[r] == unknown {
		f.widths[r] = f.look(r)
	}
	return int(f.widths[r]), f.widths[r] != missing
}

func (f *face) look(r rune) int16 {
	glyph, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil || glyph == 0 {
		return missing
	}
	advance, err := f.font.GlyphAdvance(&f.buffer, glyph, f.perEm, font.HintingNone)
	if err != nil {
		return missing
	}
	return int16(math.Round(float64(advance) * 1000 / float64(f.perEm)))
}

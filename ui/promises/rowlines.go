package promises

import (
	"strings"

	"mend/ui/theme"
)

const (
	wordsLines = 2 // of a promise at most; the rest of it stands in the foot
	belowLines = 6 // below them: more than is ever needed
)

// lines returns what stands beside the days, where the words have a width: what
// is promised, and below it all that is told of when.
func (r gridRow) lines(p pen, words float32) (promised, below []string) {
	width := words - theme.Space2
	promised = p.breakLines(r.text, width, theme.SizeText, wordsLines)
	line := ""
	for _, part := range strings.Split(joined(r.often, r.when, r.look), between) {
		if both := joined(line, part); p.width(both, theme.SizeSmall) <= width {
			line = both
			continue
		}
		below = append(below, p.breakLines(line, width, theme.SizeSmall, belowLines)...)
		line = part
	}
	below = append(below, p.breakLines(line, width, theme.SizeSmall, belowLines)...)
	return promised, below[:min(len(below), belowLines)]
}

// linesHeight is how high lines of a promise are.
func linesHeight(p pen, promised, below int) float32 {
	return float32(promised)*p.LineHeight(theme.SizeText) + lineGap + float32(below)*p.LineHeight(theme.SizeSmall)
}

// fitted is how high the words of the promises are, as it was measured last.
type fitted struct {
	words, text, small float32 // the width and sizes it holds for
	height             float32
}

// room returns how high the words of the highest promise are where they have a
// width; all rows are as high.
func (g *grid) room(p pen, words float32) float32 {
	now := fitted{words: words, text: p.Size(theme.SizeText), small: p.Size(theme.SizeSmall)}
	if now.height = g.fitted.height; now == g.fitted {
		return now.height
	}
	now.height = 0
	for _, row := range g.rows {
		promised, below := row.lines(p, words)
		now.height = max(now.height, linesHeight(p, len(promised), len(below)))
	}
	g.fitted = now
	return now.height
}

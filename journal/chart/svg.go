package chart

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"

	"mend/journal"
)

// SVG returns c as an svg element to stand in a page of HTML, width points wide
// at most, which scales with the page. It has no style of its own that a
// content security policy could forbid: colours are attributes, so that a page
// may choose others by them. label is what it is called for who can't see it.
func (p *Painter) SVG(c journal.Chart, width float64, look Look, label string) string {
	height := p.Height(c, width, look)
	on := vgsvg.NewWith(vgsvg.UseWH(vg.Length(width), vg.Length(height)))
	p.Draw(on, c, 0, height, width, look)
	var out bytes.Buffer
	if _, err := on.WriteTo(&out); err != nil {
		return "" // a buffer takes everything
	}
	text := out.String()
	body := text[strings.Index(text, "<svg"):]
	body = body[strings.Index(body, ">")+1:]
	head := fmt.Sprintf(`<svg viewBox="0 0 %.1f %.1f" width="%.1f" height="%.1f" role="img" aria-label="%s">`,
		width, height, width, height, html.EscapeString(label))
	return head + attributes(body)
}

// attributes turns style attributes into one attribute for each property. A
// quotation mark in a text is escaped, so that none is taken for an end.
func attributes(svg string) string {
	return regexp.MustCompile(`\s+style="([^"]*)"`).ReplaceAllStringFunc(svg, func(style string) string {
		style = strings.TrimSuffix(style[strings.Index(style, `"`)+1:], `"`)
		var b strings.Builder
		for property := range strings.SplitSeq(style, ";") {
			name, value, ok := strings.Cut(strings.TrimSpace(property), ":")
			if ok && !strings.HasPrefix(name, "font-") || name == "font-size" {
				fmt.Fprintf(&b, ` %s="%s"`, strings.TrimSpace(name), strings.TrimSpace(value))
			}
		}
		return b.String()
	})
}

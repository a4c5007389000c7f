package summary

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"mend/journal"
	"mend/journal/chart"
)

//go:embed page.css
var pageStyle string

// htmlSheet writes one HTML file that needs nothing else: no script, no link,
// no picture, and a policy that forbids the browser to load anything.
type htmlSheet struct {
	w       *bufio.Writer
	words   journal.ReportWords
	painter *chart.Painter // nil draws nothing
	begun   bool
	inEntry bool
	inFoot  bool
}

// newHTMLSheet draws charts with a TrueType font; without one it draws none.
func newHTMLSheet(w io.Writer, words journal.ReportWords, trueType []byte) *htmlSheet {
	painter, err := chart.NewPainter(trueType)
	if err != nil {
		painter = nil
	}
	return &htmlSheet{w: bufio.NewWriter(w), words: words, painter: painter}
}

func (h *htmlSheet) put(b block) error {
	if !h.begun {
		h.begin()
	}
	switch {
	case b.kind == heading && b.level <= itemLevel:
		h.endArticle()
		if b.level == itemLevel {
			h.print("<article>\n")
			h.inEntry = true
		}
	case b.kind == footer && !h.inFoot:
		h.endArticle()
		h.print("</main>\n<footer>\n")
		h.inFoot = true
	}
	h.block(b)
	if b.kind == heading {
		return h.w.Flush()
	}
	return nil
}

func (h *htmlSheet) finish() (int, error) {
	if h.inFoot {
		h.print("</footer>\n")
	} else {
		h.endArticle()
		h.print("</main>\n")
	}
	h.print("</body>\n</html>\n")
	return 0, h.w.Flush()
}

// print writes with fmt's verbs. The writer keeps its first error, which Flush
// returns.
func (h *htmlSheet) print(format string, args ...any) { fmt.Fprintf(h.w, format, args...) }

func (h *htmlSheet) begin() {
	h.begun = true
	hash := sha256.Sum256([]byte(pageStyle))
	h.print(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
`, html.EscapeString(h.words.Language), base64.StdEncoding.EncodeToString(hash[:]), html.EscapeString(h.words.Title), pageStyle)
}

func (h *htmlSheet) endArticle() {
	if h.inEntry {
		h.print("</article>\n")
		h.inEntry = false
	}
}

func (h *htmlSheet) block(b block) {
	switch b.kind {
	case title:
		h.print("<h1>%s</h1>\n", lines(b.text))
	case subtitle:
		h.print("<p class=\"period\">%s</p>\n", lines(b.text))
	case meta:
		h.print("<p class=\"meta\">%s</p>\n", lines(b.text))
	case heading:
		h.print("<h%d dir=\"auto\">%s</h%[1]d>\n", b.level, htmlSpans(b.spans))
	case facts:
		h.facts(b.rows)
	case steps:
		h.steps(b.rows)
	case counts:
		h.counts(b.rows)
	case list:
		h.list(b)
	case quote:
		h.print("<blockquote>\n")
		h.blocks(b.items[0])
		h.print("</blockquote>\n")
	case code:
		h.print("<pre dir=\"auto\">%s</pre>\n", html.EscapeString(b.text))
	case rule:
		h.print("<hr>\n")
	case turn:
		h.print("<hr class=\"turn\">\n")
	case caption:
		h.print("<p>%s</p>\n", lines(b.text))
	case figure:
		h.figure(b.chart)
	case table:
		h.table(b.rows)
	case footer:
		h.print("<p>%s</p>\n", lines(b.text))
	default:
		h.print("<p dir=\"auto\">%s</p>\n", htmlSpans(b.spans))
	}
}

func (h *htmlSheet) blocks(blocks []block) {
	for _, b := range blocks {
		h.block(b)
	}
}

func (h *htmlSheet) facts(rows []row) {
	h.print("<dl>\n")
	for _, r := range rows {
		h.print("<div><dt>%s</dt> <dd dir=\"auto\">%s</dd></div>\n", lines(r.label), lines(r.text))
	}
	h.print("</dl>\n")
}

func (h *htmlSheet) steps(rows []row) {
	h.print("<ul class=\"steps\">\n")
	for _, r := range rows {
		class := "open"
		if r.done {
			class = "done"
		}
		h.print("<li class=\"%s\"><span class=\"step\">%s</span>", class, lines(r.label))
		if r.text != "" {
			h.print(" <span class=\"when\">%s</span>", lines(r.text))
		}
		if r.note != "" {
			h.print("\n<p dir=\"auto\">%s</p>", lines(r.note))
		}
		h.print("</li>\n")
	}
	h.print("</ul>\n")
}

func (h *htmlSheet) counts(rows []row) {
	h.print("<table>\n")
	for _, r := range rows {
		h.print("<tr><th scope=\"row\" dir=\"auto\">%s</th> <td>%s</td> <td>%s</td></tr>\n",
			lines(r.label), lines(r.text), lines(r.note))
	}
	h.print("</table>\n")
}

// figureWidth is how wide a drawing is, in points; it shrinks with the page.
const figureWidth = 500

// figure draws a chart. Who can't see it has its table below.
func (h *htmlSheet) figure(c journal.Chart) {
	if h.painter != nil {
		h.print("<figure>%s</figure>\n", h.painter.SVG(c, figureWidth, figureLook(9.5), c.Title))
	}
}

// figureLook is how charts look on paper. A page of HTML replaces the colours
// by its own where it is dark.
func figureLook(size float64) chart.Look {
	return chart.Look{Ink: ink().rgb(), Muted: muted().rgb(), Line: lineGrey().rgb(), Accent: accent().rgb(), Paper: paper().rgb(), Size: size}
}

func (h *htmlSheet) table(rows []row) {
	h.print("<table class=\"wide\">\n")
	for _, r := range rows {
		h.print("<tr><th scope=\"row\">%s</th> <td dir=\"auto\">%s</td> <td>%s</td></tr>\n", lines(r.label), lines(r.text), lines(r.note))
	}
	h.print("</table>\n")
}

func (h *htmlSheet) list(b block) {
	tag, start := "ul", ""
	if b.ordered {
		tag, start = "ol", fmt.Sprintf(" start=\"%d\"", b.start)
	}
	h.print("<%s%s>\n", tag, start)
	for _, item := range b.items {
		h.print("<li dir=\"auto\">")
		h.item(item, b.tight)
		h.print("</li>\n")
	}
	h.print("</%s>\n", tag)
}

// item writes what is in a list item; in a tight list its text is no
// paragraph of its own.
func (h *htmlSheet) item(blocks []block, tight bool) {
	for _, b := range blocks {
		if tight && b.kind == paragraph {
			h.print("%s\n", htmlSpans(b.spans))
			continue
		}
		h.block(b)
	}
}

// htmlSpans returns spans with their styles, escaped.
func htmlSpans(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		text := lines(s.text)
		if s.code {
			text = "<code>" + text + "</code>"
		}
		if s.italic {
			text = "<em>" + text + "</em>"
		}
		if s.bold {
			text = "<strong>" + text + "</strong>"
		}
		b.WriteString(text)
	}
	return b.String()
}

// lines returns text escaped, with its line ends kept.
func lines(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>\n")
}

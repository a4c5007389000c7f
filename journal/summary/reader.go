package summary

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

const (
	maxNesting = 16  // quotes and lists inside each other; deeper ones are shown at this depth
	maxAddress = 200 // of an address that is shown, in bytes
)

// reader turns the person's Markdown into blocks. It reads CommonMark, with
// the parts left out that surprise somebody who writes a journal or would make
// words vanish: HTML, text indented by four spaces as code, a line of dashes
// that turns the line above it into a heading, and link reference definitions
// are all ordinary text. A line's end is kept.
type reader struct {
	parser  parser.Parser
	picture string // format of what stands for a picture
}

func newReader(picture string) *reader {
	return &reader{picture: picture, parser: parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(anyParagraph{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500)))}
}

// anyParagraph begins at any indent, so that no line is taken for code.
type anyParagraph struct{ parser.BlockParser }

// CanAcceptIndentedLine implements parser.BlockParser.
func (anyParagraph) CanAcceptIndentedLine() bool { return true }

// blocks reads markdown. Its headings come below a heading of level under.
func (r *reader) blocks(markdown string, under int) []block {
	source := []byte(shallow(clean(markdown)))
	p := page{reader: r, source: source, under: under}
	return p.children(r.parser.Parse(text.NewReader(source)), 0)
}

// page is one text being read.
type page struct {
	*reader
	source []byte
	under  int
}

// children reads the blocks inside n, which lie at depth.
func (p *page) children(n ast.Node, depth int) []block {
	var blocks []block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		blocks = append(blocks, p.block(c, depth)...)
	}
	return blocks
}

func (p *page) block(n ast.Node, depth int) []block {
	switch n := n.(type) {
	case *ast.Heading:
		spans := oneLine(p.spans(n))
		if len(spans) == 0 {
			return nil
		}
		return []block{{kind: heading, level: min(6, p.under+n.Level), spans: spans}}
	case *ast.Paragraph, *ast.TextBlock:
		if spans := p.spans(n); len(spans) > 0 {
			return []block{{kind: paragraph, spans: spans}}
		}
		return nil
	case *ast.FencedCodeBlock:
		return []block{{kind: code, text: p.code(n)}}
	case *ast.ThematicBreak:
		return []block{{kind: rule}}
	case *ast.Blockquote:
		return p.quote(n, depth)
	case *ast.List:
		return p.list(n, depth)
	}
	return p.children(n, depth)
}

func (p *page) quote(n *ast.Blockquote, depth int) []block {
	inside := p.children(n, depth+1)
	if depth >= maxNesting || len(inside) == 0 {
		return inside
	}
	return []block{{kind: quote, items: [][]block{inside}}}
}

func (p *page) list(n *ast.List, depth int) []block {
	b := block{kind: list, ordered: n.IsOrdered(), start: n.Start, tight: n.IsTight}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.items = append(b.items, p.children(c, depth+1))
	}
	if depth < maxNesting {
		return []block{b}
	}
	var flat []block
	for _, item := range b.items {
		flat = append(flat, item...)
	}
	return flat
}

// code returns the text between the fences, with what stands on the opening
// one as its first line.
func (p *page) code(n *ast.FencedCodeBlock) string {
	var b strings.Builder
	if n.Info != nil {
		b.Write(n.Info.Value(p.source))
		b.WriteByte('\n')
	}
	b.Write(n.Lines().Value(p.source))
	return strings.TrimRight(b.String(), "\n")
}

// spans reads the text inside n.
func (p *page) spans(n ast.Node) []span {
	s := spanReader{page: p}
	s.children(n, span{})
	return s.spans
}

// oneLine returns spans without line ends.
func oneLine(spans []span) []span {
	for i := range spans {
		spans[i].text = strings.ReplaceAll(spans[i].text, "\n", " ")
	}
	return spans
}

// spanReader gathers the spans of one paragraph.
type spanReader struct {
	*page
	spans []span
}

// add appends s, to the last span if that has the same style.
func (s *spanReader) add(style span, text string) {
	if text == "" {
		return
	}
	if n := len(s.spans); n > 0 {
		last := &s.spans[n-1]
		style.text = last.text
		if *last == style {
			last.text += text
			return
		}
	}
	style.text = text
	s.spans = append(s.spans, style)
}

func (s *spanReader) children(n ast.Node, style span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.node(c, style)
	}
}

func (s *spanReader) node(n ast.Node, style span) {
	switch n := n.(type) {
	case *ast.Text:
		s.add(style, resolve(string(n.Value(s.source))))
		if n.SoftLineBreak() || n.HardLineBreak() {
			s.add(style, "\n")
		}
	case *ast.CodeSpan:
		style.code = true
		s.add(style, s.codeSpan(n))
	case *ast.Emphasis:
		style.bold = style.bold || n.Level == 2
		style.italic = style.italic || n.Level == 1
		s.children(n, style)
	case *ast.AutoLink:
		s.add(style, string(n.Label(s.source)))
	case *ast.Link:
		s.link(n, style)
	case *ast.Image:
		s.picture(n, style)
	default:
		s.children(n, style)
	}
}

func (s *spanReader) codeSpan(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Value(s.source))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// link shows a link as its text and, behind it, its address and title.
func (s *spanReader) link(n *ast.Link, style span) {
	label := spanReader{page: s.page}
	label.children(n, style)
	for _, part := range label.spans {
		s.add(part, part.text)
	}
	address := shownAddress(n.Destination, n.Title)
	switch shown := words(label.spans); {
	case address == "" || address == shown:
	case shown == "":
		s.add(style, address)
	default:
		s.add(style, " ("+address+")")
	}
}

// picture says that a picture was there; nothing is ever fetched.
func (s *spanReader) picture(n *ast.Image, style span) {
	alt := spanReader{page: s.page}
	alt.children(n, span{})
	what := strings.Join(strings.Fields(words(alt.spans)+" "+shownAddress(n.Destination, n.Title)), " ")
	s.add(style, fmt.Sprintf(s.reader.picture, what))
}

func shownAddress(destination, title []byte) string {
	address := cleanLine(string(destination))
	if len(address) > maxAddress {
		address = strings.ToValidUTF8(address[:maxAddress], "") + "…"
	}
	if len(title) > 0 {
		address += " “" + cleanLine(string(title)) + "”"
	}
	return address
}

// resolve turns backslash escapes and character references into the
// characters they stand for.
func resolve(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			length := referenceLength(s[i:])
			b.WriteString(cleanReference(html.UnescapeString(s[i : i+length])))
			i += length - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// referenceLength returns how long the character reference at the start of s
// is, or 1 if there is none.
func referenceLength(s string) int {
	const longest = 33
	if end := strings.IndexByte(s[:min(len(s), longest)], ';'); end > 0 {
		return end + 1
	}
	return 1
}

// cleanReference keeps a reference from bringing in what clean took out.
func cleanReference(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(clean(s))
}

// shallow escapes the first quote or list mark of a line that lies deeper than
// maxNesting: nesting costs the parser time with the square of its depth.
func shallow(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		if at := markEnd(line, maxNesting+1); at > 0 && !isRule(line) {
			b.WriteString(line[:at-1] + `\`)
			line = line[at-1:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// isRule reports whether line holds nothing but dashes or stars.
func isRule(line string) bool {
	return strings.Trim(line, "- \t\n") == "" || strings.Trim(line, "* \t\n") == ""
}

// markEnd returns where the count-th of the quote and list marks that line
// begins with ends, or 0 if there are fewer. The last byte of a mark is
// punctuation.
func markEnd(line string, count int) int {
	at := 0
	for range count {
		rest := strings.TrimLeft(line[at:], " \t")
		length := markLength(rest)
		if length == 0 {
			return 0
		}
		at = len(line) - len(rest) + length
	}
	return at
}

func markLength(s string) int {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case strings.HasPrefix(s, ">"):
		return 1
	case digits == 0 && len(s) > 1 && strings.ContainsRune("-+*", rune(s[0])) && s[1] == ' ':
		return 1
	case digits > 0 && digits < len(s)-1 && strings.ContainsRune(".)", rune(s[digits])) && s[digits+1] == ' ':
		return digits + 1
	}
	return 0
}

package summary

import (
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

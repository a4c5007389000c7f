package summary

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

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

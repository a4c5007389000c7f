package summary

import (
	"html"
	"strings"
)

// ReadingText returns the words of a summary in HTML, one block a line, as it
// is read: without the marks, the look and the drawings. A drawing says nothing
// that is not said beside it.
func ReadingText(page string) string {
	_, page, _ = strings.Cut(page, "<body>")
	r := reading{}
	for page != "" {
		text, rest, found := strings.Cut(page, "<")
		r.text(text)
		if !found {
			break
		}
		tag, after, _ := strings.Cut(rest, ">")
		name := tagName(tag)
		if end := "</" + name + ">"; name == "svg" || name == "style" {
			_, after, _ = strings.Cut(after, end)
		}
		if name == "pre" {
			code, beyond, _ := strings.Cut(after, "</pre>")
			r.space(2)
			r.room()
			r.out.WriteString(html.UnescapeString(code))
			after = beyond
		}
		r.tag(name)
		page = after
	}
	return strings.TrimSpace(r.out.String()) + "\n"
}

// tagName returns the name of a tag, with a slash before it where it ends.
func tagName(tag string) string {
	name, _, _ := strings.Cut(strings.TrimSuffix(tag, "/"), " ")
	return strings.TrimSpace(name)
}

// reading gathers what is read. Room between two texts is written with the
// second of them.
type reading struct {
	out   strings.Builder
	lines int  // line ends that are due
	blank bool // a space is due
	mark  string
}

func (r *reading) text(text string) {
	words := strings.Join(strings.FieldsFunc(text, isHTMLSpace), " ")
	if words == "" {
		r.blank = r.blank || text != ""
		return
	}
	r.blank = r.blank || isHTMLSpace(rune(text[0]))
	r.room()
	r.out.WriteString(html.UnescapeString(words))
	r.blank = isHTMLSpace(rune(text[len(text)-1]))
}

func isHTMLSpace(c rune) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// room writes what is due before a text.
func (r *reading) room() {
	switch {
	case r.out.Len() == 0:
	case r.lines > 0:
		r.out.WriteString(strings.Repeat("\n", r.lines))
	case r.blank:
		r.out.WriteByte(' ')
	}
	r.out.WriteString(r.mark)
	r.lines, r.blank, r.mark = 0, false, ""
}

func (r *reading) space(lines int) { r.lines = max(r.lines, lines) }

// tag takes the room that a tag stands for.
func (r *reading) tag(name string) {
	switch strings.TrimPrefix(name, "/") {
	case "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "ul", "ol", "dl", "table", "footer", "figure", "article":
		r.space(2)
	case "br", "div", "tr", "li", "figcaption", "caption":
		r.space(1)
	case "th", "td", "dt", "dd":
		r.blank = true
	}
	switch name {
	case "li":
		r.mark = "• "
	case "/dt":
		r.out.WriteByte(':')
	}
}

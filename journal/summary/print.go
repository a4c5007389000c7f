package summary

import (
	"context"
	"fmt"
	"io"
	"strings"

	"mend/journal"
)

// Format is a file format a summary can be printed in.
type Format string

// The formats, named as on the command line and as file endings.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	PDF      Format = "pdf"
)

// Formats lists every format in the order it is offered.
func Formats() []Format { return []Format{PDF, HTML, Markdown} }

// ParseFormat returns the format named s, or a journal.InvalidError.
func ParseFormat(s string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == s {
			return f, nil
		}
	}
	return "", &journal.InvalidError{Field: "format", Reason: "it is none of md, html, pdf"}
}

// Fonts are the typefaces of a PDF, as TrueType files. They are not changed.
type Fonts struct {
	Regular, Bold, Italic []byte
}

// Result says what the person should know about a printed summary.
type Result struct {
	// Replaced counts the characters that are shown as a visible mark because
	// the fonts of a PDF lack them. The document says so at its end.
	Replaced int
}

// Print is PrintContext without an end from outside. A writer that fails ends
// it too.
func Print(w io.Writer, r journal.Report, f Format, fonts Fonts) (Result, error) {
	return PrintContext(context.Background(), w, r, f, fonts)
}

// PrintContext writes r to w in format f; fonts are needed for PDF, and for the
// charts of HTML. The same report gives the same bytes. When ctx is canceled or
// w fails it stops within one entry; what was written by then is not a whole
// document. A PDF is written in one piece, after it has been laid out.
func PrintContext(ctx context.Context, w io.Writer, r journal.Report, f Format, fonts Fonts) (Result, error) {
	var s sheet
	switch f {
	case Markdown:
		r.Words.Date = strings.ReplaceAll(r.Words.Date, "\u00A0", " ") // plain text can be searched and breaks nowhere
		s = newMarkdownSheet(w)
	case HTML:
		s = newHTMLSheet(w, r.Words, fonts.Regular)
	case PDF:
		return printPDF(ctx, w, r, fonts)
	default:
		_, err := ParseFormat(string(f))
		return Result{}, err
	}
	if err := tell(ctx, r, s); err != nil {
		return Result{}, fmt.Errorf("print summary: %w", err)
	}
	replaced, err := s.finish()
	if err != nil {
		return Result{}, fmt.Errorf("print summary: %w", err)
	}
	return Result{Replaced: replaced}, nil
}

func printPDF(ctx context.Context, w io.Writer, r journal.Report, fonts Fonts) (Result, error) {
	d, err := Layout(ctx, r, fonts, A4())
	if err == nil {
		err = d.WritePDF(ctx, w)
	}
	if err != nil {
		return Result{}, fmt.Errorf("print summary: %w", err)
	}
	return Result{Replaced: d.Replaced()}, nil
}

// sheet is what a printer writes on: it takes the blocks of a document in
// their order.
type sheet interface {
	put(block) error
	// finish ends the document and says how many characters it had to replace.
	finish() (int, error)
}

// kind says what a block is.
type kind int

const (
	title     kind = iota
	subtitle       // under the title
	heading        // of a level, 2 being the first below the title
	meta           // a quiet line, such as an entry's date
	facts          // rows of label and text
	steps          // rows that are done or not, with label, text, note
	counts         // rows of label, text, note
	paragraph      // spans
	list           // items
	quote          // items[0]
	code           // text, kept as it is
	rule           // a break in the text
	footer         // at the document's end
	caption        // what is said above a figure
	figure         // a chart, drawn; what is written in it is said beside it too
	table          // rows of label, text, note, in columns
	turn           // the end of a page; where there are none, a break
)

// block is one piece of a document. Its strings are clean (see clean).
type block struct {
	kind    kind
	level   int    // of a heading, 2 to 6
	text    string // of title, subtitle, meta, code, footer
	spans   []span // of heading, paragraph
	rows    []row
	chart   journal.Chart
	items   [][]block
	ordered bool // a list with numbers
	start   int  // the first number
	tight   bool // a list without space between its items
}

// row is one line of facts, steps or counts.
type row struct {
	done              bool
	label, text, note string
}

// span is a run of text in one style. "\n" in it is a line's end.
type span struct {
	text               string
	bold, italic, code bool
}

// plain returns text as one span.
func plain(text string) []span { return []span{{text: text}} }

// words returns the text of spans.
func words(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}

package summary

import (
	"bytes"
	"fmt"
	"io"

	"mend/journal"
)

// pdfSheet sets a document on pages.
type pdfSheet struct {
	w      io.Writer
	words  journal.ReportWords
	set    *typesetter
	pages  *pages
	indent float64
	bars   []float64
	first  func(top float64, f flow) // what stands beside the next line
	gap    float64                   // the space above the next flow, if not its own
	before kind                      // of the block before

	outline []int // levels of the bookmarks
}

func newPDFSheet(w io.Writer, r journal.Report, fonts Fonts) (*pdfSheet, error) {
	faces := make(map[faceName]*face)
	for name, data := range map[faceName][]byte{regular: fonts.Regular, bold: fonts.Bold, italic: fonts.Italic} {
		if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
			return nil, fmt.Errorf("read font: not a TrueType file")
		}
		f, err := parseFace(data)
		if err != nil {
			return nil, err
		}
		faces[name] = f
	}
	return &pdfSheet{w: w, words: r.Words, set: newTypesetter(faces), pages: newPages(r, fonts)}, nil
}

func (s *pdfSheet) finish() (int, error) {
	replaced := s.set.replaced
	if replaced > 0 {
		err := s.put(block{kind: footer, text: s.words.ReplacedText(replaced, string(s.set.mark))})
		if err != nil {
			return 0, err
		}
	}
	s.pages.release()
	s.drawFeet()
	var data bytes.Buffer
	if err := s.pages.pdf.Output(&data); err != nil {
		return 0, fmt.Errorf("make PDF: %w", err)
	}
	countChildren(data.Bytes(), s.outline)
	if _, err := s.w.Write(data.Bytes()); err != nil {
		return 0, fmt.Errorf("write PDF: %w", err)
	}
	return replaced, nil
}

// drawFeet draws the foot of every page, now that their number is known.
func (s *pdfSheet) drawFeet() {
	small := &style{size: 8, colour: muted()}
	count := s.pages.pdf.PageCount()
	for n := 1; n <= count; n++ {
		s.pages.pdf.SetPage(n)
		s.pages.current = style{}
		s.pages.hairline(marginLeft, footLine, measure)
		s.pages.drawLine(s.set.append(nil, s.words.ShortFoot, small), marginLeft, footBaseline)
		number := s.set.append(nil, fmt.Sprintf(s.words.Page, n, count), small)
		s.pages.drawLine(number, marginLeft+measure-lineWidth(number), footBaseline)
	}
}

func (s *pdfSheet) put(b block) error {
	s.block(b)
	s.before = b.kind
	return s.pages.pdf.Error()
}

func (s *pdfSheet) block(b block) {
	switch b.kind {
	case title:
		s.pages.keep(s.plain(b.text, style{face: bold, size: 25, colour: ink()}, 32, 0))
	case subtitle:
		s.pages.keep(s.plain(b.text, style{size: 13, colour: ink()}, 20, 4))
	case meta:
		s.pages.keep(s.plain(b.text, style{size: 9, colour: muted()}, 14, 1))
	case heading:
		s.heading(b)
	case facts:
		s.facts(b.rows)
	case steps:
		s.steps(b.rows)
	case counts:
		s.counts(b.rows)
	case list:
		s.list(b)
	case quote:
		s.quote(b)
	case code:
		s.code(b.text)
	case rule:
		s.rule()
	case footer:
		s.footer(b.text)
	default:
		s.pages.set(s.paragraph(b.spans))
	}
}

func (s *pdfSheet) blocks(blocks []block) {
	for _, b := range blocks {
		s.block(b)
		s.before = b.kind
	}
}

package summary

import (
	"fmt"

	"mend/journal"
	"mend/journal/chart"
)

// pdfSheet sets a document on pages.
type pdfSheet struct {
	words  journal.ReportWords
	set    *typesetter
	pages  *pages
	indent float64
	bars   []float64
	first  func(top float64, f flow) // what stands beside the next line
	gap    float64                   // the space above the next flow, if not its own
	before kind                      // of the block before
	chart  *chart.Painter

	outline []int // levels of the bookmarks
}

func newPDFSheet(words journal.ReportWords, faces map[faceName]*face, painter *chart.Painter, size Paper) *pdfSheet {
	return &pdfSheet{words: words, set: newTypesetter(faces), pages: newPages(size), chart: painter}
}

// finish ends the last page, and says how many characters were replaced.
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
	return replaced, nil
}

// drawFeet draws the foot of every page, now that their number is known.
func (s *pdfSheet) drawFeet() {
	small := &style{size: 8, colour: muted()}
	edge, leaves := s.pages.size.height, s.pages.leaves
	foot := runs(s.set.append(nil, s.words.Footer, small))
	for n := range leaves {
		number := s.set.append(nil, fmt.Sprintf(s.words.Page, n+1, len(leaves)), small)
		written, x := runs(number), marginLeft+measure-lineWidth(number)
		leaves[n].marks = append(leaves[n].marks, func(b *brush) {
			b.rect(marginLeft, edge-footLine, measure, hairline, lineGrey())
			b.line(foot, marginLeft, edge-footBaseline)
			b.line(written, x, edge-footBaseline)
		})
	}
}

// put sets a block. The document's last line stands in the foot of every page
// and needs no place of its own, least of all a page.
func (s *pdfSheet) put(b block) error {
	if b.kind == footer && b.text == s.words.Footer {
		return nil
	}
	s.block(b)
	s.before = b.kind
	return nil
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
	case caption:
		s.pages.keep(s.plain(b.text, bodyStyle(), bodyLeading, 3))
	case figure:
		s.figure(b.chart)
	case table:
		s.table(b.rows)
	case turn:
		s.pages.release()
		s.pages.turn()
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

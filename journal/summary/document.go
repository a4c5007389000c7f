package summary

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"math"
	"slices"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"mend/journal"
	"mend/journal/chart"
)

// Paper is a size of paper, in points.
type Paper struct{ width, height float64 }

// A4 and Letter are the papers a PDF can be made for. The lines of text are as
// long on both.
func A4() Paper     { return Paper{595.28, 841.89} }
func Letter() Paper { return Paper{612, 792} }

// ParsePaper returns the paper named "a4" or "letter", or a
// journal.InvalidError.
func ParsePaper(name string) (Paper, error) {
	switch name {
	case "a4":
		return A4(), nil
	case "letter":
		return Letter(), nil
	}
	return Paper{}, &journal.InvalidError{Field: "paper", Reason: "it is none of a4, letter"}
}

// Size returns the width and the height in points, 1/72 of an inch.
func (p Paper) Size() (width, height float64) { return p.width, p.height }

// Document is a summary set on pages: every line and mark has its place, once.
// It is painted as a PDF and as pictures, which therefore show the same. It may
// be used from any goroutine, and shares no memory with the journal.
type Document struct {
	words    journal.ReportWords
	made     journal.Report // for its dates alone
	fonts    Fonts
	faces    map[faceName]*face
	paper    Paper
	leaves   []*leaf
	outline  []int
	replaced int
}

// Layout sets r on pages of a paper. It fails once ctx is done, and for fonts
// that are not TrueType. Who watches is told how much is done.
func Layout(ctx context.Context, r journal.Report, fonts Fonts, paper Paper, watch ...Progress) (*Document, error) {
	faces, err := parseFaces(fonts)
	if err != nil {
		return nil, fmt.Errorf("lay out summary: %w", err)
	}
	painter, err := chart.NewPainter(fonts.Regular)
	if err != nil {
		return nil, fmt.Errorf("lay out summary: %w", err)
	}
	s := newPDFSheet(r.Words, faces, painter, paper)
	if err := tell(ctx, r, newWatched(s, r, watch)); err != nil {
		return nil, fmt.Errorf("lay out summary: %w", err)
	}
	replaced, err := s.finish()
	if err != nil {
		return nil, fmt.Errorf("lay out summary: %w", err)
	}
	return &Document{words: r.Words, made: journal.Report{Generated: r.Generated}, fonts: fonts, faces: faces, paper: paper,
		leaves: s.pages.leaves, outline: s.outline, replaced: replaced}, nil
}

func parseFaces(fonts Fonts) (map[faceName]*face, error) {
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
	return faces, nil
}

const pointsPerInch = 72

// Pages returns how many pages there are, at least one.
func (d *Document) Pages() int { return len(d.leaves) }

// Paper returns what it was set for.
func (d *Document) Paper() Paper { return d.paper }

// Replaced counts the characters that are shown as a visible mark because the
// fonts lack them.
func (d *Document) Replaced() int { return d.replaced }

// Image paints page n, from 0, as a picture on white paper, of about scale
// pixels a point: a whole number of pixels an inch, which keeps letters sharp.
func (d *Document) Image(n int, scale float64) image.Image {
	on := vgimg.NewWith(vgimg.UseWH(vg.Length(d.paper.width), vg.Length(d.paper.height)),
		vgimg.UseDPI(max(1, int(math.Round(pointsPerInch*scale)))))
	d.paint(n, on)
	return on.Image()
}

// paint paints page n on a canvas of the size of the paper.
func (d *Document) paint(n int, on vg.Canvas) {
	b := &brush{on: on, height: d.paper.height, shift: (d.paper.width - sheetWidth) / 2, faces: d.faces}
	for _, m := range d.leaves[n].marks {
		m(b)
	}
}

// WritePDF writes it as a PDF, in one piece. The same document gives the same
// bytes. It fails once ctx is done, or with an error of w. Who watches is told
// how much is done.
func (d *Document) WritePDF(ctx context.Context, w io.Writer, watch ...Progress) error {
	pdf, progress := d.newPDF(), progressOf(watch)
	for n, leaf := range d.leaves {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("make PDF: %w", err)
		}
		pdf.AddPage()
		for _, b := range leaf.bookmarks {
			pdf.Bookmark(b.name, b.level, b.y)
		}
		d.paint(n, newPDFCanvas(pdf, d.paper.height))
		progress(float64(n+1) / float64(len(d.leaves)))
	}
	var data bytes.Buffer
	if err := pdf.Output(&data); err != nil {
		return fmt.Errorf("make PDF: %w", err)
	}
	countChildren(data.Bytes(), d.outline)
	if _, err := w.Write(data.Bytes()); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

func (d *Document) newPDF() *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.paper.width, Ht: d.paper.height}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetTitle(d.words.Title, true)
	pdf.SetLang(d.words.Language)
	pdf.SetCreator("Mend", true)
	pdf.SetProducer("Mend", true)
	pdf.SetCreationDate(d.made.Generated)
	pdf.SetModificationDate(d.made.Generated)
	pdf.SetCatalogSort(true)
	// The writer changes the bytes of a font while it cuts it down.
	pdf.AddUTF8FontFromBytes(family, string(regular), slices.Clone(d.fonts.Regular))
	pdf.AddUTF8FontFromBytes(family, string(bold), slices.Clone(d.fonts.Bold))
	pdf.AddUTF8FontFromBytes(family, string(italic), slices.Clone(d.fonts.Italic))
	return pdf
}

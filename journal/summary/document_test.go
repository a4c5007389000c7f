package summary_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"io"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/summary"
)

func layOut(t testing.TB, r journal.Report, paper summary.Paper) *summary.Document {
	t.Helper()
	d, err := summary.Layout(t.Context(), r, testFonts(), paper)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func pdfOf(t testing.TB, d *summary.Document) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := d.WritePDF(t.Context(), &data); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// TestPicturesAndPDFSayTheSame compares what is painted on a page of a picture
// with what the PDF has there, run by run.
func TestPicturesAndPDFSayTheSame(t *testing.T) {
	for _, paper := range []summary.Paper{summary.A4(), summary.Letter()} {
		for _, r := range []journal.Report{fullReport(), hostileReport(), manyEntries(30)} {
			d := layOut(t, r, paper)
			pages := pdfPages(t, pdfOf(t, d))
			if len(pages) != d.Pages() {
				t.Fatalf("the PDF has %d pages, the pictures are %d", len(pages), d.Pages())
			}
			for n, page := range pages {
				if diff := cmp.Diff(d.Texts(n), page); diff != "" {
					t.Fatalf("page %d differs (-picture +PDF):\n%s", n+1, diff)
				}
			}
		}
	}
}

func TestPaperHasItsSize(t *testing.T) {
	for _, tt := range []struct {
		name          string
		width, height float64
	}{{"a4", 595.28, 841.89}, {"letter", 612, 792}} {
		paper, err := summary.ParsePaper(tt.name)
		if err != nil {
			t.Fatal(err)
		}
		d := layOut(t, fullReport(), paper)
		if w, h := d.Paper().Size(); w != tt.width || h != tt.height {
			t.Errorf("%s is %v by %v", tt.name, w, h)
		}
		dims, err := readPDF(t, pdfOf(t, d)).PageDims()
		if err != nil || len(dims) != d.Pages() || dims[0].Width != tt.width || dims[0].Height != tt.height {
			t.Errorf("the PDF has the pages %v (%v)", dims, err)
		}
		if got, want := d.Image(0, 1).Bounds().Size(), image.Pt(int(tt.width+0.5), int(tt.height+0.5)); got != want {
			t.Errorf("a picture of %s is %v, want %v", tt.name, got, want)
		}
	}
	if _, err := summary.ParsePaper("foolscap"); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("foolscap: %v", err)
	}
}

// TestALetterKeepsToItsPage lays out long texts for the lower paper and looks
// that nothing is painted in its margin below the foot.
func TestALetterKeepsToItsPage(t *testing.T) {
	d := layOut(t, manyEntries(20), summary.Letter())
	for n := range d.Pages() {
		img := d.Image(n, 1)
		for _, y := range []int{792 - 74, 792 - 66, 792 - 20} {
			for x := range img.Bounds().Dx() {
				if img.At(x, y) != (color.RGBA{255, 255, 255, 255}) {
					t.Fatalf("page %d: something is painted at %d, %d", n+1, x, y)
				}
			}
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	d := layOut(t, fullReport(), summary.A4())
	if !bytes.Equal(pdfOf(t, d), pdfOf(t, d)) || !bytes.Equal(pdfOf(t, d), pdfOf(t, layOut(t, fullReport(), summary.A4()))) {
		t.Error("the bytes differ")
	}
}

func TestALayoutCanBeStopped(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	d := layOut(t, fullReport(), summary.A4())
	end()
	if _, err := summary.Layout(ended, fullReport(), testFonts(), summary.A4()); !errors.Is(err, context.Canceled) {
		t.Errorf("a layout: %v", err)
	}
	if err := d.WritePDF(ended, new(bytes.Buffer)); !errors.Is(err, context.Canceled) {
		t.Errorf("a PDF: %v", err)
	}
}

// Who watches sees it move, never back, up to its end.
func TestProgressMoves(t *testing.T) {
	var laid, written []float64
	d, err := summary.Layout(t.Context(), fullReport(), testFonts(), summary.A4(), func(done float64) { laid = append(laid, done) })
	if err != nil {
		t.Fatal(err)
	}
	if err := d.WritePDF(t.Context(), io.Discard, func(done float64) { written = append(written, done) }); err != nil {
		t.Fatal(err)
	}
	for name, seen := range map[string][]float64{"laying out": laid, "writing": written} {
		if len(seen) < 2 || !slices.IsSorted(seen) || seen[len(seen)-1] > 1 {
			t.Errorf("%s tells %v", name, seen)
		}
	}
	if len(written) != d.Pages() || written[len(written)-1] != 1 {
		t.Errorf("writing %d pages tells %v", d.Pages(), written)
	}
}

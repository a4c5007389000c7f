package summary_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/yuin/goldmark"

	"mend/journal"
	"mend/journal/summary"
)

func TestParseFormat(t *testing.T) {
	for _, f := range summary.Formats() {
		if got, err := summary.ParseFormat(string(f)); got != f || err != nil {
			t.Errorf("ParseFormat(%q) = %q, %v", f, got, err)
		}
	}
	for _, bad := range []string{"", "PDF", "docx"} {
		if _, err := summary.ParseFormat(bad); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("ParseFormat(%q): %v, want ErrInvalid", bad, err)
		}
		if _, err := summary.Print(io.Discard, fullReport(), summary.Format(bad), summary.Fonts{}); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("Print as %q: %v, want ErrInvalid", bad, err)
		}
	}
}

// The three printers say the same words in the same order.
func TestPrintersSayTheSame(t *testing.T) {
	empty := journal.Report{Words: journal.EnglishReport(), Generated: day(5, 2, 10, 0), Sections: journal.Sections()}
	for name, r := range map[string]journal.Report{"full": fullReport(), "empty": empty, "hostile": hostileReport()} {
		t.Run(name, func(t *testing.T) {
			md, _ := printed(t, r, summary.Markdown)
			page, _ := printed(t, r, summary.HTML)
			want := wordsOf(markdownText(t, md))
			if diff := cmp.Diff(want, wordsOf(textOf(string(page[bytes.Index(page, []byte("<body>")):])))); diff != "" {
				t.Errorf("HTML differs from Markdown (-md +html):\n%s", diff)
			}
			if name == "hostile" {
				return // the fonts of a PDF lack some of it
			}
			if diff := cmp.Diff(want, wordsOf(pdfText(t, r))); diff != "" {
				t.Errorf("PDF differs from Markdown (-md +pdf):\n%s", diff)
			}
		})
	}
}

// A phase is called Steady, which beside "Steady for now" says something else.
func TestPrintersDoNotTellPhases(t *testing.T) {
	md, _ := printed(t, fullReport(), summary.Markdown)
	if text := markdownText(t, md); strings.Contains(text, "Phase") || !strings.Contains(text, "Steady for now since") {
		t.Errorf("a phase is told, or a state is not:\n%s", text)
	}
}

// A line never ends inside a date; Markdown has no lines of its own, and is
// searched as it is.
func TestDatesStayOnOneLine(t *testing.T) {
	r := fullReport()
	const most = 80
	steps := make([]journal.ReportStep, most)
	for i := range steps {
		steps[i] = journal.ReportStep{Title: strings.Repeat("x", i), Act: journal.StepTicked, At: day(2, 3, 20, 0)}
	}
	r.Stages[0].Steps = steps
	const unbroken, plain = "3\u00A0February\u00A02026", "3 February 2026"
	md, _ := printed(t, r, summary.Markdown)
	if text := string(md); strings.Count(text, plain) != most || strings.Contains(text, "\u00A0") {
		t.Errorf("Markdown has %d plain dates, want %d", strings.Count(text, plain), most)
	}
	page, _ := printed(t, r, summary.HTML)
	if n := strings.Count(string(page), unbroken); n != most {
		t.Errorf("HTML has %d unbroken dates, want %d", n, most)
	}
	data, _ := printed(t, r, summary.PDF)
	whole := 0
	for _, page := range pdfPages(t, data) {
		whole += strings.Count(strings.Join(page, "\n"), unbroken)
	}
	if whole != most {
		t.Errorf("the PDF has %d unbroken dates, want %d", whole, most)
	}
}

// wordsOf returns the runs of letters and digits in s.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// markdownText returns what a viewer shows of a Markdown document.
func markdownText(t testing.TB, document []byte) string {
	var page strings.Builder
	boxes := regexp.MustCompile(`(?m)^([-*]) \[[x ]\] `)
	if err := goldmark.Convert(boxes.ReplaceAll(document, []byte("$1 ")), &page); err != nil {
		t.Fatal(err)
	}
	return textOf(page.String())
}

// textOf returns the text of a piece of HTML.
func textOf(s string) string {
	s = regexp.MustCompile(`(?s)<svg.*?</svg>`).ReplaceAllString(s, " ") // its table says the same
	return html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, " "))
}

// pdfText returns what is drawn, without list numbers and what is written in the
// drawings of charts. What the foot of every page says is there once, at the end.
func pdfText(t testing.TB, r journal.Report) string {
	data, _ := printed(t, r, summary.PDF)
	var all []string
	pages := pdfPages(t, data)
	inFigures := summary.FigureTexts(r, testFonts())
	for n, page := range pages {
		foot := []string{r.Words.Footer, fmt.Sprintf(r.Words.Page, n+1, len(pages))}
		if len(page) < 2 || !cmp.Equal(page[len(page)-2:], foot) {
			t.Fatalf("page %d ends with %q, want %q", n+1, page, foot)
		}
		for _, s := range withoutFigures(page[:len(page)-2], inFigures) {
			if !regexp.MustCompile(`^\d+\.$`).MatchString(s) {
				all = append(all, s)
			}
		}
	}
	return strings.Join(append(all, r.Words.Footer), " ")
}

// withoutFigures returns the runs of a page without those of drawings.
func withoutFigures(page []string, figures [][]string) []string {
	page = slices.Clone(page)
	for _, figure := range figures {
		for i := 0; i+len(figure) <= len(page); i++ {
			if slices.Equal(page[i:i+len(figure)], figure) {
				page = slices.Delete(page, i, i+len(figure))
			}
		}
	}
	return page
}

func TestPrintIsDeterministic(t *testing.T) {
	for _, f := range summary.Formats() {
		first, _ := printed(t, fullReport(), f)
		for range 3 {
			if again, _ := printed(t, fullReport(), f); !bytes.Equal(first, again) {
				t.Fatalf("%s: the same report gave other bytes", f)
			}
		}
	}
}

func TestPrintLeavesTheFontsAlone(t *testing.T) {
	fonts := testFonts()
	before := summary.Fonts{Regular: bytes.Clone(fonts.Regular), Bold: bytes.Clone(fonts.Bold), Italic: bytes.Clone(fonts.Italic)}
	if _, err := summary.Print(io.Discard, fullReport(), summary.PDF, fonts); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before.Regular, fonts.Regular) || !bytes.Equal(before.Bold, fonts.Bold) || !bytes.Equal(before.Italic, fonts.Italic) {
		t.Error("printing changed the fonts it was given")
	}
}

func TestPrintRefusesBadFonts(t *testing.T) {
	for name, data := range map[string][]byte{"none": nil, "OpenType": []byte("OTTO...."), "cut off": {0, 1, 0, 0, 0, 9}} {
		fonts := testFonts()
		fonts.Italic = data
		if _, err := summary.Print(io.Discard, fullReport(), summary.PDF, fonts); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestInitialsAreSaidButNotListed(t *testing.T) {
	r := fullReport()
	r.Shortened = []string{"Bartholomew"}
	for _, f := range summary.Formats() {
		data, _ := printed(t, r, f)
		text := string(data)
		if f == summary.PDF {
			text = pdfText(t, r)
		}
		if !strings.Contains(text, r.Words.Initials) {
			t.Errorf("%s does not say that names were shortened", f)
		}
		if strings.Contains(text, "Bartholomew") {
			t.Errorf("%s lists a name that was shortened", f)
		}
	}
}

// failing lets some bytes through, then fails.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestPrintStopsWithItsWriter(t *testing.T) {
	for _, f := range summary.Formats() {
		for _, left := range []int{0, 300} {
			if _, err := summary.Print(&failing{left}, fullReport(), f, testFonts()); !errors.Is(err, errFull) {
				t.Errorf("%s after %d bytes: got %v, want the writer's error", f, left, err)
			}
		}
	}
}

func TestPrintStopsWhenCanceled(t *testing.T) {
	for _, f := range summary.Formats() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		var b bytes.Buffer
		if _, err := summary.PrintContext(ctx, &b, fullReport(), f, testFonts()); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v, want context.Canceled", f, err)
		}
		if b.Len() > 0 {
			t.Errorf("%s: %d bytes were written", f, b.Len())
		}
	}
}

// manyEntries returns a report of n entries of about 2 KB.
func manyEntries(n int) journal.Report {
	const sentence = "The talk was shorter than I feared, and I said *the one thing* I had to say. "
	r := fullReport()
	r.Entries = nil
	for i := range n {
		r.Entries = append(r.Entries, journal.ReportEntry{
			ID: uuid.UUID{byte(i), byte(i >> 8)}, At: day(3, 1+i%28, 20, 0), Title: fmt.Sprintf("Entry number %d", i),
			Body: strings.Repeat(strings.Repeat(sentence, 5)+"\n\n", 5), Feelings: []journal.Feeling{{Word: "calm", Intensity: 3}},
		})
	}
	return r
}

func BenchmarkPrint(b *testing.B) {
	for _, f := range summary.Formats() {
		for _, n := range []int{250, 500, 1000, 2000, 20_000} {
			b.Run(fmt.Sprintf("%s/%d", f, n), func(b *testing.B) {
				r, fonts := manyEntries(n), testFonts()
				for b.Loop() {
					var out bytes.Buffer
					if _, err := summary.Print(&out, r, f, fonts); err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(out.Len())/1e6, "MB")
				}
			})
		}
	}
}

// A promise that simply holds is told as the window tells it.
func TestHowOftenAPromiseComesRound(t *testing.T) {
	for name, tt := range map[string]struct {
		promise journal.ReportPromise
		want    string
	}{
		"it holds":    {journal.ReportPromise{Text: "x", Who: journal.ByMe, From: "2026-03-01"}, "whenever it comes up"},
		"by a day":    {journal.ReportPromise{Text: "x", Who: journal.ByMe, From: "2026-03-01", Due: "2026-04-01"}, "once"},
		"every third": {journal.ReportPromise{Text: "x", Who: journal.ByMe, From: "2026-03-01", Every: "3"}, "every 3 days"},
	} {
		r := journal.Report{Words: journal.EnglishReport(), Promises: []journal.ReportPromise{tt.promise}}
		md, _ := printed(t, r, summary.Markdown)
		if want := r.Words.HowOften + ": " + tt.want; !strings.Contains(markdownText(t, md), want) {
			t.Errorf("%s: %q is not told", name, want)
		}
	}
}

package main_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/uuid"

	main "mend"
	"mend/journal"
	"mend/journal/summary"
	screen "mend/ui/summary"
)

func toldReport() journal.Report {
	return journal.Report{
		Words: journal.EnglishReport(), Generated: time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC), Sections: journal.Sections(),
		Entries: []journal.ReportEntry{{ID: uuid.UUID{1}, At: time.Date(2026, 5, 4, 8, 0, 0, 0, time.UTC), Title: "The way & back", Body: told}},
	}
}

func composed(t *testing.T, format string) screen.Composed {
	t.Helper()
	c, err := main.Compose(t.Context(), toldReport(), screen.Order{Format: format, Paper: "letter"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func save(t *testing.T, c screen.Composed, s screen.Saving) []byte {
	t.Helper()
	s.Path = filepath.Join(t.TempDir(), "summary")
	if _, err := c.Save(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(s.Path)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// What is saved is what is shown: the text itself, the words of the page, and
// the pages that were laid out, none of it made anew.
func TestWhatIsSavedIsWhatIsShown(t *testing.T) {
	text := composed(t, "md")
	if saved := save(t, text, screen.Saving{}); string(saved) != text.Text() || !strings.Contains(text.Text(), told) {
		t.Errorf("shown is %q, saved %q", text.Text(), saved)
	}
	page := composed(t, "html")
	if saved := save(t, page, screen.Saving{}); summary.ReadingText(string(saved)) != page.Text() || !strings.Contains(page.Text(), "The way & back") {
		t.Errorf("shown is %q, saved %q", page.Text(), saved)
	}
	pdf := composed(t, "pdf")
	if width, height := pdf.Size(); pdf.Pages() == 0 || width != 612 || height != 792 {
		t.Errorf("%d pages of %g by %g", pdf.Pages(), width, height)
	}
	if saved := save(t, pdf, screen.Saving{}); !bytes.Equal(saved, save(t, pdf, screen.Saving{})) || !bytes.HasPrefix(saved, []byte("%PDF-")) {
		t.Error("the pages are not the same twice")
	}
	for _, c := range []screen.Composed{text, page} {
		if width, height := c.Size(); c.Pages() != 0 || width+height != 0 {
			t.Error("a text has pages")
		}
	}
}

func TestPagesAreDrawnAsLargeAsAsked(t *testing.T) {
	page := composed(t, "pdf").Page(0, 144)
	if got, want := page.Bounds(), image.Rect(0, 0, 1224, 1584); got != want {
		t.Errorf("the page is %v, want %v", got, want)
	}
	if got := color.GrayModel.Convert(page.At(3, 3)); got != (color.Gray{0xff}) {
		t.Errorf("its edge is %v, want white", got)
	}
}

func TestSealedSummaryOpensWithItsPassphrase(t *testing.T) {
	for _, format := range []string{"pdf", "html", "md"} {
		c := composed(t, format)
		sealed := save(t, c, screen.Saving{Seal: []byte("a lantern by the water")})
		if bytes.Contains(sealed, []byte("quincegravel")) || !bytes.HasPrefix(sealed, []byte("age-encryption.org/v1\n")) {
			t.Errorf("%s is not sealed", format)
		}
		identity, err := age.NewScryptIdentity("a lantern by the water")
		if err != nil {
			t.Fatal(err)
		}
		opened, err := age.Decrypt(bytes.NewReader(sealed), identity)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if _, err := got.ReadFrom(opened); err != nil || !bytes.Equal(got.Bytes(), save(t, c, screen.Saving{})) {
			t.Errorf("%s: sealed is something else (%v)", format, err)
		}
	}
}

// What is to be sealed is never written open.
func TestAnEmptyPassphraseSealsNothing(t *testing.T) {
	for _, format := range []string{"pdf", "html", "md"} {
		folder := t.TempDir()
		_, err := composed(t, format).Save(t.Context(), screen.Saving{Path: filepath.Join(folder, "summary"), Seal: []byte{}})
		if left, _ := os.ReadDir(folder); err == nil || len(left) > 0 {
			t.Errorf("%s: %v, left are %v", format, err, left)
		}
	}
}

// Stopping leaves nothing, wherever it comes.
func TestStoppedSummaryLeavesNothing(t *testing.T) {
	for _, format := range []string{"pdf", "html", "md"} {
		c, folder := composed(t, format), t.TempDir()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for _, seal := range [][]byte{nil, []byte("a lantern by the water")} {
			_, err := c.Save(ctx, screen.Saving{Path: filepath.Join(folder, "summary"), Seal: seal})
			if left, _ := os.ReadDir(folder); !errors.Is(err, context.Canceled) || len(left) > 0 {
				t.Errorf("%s: %v, left are %v", format, err, left)
			}
		}
		if _, err := main.Compose(ctx, toldReport(), screen.Order{Format: format, Paper: "a4"}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s is put together all the same: %v", format, err)
		}
	}
}

func TestFormatsAndPapersThatAreNone(t *testing.T) {
	for _, o := range []screen.Order{{Format: "doc", Paper: "a4"}, {Format: "pdf", Paper: "a5"}} {
		if _, err := main.Compose(t.Context(), toldReport(), o); err == nil {
			t.Errorf("%+v is put together", o)
		}
	}
}

func TestPaperOfALocale(t *testing.T) {
	for locale, want := range map[string]string{
		"en_US.UTF-8": "letter", "es_MX": "letter", "fr-CA": "letter", "en_GB.UTF-8": "a4", "de": "a4", "C.UTF-8": "a4",
		"C": "a4", "": "a4", "ca_ES": "a4", "sr-Latn-RS": "a4", "es_US@euro": "letter",
	} {
		if got := main.PaperOf(locale); got != want {
			t.Errorf("%q writes on %s, want %s", locale, got, want)
		}
	}
}

// A file's name is one argument, and never a word to a shell or an option.
func TestOpenersTakeAFileAsItIs(t *testing.T) {
	const path = "/home/a/my $(summary); rm.pdf"
	for system, want := range map[string]string{"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open", "windows": "rundll32"} {
		line := main.OpenerOf(system, path)
		if line[0] != want || line[len(line)-1] != path {
			t.Errorf("%s opens with %q", system, line)
		}
	}
}

func TestFilesAreHandedToTheOpener(t *testing.T) {
	folder := t.TempDir()
	seen := filepath.Join(folder, "seen")
	opener := "#!/bin/sh\nprintf '%s|%s' \"$1\" \"$LANGUAGE\" > '" + seen + "'\n[ \"$1\" != '/none' ]\n"
	if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte(opener), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+":/usr/bin:/bin")
	t.Setenv("LANGUAGE", "en")
	if err := main.OpenFile("/home/a/-b c.pdf"); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(seen); err != nil || string(got) != "/home/a/-b c.pdf|" {
		t.Errorf("it got %q (%v)", got, err)
	}
	if err := main.OpenFile("/none"); err == nil || strings.Contains(err.Error(), "none") {
		t.Errorf("a refusal gives %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := main.OpenFile("/home/a/b.pdf"); err == nil || strings.Contains(err.Error(), "b.pdf") {
		t.Errorf("without an opener: %v", err)
	}
}

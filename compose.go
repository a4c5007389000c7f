package main

import (
	"bytes"
	"context"
	"image"
	"io"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/journal/summary"
	screen "mend/ui/summary"
)

// composed is a summary that was put together once: what is shown of it is what
// is written.
type composed struct {
	report   journal.Report
	format   summary.Format
	document *summary.Document // of PDF
	text     []byte            // of the others
}

// compose puts a report together in the form that is asked for.
func compose(ctx context.Context, r journal.Report, o screen.Order) (screen.Composed, error) {
	format, err := summary.ParseFormat(o.Format)
	if err != nil {
		return nil, err
	}
	c := &composed{report: r, format: format}
	if format != summary.PDF {
		var text bytes.Buffer
		_, err := summary.PrintContext(ctx, &text, r, format, fonts())
		c.text = text.Bytes()
		return c, err
	}
	paper, err := summary.ParsePaper(o.Paper)
	if err != nil {
		return nil, err
	}
	c.document, err = summary.Layout(ctx, r, fonts(), paper, o.Progress)
	return c, err
}

func (c *composed) Report() journal.Report { return c.report }

func (c *composed) Pages() int {
	if c.document == nil {
		return 0
	}
	return c.document.Pages()
}

func (c *composed) Size() (width, height float32) {
	if c.document == nil {
		return 0, 0
	}
	w, h := c.document.Paper().Size()
	return float32(w), float32(h)
}

func (c *composed) Page(n, dpi int) image.Image {
	const pointsPerInch = 72
	return c.document.Image(n, float64(dpi)/pointsPerInch)
}

func (c *composed) Text() string {
	if c.format == summary.HTML {
		return summary.ReadingText(string(c.text))
	}
	return string(c.text)
}

func (c *composed) Save(ctx context.Context, s screen.Saving) (replaced int, err error) {
	err = summary.WriteFile(s.Path, func(w io.Writer) error {
		if err := c.writeSealed(ctx, w, s); err != nil {
			return err
		}
		return ctx.Err() // what ended here is not put in its place
	})
	if c.document != nil {
		replaced = c.document.Replaced()
	}
	return replaced, err
}

// writeSealed writes the summary, and nothing of it that is not sealed, if it is
// to be: an empty passphrase is refused.
func (c *composed) writeSealed(ctx context.Context, w io.Writer, s screen.Saving) error {
	if s.Seal == nil {
		return c.write(ctx, w, s.Progress)
	}
	sealed, err := summary.Seal(w, s.Seal)
	if err != nil {
		return err
	}
	if err := c.write(ctx, sealed, s.Progress); err != nil {
		return err
	}
	return sealed.Close()
}

func (c *composed) write(ctx context.Context, w io.Writer, progress func(float64)) error {
	if c.document != nil {
		return c.document.WritePDF(ctx, w, progress)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := w.Write(c.text)
	return err
}

// paperHere is the paper that is usual where the person lives, as far as the
// system says.
func paperHere() string {
	for _, name := range []string{"LC_ALL", "LC_PAPER", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			return paperOf(locale)
		}
	}
	return paperOf(lang.SystemLocale().String())
}

// paperOf returns the paper of a locale such as "es_MX.UTF-8". The countries
// that write on Letter are those of the Unicode CLDR (supplemental data,
// paperSize).
func paperOf(locale string) string {
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == '@' })
	letter := strings.Fields("BZ CA CL CO CR GT MX NI PA PH PR SV US VE")
	if len(parts) > 1 && slices.ContainsFunc(parts[1:], func(part string) bool { return slices.Contains(letter, part) }) {
		return "letter"
	}
	return "a4"
}

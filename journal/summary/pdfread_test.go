package summary_test

import (
	"bytes"
	"io"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// readPDF validates data and opens it.
func readPDF(t testing.TB, data []byte) *model.Context {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	ctx, err := api.ReadAndValidate(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatalf("the PDF is not valid: %v", err)
	}
	return ctx
}

// pdfPages returns the strings drawn on every page of a PDF, in their order.
func pdfPages(t testing.TB, data []byte) [][]string {
	t.Helper()
	ctx := readPDF(t, data)
	var pages [][]string
	for n := 1; n <= ctx.PageCount; n++ {
		r, err := pdfcpu.ExtractPageContent(ctx, n)
		if err != nil {
			t.Fatalf("page %d: %v", n, err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("page %d: %v", n, err)
		}
		pages = append(pages, drawnStrings(content))
	}
	return pages
}

// drawnStrings returns the literal strings of a content stream, which hold
// UTF-16.
func drawnStrings(content []byte) []string {
	var all []string
	for i := 0; i < len(content); i++ {
		if content[i] != '(' {
			continue
		}
		var units []uint16
		var raw []byte
		for i++; content[i] != ')'; i++ {
			c := content[i]
			if c == '\\' {
				i++
				if c = content[i]; c == 'r' {
					c = '\r'
				}
			}
			raw = append(raw, c)
		}
		for j := 0; j+1 < len(raw); j += 2 {
			units = append(units, uint16(raw[j])<<8|uint16(raw[j+1]))
		}
		all = append(all, string(utf16.Decode(units)))
	}
	return all
}

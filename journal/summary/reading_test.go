package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"mend/journal/summary"
)

func TestReadingText(t *testing.T) {
	for page, want := range map[string]string{
		"<body>\n<h1>A &amp; B</h1>\n<p>One<br>\ntwo <em>thr</em>ee</p>\n</body>":                          "A & B\n\nOne\ntwo three\n",
		"<head><style>p { }</style></head><body><dl>\n<div><dt>Stage</dt> <dd>On</dd></div>\n</dl>":        "Stage: On\n",
		"<body><ul>\n<li>one\n</li>\n<li><p>two</p></li></ul><pre>a\n  b &lt;</pre>":                       "• one\n\n• two\n\na\n  b <\n",
		"<body><p>Before</p><svg width=\"3\"><text>drawn</text></svg><table><tr><th>a</th><td>b</td></tr>": "Before\n\na b\n",
		"": "\n",
	} {
		if got := summary.ReadingText(page); got != want {
			t.Errorf("%q reads as %q, want %q", page, got, want)
		}
	}
}

// The reading text of a whole summary has the words of its Markdown.
func TestReadingTextIsWhole(t *testing.T) {
	var page bytes.Buffer
	if _, err := summary.Print(&page, fullReport(), summary.HTML, testFonts()); err != nil {
		t.Fatal(err)
	}
	text := summary.ReadingText(page.String())
	for _, e := range fullReport().Entries {
		if e.Title != "" && !strings.Contains(text, e.Title) {
			t.Errorf("an entry is missing")
		}
	}
	if strings.ContainsAny(text, "<>") || strings.Contains(text, "\n\n\n") {
		t.Errorf("marks or gaps are left:\n%s", text)
	}
}

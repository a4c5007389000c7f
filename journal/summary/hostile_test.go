package summary_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/summary"
)

// hostileTexts are texts that would break a careless printer.
func hostileTexts() map[string]string {
	return map[string]string{
		"long line":         strings.Repeat("x", 100_000),
		"long words":        strings.Repeat("donaudampfschifffahrt", 40) + " and " + strings.Repeat("é", 500),
		"right to left":     "שלום עולם, אני כאן.\nمرحبا\u202e evil \u202c\u2066open",
		"combining":         "e\u0301" + strings.Repeat("\u0301", 200) + " Zalgo",
		"deep quotes":       strings.Repeat("> ", 500) + "deep\n" + strings.Repeat(">", 2000) + "deeper",
		"deep list":         deepList(60),
		"numbers":           strings.Repeat("1. ", 400) + "one",
		"unclosed fence":    "```\nnever closed\n# not a heading",
		"unclosed tildes":   "~~~~ note\nstill",
		"script":            "<script>alert(1)</script>\n\n<style>*{display:none}\n\n<!-- never closed\n\n<textarea><title>",
		"details":           "<details><summary>x</summary>\n<pre>\n<div",
		"picture":           "![a *cat*](http://example.org/cat.png \"tit\") ![](https://example.org/x.gif) ![d](data:image/png;base64," + strings.Repeat("A", 999) + ")",
		"links":             "[run](javascript:alert(1)) <javascript:alert(2)> [ok](https://example.org/a_b_c) <https://example.org> [][]",
		"references":        "[a]: http://example.org/x\n\n[a] and [^1]\n\n[^1]: note",
		"table":             "| a | b |\n|---|---|\n| 1 | 2 |\n\na | b\n--- | ---\n1 | 2",
		"setext":            "above\n===\n\nabove\n---\n\n***\n___",
		"escapes":           `\# \* \[ \\ &amp; &lt;b&gt; &#35; &#10;&#10;# x &nbsp; &bogus; a\`,
		"line starts":       "2026. That year\n+ plus\n\n-\n\n#\n\n####### seven\n\n    indented\n\n\tTabbed\n1) one\n1) two\n* * a\n- ---\n- \n  - \n",
		"emphasis":          "**bold*both***_u_ a_b_c *a***b** ***x** y* **not\nclosed *",
		"ticks":             "`` a ` b `` ``` `x\n`",
		"control":           "bell\a esc\x1b[31m nul-ish\u0085next\u2028line\u2029para\ufffe\ufdd0 \u200b\ufeff",
		"carriage returns":  "one\rtwo\r\nthree\r",
		"html in attribute": "\"><img src=x onerror=alert(1)> ' onmouseover='x",
		"front matter":      "---\ntitle: x\n---\n\n$$x$$ :::\n{{ .x }} <%= x %> {nb}",
		"heading marks":     "# one #\n## two ##\n###### six\n#",
		"list then list":    "- a\n\n* b\n\n1. c\n\n1) d\n\n7. e\n- f\n  4. g\n",
		"quote in list":     "- > quoted\n  > more\n- ```\n  code\n- # head\n- ***\n",
		"only marks":        "****\n\n[]()\n\n![]()\n\n``\n\n>\n\n-\n",
	}
}

func deepList(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- level\n")
	}
	return b.String()
}

// hostileReport has every hostile text in every place, between two entries
// that must stay what they are.
func hostileReport() journal.Report {
	r := fullReport()
	r.Entries = nil
	texts := hostileTexts()
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		r.Entries = append(r.Entries, aroundText(texts[name], byte(i))...)
	}
	return r
}

func aroundText(s string, id byte) []journal.ReportEntry {
	short := strings.ReplaceAll(s[:min(len(s), 300)], "\n", " ")
	short = strings.ToValidUTF8(short, "")
	return []journal.ReportEntry{
		{ID: uuid.UUID{id, 1}, At: day(3, 2, 9, 0), Title: short, Body: s, Tags: []string{short}, Page: "p",
			Feelings: []journal.Feeling{{Word: short, Intensity: 3}},
			Fields:   []journal.ReportField{{Label: "Field", Text: s}}},
		{ID: uuid.UUID{id, 2}, At: day(3, 3, 9, 0), Title: "Next entry", Body: "Plain words."},
	}
}

// reportOf has s in every place that takes a person's text.
func reportOf(s string) journal.Report {
	r := fullReport()
	r.Entries = aroundText(s, 0)
	r.Stages[0].State.Reason, r.Stages[0].History[0].Reason, r.Stages[0].Steps[0].Note = s, s, s
	return r
}

// outline returns the headings of a Markdown document that are not inside
// anything, as any viewer sees them, and fails on HTML, links and pictures.
func outline(t interface{ Errorf(string, ...any) }, markdown []byte) []string {
	var headings []string
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	tree := md.Parser().Parse(text.NewReader(markdown))
	ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML, *ast.Image, *ast.Link:
			t.Errorf("the Markdown holds a %s", n.Kind())
		case *ast.Heading:
			if n.Parent().Kind() == ast.KindDocument && n.Level <= 3 {
				headings = append(headings, strings.Repeat("#", n.Level)+" "+string(n.Lines().Value(markdown)))
			}
		}
		return ast.WalkContinue, nil
	})
	return headings
}

// wantAround returns the last headings that a report around a text must have.
func endsAsItMust(headings []string) bool {
	n := len(headings)
	return n >= 4 && headings[n-1] == "### Next entry" && headings[n-3] == "## Entries" && strings.HasPrefix(headings[n-2], "### ")
}

func TestHostileTextStaysInItsEntry(t *testing.T) {
	for name, s := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			checkHostile(t, s)
		})
	}
}

func checkHostile(t interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}, s string) {
	var md, page strings.Builder
	if _, err := summary.Print(&md, reportOf(s), summary.Markdown, summary.Fonts{}); err != nil {
		t.Fatalf("Markdown: %v", err)
	}
	if headings := outline(t, []byte(md.String())); !endsAsItMust(headings) {
		t.Errorf("the text reached out of its entry: %.300q", headings)
	}
	if _, err := summary.Print(&page, reportOf(s), summary.HTML, summary.Fonts{}); err != nil {
		t.Fatalf("HTML: %v", err)
	}
	checkHTML(t, page.String())
}

// checkHTML fails on every tag and attribute that is not the printer's own,
// and on tags that do not close.
func checkHTML(t interface{ Errorf(string, ...any) }, page string) {
	body := page[strings.Index(page, "<body>"):]
	tag := regexp.MustCompile(`<(/?)([a-z0-9]+)((?: (?:dir="auto"|class="[a-z]+"|scope="row"|start="\d+"))*)>`)
	open := []string{"html"}
	rest := tag.ReplaceAllStringFunc(body, func(s string) string {
		m := tag.FindStringSubmatch(s)
		switch {
		case m[2] == "br" || m[2] == "hr":
		case m[1] == "":
			open = append(open, m[2])
		case len(open) == 0 || open[len(open)-1] != m[2]:
			t.Errorf("</%s> closes %q", m[2], open)
		default:
			open = open[:len(open)-1]
		}
		return ""
	})
	if i := strings.IndexAny(rest, "<>"); i >= 0 {
		t.Errorf("a tag that is not the printer's: %.80q", rest[i:])
	}
	if len(open) > 0 {
		t.Errorf("not closed: %q", open)
	}
}

func TestHTMLAsksForNothing(t *testing.T) {
	page, _ := printed(t, hostileReport(), summary.HTML)
	head := string(page[:strings.Index(string(page), "<body>")])
	for _, want := range []string{`<html lang="en">`, `<meta charset="utf-8">`, `default-src 'none'; style-src 'sha256-`, "@media print", "prefers-color-scheme: dark"} {
		if !strings.Contains(head, want) {
			t.Errorf("the head lacks %s", want)
		}
	}
	for _, bad := range []string{"url(", "@import", "<script", "<link", "<img", "src=", "href="} {
		if strings.Contains(head, bad) {
			t.Errorf("the head holds %s", bad)
		}
	}
}

func TestHostileTextInPDF(t *testing.T) {
	for name, s := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			pages := pdfPages(t, first(printed(t, reportOf(s), summary.PDF)))
			all := strings.Join(slices.Concat(pages...), " ")
			if !strings.Contains(all, "Next entry Tuesday") && !strings.Contains(all, "Plain words.") {
				t.Errorf("what follows the text is missing")
			}
		})
	}
}

func first(data []byte, _ summary.Result) []byte { return data }

// Whatever is made of Markdown's marks stays in its entry, and both text
// formats say the same of it.
func TestAnyTextStaysInItsEntry(t *testing.T) {
	pieces := []string{"#", " ", "\n", "\n\n", "*", "**", "_", "`", "```", "~~~", "~", ">", "-", "- ", "+ ", "1. ", "2) ", "    ", "\t", "[", "]",
		"(", ")", "![", "](", ":", "<", ">", "<b>", "</", "<!--", "&", "&#10;", "&lt;", "\\", "|", "|-|", "---", "===", "a", "word", "é", "x.", "http://e.org", "{", "$"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), "")
		checkHostile(t, s)
	})
}

// No word that the person wrote vanishes, whatever the marks around it.
func TestNoWordIsLost(t *testing.T) {
	pieces := []string{"#", "# ", " ", "\n", "\n\n", "*", "**", "_", "`", "```", "~~~", ">", "> ", "- ", "+ ", "    ", "\t", "  ", "[", "]", "(", ")", "![", "](",
		"]:", "<", "</", "<!--", "<div ", "\\", "|", "---", "===", "\"", "one", "two", "three", "x.", "http:", "éa"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		var page strings.Builder
		if _, err := summary.Print(&page, oneEntry("T", s), summary.HTML, summary.Fonts{}); err != nil {
			t.Fatalf("HTML: %v", err)
		}
		shown := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page.String(), "")
		for _, word := range wordsOf(s) {
			_, rest, found := strings.Cut(shown, word)
			if !found {
				t.Fatalf("%q is lost from %q", word, s)
			}
			shown = rest
		}
	})
}

func TestHeadingsComeBelowTheEntrys(t *testing.T) {
	r := fullReport()
	r.Entries = []journal.ReportEntry{{At: day(3, 2, 9, 0), Title: "T", Body: "# one\n## two\n###### six"}}
	md, _ := printed(t, r, summary.Markdown)
	for _, want := range []string{"\n#### one\n", "\n##### two\n", "\n###### six\n"} {
		if !strings.Contains(string(md), want) {
			t.Errorf("the Markdown lacks %q", want)
		}
	}
}

func TestMarkdownReadsAsText(t *testing.T) {
	for in, want := range map[string]string{
		"I <3 you & me, 2 * 3 = 6, snake_case, 50% (about)": "I <3 you & me, 2 * 3 = 6, snake_case, 50% (about)",
		"a [link](https://example.org)":                     "a link (https://example.org)",
		"<https://example.org>":                             "https://example.org",
		"![cat](c.png)":                                     "[Picture not included: cat c.png]",
		"- a\n- b":                                          "- a\n- b",
		"*a* **b** ***c*** `d`":                             "*a* **b** ***c*** `d`",
		"line one\nline two":                                "line one\nline two",
		"1. one\n2. two":                                    "1. one\n2. two",
	} {
		r := fullReport()
		r.Entries = []journal.ReportEntry{{At: day(3, 2, 9, 0), Title: "T", Body: in}}
		md, _ := printed(t, r, summary.Markdown)
		if !strings.Contains(string(md), "\n\n"+want+"\n\n") {
			t.Errorf("%q is not shown as %q", in, want)
		}
	}
}

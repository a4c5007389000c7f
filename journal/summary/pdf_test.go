package summary_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"

	"mend/journal"
	"mend/journal/summary"
)

// oneEntry is a report that holds a single entry.
func oneEntry(title, body string) journal.Report {
	return journal.Report{
		Words: journal.EnglishReport(), Generated: day(5, 2, 10, 0), Sections: journal.Sections(),
		Entries: []journal.ReportEntry{{ID: uuid.UUID{1}, At: day(3, 2, 21, 15), Title: title, Body: body}},
	}
}

func TestPDFReplacesWhatItsFontsLack(t *testing.T) {
	tests := []struct {
		name, text, want string
		replaced         int
	}{
		{"nothing", "Grüße, naïve — “señor” ½ €", "Grüße, naïve — “señor” ½ €", 0},
		{"Greek and Cyrillic", "καλημέρα, привет", "καλημέρα, привет", 0},
		{"emoji", "sad 😢 today", "sad � today", 1},
		{"Han", "我很好 ok", "��� ok", 3},
		{"one mark a cluster", "👩‍👩‍👧‍👦 and 🇩🇪 and 👍🏽", "� and � and �", 3},
		{"heart with selector", "a ❤️ b", "a � b", 1},
		{"right to left", "שלום", "����", 4},
		{"decomposed accents", "cafe\u0301", "café", 0},
		{"invisible", "a\u200bb\ufeffc\u00add\u200ee", "abcde", 0},
		{"rare spaces", "a\u2003b\u3000c", "a b c", 0},
		{"control", "bell\a", "bell�", 0},
		{"turned text", "a\u202eb\u2066c", "abc", 0},
		{"its own mark", "a�b", "a�b", 0},
		{"noncharacter", "a\uffffb", "a�b", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := oneEntry("T", tt.text)
			data, result := printed(t, r, summary.PDF)
			if result.Replaced != tt.replaced {
				t.Errorf("replaced %d, want %d", result.Replaced, tt.replaced)
			}
			all := slices.Concat(pdfPages(t, data)...)
			if !slices.Contains(all, tt.want) {
				t.Errorf("%q is not in %q", tt.want, all)
			}
			note := r.Words.ReplacedText(tt.replaced, "�")
			if note != "" && !strings.Contains(strings.Join(all, " "), note) {
				t.Errorf("the document does not say %q", note)
			}
		})
	}
}

func TestPDFCountsTitlesOnce(t *testing.T) {
	if _, result := printed(t, oneEntry("😢", ""), summary.PDF); result.Replaced != 1 {
		t.Errorf("replaced %d, want 1", result.Replaced)
	}
}

func TestPDFHasAnOutline(t *testing.T) {
	data, _ := printed(t, fullReport(), summary.PDF)
	marks, err := pdfcpu.Bookmarks(readPDF(t, data))
	if err != nil {
		t.Fatal(err)
	}
	got := outlineText(marks)
	want := []string{"In short", "Stages", "- Acknowledge", "- Cool off", "Outside my guide and path", "- Patience",
		"Feelings named", "Promises", "- Call before ten when it gets late", "- Show the account to each other",
		"Goals", "- One evening a week without the subject", "- Travel together again",
		"Over time", "- Feelings, word by word", "- Trust pulse", "- Days with writing",
		"Entries", "- The kitchen table", "- Monday 9\u00A0March\u00A02026, 07:40", "- From the hotel", "- Two views side by side"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outline differs (-want +got):\n%s", diff)
	}
}

func outlineText(marks []pdfcpu.Bookmark) []string {
	var all []string
	for _, m := range marks {
		all = append(all, m.Title)
		for _, child := range outlineText(m.Kids) {
			all = append(all, "- "+child)
		}
	}
	return all
}

func TestPDFOutlineCountsManyChildren(t *testing.T) {
	r := manyEntries(1200)
	for i := range r.Entries {
		r.Entries[i].Body = ""
	}
	data, _ := printed(t, r, summary.PDF)
	marks, err := pdfcpu.Bookmarks(readPDF(t, data))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(marks[len(marks)-1].Kids); n != 1200 {
		t.Errorf("%d entries in the outline, want 1200", n)
	}
	if !bytes.Contains(data, []byte("-1200>>")) {
		t.Errorf("the outline does not say that it has 1200 entries")
	}
}

// A fixed word beside a fact that takes two lines would tear the rows apart.
func TestPDFLabelsTakeOneLine(t *testing.T) {
	r := fullReport()
	data, _ := printed(t, r, summary.PDF)
	var all []string
	for _, page := range pdfPages(t, data) {
		all = append(all, page...)
	}
	w := r.Words
	for _, label := range []string{w.Role, w.Path, w.State, w.Reason, w.Stage, w.Step, w.GuidedPage, w.Feelings, w.Tags, w.Before, w.After,
		w.HowFar, w.GoalDue, w.DoneWhen, w.GoalReached, w.GoalDropped} {
		if !slices.Contains(all, label) {
			t.Errorf("%q is not on one line", label)
		}
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	data, _ := printed(t, fullReport(), summary.PDF)
	ctx := readPDF(t, data)
	if ctx.XRefTable.Title != "Reflection summary" {
		t.Errorf("title %q", ctx.XRefTable.Title)
	}
	if !bytes.Contains(data, []byte("/Lang (en)")) {
		t.Error("the language is not said")
	}
	if !strings.HasPrefix(ctx.XRefTable.CreationDate, "D:20260502100000") {
		t.Errorf("created %q", ctx.XRefTable.CreationDate)
	}
}

// Whatever the lengths of what is on it, no page ends with a heading, an
// entry's date or a label.
func TestPDFHeadingsAreNeverLast(t *testing.T) {
	for shift := range 12 {
		r := oneEntry("", "")
		r.Entries = nil
		for i := range 40 {
			r.Entries = append(r.Entries, journal.ReportEntry{
				ID: uuid.UUID{byte(i)}, At: day(3, 1+i%28, 9, 0), Title: fmt.Sprintf("Heading %d", i), Tags: []string{"Heading"},
				Body: strings.Repeat("line\n", 1+(i*7+shift)%23) + "\n# Heading inside\n\nline\n",
			})
		}
		data, _ := printed(t, r, summary.PDF)
		for n, page := range pdfPages(t, data) {
			if last := page[len(page)-3]; strings.Contains(last, "Heading") || strings.Contains(last, "2026") {
				t.Fatalf("shift %d: page %d ends with %q", shift, n+1, last)
			}
		}
	}
}

// A text of many pages is drawn whole, in order, with no line beyond the page.
func TestPDFDrawsEveryLine(t *testing.T) {
	var body strings.Builder
	var want []string
	for i := range 500 {
		fmt.Fprintf(&body, "line number %d\n", i)
		want = append(want, fmt.Sprintf("line number %d", i))
	}
	var got []string
	data, _ := printed(t, oneEntry("T", body.String()), summary.PDF)
	for _, s := range slices.Concat(pdfPages(t, data)...) {
		if strings.HasPrefix(s, "line number") {
			got = append(got, s)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines differ (-want +got):\n%s", diff)
	}
}

func TestPDFBreaksLongWords(t *testing.T) {
	word := strings.Repeat("wordwithoutend", 2000)
	data, result := printed(t, oneEntry(word[:3000], word+" fin"), summary.PDF)
	var joined strings.Builder
	longest := 0
	for _, s := range slices.Concat(pdfPages(t, data)...) {
		if strings.Contains(word, s) {
			joined.WriteString(s)
			longest = max(longest, len(s))
		}
	}
	if result.Replaced != 0 || joined.Len() != len(word)+3000 || longest > 90 {
		t.Errorf("drawn %d of %d characters, the longest line %d", joined.Len(), len(word)+3000, longest)
	}
}

// MEND_PAGES names a folder into which this test puts samples to look at.
func TestPDFSamplesToLookAt(t *testing.T) {
	folder := os.Getenv("MEND_PAGES")
	samples := map[string]journal.Report{"full": fullReport(), "hostile": hostileReport(), "empty": oneEntry("", "")}
	empty := samples["empty"]
	empty.Entries = nil
	samples["empty"] = empty
	for name, r := range samples {
		for _, f := range summary.Formats() {
			data, _ := printed(t, r, f)
			if f == summary.PDF {
				readPDF(t, data)
			}
			if folder != "" {
				if err := os.WriteFile(folder+"/"+name+"."+string(f), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// However long the text is, no page holds nothing but its foot.
func TestTheLastPageHoldsMoreThanItsFoot(t *testing.T) {
	r := fullReport()
	for lines := range 60 {
		r.Entries = []journal.ReportEntry{{ID: uuid.UUID{1}, At: day(3, 1, 20, 0), Body: strings.Repeat("A line.\n\n", lines+1)}}
		d := layOut(t, r, summary.A4())
		texts := d.Texts(d.Pages() - 1)
		if !slices.ContainsFunc(texts[:len(texts)-2], func(s string) bool { return s != r.Words.Footer }) {
			t.Errorf("with %d lines, the last of %d pages holds %q", lines, d.Pages(), texts)
		}
	}
}

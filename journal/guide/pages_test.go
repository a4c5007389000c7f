package guide_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/guide"
)

// page is a file of one guided page that has a field of every kind.
const page = `[[pages]]
id = "one-page"
title = "A page"
about = "For a test. It has two sentences."
kind = "cooling-off"
stages = ["stage-one", "stage-two"]
for = "both"
paths = ["trying"]
every = "week"
sources = ["A"]
[[pages.fields]]
key = "said"
kind = "text"
label = "Said?"
marks = ["but"]
markhint = "Once more without it."
[[pages.fields]]
key = "felt"
kind = "feelings"
label = "Felt?"
for = "hurt"
[[pages.fields]]
key = "tone"
kind = "rating"
label = "Tone?"
low = "tense"
high = "calm"
[[pages.fields]]
key = "stand"
kind = "choice"
label = "Stand?"
options = [{ id = "draft", label = "A draft" }, { id = "ready", label = "Ready", until = "day" }]
[[pages.fields]]
key = "helps"
kind = "checklist"
label = "Helps?"
options = [{ id = "walk", label = "A walk", about = "Alone." }]
[[pages.fields]]
key = "day"
kind = "date"
label = "Day?"
soon = ["24h"]
[[pages.fields]]
key = "back-at"
kind = "date"
clock = true
label = "Back?"
soon = ["20m"]
[[pages.fields]]
key = "views"
kind = "side-by-side"
label = "Views?"
left = "I"
right = "You"
group = "Two"
hint = "Both."
`

const pageFile = "pages/01-stage-one.toml"

// twoStages are all the guides that the test's pages know.
func twoStages() []journal.Guide {
	return []journal.Guide{{Stages: []journal.Stage{{ID: "stage-one"}}}, {Stages: []journal.Stage{{ID: "stage-two"}}}}
}

func TestLoadPagesReadsEveryField(t *testing.T) {
	got, err := guide.LoadPages(files(pageFile, page), twoStages())
	if err != nil {
		t.Fatal(err)
	}
	want := []journal.Page{{
		ID: "one-page", Title: "A page", About: "For a test. It has two sentences.", Kind: journal.PageCoolingOff,
		Stages: []string{"stage-one", "stage-two"}, For: journal.ForEither, Paths: []journal.Path{journal.Trying},
		Every: journal.Weekly, Sources: []journal.Source{"A"},
		Fields: []journal.PageField{
			{Key: "said", Kind: journal.FieldText, Label: "Said?", Marks: []string{"but"}, MarkHint: "Once more without it."},
			{Key: "felt", Kind: journal.FieldFeelings, Label: "Felt?", For: journal.ForHurt},
			{Key: "tone", Kind: journal.FieldRating, Label: "Tone?", Low: "tense", High: "calm"},
			{Key: "stand", Kind: journal.FieldChoice, Label: "Stand?",
				Options: []journal.Option{{ID: "draft", Label: "A draft"}, {ID: "ready", Label: "Ready", Until: "day"}}},
			{Key: "helps", Kind: journal.FieldChecklist, Label: "Helps?", Options: []journal.Option{{ID: "walk", Label: "A walk", About: "Alone."}}},
			{Key: "day", Kind: journal.FieldDate, Label: "Day?", Soon: []string{"24h"}},
			{Key: "back-at", Kind: journal.FieldDate, Clock: true, Label: "Back?", Soon: []string{"20m"}},
			{Key: "views", Kind: journal.FieldSideBySide, Label: "Views?", Left: "I", Right: "You", Group: "Two", Hint: "Both."},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("page read differs (-want +got):\n%s", diff)
	}
}

func TestLoadPagesRefuses(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // the change that breaks the rule
		want     string // after the file's name
	}{
		{"unknown key", `for = "both"`, "fore = 1\nfor = \"both\"", "pages.fore: unknown key"},
		{"unknown key in a field", `low = "tense"`, "low = \"tense\"\nmiddle = \"so\"", "pages.fields.middle: unknown key"},
		{"malformed id", `"one-page"`, `"One"`, "One: its id is not lower-case words joined by hyphens"},
		{"no title", `title = "A page"`, ``, "one-page: title is missing"},
		{"title too long", "A page", strings.Repeat("é", 81), "one-page: title is longer than 80 characters"},
		{"about on two lines", "For a test. ", `For a test.\n`, "one-page: about is not on one line"},
		{"caution with space around it", `kind = "cool`, "caution = \" Go gently.\"\nkind = \"cool", "one-page: caution begins or ends with a space"},
		{"ending on two lines", `kind = "cool`, "ending = \"a\\nb\"\nkind = \"cool", "one-page: ending is not on one line"},
		{"unknown kind", `"cooling-off"`, `"cool"`, "one-page: kind is unknown"},
		{"unknown rhythm", `"week"`, `"day"`, "one-page: every is unknown"},
		{"unknown path", `["trying"]`, `["staying"]`, `one-page: path "staying" is unknown`},
		{"unknown audience", `for = "both"`, `for = "all"`, "one-page: for is none of hurt, caused, both"},
		{"no audience", `for = "both"`, ``, "one-page: for is none of hurt, caused, both"},
		{"no source", `sources = ["A"]`, ``, "one-page: it names no source"},
		{"unknown source", `["A"]`, `["F"]`, "one-page: source is not a letter from A to E"},
		{"no stage", `stages = ["stage-one", "stage-two"]`, ``, "one-page: its first stage is not the one its file is named after"},
		{"another home", `["stage-one", "stage-two"]`, `["stage-two", "stage-one"]`, "one-page: its first stage is not the one its file is named after"},
		{"stage twice", `["stage-one", "stage-two"]`, `["stage-one", "stage-one"]`, "stage-one: stage of one-page stands twice"},
		{"unknown stage", `"stage-two"]`, `"stage-three"]`, `one-page: stage "stage-three" is in no guide`},
		{"page twice", "", strings.Replace(page, `"A page"`, `"Another"`, 1), "one-page: page stands twice"},
		{"no fields", page[strings.Index(page, "[[pages.fields]]"):], "", "one-page: it has 0 fields, not 1 to 100"},
		{"too many fields", "", moreFields(93), "one-page: it has 101 fields, not 1 to 100"},
		{"malformed key", `"said"`, `"was_said"`, "one-page.was_said: its id is not lower-case words joined by hyphens"},
		{"key twice", `"felt"`, `"said"`, "one-page.said: key stands twice"},
		{"key of an earlier letter", `"said"`, `"earlier"`, "one-page.earlier: its key is reserved"},
		{"key of where it was felt", `"said"`, `"felt-in"`, "one-page.felt-in: its key is reserved"},
		{"key of a need", `"said"`, `"need"`, "one-page.need: its key is reserved"},
		{"no label", `label = "Said?"`, ``, "one-page.said: label is missing"},
		{"hint on two lines", `"Both."`, `"a\nb"`, "one-page.views: hint is not on one line"},
		{"group with space around it", `"Two"`, `"Two "`, "one-page.views: group begins or ends with a space"},
		{"field for nobody", `for = "hurt"`, `for = "all"`, "one-page.felt: for is none of hurt, caused, both"},
		{"unknown field kind", `kind = "text"`, `kind = "number"`, "one-page.said: kind is unknown"},
		{"options of a text", `marks = ["but"]`, `options = [{ id = "a", label = "A" }]`, "one-page.said: options in a field of another kind"},
		{"choice without options", `options = [{ id = "draft", label = "A draft" }, { id = "ready", label = "Ready", until = "day" }]`, ``, "one-page.stand: options are missing"},
		{"malformed option", `"draft"`, `"a draft"`, "one-page.stand: its id is not lower-case words joined by hyphens"},
		{"option twice", `"draft"`, `"ready"`, "one-page.stand.ready: option stands twice"},
		{"label twice", `"A draft"`, `"Ready"`, "one-page.stand: Ready: label stands twice"},
		{"option without label", `label = "A walk", `, ``, "one-page.helps: option is missing"},
		{"option that waits for nothing", `until = "day"`, `until = "night"`, `one-page.stand: option "ready" waits for no date of the page`},
		{"option that waits for a text", `until = "day"`, `until = "said"`, `one-page.stand: option "ready" waits for no date of the page`},
		{"rating without an end", `high = "calm"`, ``, "one-page.tone: high is missing"},
		{"ends of a text", `marks = ["but"]`, `low = "tense"`, "one-page.said: low in a field of another kind"},
		{"side without a heading", `left = "I"`, ``, "one-page.views: left is missing"},
		{"side of a rating", `low = "tense"`, `right = "You"`, "one-page.tone: right in a field of another kind"},
		{"clock of a text", `marks = ["but"]`, `clock = true`, "one-page.said: clock in a field of another kind"},
		{"a text that is theirs", `marks = ["but"]`, `theirs = true`, "one-page.said: theirs in a field of another kind"},
		{"spans of a text", `marks = ["but"]`, `soon = ["1h"]`, "one-page.said: soon in a field of another kind"},
		{"malformed span", `"20m"`, `"a while"`, `one-page.back-at: soon "a while" is no span of time`},
		{"span into the past", `"20m"`, `"-20m"`, `one-page.back-at: soon "-20m" is no span of time`},
		{"span of hours without a clock", `"24h"`, `"3h"`, `one-page.day: soon "3h" is not in whole days, but it has no clock`},
		{"marks of feelings", `for = "hurt"`, "marks = [\"but\"]\nmarkhint = \"Why?\"", "one-page.felt: marks in a field of another kind"},
		{"mark in capitals", `["but"]`, `["But"]`, `one-page.said: mark "But" is not in lower case`},
		{"empty mark", `["but"]`, `[""]`, "one-page.said: mark is missing"},
		{"marks without a hint", `markhint = "Once more without it."`, ``, "one-page.said: marks and markhint are not together"},
		{"hint without marks", `marks = ["but"]`, ``, "one-page.said: marks and markhint are not together"},
		{"no time of return", `"back-at"`, `"back-on"`, "one-page: it has no date with a clock named back-at"},
		{"return without a clock", "clock = true", "", "one-page: it has no date with a clock named back-at"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			broken := strings.Replace(page, tt.old, tt.new, 1)
			if tt.old == "" {
				broken = page + tt.new
			}
			_, err := guide.LoadPages(files(pageFile, broken), twoStages())
			wantRule(t, err, pageFile+": "+tt.want)
		})
	}
}

// moreFields is n sound fields.
func moreFields(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[[pages.fields]]\nkey = \"more-%d\"\nkind = \"text\"\nlabel = \"More?\"\n", i)
	}
	return b.String()
}

func TestLoadPagesNamesEveryBrokenRuleOfEveryFile(t *testing.T) {
	other := strings.Replace(page, `["stage-one", "stage-two"]`, `["stage-two"]`, 1)
	const otherFile = "pages/02-stage-two.toml"
	_, err := guide.LoadPages(files(pageFile, strings.Replace(page, `"Said?"`, `""`, 1), otherFile, other, "pages/03-stage-two.toml", ""), twoStages())
	wantRule(t, err, pageFile+": one-page.said: label is missing")
	wantRule(t, err, otherFile+": one-page: page stands twice")
	wantRule(t, err, "pages/03-stage-two.toml: it has no pages")

	_, err = guide.LoadPages(files(pageFile, "pages = "), twoStages())
	if err == nil || !strings.Contains(err.Error(), "parse "+pageFile) {
		t.Errorf("error is %v, want one that names the file", err)
	}
}

func TestLoadPagesKeepsTheOrder(t *testing.T) {
	second := strings.Replace(page, `"one-page"`, `"second"`, 1)
	third := strings.NewReplacer(`"one-page"`, `"third"`, `["stage-one", "stage-two"]`, `["stage-two"]`).Replace(page)
	got, err := guide.LoadPages(files("pages/02-stage-two.toml", third, pageFile, page+second), twoStages())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range got {
		ids = append(ids, p.ID)
	}
	if diff := cmp.Diff([]string{"one-page", "second", "third"}, ids); diff != "" {
		t.Errorf("order differs (-want +got):\n%s", diff)
	}
}

func FuzzLoadPages(f *testing.F) {
	f.Add(page)
	f.Add("")
	f.Add("pages = [{id = \"x\"}]")
	f.Add("[[pages]]\n[[pages.fields]]\nkey = \"\"")
	f.Add("pages = 1")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, text string) {
		pages, err := guide.LoadPages(files(pageFile, text), twoStages())
		if err != nil {
			return
		}
		for _, p := range pages {
			if len(p.Fields) == 0 || p.Title == "" || len(p.Sources) == 0 {
				t.Errorf("accepted page %q", p.ID)
			}
			for _, field := range p.Fields {
				if field.Label == "" || field.Kind == journal.FieldChoice && len(field.Options) == 0 {
					t.Errorf("accepted field %q of page %q", field.Key, p.ID)
				}
			}
		}
	})
}

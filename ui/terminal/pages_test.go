package terminal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestPages(t *testing.T) {
	d := newDesk(t)
	want := `{"id":"evening","title":"An <evening>","fields":[{"key":"said","kind":"text","label":"Said?"},{"key":"felt","kind":"feelings","label":"Felt?"},` +
		`{"key":"tone","kind":"rating","label":"Tone?"},{"key":"stand","kind":"choice","label":"Stand?","options":[{"id":"draft","label":"A draft"},{"id":"ready","label":"Ready"}]},` +
		`{"key":"helps","kind":"checklist","label":"Helps?","options":[{"id":"walk","label":"A walk"},{"id":"tea","label":"Tea, hot"}]},` +
		`{"key":"day","kind":"date","label":"Day?"},{"key":"back-at","kind":"date","label":"Back?"},{"key":"views","kind":"side-by-side","label":"Views?"}],"stages":["rest","look"]}` + "\n" +
		`{"id":"bare","title":"Bare","fields":[],"stages":[]}` + "\n"
	if diff := cmp.Diff(want, d.must("pages")); diff != "" {
		t.Errorf("pages prints (-want +got):\n%s", diff)
	}
	if len(d.opened) > 0 {
		t.Error("a journal was opened")
	}
}

func TestAddFillsInAPage(t *testing.T) {
	for name, test := range map[string]struct {
		args   []string
		body   string
		stage  string
		fields map[string]string
	}{
		"nothing at all":     {nil, "", "rest", nil},
		"a body beside it":   {[]string{"said=a=b"}, "more", "rest", map[string]string{"said": "a=b"}},
		"an empty value":     {[]string{"said="}, "", "rest", nil},
		"text as it is":      {[]string{"said= a\r\n\\n b, c "}, "", "rest", map[string]string{"said": " a\r\n\\n b, c "}},
		"a rating":           {[]string{"tone=5"}, "", "rest", map[string]string{"tone": "5"}},
		"feelings":           {[]string{"felt=calm\nhalf: full:2", "felt=sad:5"}, "", "rest", map[string]string{"felt": "calm:3\nhalf: full:2\nsad:5"}},
		"a choice":           {[]string{"stand=draft"}, "", "rest", map[string]string{"stand": "draft"}},
		"a choice by label":  {[]string{"stand= ready"}, "", "rest", map[string]string{"stand": "ready"}},
		"own words":          {[]string{"stand=somewhere between"}, "", "rest", map[string]string{"stand": "somewhere between"}},
		"a checklist":        {[]string{"helps=tea, hot\nA nap", "helps=walk", "helps=A walk"}, "", "rest", map[string]string{"helps": "tea\nA nap\nwalk"}},
		"days":               {[]string{"day=2024-02-29", "back-at=2026-03-01T22:00:00+01:00"}, "", "rest", map[string]string{"day": "2024-02-29", "back-at": "2026-03-01T22:00:00+01:00"}},
		"both sides":         {[]string{"views=a\n||", "views=b"}, "", "rest", map[string]string{"views": journal.JoinSides("a\n||", "b")}},
		"sides in one":       {[]string{"views=a\n||\nb"}, "", "rest", map[string]string{"views": "a\n||\nb"}},
		"an answer in time":  {[]string{"stand=ready", "day=2026-03-01"}, "", "rest", map[string]string{"stand": "ready", "day": "2026-03-01"}},
		"a stage of its own": {[]string{"--stage=talk"}, "", "talk", nil},
		"a step":             {[]string{"--step=look.name-it"}, "", "look", nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.Stdin = strings.NewReader(test.body)
			args := []string{"add", "--page", "evening"}
			for _, arg := range test.args {
				if !strings.HasPrefix(arg, "--") {
					args = append(args, "--field")
				}
				args = append(args, arg)
			}
			d.must(d.with(args...)...)
			if len(d.journal.entries) != 1 {
				t.Fatalf("%d entries were added", len(d.journal.entries))
			}
			got := d.journal.entries[0]
			if got.Page != "evening" || got.Stage != test.stage || got.Body != test.body {
				t.Errorf("added %+v", got)
			}
			if len(got.Fields)+len(test.fields) > 0 {
				if diff := cmp.Diff(test.fields, got.Fields); diff != "" {
					t.Errorf("fields (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestAddWithAPageWithoutStages(t *testing.T) {
	d := newDesk(t)
	d.must(d.with("add", "--page", "bare")...)
	if e := d.journal.entries[0]; e.Page != "bare" || e.Stage != "" {
		t.Errorf("added %+v", e)
	}
}

type pageLine struct {
	ID, Title string
	Fields    []struct{ Key, Kind string }
	Stages    []string
}

// Every page of the program can be filled in, found by what stands in it, shown,
// summed up and carried into another journal.
func TestEveryPageOfTheProgramWithoutADisplay(t *testing.T) {
	d := newRealDesk(t)
	pages := decoded[pageLine](t, d.must("pages"))
	if len(pages) < 40 {
		t.Fatalf("%d pages are listed", len(pages))
	}
	kinds := map[string]bool{}
	for _, p := range pages {
		args := []string{"--page", p.ID}
		for _, f := range p.Fields {
			kinds[f.Kind] = true
			value := map[string]string{
				"text": "a heron", "feelings": "calm:2", "rating": "4", "choice": "a heron", "checklist": "a heron", "date": "2026-01-02", "side-by-side": "a heron",
			}[f.Kind]
			args = append(args, "--field", f.Key+"="+value)
		}
		id := d.add("", args...)
		if shown := d.on("show", id); !strings.Contains(shown, `"page":"`+p.ID+`"`) || !strings.Contains(shown, `"stage":"`+p.Stages[0]+`"`) {
			t.Errorf("%s is shown as %s", p.ID, shown)
		}
	}
	if len(kinds) != len(journal.FieldKinds()) {
		t.Errorf("the pages have fields of the kinds %v", kinds)
	}
	if found := d.list("--query", "heron kind:page"); len(found) < len(pages)-2 {
		t.Errorf("%d of %d pages are found by what stands in them", len(found), len(pages))
	}
	answered := d.add("", "--page", "readiness", "--field", "want-it=partly")
	if found := d.list("--query", "in part kind:page"); len(found) != 1 || found[0].ID != answered {
		t.Errorf("%d pages are found by an answer as it is seen", len(found))
	}
	d.on("summary", "--format", "md", "--out", d.path("out.md"))
	if told := strings.Count(d.read("out.md"), "heron"); told < len(pages) {
		t.Errorf("the summary tells %d answers of %d pages", told, len(pages))
	}
	out := d.path("all.json")
	counts := d.on("export", "--out", out)
	d.must(d.with("new", "--journal", d.path("b.mend"))...)
	if got := d.must(d.with("import", out, "--journal", d.path("b.mend"))...); got != counts {
		t.Errorf("import prints %s, export printed %s", got, counts)
	}
}

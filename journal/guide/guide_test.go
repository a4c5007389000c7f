package guide_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/guide"
)

// text is a guide that keeps every rule with nothing to spare: one stage, four
// steps for everybody, and no other prompts.
const text = `id = "rebuilding-trust"
title = "A guide"
about = "For a test."
[[phases]]
id = "first"
title = "First"
[[stages]]
id = "stage-one"
title = "One"
phase = "first"
sources = ["A", "B"]
purpose = "One sentence."
caution = "Another one."
[[stages.steps]]
id = "stage-one.a"
title = "Do a"
for = "both"
sources = ["A"]
prompt = "A?"
[[stages.steps]]
id = "stage-one.b"
title = "Do b"
for = "both"
sources = ["B"]
prompt = "B?"
[[stages.steps]]
id = "stage-one.c"
title = "Do c"
for = "both"
sources = ["A"]
prompt = "C?"
[[stages.steps]]
id = "stage-one.d"
title = "Do d"
for = "both"
sources = ["A", "B"]
prompt = "D?"
`

const file = "guides/rebuilding-trust.toml"

func files(nameAndText ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(nameAndText); i += 2 {
		fsys[nameAndText[i]] = &fstest.MapFile{Data: []byte(nameAndText[i+1])}
	}
	return fsys
}

func TestLoadGuidesReadsEveryField(t *testing.T) {
	full := strings.Replace(text, "[[stages.steps]]", "folded = true\n[[stages.steps]]", 1) + `[[stages.steps]]
id = "stage-one.e"
title = "Do e"
for = "hurt"
sources = ["B"]
prompt = "E?"
[[stages.prompts]]
for = "caused"
text = "F?"
`
	got, err := guide.LoadGuides(files(file, full))
	if err != nil {
		t.Fatal(err)
	}
	step := func(name, prompt string, a journal.Audience, sources ...journal.Source) journal.Step {
		return journal.Step{ID: "stage-one." + name, Title: "Do " + name, For: a, Sources: sources, Prompt: prompt}
	}
	want := []journal.Guide{{
		ID: "rebuilding-trust", Title: "A guide", About: "For a test.",
		Phases: []journal.Phase{{ID: "first", Title: "First"}},
		Stages: []journal.Stage{{
			ID: "stage-one", Title: "One", Phase: "first",
			Purpose: "One sentence.", Caution: "Another one.", Folded: true,
			Sources: []journal.Source{"A", "B"},
			Steps: []journal.Step{
				step("a", "A?", journal.ForEither, "A"), step("b", "B?", journal.ForEither, "B"),
				step("c", "C?", journal.ForEither, "A"), step("d", "D?", journal.ForEither, "A", "B"),
				step("e", "E?", journal.ForHurt, "B"),
			},
			Prompts: []journal.Prompt{{Text: "F?", For: journal.ForCaused}},
		}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("guide read differs (-want +got):\n%s", diff)
	}
}

func TestLoadGuidesRefuses(t *testing.T) {
	long := strings.Repeat("é", 81)
	tests := []struct {
		name     string
		old, new string // the change that breaks the rule
		want     string // after the file's name
	}{
		{"unknown key", "[[phases]]", "colour = 1\n[[phases]]", "colour: unknown key"},
		{"unknown key in a step", `for = "both"`, "fore = 1\nfor = \"both\"", "stages.steps.fore: unknown key"},
		{"key in capitals", "about =", "About =", "About: keys are in lower case"},
		{"id that is not the file's", `id = "rebuilding-trust"`, `id = "other"`, "other: its id is not the file's name"},
		{"no title", `title = "A guide"`, ``, "rebuilding-trust: title is missing"},
		{"no about", `about = "For a test."`, ``, "rebuilding-trust: about is missing"},
		{"malformed phase", `id = "first"`, `id = "First"`, "First: its id is not lower-case words joined by hyphens"},
		{"unknown phase", `phase = "first"`, `phase = "second"`, "stage-one: its phase is unknown"},
		{"empty phase", "[[stages]]", "[[phases]]\nid = \"last\"\ntitle = \"Last\"\n[[stages]]", "last: phase has no stages"},
		{"phase twice", "[[stages]]", "[[phases]]\nid = \"first\"\ntitle = \"Again\"\n[[stages]]", "first: phase stands twice"},
		{"malformed stage", `id = "stage-one"`, `id = "stage--one"`, "stage--one: its id is not lower-case words joined by hyphens"},
		{"no purpose", `purpose = "One sentence."`, ``, "stage-one: purpose is missing"},
		{"purpose of two sentences", "One sentence.", "One. Two.", "stage-one: purpose is not one sentence"},
		{"purpose without an end", "One sentence.", "One", "stage-one: purpose is not one sentence"},
		{"no caution", `caution = "Another one."`, ``, "stage-one: caution is missing"},
		{"caution on two lines", "Another one.", `Another\none.`, "stage-one: caution is not on one line"},
		{"stage without sources", `sources = ["A", "B"]`, ``, "stage-one: it names no source"},
		{"step without sources", "sources = [\"A\"]\nprompt = \"A?\"", `prompt = "A?"`, "stage-one.a: it names no source"},
		{"unknown source", `sources = ["A", "B"]`, `sources = ["A", "B", "F"]`, "stage-one: source is not a letter from A to E"},
		{"source twice", `sources = ["A", "B"]`, `sources = ["A", "B", "B"]`, "stage-one: sources are not in order, each once"},
		{"source that its stage lacks", `sources = ["B"]`, `sources = ["C"]`, `stage-one.b: source "C" is none of its stage's`},
		{"step of another stage", `id = "stage-one.a"`, `id = "stage-two.a"`, "stage-two.a: its id does not begin with its stage's id and a dot"},
		{"malformed step", `id = "stage-one.a"`, `id = "stage-one.a_a"`, "stage-one.a_a: its id is not lower-case words joined by hyphens"},
		{"step without a name", `id = "stage-one.a"`, `id = "stage-one."`, "stage-one.: its id is not lower-case words joined by hyphens"},
		{"step twice", `id = "stage-one.b"`, `id = "stage-one.a"`, "stage-one.a: step stands twice"},
		{"title too long", "Do a", long, "stage-one.a: title is longer than 80 characters"},
		{"title with space around it", "Do a", " Do a", "stage-one.a: title begins or ends with a space"},
		{"unknown audience", `for = "both"`, `for = "all"`, "stage-one.a: for is none of hurt, caused, both"},
		{"no audience", `for = "both"`, ``, "stage-one.a: for is none of hurt, caused, both"},
		{"no prompt", `prompt = "A?"`, ``, "stage-one.a: prompt is missing"},
		{"empty extra prompt", "[[stages.steps]]", "[[stages.prompts]]\nfor = \"both\"\n[[stages.steps]]", "stage-one: prompt is missing"},
		{"role with too few prompts", `for = "both"`, `for = "hurt"`, "stage-one: on path undecided role caused has 3 prompts, not at least 4"},
		{"too few steps", text[strings.Index(text, "[[stages.steps]]\nid = \"stage-one.d\""):], ``, "stage-one: on path parting-well it has 3 steps, not 4 to 8"},
		{"too many steps", "", moreSteps("efghi"), "stage-one: on path trying it has 9 steps, not 4 to 8"},
		{"unknown path", `for = "both"`, "for = \"both\"\npaths = [\"leaving\"]", `stage-one.a: path "leaving" is unknown`},
		{"paths out of order", `for = "both"`, "for = \"both\"\npaths = [\"trying\", \"undecided\"]", "stage-one.a: paths are not in order, each once"},
		{"path twice", `phase = "first"`, "phase = \"first\"\npaths = [\"trying\", \"trying\"]", "stage-one: paths are not in order, each once"},
		{"all paths by name", `phase = "first"`, "phase = \"first\"\npaths = [\"undecided\", \"trying\", \"stepping-back\", \"parting-well\"]", "stage-one: it names all paths, which goes without saying"},
		{"path with too few steps", `for = "both"`, "for = \"both\"\npaths = [\"undecided\", \"trying\", \"parting-well\"]", "stage-one: on path stepping-back it has 3 steps, not 4 to 8"},
		{"path with too few prompts", `for = "both"`, "for = \"both\"\npaths = [\"trying\"]", "stage-one: on path undecided role hurt has 3 prompts, not at least 4"},
		{"path without a stage", `phase = "first"`, "phase = \"first\"\npaths = [\"trying\"]", "rebuilding-trust: on path undecided it has no stages"},
		{"step that is never shown", "phase = \"first\"", "phase = \"first\"\npaths = [\"trying\"]\nprompts = [{for = \"both\", text = \"E?\", paths = [\"undecided\"]}]", "stage-one: it is only for paths on which its stage is not shown"},
		{"no stages", text[strings.Index(text, "[[stages]]"):], ``, "rebuilding-trust: it has no stages"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			broken := strings.Replace(text, tt.old, tt.new, 1)
			if tt.old == "" {
				broken = text + tt.new
			}
			_, err := guide.LoadGuides(files(file, broken))
			wantRule(t, err, file+": "+tt.want)
		})
	}
}

// moreSteps is a sound step of the stage for each letter.
func moreSteps(letters string) string {
	var b strings.Builder
	for _, l := range letters {
		b.WriteString("[[stages.steps]]\nid = \"stage-one." + string(l) + "\"\ntitle = \"Do it\"\nfor = \"both\"\nsources = [\"A\"]\nprompt = \"Why?\"\n")
	}
	return b.String()
}

// wantRule checks that err is of a broken rule and says want on a line.
func wantRule(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", want)
	}
	if !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("error %v is not journal.ErrInvalid", err)
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if line == want {
			return
		}
	}
	t.Errorf("error says\n%v\nwant the line\n%s", err, want)
}

func TestLoadGuidesRefusesStagesOutOfOrder(t *testing.T) {
	stage := text[strings.Index(text, "[[stages]]"):]
	second := strings.ReplaceAll(stage, "stage-one", "stage-two")
	phase := "[[phases]]\nid = \"zeroth\"\ntitle = \"Zeroth\"\n"
	broken := strings.Replace(text, "[[phases]]", phase+"[[phases]]", 1) + strings.Replace(second, `"first"`, `"zeroth"`, 1)
	_, err := guide.LoadGuides(files(file, broken))
	wantRule(t, err, file+": rebuilding-trust: its stages are not in the order of its phases")

	_, err = guide.LoadGuides(files(file, text+stage))
	wantRule(t, err, file+": stage-one: stage stands twice")
	wantRule(t, err, file+": stage-one.d: step stands twice")
}

func TestLoadGuidesNamesEveryBrokenRuleOfEveryFile(t *testing.T) {
	other := strings.Replace(strings.Replace(text, "rebuilding-trust", "another", 1), `"C?"`, `" C?"`, 1)
	broken := strings.Replace(strings.Replace(text, `"A?"`, `""`, 1), `"B?"`, `""`, 1)
	_, err := guide.LoadGuides(files(file, broken, "guides/another.toml", other))
	wantRule(t, err, file+": stage-one.a: prompt is missing")
	wantRule(t, err, file+": stage-one.b: prompt is missing")
	wantRule(t, err, "guides/another.toml: stage-one.c: prompt begins or ends with a space")
}

func TestGuidesTakeWordsFromEachOther(t *testing.T) {
	borrowing := `id = "another"
title = "Another"
about = "For a test."
[[phases]]
id = "only"
title = "Only"
[[stages]]
id = "stage-one"
phase = "only" # 1
sources = ["C"]
caution = "Its own."
steps = [
	{id = "stage-one.d", sources = ["C"]},
	{id = "stage-one.a", sources = ["C"], prompt = "Its own?"},
	{id = "stage-one.new", title = "Do it", for = "both", prompt = "New?", sources = ["C"]},
	{id = "stage-one.c", sources = ["C"]},
]
[[stages]]
id = "stage-two"
title = "Two"
phase = "only"
sources = ["C"]
purpose = "Mixed."
caution = "Careful."
steps = [
	{id = "stage-one.b", sources = ["C"]},
	{id = "stage-two.e", title = "Do e", for = "both", prompt = "E?", sources = ["C"]},
	{id = "stage-two.f", title = "Do f", for = "both", prompt = "F?", sources = ["C"]},
	{id = "stage-two.g", title = "Do g", for = "both", prompt = "G?", sources = ["C"]},
]
`
	load := func(borrowing string) ([]journal.Guide, error) {
		return guide.LoadGuides(files(file, text, "guides/another.toml", borrowing))
	}
	guides, err := load(borrowing)
	if err != nil {
		t.Fatal(err)
	}
	one, two := guides[1].Stages[0], guides[1].Stages[1]
	if one.Title != "One" || one.Purpose != "One sentence." || one.Caution != "Its own." {
		t.Errorf("the shared stage is %q, %q, %q", one.Title, one.Purpose, one.Caution)
	}
	want := []journal.Step{
		{ID: "stage-one.d", Title: "Do d", For: "both", Sources: []journal.Source{"C"}, Prompt: "D?"},
		{ID: "stage-one.a", Title: "Do a", For: "both", Sources: []journal.Source{"C"}, Prompt: "Its own?"},
	}
	if diff := cmp.Diff(want, one.Steps[:2]); diff != "" {
		t.Errorf("shared steps differ (-want +got):\n%s", diff)
	}
	if two.Steps[0].Title != "Do b" {
		t.Errorf("a step in another stage is %q", two.Steps[0].Title)
	}

	for old, tt := range map[string]struct{ new, want string }{
		`id = "stage-one"`:   {"id = \"stage-one\"\ntitle = \"Uno\"", "stage-one: its title is not the one it has in another guide"},
		`id = "stage-two"`:   {"id = \"stage-one\"", "stage-one: stage stands twice"},
		`phase = "only"`:     {"phase = \"only\"\nfolded = true", "stage-one: it is folded in one guide and not in another"},
		`"stage-one.d"`:      {`"stage-one.d", title = "Do D"`, "stage-one.d: its title is not the one it has in another guide"},
		`"stage-one.b"`:      {`"stage-one.b", for = "hurt"`, "stage-one.b: it is not for those it is for in another guide"},
		`phase = "only" # 1`: {"phase = \"only\"\npaths = [\"undecided\"]", "stage-one: its paths are not those it has in another guide"},
		`"stage-two.g"`:      {`"stage-one.c", paths = ["trying"]`, "stage-one.c: its paths are not those it has in another guide"},
		`"stage-one.c"`:      {`"stage-one.d"`, "stage-one.d: step stands twice"},
		`"stage-two.e"`:      {`"stage-three.e"`, "stage-three.e: its id does not begin with its stage's id and a dot"},
	} {
		_, err := load(strings.Replace(borrowing, old, tt.new, 1))
		wantRule(t, err, "guides/another.toml: "+tt.want)
	}
}

func TestLoadGuidesPutsTheDefaultFirst(t *testing.T) {
	named := func(id string) string { return strings.Replace(text, "rebuilding-trust", id, 1) }
	got, err := guide.LoadGuides(files("guides/a.toml", named("a"), "guides/z.toml", named("z"), file, text))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, g := range got {
		ids = append(ids, g.ID)
	}
	if diff := cmp.Diff([]string{"rebuilding-trust", "a", "z"}, ids); diff != "" {
		t.Errorf("order differs (-want +got):\n%s", diff)
	}

	_, err = guide.LoadGuides(files("guides/a.toml", named("a")))
	wantRule(t, err, file+": the default guide is missing")
}

func TestLoadGuidesRefusesWhatIsNotTOML(t *testing.T) {
	_, err := guide.LoadGuides(files(file, "id = "))
	if err == nil || !strings.Contains(err.Error(), "parse "+file) {
		t.Errorf("error is %v, want one that names the file", err)
	}
}

func FuzzLoadGuides(f *testing.F) {
	f.Add(text)
	f.Add("")
	f.Add("id = \"rebuilding-trust\"\nstages = [{id = \"x\"}]")
	f.Add("[[stages]]\n[[stages.steps]]\nid = \".\"")
	f.Add("stages = 1")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, text string) {
		guides, err := guide.LoadGuides(files(file, text))
		if err != nil {
			return
		}
		for _, s := range guides[0].Stages {
			for _, role := range journal.Roles() {
				if n := len(s.PromptsFor(role)); n < 4 {
					t.Errorf("accepted a stage with %d prompts for role %s", n, role)
				}
			}
			for _, step := range s.Steps {
				if !strings.HasPrefix(step.ID, s.ID+".") || len(step.Sources) == 0 {
					t.Errorf("accepted step %q of stage %q", step.ID, s.ID)
				}
			}
		}
	})
}

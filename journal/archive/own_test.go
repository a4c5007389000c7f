package archive_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/archive"
)

func own() *rapid.Generator[journal.Own] {
	return rapid.Custom(func(t *rapid.T) journal.Own {
		var o journal.Own
		for range rapid.IntRange(0, 2).Draw(t, "own") {
			o.Prompts = append(o.Prompts, journal.OwnPrompt{
				ID: ids().Draw(t, "id"), Text: "x" + prose(200).Draw(t, "text"), Stage: words().Draw(t, "stage"),
				Created: moments().Draw(t, "created"), Edited: moments().Draw(t, "edited"),
			})
			o.Contacts = append(o.Contacts, journal.Contact{
				ID: ids().Draw(t, "id"), Name: "x" + prose(50).Draw(t, "name"), Reach: prose(50).Draw(t, "reach"),
				Note: prose(50).Draw(t, "note"), Created: moments().Draw(t, "created"), Edited: moments().Draw(t, "edited"),
			})
			o.Questions = append(o.Questions, journal.QuestionMark{
				Question: words().Draw(t, "question"), Favourite: rapid.Bool().Draw(t, "favourite"),
				Asked: maybe("2026-03-01").Draw(t, "asked"), Edited: moments().Draw(t, "edited"),
			})
		}
		o.Guides = rapid.SliceOfN(ownGuides(), 0, 2).Draw(t, "guides")
		return o
	})
}

func ids() *rapid.Generator[uuid.UUID] {
	return rapid.Custom(func(t *rapid.T) uuid.UUID {
		id := uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		id[0] |= 1
		return id
	})
}

func ownGuides() *rapid.Generator[journal.OwnGuide] {
	paths := rapid.SliceOfN(rapid.SampledFrom([]journal.Path{journal.Trying, journal.PartingWell}), 0, 2)
	sources := rapid.SliceOfN(rapid.SampledFrom([]journal.Source{"A", "E"}), 0, 2)
	audiences := rapid.SampledFrom([]journal.Audience{"", journal.ForHurt, journal.ForCaused, journal.ForEither})
	return rapid.Custom(func(t *rapid.T) journal.OwnGuide {
		g := journal.OwnGuide{Base: journal.DefaultGuide, Edited: moments().Draw(t, "edited")}
		g.ID, g.Title, g.About = journal.OwnPrefix+words().Draw(t, "id"), words().Draw(t, "title"), prose(100).Draw(t, "about")
		g.Phases = []journal.Phase{{ID: "one", Title: prose(60).Draw(t, "phase")}}
		for i := range rapid.IntRange(1, 3).Draw(t, "stages") {
			s := journal.Stage{
				ID: "s" + strconv.Itoa(i), Title: "x" + prose(60).Draw(t, "title"), Phase: rapid.SampledFrom([]string{"", "one"}).Draw(t, "phase"),
				Purpose: prose(60).Draw(t, "purpose"), Caution: prose(60).Draw(t, "caution"),
				Folded: rapid.Bool().Draw(t, "folded"), Hidden: rapid.Bool().Draw(t, "hidden"),
				Paths: paths.Draw(t, "paths"), Sources: sources.Draw(t, "sources"),
			}
			for n := range rapid.IntRange(0, 2).Draw(t, "steps") {
				s.Steps = append(s.Steps, journal.Step{
					ID: s.ID + ".own-" + strconv.Itoa(n), Title: "x" + prose(60).Draw(t, "title"), For: audiences.Draw(t, "for"),
					Sources: sources.Draw(t, "sources"), Prompt: prose(60).Draw(t, "prompt"), Paths: paths.Draw(t, "paths"),
					Hidden: rapid.Bool().Draw(t, "hidden"),
				})
				s.Prompts = append(s.Prompts, journal.Prompt{
					Text: prose(60).Draw(t, "text"), For: audiences.Draw(t, "for"), Paths: paths.Draw(t, "paths"),
				})
			}
			g.Stages = append(g.Stages, s)
		}
		return g
	})
}

func TestOwnHasThisForm(t *testing.T) {
	m := sample()
	at, id := m.entries[0].At, m.entries[0].ID
	g := journal.OwnGuide{Base: journal.DefaultGuide, Edited: at}
	g.ID, g.Title = "own-mine", "My way"
	g.Stages = []journal.Stage{{ID: "own-rest", Title: "Rest", Steps: []journal.Step{{ID: "own-rest.own-walk", Title: "Walk", For: journal.ForEither}}}}
	m.own = journal.Own{
		Guides:   []journal.OwnGuide{g},
		Contacts: []journal.Contact{{ID: id, Name: "<A>", Created: at, Edited: at}},
		Questions: []journal.QuestionMark{
			{Question: "q-one", Favourite: true, Edited: at}, {Question: "q-two", Asked: "2026-03-01", Edited: at}},
	}
	file, counts := write(t, m)
	_, got, _ := strings.Cut(string(file), `"goals":[]`)
	want := `,
"own":{
"guides":[
{"id":"own-mine","title":"My way","stages":[{"id":"own-rest","title":"Rest","steps":[{"id":"own-rest.own-walk","title":"Walk","for":"both"}]}],"base":"rebuilding-trust","edited":"2026-03-01T21:30:00.000000005-03:00"}],
"contacts":[
{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","name":"<A>","created":"2026-03-01T21:30:00.000000005-03:00","edited":"2026-03-01T21:30:00.000000005-03:00"}],
"questions":[
{"question":"q-one","favourite":true,"edited":"2026-03-01T21:30:00.000000005-03:00"},
{"question":"q-two","asked":"2026-03-01","edited":"2026-03-01T21:30:00.000000005-03:00"}]}}
`
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("own (-want +got):\n%s", d)
	}
	if counts.Own != 4 {
		t.Errorf("%d are counted, want 4", counts.Own)
	}
}

func withOwn(fields string) string { return with(`"own":{` + fields + `}`) }

func withStage(fields string) string {
	return withOwn(`"guides":[{"id":"own-g","title":"x","base":"b","edited":"2026-01-02T03:04:05Z","stages":[{"id":"s","title":"x",` + fields + `}]}]`)
}

func TestReadRefusesWhatIsNotOwn(t *testing.T) {
	const contact = `"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","created":"2026-01-02T03:04:05Z","edited":"2026-01-02T03:04:05Z"`
	for name, test := range map[string]struct{ file, place, reason string }{
		"an array":                {with(`"own":[]`), "own", "not an object"},
		"an unknown list":         {withOwn(`"dreams":[]`), "own", `unknown field "dreams"`},
		"a list twice":            {withOwn(`"guides":[],"guides":[]`), "own", `"guides" is there twice`},
		"it twice":                {with(`"own":{},"own":{}`), "", `"own" is there twice`},
		"a list null":             {withOwn(`"guides":null`), "own.guides", "not an array"},
		"a nameless contact":      {withOwn(`"contacts":[{` + contact + `}]`), "own.contacts[0]", `"name" is missing`},
		"an empty name":           {withOwn(`"contacts":[{` + contact + `,"name":" "}]`), "own.contacts[0]", "it is empty"},
		"a part of no contact":    {withOwn(`"contacts":[{` + contact + `,"phone":"1"}]`), "own.contacts[0]", `unknown field "phone"`},
		"a prompt without words":  {withOwn(`"prompts":[{` + contact + `}]`), "own.prompts[0]", `"text" is missing`},
		"a question without id":   {withOwn(`"questions":[{"edited":"2026-01-02T03:04:05Z"}]`), "own.questions[0]", `"question" is missing`},
		"a day that is none":      {withOwn(`"questions":[{"question":"q","asked":"soon"}]`), "own.questions[0].asked", "YYYY-MM-DD"},
		"another's guide":         {withOwn(`"guides":[{"id":"g","title":"x","base":"b","edited":"2026-01-02T03:04:05Z","stages":[]}]`), "own.guides[0]", "not one of the person's own"},
		"a guide without stages":  {withOwn(`"guides":[{"id":"own-g","title":"x","base":"b","edited":"2026-01-02T03:04:05Z","stages":[]}]`), "own.guides[0]", "no stages"},
		"an unknown part":         {withStage(`"score":1`), "own.guides[0].stages[0]", `unknown field "score"`},
		"an unknown path":         {withStage(`"paths":["up"]`), "own.guides[0]", "none of undecided"},
		"a path as number":        {withStage(`"paths":[1]`), "own.guides[0].stages[0].paths[0]", "not a text"},
		"a step for nobody":       {withStage(`"steps":[{"id":"s.a","title":"x","for":"us"}]`), "own.guides[0]", "none of hurt, caused, both"},
		"a step without title":    {withStage(`"steps":[{"id":"s.a"}]`), "own.guides[0].stages[0].steps[0]", `"title" is missing`},
		"a step twice":            {withStage(`"steps":[{"id":"s.a","title":"x"},{"id":"s.a","title":"y"}]`), "own.guides[0]", "stands twice"},
		"a prompt's unknown part": {withStage(`"prompts":[{"text":"x","step":"s"}]`), "own.guides[0].stages[0].prompts[0]", `unknown field "step"`},
		"too many prompts":        {withStage(`"prompts":[` + strings.Repeat(`{},`, journal.MaxGuideParts) + `{}]`), "own.guides[0].stages[0].prompts[1999]", "too many"},
		"too many in all":         {withStage(`"steps":[` + strings.Repeat(`{"id":"s.a","title":"x"},`, journal.MaxGuideParts/2) + `{"id":"s.a","title":"x"}],"prompts":[` + strings.Repeat(`{},`, journal.MaxGuideParts/2) + `{}]`), "own.guides[0].stages[0].prompts[998]", "too many"},
		"a title far too long":    {strings.Replace(withStage(`"prompts":[]`), `"id":"s","title":"x"`, `"id":"s","title":"`+strings.Repeat("x", journal.MaxTitle+1)+`"`, 1), "own.guides[0].stages[0].title", "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			m := &memory{}
			err := archive.Read(strings.NewReader(test.file), m)
			var bad *archive.Error
			if !errors.As(err, &bad) {
				t.Fatalf("Read = %v, want an *archive.Error", err)
			}
			if bad.Place() != test.place || !strings.Contains(bad.Reason(), test.reason) {
				t.Errorf("Read = %q at %q, want %q at %q", bad.Reason(), bad.Place(), test.reason, test.place)
			}
			if !m.own.Empty() {
				t.Errorf("%+v was handed over", m.own)
			}
		})
	}
}

package guide_test

import (
	"slices"
	"strings"
	"testing"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

const careText = `dated = "2026-11-28"
intro = "For you alone."
folds = ["talk", "page:ten-habits"]
questions = [
	{id = "q-one", text = "One?"}, {id = "q-two", text = "Two?"},
	{id = "q-three", text = "Three?"}, {id = "q-four", text = "Four?"},
]
mirror = [
	{id = "m-one", text = "One?"}, {id = "m-two", text = "Two?"},
	{id = "m-three", text = "Three?"}, {id = "m-four", text = "Four?"},
]
advice = [{title = "Tell someone", text = "One is a start."}]
turning = [{title = "Stop", text = "Go out of reach."}]
[[services]]
country = "Here"
name = "Helpline"
reach = "1-800 22"
note = "For anyone."
harmed = true
`

func TestLoadCareRefuses(t *testing.T) {
	load := func(text string) error { _, err := guide.LoadCare(files("care.toml", text)); return err }
	refuses(t, "care.toml", careText, load, []refusal{
		{"unknown key", `country =`, "land = 1\ncountry =", "services.land: unknown key"},
		{"no day", `dated = "2026-11-28"`, ``, "dated: it is not a day written as YYYY-MM-DD"},
		{"no intro", `intro = "For you alone."`, ``, "intro: text is missing"},
		{"nothing folded", `folds = ["talk", "page:ten-habits"]`, ``, "folds: it folds nothing"},
		{"folded twice", `"page:ten-habits"`, `"talk"`, "talk: fold stands twice"},
		{"three questions", `, {id = "q-four", text = "Four?"}`, ``, "questions: there are 3, not 4"},
		{"a mirror of five", `{id = "m-four"`, `{id = "m-five", text = "Five?"}, {id = "m-four"`, "mirror: there are 5, not 4"},
		{"question twice", `"q-four"`, `"q-one"`, "q-one: question stands twice"},
		{"no question", `"m-one", text = "One?"`, `"m-one", text = "One."`, "m-one: it does not end as a question"},
		{"no advice", `advice = [{title = "Tell someone", text = "One is a start."}]`, ``, "advice: there is none"},
		{"advice without words", `"Go out of reach."`, `""`, "Stop: text is missing"},
		{"a service for nobody", `harmed = true`, ``, "Helpline: it is for nobody"},
		{"a service out of reach", `"1-800 22"`, `""`, "Helpline: reach is neither a number nor an address to type"},
		{"an emergency to type", `reach = "1-800 22"`, "emergency = true\nreach = \"help.example\"", "Helpline: it is for an emergency, and not a number to dial"},
		{"a link", `"1-800 22"`, `"https://help.example"`, "Helpline: reach is neither a number nor an address to type"},
		{"a service without a note", `note = "For anyone."`, ``, "Helpline: note is missing"},
		{"a service twice", careText[strings.Index(careText, "[[services]]"):], strings.Repeat(careText[strings.Index(careText, "[[services]]"):], 2), "Here: Helpline: service stands twice"},
	})
}

func TestLoadCareTakesAnAddressToType(t *testing.T) {
	care, err := guide.LoadCare(files("care.toml", strings.Replace(careText, "1-800 22", "help.example", 1)))
	if err != nil || care.Services[0].Reach != "help.example" {
		t.Errorf("services are %+v (%v)", care.Services, err)
	}
}

func shippedCare(t *testing.T) journal.Care {
	t.Helper()
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return care
}

// TestCareFoldsWhatExists holds every fold against the guides, pages and
// suggestions of the program.
func TestCareFoldsWhatExists(t *testing.T) {
	known := map[string]bool{journal.FoldDeck: true}
	for _, g := range shippedGuides(t) {
		for _, stage := range g.Stages {
			known[stage.ID] = true
			for _, step := range stage.Steps {
				known[step.ID] = true
			}
		}
	}
	for _, p := range shippedPages(t) {
		known[journal.FoldPage+p.ID] = true
	}
	for _, s := range shippedSuggestions(t) {
		known[journal.FoldSuggestion+s.ID] = true
	}
	for _, id := range shippedCare(t).Folds {
		if !known[id] {
			t.Errorf("there is no %q to fold", id)
		}
	}
}

// TestCareFoldsWhatMayBeUnwise names what has to be folded where there is fear,
// and what has to stay open because a person does it for themselves.
func TestCareFoldsWhatMayBeUnwise(t *testing.T) {
	var p journal.Profile
	p.FoldForSafety(shippedCare(t))
	folded := strings.Fields(`
		forgive apologise-and-grieve reconnect closeness talk keep-talking meet-in-the-middle
		agree.middle-ground choose.talk-it-over keep.where-and-with-whom responsibility.one-habit
		page:middle-ground page:open-about page:ten-habits page:conversation-plan page:small-step
		suggestion:where-and-with-whom deck preset:partner`)
	for _, id := range folded {
		if !p.IsFolded(id, false) {
			t.Errorf("%s is not folded", id)
		}
	}
	open := strings.Fields(`
		acknowledge cool-off understand responsibility look-ahead outside-help apart choose
		choose.am-i-safe choose.outside-help cool-off.safe-and-settled cool-off.who-stands-by-me agree.my-limits
		page:plain-facts page:outside-help page:safe-and-settled page:who-stands-by-me page:thought-record page:letter`)
	for _, id := range open {
		if p.IsFolded(id, false) {
			t.Errorf("%s is folded, though it is done for oneself", id)
		}
	}
}

// TestCareFoldsEveryStepOfClosenessWhereverItStands holds that no other guide
// shows in another stage what is folded with its own.
func TestCareFoldsEveryStepOfClosenessWhereverItStands(t *testing.T) {
	var p journal.Profile
	p.FoldForSafety(shippedCare(t))
	for _, g := range shippedGuides(t) {
		for _, stage := range g.Stages {
			for _, step := range stage.Steps {
				home, _, _ := strings.Cut(step.ID, ".")
				forOneself := step.ID == "reconnect.good-moment"
				if p.IsFolded(home, false) && !forOneself && !p.IsFolded(stage.ID, false) && !p.IsFolded(step.ID, false) {
					t.Errorf("%s: %s stays open in %s", g.ID, step.ID, stage.ID)
				}
			}
		}
	}
}

func TestCareKnowsHelpForBothSides(t *testing.T) {
	care := shippedCare(t)
	harmed, harming := 0, 0
	for _, s := range care.Services {
		if s.Harmed && len(s.Reach) > 3 {
			harmed++
		}
		if s.Harming && len(s.Reach) > 3 {
			harming++
		}
	}
	if harmed < 5 || harming < 3 {
		t.Errorf("%d services are for people who are harmed and %d for people who do harm", harmed, harming)
	}
	if len(care.Advice) < 8 || len(care.Turning) < 6 {
		t.Errorf("there are %d pieces of advice for one side and %d for the other", len(care.Advice), len(care.Turning))
	}
}

func TestCareNamesEmergencyNumbersFirst(t *testing.T) {
	care := shippedCare(t)
	var numbers []string
	for _, s := range care.Services {
		if s.Emergency {
			numbers = append(numbers, s.Reach)
		}
	}
	if want := []string{"112", "911", "999", "000"}; !slices.Equal(numbers, want) {
		t.Errorf("the numbers are %q, want %q", numbers, want)
	}
}

package guide_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

const (
	deckText = `[[questions]]
id = "a"
depth = "this-or-that"
text = "A or b?"
[[questions]]
id = "c"
depth = "deep"
text = "What is c?"
`
	suggestionText = `[[suggestions]]
id = "a"
text = "Do a"
who = "me"
every = "mon,thu"
how = "It was done"
sources = ["C", "D"]
`
)

// refusal is a change to a sound file, and the rule it breaks.
type refusal struct{ name, old, new, want string }

func refuses(t *testing.T, file, text string, load func(string) error, refusals []refusal) {
	t.Helper()
	if err := load(text); err != nil {
		t.Fatalf("a sound file is refused: %v", err)
	}
	for _, r := range refusals {
		t.Run(r.name, func(t *testing.T) {
			if !strings.Contains(text, r.old) {
				t.Fatalf("there is no %q to change", r.old)
			}
			wantRule(t, load(strings.Replace(text, r.old, r.new, 1)), file+": "+r.want)
		})
	}
}

func TestLoadDeckRefuses(t *testing.T) {
	load := func(text string) error { _, err := guide.LoadDeck(files("deck.toml", text)); return err }
	refuses(t, "deck.toml", deckText, load, []refusal{
		{"unknown key", `depth =`, "deep = 1\ndepth =", "questions.deep: unknown key"},
		{"malformed id", `id = "a"`, `id = "a?"`, "a?: its id is not lower-case words joined by hyphens"},
		{"id twice", `id = "c"`, `id = "a"`, "a: question stands twice"},
		{"text twice", `What is c?`, `A or b?`, "A or b?: question stands twice"},
		{"no text", `text = "A or b?"`, ``, "a: question is missing"},
		{"no question", `A or b?`, `A or b.`, "a: it does not end as a question"},
		{"two questions", `A or b?`, `A? Or b?`, "a: question is not one sentence"},
		{"unknown depth", `"this-or-that"`, `"light"`, "a: its depth is unknown"},
		{"lighter later", deckText[:strings.LastIndex(deckText, "[[")], "[[questions]]\nid = \"b\"\ndepth = \"deep\"\ntext = \"B?\"\n" + deckText[:strings.LastIndex(deckText, "[[")], "a: it is lighter than the one before it"},
	})
}

func TestLoadSuggestionsRefuses(t *testing.T) {
	load := func(text string) error { _, err := guide.LoadSuggestions(files("suggestions.toml", text)); return err }
	refuses(t, "suggestions.toml", suggestionText, load, []refusal{
		{"unknown key", `who =`, "whom = 1\nwho =", "suggestions.whom: unknown key"},
		{"malformed id", `id = "a"`, `id = "A"`, "A: its id is not lower-case words joined by hyphens"},
		{"id twice", suggestionText, suggestionText + suggestionText, "a: suggestion stands twice"},
		{"no text", `text = "Do a"`, ``, "a: text is missing"},
		{"long text", `Do a`, strings.Repeat("é", 101), "a: text is longer than 100 characters"},
		{"nothing to see it by", `how = "It was done"`, ``, "a: how is missing"},
		{"nobody", `who = "me"`, ``, "a: who is none of me, partner, both"},
		{"no cadence", `every = "mon,thu"`, ``, "a: every is not how often it comes round"},
		{"unknown cadence", `"mon,thu"`, `"often"`, "a: every is not how often it comes round"},
		{"cadence as it is not kept", `"mon,thu"`, `"thu,mon"`, "a: every is not how often it comes round"},
		{"no source", `sources = ["C", "D"]`, ``, "a: it names no source"},
		{"unknown source", `["C", "D"]`, `["C", "F"]`, "a: source is not a letter from A to E"},
	})
}

func shippedDeck(t *testing.T) []journal.Question {
	t.Helper()
	deck, err := guide.LoadDeck(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return deck
}

func shippedSuggestions(t *testing.T) []journal.Suggestion {
	t.Helper()
	suggestions, err := guide.LoadSuggestions(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return suggestions
}

func TestDeckHasManyQuestionsOfEachDepth(t *testing.T) {
	count := make(map[journal.Depth]int)
	for _, q := range shippedDeck(t) {
		count[q.Depth]++
		if q.Depth == journal.ThisOrThat && !strings.Contains(q.Text, " or ") {
			t.Errorf("%s offers no choice: %q", q.ID, q.Text)
		}
	}
	for _, depth := range journal.Depths() {
		if count[depth] < 20 {
			t.Errorf("there are %d questions of depth %s", count[depth], depth)
		}
	}
}

// TestDeckKeepsItsIDs holds the ids that marks in people's journals point at:
// they may gain company, but none may ever change or go.
func TestDeckKeepsItsIDs(t *testing.T) {
	var got []string
	for _, q := range shippedDeck(t) {
		got = append(got, q.ID)
	}
	want := strings.Fields(`
		early-or-late sea-or-hills soup-or-cake window-or-aisle plan-or-drift quiet-or-music rain-or-heat
		letter-or-call cook-or-wash city-or-village book-or-film old-or-new sweet-or-salty cats-or-dogs
		many-or-few train-or-bicycle garden-or-workshop spring-or-autumn jigsaw-or-cards bread-or-fruit
		surprise-or-notice tidy-or-lived-in stars-or-clouds first-or-last-bite shop-or-make walk-or-sit
		small-luck learned-late kind-stranger good-at-ten wanted-to-be sunday-then family-saying
		first-friend teacher room-you-liked three-songs looks-forward better-than-it-looks when-tired
		when-ill good-present free-year work-you-admire money-then quarrels-then comfort proud-lately
		would-like-to-learn change-of-mind ordinary-day far-away felt-at-home hard-to-say asks-for-help
		misunderstood brave-once carries-alone learned-about-love silence to-be-heard enough
		afraid-of-losing came-right begun-late promise-kept trust-begins small-trust need-for-space
		grieves-for holds-you-up sacred would-protect anger-says getting-older thanks-unsaid next-chapter
		wish-to-be-asked`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ids differ (-want +got):\n%s", diff)
	}
}

// TestSuggestionsHoldTheFiveDailyWays holds that each of the five can be taken
// over as one's own and as the partner's, and that each is for every day.
func TestSuggestionsHoldTheFiveDailyWays(t *testing.T) {
	suggestions := shippedSuggestions(t)
	ways := []struct{ mine, theirs string }{
		{"on-time", "partner-on-time"}, {"keep-my-word", "partner-keeps-their-word"}, {"speak-openly", "partner-speaks-openly"},
		{"listen", "partner-listens"}, {"be-understanding", "partner-is-understanding"},
	}
	for _, way := range ways {
		for id, who := range map[string]journal.Party{way.mine: journal.ByMe, way.theirs: journal.ByPartner} {
			at := slices.IndexFunc(suggestions, func(s journal.Suggestion) bool { return s.ID == id })
			if at < 0 {
				t.Errorf("there is no %s", id)
				continue
			}
			if s := suggestions[at]; s.Who != who || s.Every != journal.EveryDay || !slices.Contains(s.Sources, "C") {
				t.Errorf("%s is of %q, every %q, from %v", id, s.Who, s.Every, s.Sources)
			}
		}
	}
}

// TestSuggestedOpennessEnds holds that whatever lets somebody look into a life
// names the time after which it ends.
func TestSuggestedOpennessEnds(t *testing.T) {
	open := 0
	for _, s := range shippedSuggestions(t) {
		if slices.Equal(s.Sources, []journal.Source{"A", "B"}) {
			open++
			if !strings.HasPrefix(s.Text, "For ") {
				t.Errorf("%s has no end: %q", s.ID, s.Text)
			}
		}
	}
	if open < 3 {
		t.Errorf("%d suggestions are about openness", open)
	}
}

func TestDeckAndSuggestionsSpeakAsTheyShould(t *testing.T) {
	for id, texts := range cardTexts(t) {
		speaksAsItShould(t, id, texts)
	}
}

// cardTexts is every sentence of the deck, the suggestions and the care pages
// that a person reads, apart from the services.
func cardTexts(t *testing.T) map[string][]string {
	texts := make(map[string][]string)
	for _, q := range shippedDeck(t) {
		texts[q.ID] = []string{q.Text}
	}
	for _, s := range shippedSuggestions(t) {
		texts[fmt.Sprintf("%s (promise)", s.ID)] = []string{s.Text, s.How}
	}
	care := shippedCare(t)
	texts["care"] = []string{care.Intro}
	for _, q := range slices.Concat(care.Questions, care.Mirror) {
		texts[q.ID] = []string{q.Text}
	}
	for _, a := range slices.Concat(care.Advice, care.Turning) {
		texts[a.Title] = []string{a.Title, a.Text}
	}
	return texts
}

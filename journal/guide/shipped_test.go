package guide_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

func shippedGuides(t *testing.T) []journal.Guide {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return guides
}

func shipped(t *testing.T) journal.Guide {
	t.Helper()
	return shippedGuides(t)[0]
}

// TestDefaultGuideKeepsItsIDs holds the ids that people's journals point at.
// They may gain company, but none may ever change or go.
func TestDefaultGuideKeepsItsIDs(t *testing.T) {
	g := shipped(t)
	var got []string
	for _, s := range g.Stages {
		got = append(got, s.ID)
		for _, step := range s.Steps {
			got = append(got, step.ID)
		}
	}
	want := strings.Fields(`
		acknowledge
		acknowledge.accept-it acknowledge.name-it acknowledge.know-or-guess acknowledge.kind-of-break
		acknowledge.my-feelings acknowledge.partner-feelings acknowledge.stop-pretending
		acknowledge.what-was-decided acknowledge.is-it-safe
		choose
		choose.am-i-safe choose.is-my-partner-safe choose.what-i-want choose.what-my-partner-wants
		choose.what-i-have-to-give choose.outside-help choose.talk-it-over choose.direction-for-now
		cool-off
		cool-off.time-alone cool-off.time-out cool-off.contact-for-now cool-off.my-signs cool-off.what-calms-me
		cool-off.not-now cool-off.safe-and-settled cool-off.who-stands-by-me cool-off.give-room
		cool-off.free-to-go
		understand
		understand.what-happened understand.what-played-in understand.when-it-changed understand.my-view
		understand.partner-view understand.my-questions understand.why-trust-went understand.what-ended-it
		understand.what-i-believe
		responsibility
		responsibility.my-acts responsibility.the-effects responsibility.hear-it
		responsibility.what-i-still-put-right responsibility.my-reason
		responsibility.what-it-did-to-me responsibility.not-mine responsibility.unspoken responsibility.one-habit
		apologise
		apologise.reflect-first apologise.draft apologise.explain-without-excuse apologise.in-what-form
		apologise.offer-it apologise.what-i-need-to-hear apologise.at-my-own-pace apologise.after-the-words
		apologise.without-one
		agree
		agree.what-reassures agree.ask-what-helps agree.do-differently agree.middle-ground
		agree.small-promise agree.repair-not-punishment agree.a-free-yes agree.my-limits
		keep
		keep.one-promise-today keep.five-small-ways keep.what-i-saw keep.what-i-check
		keep.where-and-with-whom keep.say-it-early keep.how-is-it-going keep.lessons-and-thanks
		talk
		talk.ground-rules talk.time-and-place talk.plan-what-to-say talk.open-question
		talk.listen talk.say-it-back talk.note-after talk.something-light
		reconnect
		reconnect.something-new reconnect.be-there reconnect.good-moment reconnect.kind-of-closeness
		reconnect.small-risk reconnect.good-side reconnect.an-hour-as-partners reconnect.feel-cared-for
		forgive
		forgive.where-i-am forgive.what-it-means forgive.what-anger-guards forgive.grieve
		forgive.unsent-letter forgive.the-one-who-did-not-know forgive.myself forgive.theirs-to-give
		look-ahead
		look-ahead.what-trust-means look-ahead.near-goals look-ahead.far-hopes look-ahead.keep-tending
		look-ahead.what-i-decided look-ahead.whether-to-say-it look-ahead.what-we-owe look-ahead.what-i-keep
		look-ahead.a-life-of-my-own`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stage and step ids differ (-want +got):\n%s", diff)
	}
}

func TestDefaultGuideServesBothSides(t *testing.T) {
	for _, s := range shipped(t).Stages {
		for _, role := range []journal.Role{journal.Hurt, journal.Caused} {
			if n := len(s.StepsFor(role)); n < 4 {
				t.Errorf("%s has %d steps for role %s, want at least 4", s.ID, n, role)
			}
		}
		if s.Folded != (s.ID == "forgive") {
			t.Errorf("%s is folded: %v", s.ID, s.Folded)
		}
	}
}

func TestDefaultGuideHasThreePhasesInOrder(t *testing.T) {
	want := map[string]int{"steady": 3, "rebuild": 6, "grow": 3}
	got := map[string]int{}
	g := shipped(t)
	for _, s := range g.Stages {
		got[s.Phase]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stages per phase differ (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]journal.Phase{{ID: "steady", Title: "Steady"}, {ID: "rebuild", Title: "Rebuild", Apart: "Make sense of it"}, {ID: "grow", Title: "Grow", Apart: "From here on"}}, g.Phases); diff != "" {
		t.Errorf("phases differ (-want +got):\n%s", diff)
	}
}

func TestGuidesSpeakAsTheyShould(t *testing.T) {
	for _, g := range shippedGuides(t) {
		speaksAsItShould(t, g.ID, guideTexts(g))
	}
}

// speaksAsItShould catches what a guide or page never says: words that fit only
// some couples, that push, that promise, or that cheer.
func speaksAsItShould(t *testing.T, id string, texts []string) {
	t.Helper()
	never := regexp.MustCompile(`(?i)!|\b(he|she|his|her|him|hers|husband|wife|spouse|boyfriend|girlfriend|men|women|must|should try|have to forgive|just forgive|always|guaranteed?|victim|cheater|toxic|journey|heal(ing|ed)?|amazing|great|score)\b`)
	for _, text := range texts {
		if found := never.FindString(text); found != "" {
			t.Errorf("%s: %q is in %q", id, found, text)
		}
		if strings.ContainsFunc(text, func(r rune) bool { return r > 0x7e }) {
			t.Errorf("%s: a character beyond plain text is in %q", id, text)
		}
	}
}

func TestGuidesAskEachQuestionOnce(t *testing.T) {
	for _, g := range shippedGuides(t) {
		texts := guideTexts(g)
		for i, text := range texts {
			if slices.Contains(texts[:i], text) {
				t.Errorf("%s: %q stands twice", g.ID, text)
			}
		}
	}
}

// TestMethodDocumentFollowsTheGuide keeps docs/method.md from falling behind.
func TestMethodDocumentFollowsTheGuide(t *testing.T) {
	data, err := os.ReadFile("../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "## Stage by stage")
	for _, s := range shipped(t).Stages {
		var letters []string
		for _, letter := range s.Sources {
			letters = append(letters, string(letter))
		}
		heading := "**" + s.Title + "** (`" + s.ID + "`: " + strings.Join(letters, ", ") + ")"
		_, after, found := strings.Cut(rest, heading)
		if !found {
			t.Errorf("no %q, or not in the guide's order", heading)
			continue
		}
		section, _, _ := strings.Cut(after, "\n**")
		for _, step := range s.Steps {
			if name := "`" + strings.TrimPrefix(step.ID, s.ID+".") + "`"; !strings.Contains(section, name) {
				t.Errorf("%s is not in the section of its stage", step.ID)
			}
		}
		rest = after
	}
}

// guideTexts is every sentence of g that a person reads.
func guideTexts(g journal.Guide) []string {
	texts := []string{g.Title, g.About}
	for _, s := range g.Stages {
		texts = append(texts, s.Title, s.Purpose, s.Caution)
		for _, step := range s.Steps {
			texts = append(texts, step.Title, step.Prompt)
		}
		for _, p := range s.Prompts {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

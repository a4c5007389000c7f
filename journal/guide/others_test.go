package guide_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

// TestOtherGuidesKeepTheirIDs holds the order of the guides that follow one
// text each, and the ids of what is at home in them. People's journals point at
// those: they may gain company, but none may ever change or go.
func TestOtherGuidesKeepTheirIDs(t *testing.T) {
	want := map[string]struct {
		letter journal.Source
		stages string
		own    string // steps that are in no other guide's keeping
	}{
		"accept-to-act": {
			letter: "A",
			stages: "acknowledge responsibility apologise cool-off show-care apart agree keep",
			own: `
				show-care.what-it-changes show-care.care-i-can-take agree.what-will-be-done
				keep.do-what-was-agreed`,
		},
		"promises-kept": {
			letter: "D",
			stages: "each-other apologise say-and-plan apart keep keep-talking",
			own: `
				each-other.let-one-be-known each-other.when-i-defend say-and-plan.can-it-be-kept
				keep.all-in-one-place keep.after-a-missed-one keep-talking.a-set-time`,
		},
		"small-daily-acts": {
			letter: "C",
			stages: "talk meet-in-the-middle keep patience outside-help responsibility apart forgive what-matters team",
			own: `
				talk.my-side keep.which-of-five patience.a-slow-day patience.stand-by
				outside-help.what-kind outside-help.alone-or-both outside-help.one-step
				responsibility.what-has-to-stop apart.one-fair-answer forgive.pushed-aside what-matters.what-pulls-away
				team.one-ordinary-thing team.one-difference team.what-each-brings team.my-part-alone`,
		},
		"talk-first": {
			letter: "B",
			stages: "talk understand apart responsibility keep reconnect forgive",
			own: `
				responsibility.from-here-on responsibility.another-try keep.say-how-i-am
				keep.the-same-each-time reconnect.what-we-enjoy`,
		},
		"ways-forward": {
			letter: "E",
			stages: "choose apart responsibility apologise-and-grieve new-memories talk closeness look-ahead",
			own: `
				new-memories.laughed new-memories.from-before new-memories.on-my-own closeness.my-pace`,
		},
	}
	guides := shippedGuides(t)
	known := make(map[string]bool)
	for _, g := range guides {
		var stages, own []string
		for _, stage := range g.Stages {
			stages = append(stages, stage.ID)
			for _, step := range stage.Steps {
				if !known[step.ID] && strings.HasPrefix(step.ID, stage.ID+".") {
					own = append(own, step.ID)
					known[step.ID] = true
				}
			}
		}
		if g.ID == journal.DefaultGuide {
			continue
		}
		if diff := cmp.Diff(strings.Fields(want[g.ID].stages), stages); diff != "" {
			t.Errorf("%s: stages differ (-want +got):\n%s", g.ID, diff)
		}
		if diff := cmp.Diff(strings.Fields(want[g.ID].own), own); diff != "" {
			t.Errorf("%s: steps at home in it differ (-want +got):\n%s", g.ID, diff)
		}
		namesOnly(t, g, guides[0], want[g.ID].letter)
	}
	if len(guides) != len(want)+1 {
		t.Errorf("there are %d guides, want %d", len(guides), len(want)+1)
	}
}

// namesOnly checks that g names no text but the one it follows, and that a step
// it shares with the default guide names that text there too.
func namesOnly(t *testing.T, g, first journal.Guide, letter journal.Source) {
	t.Helper()
	only := []journal.Source{letter}
	for _, stage := range g.Stages {
		if !slices.Equal(stage.Sources, only) {
			t.Errorf("%s: %s names %v", g.ID, stage.ID, stage.Sources)
		}
		for _, step := range stage.Steps {
			if !slices.Equal(step.Sources, only) {
				t.Errorf("%s: %s names %v", g.ID, step.ID, step.Sources)
			}
			if _, there, ok := first.Step(step.ID); ok && !slices.Contains(there.Sources, letter) {
				t.Errorf("%s: %s does not name %s in the default guide", g.ID, step.ID, letter)
			}
		}
	}
}

// TestNoGuideHurriesForgiving holds that every stage about forgiving is closed
// until it is opened.
func TestNoGuideHurriesForgiving(t *testing.T) {
	for _, g := range shippedGuides(t) {
		for _, stage := range g.Stages {
			about := slices.ContainsFunc(stage.Steps, func(s journal.Step) bool { return strings.HasPrefix(s.ID, "forgive.") })
			if about != stage.Folded {
				t.Errorf("%s: %s is folded: %v", g.ID, stage.ID, stage.Folded)
			}
		}
	}
}

// TestMethodDocumentFollowsTheOtherGuides keeps docs/method.md from falling
// behind: it names every step of every guide in a row of the step's stage.
func TestMethodDocumentFollowsTheOtherGuides(t *testing.T) {
	data, err := os.ReadFile("../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range shippedGuides(t)[1:] {
		heading := "### " + g.Title + " (`" + g.ID + "`: " + string(g.Stages[0].Sources[0]) + ")\n"
		_, rest, found := strings.Cut(string(data), heading)
		if !found {
			t.Errorf("no %q", heading)
		}
		section, _, _ := strings.Cut(rest, "\n#")
		for _, stage := range g.Stages {
			var rows string
			for row := range strings.Lines(section) {
				if strings.Contains(row, "| `"+stage.ID+"` |") {
					rows += row
				}
			}
			for _, step := range stage.Steps {
				if !strings.Contains(rows, "`"+step.ID+"`") {
					t.Errorf("%s: %s is in no row of %s", g.ID, step.ID, stage.ID)
				}
			}
		}
	}
}

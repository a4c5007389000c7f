package guide_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

// TestDefaultGuideAlongEachPath holds what whoever does not go back is shown:
// the stages that ask for no life together, and steps of their own.
func TestDefaultGuideAlongEachPath(t *testing.T) {
	all := strings.Fields("acknowledge choose cool-off understand responsibility apologise agree keep talk reconnect forgive look-ahead")
	apart := strings.Fields("acknowledge cool-off understand responsibility apologise forgive look-ahead")
	want := map[journal.Path][]string{
		"": all, journal.Undecided: all, journal.Trying: all,
		journal.SteppingBack: apart, journal.PartingWell: apart,
	}
	for path, stages := range want {
		var got []string
		for _, s := range shipped(t).Along(path).Stages {
			got = append(got, s.ID)
		}
		if diff := cmp.Diff(stages, got); diff != "" {
			t.Errorf("path %q: stages differ (-want +got):\n%s", path, diff)
		}
	}
	own := strings.Fields(`
		acknowledge.what-was-decided cool-off.safe-and-settled cool-off.who-stands-by-me
		look-ahead.what-we-owe look-ahead.whether-to-say-it look-ahead.what-i-keep`)
	for _, path := range []journal.Path{journal.SteppingBack, journal.PartingWell} {
		for _, id := range own {
			if _, _, ok := shipped(t).Along(path).Step(id); !ok {
				t.Errorf("path %s has no %s", path, id)
			}
		}
	}
}

// TestEveryGuideIsOfUseOnEveryPath holds that no path leaves a guide nearly
// empty, nor a side of the hurt with little to do.
func TestEveryGuideIsOfUseOnEveryPath(t *testing.T) {
	for _, g := range shippedGuides(t) {
		for _, path := range append(journal.Paths(), "") {
			along := g.Along(path)
			if n := len(along.Stages); n < 4 {
				t.Errorf("%s: path %q has %d stages", g.ID, path, n)
			}
			for _, s := range along.Stages {
				for _, role := range []journal.Role{journal.Hurt, journal.Caused} {
					if n := len(s.StepsFor(role)); n < 2 || g.ID == journal.DefaultGuide && n < 4 {
						t.Errorf("%s: path %q has %d steps of %s for role %s", g.ID, path, n, s.ID, role)
					}
				}
			}
		}
	}
}

// TestEveryPathIsAskedInItsOwnWords holds that every guide has questions for
// each path alone, the default guide in every stage.
func TestEveryPathIsAskedInItsOwnWords(t *testing.T) {
	for _, g := range shippedGuides(t) {
		for _, path := range journal.Paths() {
			own := func(p journal.Prompt) bool { return slices.Equal(p.Paths, []journal.Path{path}) }
			asking := 0
			for _, s := range g.Along(path).Stages {
				if slices.ContainsFunc(s.Prompts, own) {
					asking++
				} else if g.ID == journal.DefaultGuide {
					t.Errorf("%s asks nothing for path %s alone", s.ID, path)
				}
			}
			if asking < 2 {
				t.Errorf("%s: %d stages ask something for path %s alone", g.ID, asking, path)
			}
		}
	}
}

// TestPartingIsAskedAboutSafety holds that whoever pulls away is asked about
// safety too, and so is whoever is left.
func TestPartingIsAskedAboutSafety(t *testing.T) {
	for _, path := range journal.Paths() {
		g := shipped(t).Along(path)
		for _, pair := range [][2]string{{"choose.am-i-safe", "acknowledge.is-it-safe"}, {"choose.is-my-partner-safe", "cool-off.free-to-go"}} {
			_, _, staying := g.Step(pair[0])
			_, _, parting := g.Step(pair[1])
			if staying == parting {
				t.Errorf("path %s has both or none of %v", path, pair)
			}
		}
	}
}

// Whoever has left reads of no rebuilding above the stages.
func TestPhasesHaveTitlesOfTheirOwnWhereSomebodyLeaves(t *testing.T) {
	g := shipped(t)
	titles := func(p journal.Path) (all []string) {
		for _, phase := range g.Along(p).Phases {
			all = append(all, phase.Title)
		}
		return all
	}
	if got, want := titles(journal.Trying), []string{"Steady", "Rebuild", "Grow"}; !slices.Equal(got, want) {
		t.Errorf("trying, the phases are %q", got)
	}
	for _, p := range []journal.Path{journal.SteppingBack, journal.PartingWell} {
		if got, want := titles(p), []string{"Steady", "Make sense of it", "From here on"}; !slices.Equal(got, want) {
			t.Errorf("on %s the phases are %q", p, got)
		}
	}
	if g.Phases[1].Title != "Rebuild" {
		t.Error("the guide itself changed")
	}
}

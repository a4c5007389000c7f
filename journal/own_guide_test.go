package journal_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

// small is a guide of two phases: a with the steps a.1 and a.2, and b, then c,
// which is not for somebody who parts.
func small() journal.Guide {
	return journal.Guide{
		ID: "small", Title: "Small", About: "A short one.",
		Phases: []journal.Phase{{ID: "first", Title: "First"}, {ID: "second", Title: "Second"}},
		Stages: []journal.Stage{
			{ID: "a", Title: "A", Phase: "first", Purpose: "Begin.", Caution: "Gently.", Prompts: []journal.Prompt{{Text: "Why?", For: journal.ForHurt}},
				Steps: []journal.Step{{ID: "a.1", Title: "One", Prompt: "One?"}, {ID: "a.2", Title: "Two", Prompt: "Two?"}}},
			{ID: "b", Title: "B", Phase: "first"},
			{ID: "c", Title: "C", Phase: "second", Paths: []journal.Path{journal.Undecided, journal.Trying, journal.SteppingBack}},
		},
	}
}

func copied() journal.OwnGuide {
	return journal.CopyGuide(small(), "own-copy", "small", " My way ")
}

// told writes the order of a guide: phases, stages, steps, in brackets what is
// hidden.
func told(g journal.OwnGuide) string {
	var out []string
	word := func(id string, hidden bool) string {
		if hidden {
			return "(" + id + ")"
		}
		return id
	}
	for _, s := range g.Stages {
		line := s.Phase + ":" + word(s.ID, s.Hidden)
		for _, step := range s.Steps {
			_, name, _ := strings.Cut(step.ID, ".")
			line += "/" + word(name, step.Hidden)
		}
		out = append(out, line)
	}
	return strings.Join(out, " ")
}

type act = func(journal.OwnGuide) (journal.OwnGuide, error)

// acts does one after another.
func acts(all ...act) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) {
		var err error
		for _, one := range all {
			if g, err = one(g); err != nil {
				return g, err
			}
		}
		return g, nil
	}
}

func moveStage(id string, by int) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.MoveStage(id, by) }
}
func moveStep(id string, by int) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.MoveStep(id, by) }
}
func hideStage(id string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.HideStage(id, true) }
}
func hideStep(id string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.HideStep(id, true) }
}
func addStage(id, phase, title string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) {
		return g.AddStage(id, phase, journal.StageWords{Title: title})
	}
}
func addStep(stage, name, title string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.AddStep(stage, name, title, "") }
}
func removeStage(id string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemoveStage(id) }
}
func removeStep(id string) act {
	return func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemoveStep(id) }
}

func TestOwnGuideOrder(t *testing.T) {
	const as = "first:a/1/2 first:b second:c"
	showAll := journal.OwnGuide.ShowAll
	restore := func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.Restore(small()) }
	for name, tt := range map[string]struct {
		act  act
		want string
	}{
		"a copy":                       {acts(), as},
		"down within its phase":        {moveStage("a", 1), "first:b first:a/1/2 second:c"},
		"down into the next phase":     {moveStage("b", 1), "first:a/1/2 second:b second:c"},
		"up into the phase before":     {moveStage("c", -1), "first:a/1/2 first:b first:c"},
		"down past the last":           {moveStage("c", 1), as},
		"up past the first":            {moveStage("a", -1), as},
		"into a phase that was empty":  {acts(moveStage("c", -1), moveStage("c", 1)), as},
		"far is one place":             {moveStage("a", 7), "first:b first:a/1/2 second:c"},
		"a step down":                  {moveStep("a.1", 1), "first:a/2/1 first:b second:c"},
		"a step past the last":         {moveStep("a.2", 1), as},
		"a step past the first":        {moveStep("a.1", -1), as},
		"a stage is hidden":            {hideStage("a"), "first:(a)/1/2 first:b second:c"},
		"a step is hidden":             {hideStep("a.2"), "first:a/1/(2) first:b second:c"},
		"all is shown again":           {acts(hideStage("a"), hideStep("a.2"), showAll), as},
		"a stage is added to a phase":  {addStage("own-1", "first", "Mine"), "first:a/1/2 first:b first:own-1 second:c"},
		"a stage is added to the last": {addStage("own-1", "", "Mine"), as + " second:own-1"},
		"to a phase there is none of":  {addStage("own-1", "fourth", "Mine"), "first:a/1/2 first:b first:own-1 second:c"},
		"a step is added":              {addStep("b", "own-2", "Mine"), "first:a/1/2 first:b/own-2 second:c"},
		"and removed":                  {acts(addStep("b", "own-2", "Mine"), removeStep("b.own-2")), as},
		"a stage is added and removed": {acts(addStage("own-1", "", "Mine"), removeStage("own-1")), as},
		"all is restored":              {acts(moveStage("a", 1), hideStage("b"), addStage("own-1", "", "Mine"), addStep("a", "own-2", "Mine"), restore), as},
	} {
		t.Run(name, func(t *testing.T) {
			g := copied()
			got, err := tt.act(g)
			if err != nil {
				t.Fatal(err)
			}
			if told(got) != tt.want {
				t.Errorf("%s\nwant %s", told(got), tt.want)
			}
			if told(g) != as {
				t.Errorf("the guide it was given became %s", told(g))
			}
		})
	}
}

func TestOwnGuideRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		act  act
		want error
	}{
		"a stage that is not there":        {moveStage("z", 1), journal.ErrNotFound},
		"a step that is not there":         {hideStep("a.9"), journal.ErrNotFound},
		"a question that is not there":     {func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemovePrompt("a", 1) }, journal.ErrNotFound},
		"a stage of the program to remove": {removeStage("a"), journal.ErrInvalid},
		"a step of the program to remove":  {removeStep("a.1"), journal.ErrInvalid},
		"a stage without a title":          {addStage("own-1", "first", "  "), journal.ErrInvalid},
		"a step without a title":           {addStep("a", "own-1", ""), journal.ErrInvalid},
		"a stage twice":                    {acts(addStage("own-1", "", "Mine"), addStage("own-1", "", "Mine")), journal.ErrInvalid},
		"a guide without a title":          {func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.Rename(" ", "") }, journal.ErrInvalid},
		"an empty question":                {func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.AddPrompt("a", " ") }, journal.ErrInvalid},
		"the last that is shown":           {acts(hideStage("a"), hideStage("c"), hideStage("b")), journal.ErrNothingShown},
		"the last for somebody who parts":  {acts(hideStage("a"), hideStage("b")), journal.ErrNothingShown},
		"the last of one's own, removed":   {acts(addStage("own-1", "", "Mine"), hideStage("a"), hideStage("b"), removeStage("own-1")), journal.ErrNothingShown},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := tt.act(copied()); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
}

func TestOwnGuideWords(t *testing.T) {
	g := copied()
	if g.Title != "My way" || g.About != "A short one." || g.Base != "small" {
		t.Fatalf("the copy is %+v", g)
	}
	g, err := acts(
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.Rename("Ours ", "In our words.") },
		func(g journal.OwnGuide) (journal.OwnGuide, error) {
			return g.RewordStage("a", journal.StageWords{Title: " Start", Purpose: "Just begin."})
		},
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RewordStep("a.2", "Second ", "And then?") },
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.AddPrompt("a", "What for? ") },
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RewordPrompt("a", 0, "Why now?") },
	)(g)
	if err != nil {
		t.Fatal(err)
	}
	stage, step, _ := g.Step("a.2")
	if want := (journal.StageWords{Title: "Start", Purpose: "Just begin."}); stage.Words() != want || g.Title != "Ours" || g.About != "In our words." {
		t.Errorf("stage %+v in %q, %q", stage.Words(), g.Title, g.About)
	}
	if step.Title != "Second" || step.Prompt != "And then?" {
		t.Errorf("step %+v", step)
	}
	prompts := []journal.Prompt{{Text: "Why now?", For: journal.ForHurt}, {Text: "What for?", For: journal.ForEither}}
	if !reflect.DeepEqual(stage.Prompts, prompts) {
		t.Errorf("questions %+v", stage.Prompts)
	}
	if plain := copied(); !reflect.DeepEqual(plain, journal.CopyGuide(small(), "own-copy", "small", "My way")) {
		t.Error("two copies are not the same")
	}

	original, _ := small().Stage("a")
	if !stage.IsReworded(original) || !step.IsReworded(original.Steps[1]) || stage.Steps[0].IsReworded(original.Steps[0]) {
		t.Error("what was reworded is not told from what was not")
	}
	g, err = acts(
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RestoreStage(original) },
		func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RestoreStep(original.Steps[1]) },
	)(g)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := g.Stage("a"); !reflect.DeepEqual(got, original) {
		t.Errorf("restored to %+v", got)
	}
}

// TestOwnGuideHoldsUnderAnyEdits does whatever may be done to copies of the
// guides of the program, in any order.
func TestOwnGuideHoldsUnderAnyEdits(t *testing.T) {
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.SampledFrom(guides).Draw(t, "base")
		g, made := journal.CopyGuide(base, journal.NewOwnID(), base.ID, "Copy"), 0
		if missing := lacking(g, base); len(missing) > 0 {
			t.Fatalf("the copy lacks %v", missing)
		}
		for range rapid.IntRange(1, 40).Draw(t, "acts") {
			before := g
			after, err := anyAct(t, g, base, &made)
			if err != nil && !errors.Is(err, journal.ErrNothingShown) && !errors.Is(err, journal.ErrInvalid) && !errors.Is(err, journal.ErrNotFound) {
				t.Fatal(err)
			}
			if err == nil {
				g = after
			}
			holds(t, g, base)
			if missing := lacking(g, base); len(missing) > 0 {
				t.Fatalf("of the program's, %v went (before: %s)", missing, told(before))
			}
		}
	})
}

// anyAct does one of all acts to something that is there, or nearly.
func anyAct(t *rapid.T, g journal.OwnGuide, base journal.Guide, made *int) (journal.OwnGuide, error) {
	stage := rapid.SampledFrom(g.Stages).Draw(t, "stage")
	step := journal.Step{ID: stage.ID + ".none"}
	if len(stage.Steps) > 0 {
		step = rapid.SampledFrom(stage.Steps).Draw(t, "step")
	}
	by, hide := rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"), rapid.Bool().Draw(t, "hide")
	text := rapid.SampledFrom([]string{"", " ", "Some words", "More, with a\nline"}).Draw(t, "text")
	*made++
	id := fmt.Sprintf("own-%d", *made)
	words := journal.StageWords{Title: text, Purpose: text, Caution: text}
	switch rapid.IntRange(0, 16).Draw(t, "act") {
	case 0:
		return g.MoveStage(stage.ID, by)
	case 1:
		return g.MoveStep(step.ID, by)
	case 2, 3:
		return g.HideStage(stage.ID, hide)
	case 4:
		return g.HideStep(step.ID, hide)
	case 5:
		return g.AddStage(id, stage.Phase, words)
	case 6:
		return g.AddStep(stage.ID, id, text, text)
	case 7:
		return g.RewordStage(stage.ID, words)
	case 8:
		return g.RewordStep(step.ID, text, text)
	case 9:
		return g.RemoveStage(stage.ID)
	case 10:
		return g.RemoveStep(step.ID)
	case 11:
		return g.AddPrompt(stage.ID, text)
	case 12:
		return g.RemovePrompt(stage.ID, by)
	case 13:
		return g.RewordPrompt(stage.ID, 0, text)
	case 14:
		return g.Rename(text, text)
	case 15:
		return g.ShowAll()
	}
	return g.Restore(base)
}

// holds checks what is true of every guide of the person's own.
func holds(t *rapid.T, g journal.OwnGuide, base journal.Guide) {
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	var order []int
	for _, s := range g.Stages {
		order = append(order, slices.IndexFunc(g.Phases, func(p journal.Phase) bool { return p.ID == s.Phase }))
	}
	if slices.Contains(order, -1) || !slices.IsSorted(order) {
		t.Fatalf("the stages are in phases %v", order)
	}
	for _, path := range []journal.Path{"", journal.Undecided, journal.Trying, journal.SteppingBack, journal.PartingWell} {
		shown := journal.OwnGuide{Guide: g.Along(path)}
		if len(base.Along(path).Stages) > 0 && len(shown.Stages) == 0 || shown.HasHidden() {
			t.Fatalf("along %q it shows %s", path, told(shown))
		}
	}
}

// lacking returns the ids of stages and steps of base that g lacks.
func lacking(g journal.OwnGuide, base journal.Guide) []string {
	var missing []string
	for _, s := range base.Stages {
		if _, ok := g.Stage(s.ID); !ok {
			missing = append(missing, s.ID)
		}
		for _, step := range s.Steps {
			if _, _, ok := g.Step(step.ID); !ok {
				missing = append(missing, step.ID)
			}
		}
	}
	return missing
}

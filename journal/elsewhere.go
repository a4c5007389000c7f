package journal

import (
	"maps"
	"slices"
)

// Elsewhere returns what the person keeps of other guides than the first of
// guides, which is the one they follow: the stages of stages and the steps of
// steps, both ids, that it lacks. A stage has its title, purpose and caution
// from the guide it is in, else its id in words, and none but the steps that
// are kept. A step stands in the stage it is at home in, even where the guide
// that is followed has that stage. The stages are in the order of the guides,
// then by id.
func Elsewhere(guides []Guide, stages, steps []string) []Stage {
	kept := make(map[string][]string) // step ids by stage
	for _, id := range stages {
		if _, known := guides[0].Stage(id); !known {
			kept[id] = nil // a stage is kept for itself, whatever its steps
		}
	}
	for _, id := range steps {
		stage := stageOf(id)
		if _, _, known := guides[0].Step(id); !known && !slices.Contains(kept[stage], id) {
			kept[stage] = append(kept[stage], id)
		}
	}
	var found []Stage
	take := func(id string) {
		if ids, ok := kept[id]; ok {
			found = append(found, keptStage(guides, id, ids))
			delete(kept, id)
		}
	}
	for _, g := range guides {
		for _, stage := range g.Stages {
			take(stage.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(kept)) {
		take(id)
	}
	return found
}

// keptStage returns the stage with the steps that are kept in it.
func keptStage(guides []Guide, id string, steps []string) Stage {
	stage, _ := FindStage(guides, id)
	kept := Stage{ID: id, Title: StageTitle(guides, id), Purpose: stage.Purpose, Caution: stage.Caution}
	for _, step := range steps {
		found, known := FindStep(guides, step)
		if !known {
			found = Step{ID: step, Title: StepTitle(guides, step), For: ForEither}
		}
		kept.Steps = append(kept.Steps, found)
	}
	return kept
}

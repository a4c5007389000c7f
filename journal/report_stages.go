package journal

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// addStages adds how every chosen stage stands at the end of the period.
func (b *reportBuilder) addStages(ctx context.Context, src Contents) error {
	if !b.report.Has(SectionStages) {
		return nil
	}
	ticks, err := src.ListTicks(ctx)
	if err != nil {
		return fmt.Errorf("list ticks: %w", err)
	}
	states, err := src.ListStageStates(ctx)
	if err != nil {
		return fmt.Errorf("list stage states: %w", err)
	}
	p := progress{
		steps:  lastSteps(slices.DeleteFunc(slices.Clone(ticks), func(t Tick) bool { return !b.upToEnd(DayOf(t.At)) })),
		states: slices.DeleteFunc(slices.Clone(states), func(s StageState) bool { return !b.upToEnd(DayOf(s.At)) }),
	}
	p.current = CurrentStates(p.states)
	b.addGuideStages(p)
	b.addOtherStages(p)
	return nil
}

// progress is what was ticked and set up to the end of the period.
type progress struct {
	steps   map[string]ReportStep // those there is something to tell of, without titles
	states  []StageState          // oldest first
	current map[string]StageState
}

// addGuideStages adds the stages that the guide knows, in its order. Those
// with nothing to tell are left out unless the person chose stages.
func (b *reportBuilder) addGuideStages(p progress) {
	for _, stage := range b.req.Guide.Stages {
		if !b.takesStage(stage.ID) {
			continue
		}
		shown := b.showStage(stage.ID, p)
		for _, step := range stage.Steps {
			if told, ok := p.steps[step.ID]; ok {
				shown.Steps = append(shown.Steps, b.showStep(told))
			}
		}
		if len(shown.Steps) > 0 || !shown.State.At.IsZero() || len(b.req.Choice.Stages) > 0 {
			b.report.Stages = append(b.report.Stages, shown)
		}
	}
}

// addOtherStages adds the steps and states that the guide does not know,
// grouped by stage.
func (b *reportBuilder) addOtherStages(p progress) {
	other := make(map[string]*ReportStage)
	for id := range p.current {
		if _, known := b.req.Guide.Stage(id); !known && b.takesStage(id) {
			shown := b.showStage(id, p)
			other[id] = &shown
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.steps)) {
		if _, _, known := b.req.Guide.Step(id); !known && b.takesStage(stageOf(id)) {
			stage := stageOf(id)
			if other[stage] == nil {
				other[stage] = &ReportStage{ID: stage, Title: b.stageTitle(stage), State: ReportState{State: NotStarted}}
			}
			other[stage].Steps = append(other[stage].Steps, b.showStep(p.steps[id]))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(other)) {
		b.report.OtherGuide = append(b.report.OtherGuide, *other[id])
	}
}

// showStage returns the stage with the id without its steps.
func (b *reportBuilder) showStage(id string, p progress) ReportStage {
	shown := ReportStage{ID: id, Title: b.stageTitle(id), State: ReportState{State: NotStarted}}
	if now, ok := p.current[id]; ok {
		shown.State = b.showState(now)
	}
	for _, s := range p.states {
		if s.Stage == id && b.inPeriod(DayOf(s.At)) {
			shown.History = append(shown.History, b.showState(s))
		}
	}
	return shown
}

func (b *reportBuilder) showState(s StageState) ReportState {
	b.saw(s.At)
	return ReportState{State: s.State, At: s.At, Reason: s.Reason}
}

// showStep returns told with its title.
func (b *reportBuilder) showStep(told ReportStep) ReportStep {
	b.saw(told.At)
	told.Title = b.stepTitle(told.ID)
	return told
}

// lastSteps returns how every step in acts stands after them, without titles.
// A step whose note was taken away and that was never ticked is not in it.
func lastSteps(acts []Tick) map[string]ReportStep {
	slices.SortStableFunc(acts, func(a, b Tick) int { return a.At.Compare(b.At) })
	told, turned := make(map[string]ReportStep), make(map[string]ReportStep)
	for _, act := range acts {
		last := turned[act.Step] // ticked or unticked
		if was := last.Act == StepTicked; act.Done != was {
			last = ReportStep{ID: act.Step, Act: StepUnticked, At: act.At}
			if act.Done {
				last.Act = StepTicked
			}
			turned[act.Step] = last
		} else if !was && act.Note != "" {
			last = ReportStep{ID: act.Step, Act: StepNoted, At: act.At}
		}
		last.Note = act.Note
		told[act.Step] = last
	}
	maps.DeleteFunc(told, func(_ string, s ReportStep) bool { return s.Act == "" })
	return told
}

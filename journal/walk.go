package journal

import "slices"

// Walk is how a person goes along a guide: what today's question and next steps
// are chosen from.
type Walk struct {
	Guide   Guide // as it is shown on the person's path
	Profile Profile
	States  []StageState // history
	Ticks   []Tick       // history
	Prompts []OwnPrompt  // the person's own
}

// inWork reports whether a stage that stands like this is being worked on.
func inWork(s StageState) bool {
	return slices.Contains([]StateName{Exploring, Working, Revisiting}, s.State)
}

// setAside reports whether a stage that stands like this is to be left alone.
func setAside(s StageState) bool {
	return slices.Contains([]StateName{Steady, Paused, NotForMe}, s.State)
}

// folded reports whether a stage stays closed. One that comes folded is open
// once the person has said how it stands.
func (w Walk) folded(stage Stage, stands StageState) bool {
	return w.Profile.IsFolded(stage.ID, stage.Folded && stands.At.IsZero())
}

// open returns the stages that are neither folded nor set aside.
func (w Walk) open() []Stage {
	states := CurrentStates(w.States)
	return slices.DeleteFunc(slices.Clone(w.Guide.Stages), func(s Stage) bool {
		return w.folded(s, states[s.ID]) || setAside(states[s.ID])
	})
}

// nearest returns the stages that are being worked on, in the guide's order;
// where there is none such, the first one that something is left to do in.
func (w Walk) nearest() []Stage {
	states, open := CurrentStates(w.States), w.open()
	working := slices.DeleteFunc(slices.Clone(open), func(s Stage) bool { return !inWork(states[s.ID]) })
	if len(working) > 0 {
		return working
	}
	for i, s := range open {
		if len(w.untickedOf(s)) > 0 {
			return open[i : i+1]
		}
	}
	return open[:min(len(open), 1)]
}

// stepsOf returns the steps of a stage that the person is shown.
func (w Walk) stepsOf(s Stage) []Step {
	return slices.DeleteFunc(s.StepsFor(w.Profile.Role), func(step Step) bool { return w.Profile.IsFolded(step.ID, false) })
}

func (w Walk) untickedOf(s Stage) []Step {
	ticks := CurrentTicks(w.Ticks)
	return slices.DeleteFunc(w.stepsOf(s), func(step Step) bool { return ticks[step.ID].Done })
}

// NextStep is a step that comes next, in its stage.
type NextStep struct {
	Stage Stage
	Step  Step
}

// NextSteps returns at most so many steps that are not ticked yet, of the stages
// that are being worked on, else of the first ones: the first of each stage, then
// the second.
func (w Walk) NextSteps(most int) []NextStep {
	var next []NextStep
	nearest := w.nearest()
	for round := 0; ; round++ {
		more := false
		for _, stage := range nearest {
			steps := w.untickedOf(stage)
			if round >= len(steps) {
				continue
			}
			if len(next) == most {
				return next
			}
			more = true
			next = append(next, NextStep{stage, steps[round]})
		}
		if !more {
			return next
		}
	}
}

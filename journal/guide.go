package journal

import (
	"slices"
	"strings"
)

// Guide is an order of stages to walk through. It is read-only data whose ids
// never change, so that ticks and links keep their meaning. They mean the same
// in all guides.
type Guide struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	About  string  `json:"about,omitempty"` // one or two sentences
	Phases []Phase `json:"phases,omitempty"`
	Stages []Stage `json:"stages,omitempty"` // in the order they are shown, each in one phase
}

// Phase groups stages.
type Phase struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Apart is its title on a path that leads away, or none for the same. A copy
	// of the guide has it no more: its titles are the person's own.
	Apart string `json:"-"`
}

// Stage is one place on the path.
type Stage struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Phase   string   `json:"phase,omitempty"`   // phase id
	Purpose string   `json:"purpose,omitempty"` // one sentence
	Caution string   `json:"caution,omitempty"` // when to go gently, or not at all
	Folded  bool     `json:"folded,omitempty"`  // shown closed until the person opens it
	Paths   []Path   `json:"paths,omitempty"`   // the paths it is shown on; none: all
	Hidden  bool     `json:"hidden,omitempty"`  // the person left it out of a guide of their own
	Sources []Source `json:"sources,omitempty"`
	Steps   []Step   `json:"steps,omitempty"`
	Prompts []Prompt `json:"prompts,omitempty"` // beside the ones of the steps
}

// Step is one thing to do or understand, which can be ticked.
type Step struct {
	ID      string   `json:"id"` // "stage.step", after the stage it is at home in, which may be another one
	Title   string   `json:"title"`
	For     Audience `json:"for,omitempty"`
	Sources []Source `json:"sources,omitempty"`
	Prompt  string   `json:"prompt,omitempty"` // the question to write about
	Paths   []Path   `json:"paths,omitempty"`  // the paths it is shown on; none: all
	Hidden  bool     `json:"hidden,omitempty"` // the person left it out of a guide of their own
}

// Prompt is a question to write about.
type Prompt struct {
	Text  string   `json:"text,omitempty"`
	For   Audience `json:"for,omitempty"`
	Paths []Path   `json:"paths,omitempty"` // the paths it is asked on; none: all
}

// Source is the letter of a source text, "A" to "E".
type Source string

// Audience is whom a step or prompt is written for.
type Audience string

// The audiences. ForEither is for both sides of the hurt.
const (
	ForHurt   Audience = "hurt"
	ForCaused Audience = "caused"
	ForEither Audience = "both"
)

// Sees reports whether a person in role r is shown what is written for a. The
// roles Both and Unsure see everything.
func (r Role) Sees(a Audience) bool {
	switch r {
	case Hurt:
		return a != ForCaused
	case Caused:
		return a != ForHurt
	}
	return true
}

// StepsFor returns the stage's steps that role r is shown, in order.
func (s Stage) StepsFor(r Role) []Step {
	return slices.DeleteFunc(slices.Clone(s.Steps), func(step Step) bool { return !r.Sees(step.For) })
}

// PromptsFor returns every prompt that role r is shown: those that steps have
// first, then the stage's.
func (s Stage) PromptsFor(r Role) []Prompt {
	var out []Prompt
	for _, step := range s.StepsFor(r) {
		if step.Prompt != "" {
			out = append(out, Prompt{Text: step.Prompt, For: step.For, Paths: step.Paths})
		}
	}
	for _, p := range s.Prompts {
		if r.Sees(p.For) {
			out = append(out, p)
		}
	}
	return out
}

// FindStage returns the stage with the id from the first of guides that has it,
// or false.
func FindStage(guides []Guide, id string) (Stage, bool) {
	for _, g := range guides {
		if stage, ok := g.Stage(id); ok {
			return stage, true
		}
	}
	return Stage{}, false
}

// FindStep returns the step with the id from the first of guides that has it,
// or false.
func FindStep(guides []Guide, id string) (Step, bool) {
	for _, g := range guides {
		if _, step, ok := g.Step(id); ok {
			return step, true
		}
	}
	return Step{}, false
}

// StageTitle returns the title that the first of guides which has the stage
// gives it; if none has it, its id in words. No id has no title.
func StageTitle(guides []Guide, id string) string {
	if stage, ok := FindStage(guides, id); ok {
		return stage.Title
	}
	return readable(id)
}

// StepTitle returns the title that the first of guides which has the step gives
// it; if none has it, its id in words, without that of the stage.
func StepTitle(guides []Guide, id string) string {
	if step, ok := FindStep(guides, id); ok {
		return step.Title
	}
	return readable(strings.TrimPrefix(id, stageOf(id)+"."))
}

// Stage returns the stage with the id, or false.
func (g Guide) Stage(id string) (Stage, bool) {
	i := slices.IndexFunc(g.Stages, func(s Stage) bool { return s.ID == id })
	if i < 0 {
		return Stage{}, false
	}
	return g.Stages[i], true
}

// Step returns the step with the id and the stage it belongs to, or false.
func (g Guide) Step(id string) (Stage, Step, bool) {
	for _, stage := range g.Stages {
		for _, step := range stage.Steps {
			if step.ID == id {
				return stage, step, true
			}
		}
	}
	return Stage{}, Step{}, false
}

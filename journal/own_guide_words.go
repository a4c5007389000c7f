package journal

import (
	"slices"
	"strings"
)

// StageWords are the words of a stage that the person may change.
type StageWords struct{ Title, Purpose, Caution string }

// Words returns the stage's words.
func (s Stage) Words() StageWords { return StageWords{s.Title, s.Purpose, s.Caution} }

func (s *Stage) setWords(w StageWords) {
	s.Title, s.Purpose, s.Caution = strings.TrimSpace(w.Title), strings.TrimSpace(w.Purpose), strings.TrimSpace(w.Caution)
}

// AddStage puts a stage with the id behind those of a phase; no phase is the
// last.
func (g OwnGuide) AddStage(id, phase string, words StageWords) (OwnGuide, error) {
	if phase == "" && len(g.Phases) > 0 {
		phase = g.Phases[len(g.Phases)-1].ID
	}
	stage := Stage{ID: id, Phase: phase}
	stage.setWords(words)
	g = g.clone()
	g.Stages = append(g.Stages, stage)
	g.sort()
	return g.checked()
}

// AddStep puts a step of the person's making, which everybody is shown, behind
// those of a stage; name is what NewOwnID returned.
func (g OwnGuide) AddStep(stage, name, title, prompt string) (OwnGuide, error) {
	step := Step{ID: stage + "." + name, Title: strings.TrimSpace(title), Prompt: strings.TrimSpace(prompt), For: ForEither}
	return g.change(stage, func(g *OwnGuide, at int) { g.Stages[at].Steps = append(g.Stages[at].Steps, step) })
}

// RewordStage gives a stage other words.
func (g OwnGuide) RewordStage(id string, words StageWords) (OwnGuide, error) {
	return g.change(id, func(g *OwnGuide, at int) { g.Stages[at].setWords(words) })
}

// RewordStep gives a step another title and question.
func (g OwnGuide) RewordStep(id, title, prompt string) (OwnGuide, error) {
	return g.changeStep(id, func(s *Stage, at int) {
		s.Steps[at].Title, s.Steps[at].Prompt = strings.TrimSpace(title), strings.TrimSpace(prompt)
	})
}

// AddPrompt puts a question that everybody is asked behind those of a stage.
func (g OwnGuide) AddPrompt(stage, text string) (OwnGuide, error) {
	text = strings.TrimSpace(text)
	if err := checkSaid("question", text); err != nil {
		return g, err
	}
	return g.change(stage, func(g *OwnGuide, at int) {
		g.Stages[at].Prompts = append(g.Stages[at].Prompts, Prompt{Text: text, For: ForEither})
	})
}

// RewordPrompt gives the question of a stage at index i another text.
func (g OwnGuide) RewordPrompt(stage string, i int, text string) (OwnGuide, error) {
	text = strings.TrimSpace(text)
	if err := checkSaid("question", text); err != nil {
		return g, err
	}
	return g.changePrompts(stage, i, func(s *Stage) { s.Prompts[i].Text = text })
}

// RemovePrompt takes the question at index i away from a stage.
func (g OwnGuide) RemovePrompt(stage string, i int) (OwnGuide, error) {
	return g.changePrompts(stage, i, func(s *Stage) { s.Prompts = slices.Delete(s.Prompts, i, i+1) })
}

func (g OwnGuide) changePrompts(stage string, i int, act func(*Stage)) (OwnGuide, error) {
	if s, ok := g.Stage(stage); ok && (i < 0 || i >= len(s.Prompts)) {
		return g, ErrNotFound
	}
	return g.change(stage, func(g *OwnGuide, at int) { act(&g.Stages[at]) })
}

// MoveStage moves a stage by one place, up if by is negative. Past the first or
// last of its phase it goes into the next phase that way; past the first or last
// of all it stays.
func (g OwnGuide) MoveStage(id string, by int) (OwnGuide, error) {
	return g.change(id, func(g *OwnGuide, at int) {
		by = direction(by)
		next := at + by
		if next >= 0 && next < len(g.Stages) && g.Stages[next].Phase == g.Stages[at].Phase {
			g.Stages[at], g.Stages[next] = g.Stages[next], g.Stages[at]
			return
		}
		if phase := g.phase(g.Stages[at].Phase) + by; phase >= 0 && phase < len(g.Phases) {
			g.Stages[at].Phase = g.Phases[phase].ID
		}
	})
}

// MoveStep moves a step by one place in its stage, up if by is negative. Past
// the first or last it stays.
func (g OwnGuide) MoveStep(id string, by int) (OwnGuide, error) {
	return g.changeStep(id, func(s *Stage, at int) {
		if next := at + direction(by); next >= 0 && next < len(s.Steps) {
			s.Steps[at], s.Steps[next] = s.Steps[next], s.Steps[at]
		}
	})
}

func direction(by int) int {
	if by < 0 {
		return -1
	}
	return 1
}

// RestoreStage gives a stage the words and questions it has in from.
func (g OwnGuide) RestoreStage(from Stage) (OwnGuide, error) {
	return g.change(from.ID, func(g *OwnGuide, at int) {
		g.Stages[at].setWords(from.Words())
		g.Stages[at].Prompts = slices.Clone(from.Prompts)
	})
}

// IsReworded reports whether the stage has other words or questions than from.
func (s Stage) IsReworded(from Stage) bool {
	same := func(a, b Prompt) bool { return a.Text == b.Text && a.For == b.For && slices.Equal(a.Paths, b.Paths) }
	return s.Words() != from.Words() || !slices.EqualFunc(s.Prompts, from.Prompts, same)
}

// RestoreStep gives a step the title and question it has in from.
func (g OwnGuide) RestoreStep(from Step) (OwnGuide, error) {
	return g.RewordStep(from.ID, from.Title, from.Prompt)
}

// IsReworded reports whether the step has another title or question than from.
func (s Step) IsReworded(from Step) bool { return s.Title != from.Title || s.Prompt != from.Prompt }

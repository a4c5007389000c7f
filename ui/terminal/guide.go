package terminal

import "mend/journal"

type guideCommand struct {
	Guide *string `placeholder:"ID" help:"Another guide than the default one."`
	Path  *string `placeholder:"PATH" help:"The path it is shown for: undecided (as without it), trying, stepping-back or parting-well."`
}

// Run prints a guide as one JSON object, as it is shown on a path.
func (g *guideCommand) Run(c *call) error {
	guide, err := c.chosenGuide(g.Guide)
	if err != nil {
		return err
	}
	path := journal.Undecided
	if g.Path != nil {
		if path, err = journal.ParsePath(*g.Path); err != nil {
			return err
		}
	}
	return c.printJSON(toGuide(guide.Along(path)))
}

type printedGuide struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"`
	Stages []printedStage `json:"stages"`
}

type printedStage struct {
	ID    string        `json:"id"`
	Title string        `json:"title"`
	Phase string        `json:"phase"`
	Steps []printedStep `json:"steps"`
}

type printedStep struct {
	ID      string           `json:"id"`
	Title   string           `json:"title"`
	For     journal.Audience `json:"for"`
	Sources []journal.Source `json:"sources"`
}

func toGuide(g journal.Guide) printedGuide {
	out := printedGuide{ID: g.ID, Title: g.Title, Stages: make([]printedStage, 0, len(g.Stages))}
	for _, stage := range g.Stages {
		printed := printedStage{ID: stage.ID, Title: stage.Title, Phase: stage.Phase, Steps: make([]printedStep, 0, len(stage.Steps))}
		for _, step := range stage.Steps {
			printed.Steps = append(printed.Steps, printedStep{
				ID: step.ID, Title: step.Title, For: step.For, Sources: append([]journal.Source{}, step.Sources...),
			})
		}
		out.Stages = append(out.Stages, printed)
	}
	return out
}

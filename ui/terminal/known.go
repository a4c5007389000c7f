package terminal

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// chosenGuide returns the guide with the id, or the default one for none.
func (c *call) chosenGuide(id *string) (journal.Guide, error) {
	for _, g := range c.Guides {
		if id == nil || g.ID == *id {
			return g, nil
		}
	}
	ids := make([]string, len(c.Guides))
	for i, g := range c.Guides {
		ids[i] = g.ID
	}
	return journal.Guide{}, misuse(lang.L("There is no guide with that id."),
		lang.L("Leave --guide out to use the default guide, or choose one of these: {{.IDs}}.", map[string]any{"IDs": strings.Join(ids, ", ")}))
}

// knowStage fails unless one of the guides has the stage.
func (c *call) knowStage(id string) error {
	for _, g := range c.Guides {
		if _, ok := g.Stage(id); ok {
			return nil
		}
	}
	return misuse(lang.L("There is no stage with that id."), seeGuide())
}

// stageOf returns the stage of a step: the given one, if there is one and some
// guide has the step there, else the first that has it.
func (c *call) stageOf(step string, given *string) (string, error) {
	known := false
	for _, g := range c.Guides {
		stage, _, ok := g.Step(step)
		if ok && (given == nil || stage.ID == *given) {
			return stage.ID, nil
		}
		known = known || ok
	}
	if known {
		return "", misuse(lang.L("That step does not belong to that stage."), lang.L("Leave --stage out: the step knows its stage."))
	}
	return "", misuse(lang.L("There is no step with that id."), seeGuide())
}

func seeGuide() string { return lang.L("Run mend guide to see the ids of the stages and steps.") }

// period reads the flags --from and --to.
func period(from, to *string) (first, last journal.Day, err error) {
	if from != nil {
		if first, err = journal.ParseDay(*from); err != nil {
			return "", "", err
		}
	}
	if to != nil {
		if last, err = journal.ParseDay(*to); err != nil {
			return "", "", err
		}
	}
	if from != nil && to != nil && last < first {
		return "", "", misuse(lang.L("The period ends before it begins."), lang.L("Give the earlier day to --from."))
	}
	return first, last, nil
}

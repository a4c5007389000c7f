package terminal

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type tickCommand struct {
	journalFlags
	Step string `arg:"" help:"The step's id, as guide prints it."`
	Note string `placeholder:"NOTE" help:"A note to keep beside it."`
	Undo bool   `help:"Untick it; the history is kept."`
}

// Run ticks or unticks a step and prints the act.
func (t *tickCommand) Run(c *call) error {
	if _, err := c.stageOf(t.Step, nil); err != nil {
		return err
	}
	tick := journal.Tick{Step: t.Step, Done: !t.Undo, At: c.Now(), Note: t.Note}
	if err := tick.Check(); err != nil {
		return err
	}
	return c.withJournal(t.journalFlags, func(ctx context.Context, j Journal) error {
		kept, err := j.Tick(ctx, tick)
		if err != nil {
			return fmt.Errorf("tick: %w", err)
		}
		err = c.printJSON(printedTick{kept.Step, kept.Done, rfc3339(kept.At), kept.Note})
		return unsaid(err, lang.L("The tick was kept, but it can't be printed."))
	})
}

type printedTick struct {
	Step string `json:"step"`
	Done bool   `json:"done"`
	At   string `json:"at"`
	Note string `json:"note"`
}

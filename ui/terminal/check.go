package terminal

import (
	"context"
	"fmt"

	"mend/journal"
)

type checkCommand struct {
	journalFlags
}

// Run verifies the journal and prints what it finds, a line each, or "ok".
func (k *checkCommand) Run(c *call) error {
	return c.withJournal(k.journalFlags, func(ctx context.Context, j Journal) error {
		findings, err := j.Check(ctx, func(int64, int64) {})
		if err != nil {
			return fmt.Errorf("check: %w", err)
		}
		if len(findings) == 0 {
			return c.printLine("ok")
		}
		for _, f := range findings {
			if err := c.printLine(f.Where + ": " + f.What); err != nil {
				return err
			}
		}
		return fmt.Errorf("check found %d faults: %w", len(findings), journal.ErrDamaged)
	})
}

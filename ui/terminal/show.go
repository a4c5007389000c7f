package terminal

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"
)

type showCommand struct {
	journalFlags
	ID string `arg:"" name:"id" help:"The entry's id, as add and list print it."`
}

// Run prints one entry with its revisions, as the archive has it.
func (s *showCommand) Run(c *call) error {
	id, err := uuid.Parse(s.ID)
	if err != nil {
		return misuse(lang.L("That is not the id of an entry."), lang.L("Run mend list to see the ids."))
	}
	return c.withJournal(s.journalFlags, func(ctx context.Context, j Journal) error {
		entry, err := j.GetEntry(ctx, id)
		if err != nil {
			return fmt.Errorf("get entry %s: %w", id, err)
		}
		revisions, err := j.ListRevisions(ctx, id)
		if err != nil {
			return fmt.Errorf("revisions of entry %s: %w", id, err)
		}
		line, err := c.EncodeEntry(entry, revisions)
		if err != nil {
			return err
		}
		return c.printLine(string(line))
	})
}

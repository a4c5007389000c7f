package terminal

import (
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type newCommand struct {
	journalFlags
	Role  *string `placeholder:"ROLE" help:"Your side of the hurt: hurt, caused, both or unsure."`
	Guide *string `placeholder:"ID" help:"The guide to follow."`
}

// Run creates a journal and prints its path. With a role given, the window has
// nothing left to ask at its first run.
func (n *newCommand) Run(c *call) error {
	profile, err := n.profile(c)
	if err != nil {
		return err
	}
	path, err := c.path(n.journalFlags)
	if err != nil {
		return err
	}
	if err := c.checkPlace(path); err != nil {
		return err
	}
	passphrase, err := c.newPassphrase(n.PassphraseFile, lang.L("New passphrase: "))
	if err != nil {
		return err
	}
	defer clear(passphrase)
	ctx, stop := interruptible()
	defer stop()
	j, err := c.Create(ctx, path, passphrase, profile)
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	if err := j.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	return unsaid(c.printLine(path), lang.L("The journal was created, but its path can't be printed."))
}

func (n *newCommand) profile(c *call) (journal.Profile, error) {
	guide, err := c.chosenGuide(n.Guide)
	if err != nil {
		return journal.Profile{}, err
	}
	profile := journal.Profile{Role: journal.Unsure, Guide: guide.ID}
	if n.Role != nil {
		profile.Welcomed = true
		profile.Role, err = journal.ParseRole(*n.Role)
	}
	return profile, err
}

// checkPlace fails if something is at path already, or if there is no folder
// to hold it; the default journal's own folder is made when it is created.
func (c *call) checkPlace(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return journal.ErrExists
	}
	if folder, err := os.Stat(filepath.Dir(path)); path != c.DefaultJournal && (err != nil || !folder.IsDir()) {
		return noFolder()
	}
	return nil
}

package terminal

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type passphraseCommand struct {
	journalFlags
	NewPassphraseFile *string `placeholder:"FILE" help:"Take the new passphrase from the first line of FILE instead of asking."`
}

// Run changes the passphrase and prints nothing. A new one is asked for once
// the old one has opened the journal.
func (p *passphraseCommand) Run(c *call) error {
	var changed []byte
	if p.NewPassphraseFile != nil {
		var err error
		if changed, err = readPassphraseFile(*p.NewPassphraseFile); err != nil {
			return err
		}
	}
	defer func() { clear(changed) }()
	return c.withJournal(p.journalFlags, func(ctx context.Context, j Journal) (err error) {
		if changed == nil {
			if changed, err = c.askTwice(lang.L("New passphrase: ")); err != nil {
				return err
			}
		}
		if err := j.ChangePassphrase(ctx, changed); err != nil {
			return fmt.Errorf("change passphrase: %w", unchanged(err))
		}
		c.note(lang.L("Backups made before now still open with the old passphrase."))
		return nil
	})
}

// unchanged is err in the words that fit a backup that did not pass.
func unchanged(err error) error {
	if errors.Is(err, journal.ErrDamaged) {
		return &failure{exitDamaged, lang.L("The backup that comes first is damaged, so the passphrase was not changed."),
			lang.L("Run mend check: if it finds nothing, the disk of the backup is at fault.")}
	}
	return err
}

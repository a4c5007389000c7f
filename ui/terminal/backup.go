package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type backupCommand struct {
	journalFlags
	To *string `placeholder:"DIR" help:"The folder for the copy; without it, the one chosen in Settings, or beside the journal."`
}

// Run makes a verified copy of the journal and prints its path.
func (b *backupCommand) Run(c *call) error {
	folder, err := b.folder()
	if err != nil {
		return err
	}
	return c.withJournal(b.journalFlags, func(ctx context.Context, j Journal) error {
		path, err := c.Backup(ctx, j, folder)
		if err != nil {
			return fmt.Errorf("backup: %w", unsound(err))
		}
		return unsaid(c.printLine(path), lang.L("The copy was made, but its path can't be printed."))
	})
}

// folder returns the folder to copy into. The backup makes it if it is not
// there, but not the one it lies in.
func (b *backupCommand) folder() (string, error) {
	switch {
	case b.To == nil:
		return "", nil
	case *b.To == "":
		return "", misuse(lang.L("The path of the folder is empty."), lang.L("Name a folder after --to, or leave it out."))
	}
	if there, err := os.Stat(*b.To); err == nil && !there.IsDir() {
		return "", misuse(lang.L("What --to names is not a folder."), lang.L("Name a folder after --to, or leave it out."))
	}
	if above, err := os.Stat(filepath.Dir(*b.To)); errors.Is(err, os.ErrNotExist) || err == nil && !above.IsDir() {
		return "", noFolder()
	}
	return *b.To, nil
}

// unsound is err in the words that fit a copy that did not pass: it may be the
// journal that is damaged, or the place of the copy.
func unsound(err error) error {
	if errors.Is(err, journal.ErrDamaged) {
		return &failure{exitDamaged, lang.L("The copy is damaged, so it does not count; earlier backups are still there."),
			lang.L("Run mend check: if it finds nothing, the disk of the backup is at fault, so choose another with --to.")}
	}
	return err
}

type restoreCommand struct {
	journalFlags
	From string `required:"" placeholder:"FILE" help:"The copy to put back; it needs the passphrase the copy was made under."`
}

// Run puts a copy in the journal's place and prints the journal's path.
func (r *restoreCommand) Run(c *call) error {
	path, err := c.path(r.journalFlags)
	if err != nil {
		return err
	}
	if err := c.checkRestore(r.From, path); err != nil {
		return err
	}
	passphrase, err := c.passphraseOf(r.journalFlags, lang.L("Passphrase of the copy: "))
	if err != nil {
		return err
	}
	defer clear(passphrase)
	ctx, stop := interruptible()
	defer stop()
	aside, err := c.Restore(ctx, r.From, path, passphrase)
	if err != nil {
		return fmt.Errorf("restore: %w", ofCopy(err))
	}
	if aside != "" {
		c.note(lang.L("The file that was there before is set aside: {{.Path}}", map[string]string{"Path": aside}))
	}
	return unsaid(c.printLine(path), lang.L("The copy was put back, but the journal's path can't be printed."))
}

// checkRestore finds out what can be known without a passphrase.
func (c *call) checkRestore(from, path string) error {
	if err := c.Inspect(from); err != nil {
		return fmt.Errorf("restore: %w", ofCopy(err))
	}
	if folder, err := os.Stat(filepath.Dir(path)); path != c.DefaultJournal && (err != nil || !folder.IsDir()) {
		return noFolder()
	}
	copied, err := os.Stat(from)
	if err != nil {
		return err
	}
	if own, err := os.Stat(path); err == nil && os.SameFile(own, copied) {
		return misuse(lang.L("That is the journal itself, not a copy of it."), lang.L("Name a file of its backup folder after --from."))
	}
	return nil
}

// ofCopy is err in the words that fit a copy: journal.Explain has those that
// fit a journal.
func ofCopy(err error) error {
	switch {
	case errors.Is(err, journal.ErrMissing):
		return &failure{exitOther, lang.L("There is no copy at that place."), lang.L("Check the path after --from.")}
	case errors.Is(err, journal.ErrWrongPassphrase):
		return &failure{exitPassphrase, lang.L("That passphrase does not open this copy."),
			lang.L("A copy opens with the passphrase that the journal had when the copy was made.")}
	case errors.Is(err, journal.ErrDamaged):
		return &failure{exitDamaged, lang.L("This copy is damaged, so it was not put back."),
			lang.L("Try another copy; your journal is as it was.")}
	}
	return err
}

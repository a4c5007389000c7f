package terminal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// path returns where the journal lies.
func (c *call) path(f journalFlags) (string, error) {
	switch {
	case f.Journal == nil:
		return c.DefaultJournal, nil
	case *f.Journal == "":
		return "", misuse(lang.L("The path of the journal is empty."), lang.L("Name a file after --journal, or leave it out."))
	}
	return *f.Journal, nil
}

// withJournal opens the journal, does work and closes it. Everything that can
// be known to be wrong without a journal must have been checked before: a
// passphrase takes its time.
func (c *call) withJournal(f journalFlags, work func(context.Context, Journal) error) (err error) {
	path, err := c.path(f)
	if err != nil {
		return err
	}
	passphrase, err := c.passphrase(f, path)
	if err != nil {
		return err
	}
	defer clear(passphrase)
	ctx, stop := interruptible()
	defer stop()
	j, err := c.Open(ctx, path, passphrase)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	return work(ctx, j)
}

// passphrase takes it from its file or asks for it, if there is a journal to
// open with it. The caller clears it.
func (c *call) passphrase(f journalFlags, path string) ([]byte, error) {
	if f.PassphraseFile == nil {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, journal.ErrMissing
		}
	}
	return c.passphraseOf(f, lang.L("Passphrase: "))
}

// passphraseOf takes it from its file or asks for it with the prompt. The
// caller clears it.
func (c *call) passphraseOf(f journalFlags, prompt string) ([]byte, error) {
	if f.PassphraseFile != nil {
		return readPassphraseFile(*f.PassphraseFile)
	}
	return c.ask(prompt)
}

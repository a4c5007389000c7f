package terminal

import (
	"os"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// windowCommand is mend without a command.
type windowCommand struct {
	Journal *string `placeholder:"FILE" help:"The journal; without it, your own default one."`
	Demo    bool    `help:"Open a sample journal that is gone when you close it; its passphrase is demo."`
	File    *string `arg:"" optional:"" name:"file" help:"The journal, without --journal."`
}

// Run chooses what the window is to open.
func (w *windowCommand) Run(c *call) error {
	if w.Journal != nil && w.File != nil || w.Demo && (w.Journal != nil || w.File != nil) {
		return misuse(lang.L("Only one journal can be opened at a time."), lang.L("Give either FILE, or --journal FILE, or --demo."))
	}
	if w.Demo {
		c.window = &WindowRequest{Demo: true}
		return nil
	}
	named := w.Journal
	if named == nil {
		named = w.File
	}
	path, err := c.path(journalFlags{Journal: named})
	if err != nil {
		return err
	}
	if w.File != nil && mistyped(path) {
		return misuse(lang.L("There is neither a command nor a file of that name."),
			lang.L("Run mend --help to see the commands; a new journal's name ends in .mend."))
	}
	c.window = &WindowRequest{Path: path}
	return nil
}

// mistyped reports whether path is rather a command with a slip in it: one
// bare word, without a folder or an ending, that names no file.
func mistyped(path string) bool {
	_, err := os.Lstat(path)
	return err != nil && !strings.ContainsAny(path, `./\`)
}

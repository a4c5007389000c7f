package terminal

import (
	"strings"

	"fyne.io/fyne/v2/lang"
	"github.com/alecthomas/kong"
)

// grammar is the whole command line. Help texts are translated once it is
// built; see translate.
type grammar struct {
	Version kong.VersionFlag `help:"Print the version."`

	Window  windowCommand  `cmd:"" default:"withargs" hidden:""`
	New     newCommand     `cmd:"" help:"Create a sealed journal."`
	Add     addCommand     `cmd:"" help:"Add an entry; its text comes from standard input."`
	List    listCommand    `cmd:"" help:"List entries, the newest first."`
	Show    showCommand    `cmd:"" help:"Show one entry with its earlier texts."`
	Guide   guideCommand   `cmd:"" help:"List a guide's stages and steps; needs no journal."`
	Pages   pagesCommand   `cmd:"" help:"List the guided pages and their fields; needs no journal."`
	Tick    tickCommand    `cmd:"" help:"Tick or untick a step."`
	Promise promiseCommand `cmd:"" help:"Add promises, note what was seen of them, list them."`
	Summary summaryCommand `cmd:"" help:"Write the reflection summary into a file."`
	Export  exportCommand  `cmd:"" help:"Write the whole journal into an open archive."`
	Import  importCommand  `cmd:"" help:"Read an archive into the journal."`
	Check   checkCommand   `cmd:"" help:"Verify every page and record of the journal."`

	Backup     backupCommand     `cmd:"" help:"Make a verified copy of the journal."`
	Restore    restoreCommand    `cmd:"" help:"Put a copy back; the current file is set aside."`
	Passphrase passphraseCommand `cmd:"" help:"Change the passphrase, after a backup."`
}

// journalFlags choose and open a journal. Flags are pointers where an empty
// value, as an unset variable of a script gives, must not pass for none.
type journalFlags struct {
	Journal        *string `placeholder:"FILE" help:"The journal; without it, your own default one."`
	PassphraseFile *string `placeholder:"FILE" help:"Take the passphrase from the first line of FILE instead of asking."`
}

// about is the top of the help.
func about() string {
	return lang.L("A private journal for rebuilding trust, sealed with your passphrase.") + "\n\n" +
		lang.L("Without a command, mend opens its window: mend, mend FILE, or mend --demo for a sample.") + "\n\n" +
		lang.L("Examples:") + "\n" + strings.Join([]string{
		"  mend new --journal us.mend --role hurt",
		"  echo \"We talked tonight.\" | mend add --journal us.mend --feeling calm:2",
		"  mend add --journal us.mend --page good-moment --field moment=\"Tea on the steps.\" </dev/null",
		"  mend list --journal us.mend --query talked",
		"  mend tick --journal us.mend acknowledge.name-it",
		"  mend summary --journal us.mend --format pdf --out summary.pdf",
	}, "\n")
}

// translate puts every help text into the person's language.
func translate(k *kong.Kong) error {
	k.Model.HelpFlag.Help = lang.L("Show this help.")
	return kong.Visit(k.Model, func(node kong.Visitable, next kong.Next) error {
		switch node := node.(type) {
		case *kong.Node:
			node.Help = local(node.Help)
		case *kong.Value:
			node.Help = local(node.Help)
		}
		return next(nil)
	})
}

// local is lang.L for a text that may be missing.
func local(s string) string {
	if s == "" {
		return ""
	}
	return lang.L(s)
}

package journal

import (
	"context"
	"errors"
)

// Explain puts err into two plain sentences for the person: what failed, and
// what to do next. Neither holds the person's words or a path. Both are fixed
// English strings, so that they can serve as translation keys; only an
// InvalidError adds its own fixed wording.
func Explain(err error) (what, next string) {
	var bad *InvalidError
	if errors.As(err, &bad) {
		return "The " + bad.Field + " can't be kept as it is: " + bad.Reason + ".",
			"Change it and try again; nothing was lost."
	}
	for _, known := range explanations {
		if errors.Is(err, known.sentinel) {
			return known.what, known.next
		}
	}
	return "Something went wrong that Mend did not expect.",
		"What is on the screen is still there: try again, and if it happens once more, copy your text before you close Mend."
}

// explanations is in order of precedence: the first match is told.
var explanations = []struct {
	sentinel   error
	what, next string
}{
	{ErrWrongForCopy, "That passphrase does not open this backup.",
		"A backup opens with the passphrase that the journal had when it was made. Check capital letters and the keyboard layout, and try again."},
	{ErrCopyDamaged, "The backup could not be read back whole.",
		"Your journal is as it was. Try another backup, or another folder: the disk it is on may be at fault."},
	{ErrNoFolder, "That folder is not there.",
		"Make the folder first or connect the disk it is on, or choose another."},
	{ErrChanged, "The journal changed while it was being moved, so it stays where it is.",
		"Nothing was lost: move it once more."},
	{ErrWrongPassphrase, "That passphrase does not open this journal.",
		"Check capital letters and the keyboard layout, and try again."},
	{ErrMalformedCode, "There is a typing mistake in that recovery code.",
		"Compare it with what you wrote down, one group at a time, and try again."},
	{ErrWrongCode, "That recovery code does not open this journal.",
		"It may belong to another journal, or a newer code has taken its place: try that one, or the passphrase."},
	{ErrDamaged, "This journal file is damaged.",
		"Leave the file as it is, make a copy of it, and restore a backup beside it."},
	{ErrNewerVersion, "This journal was written by a newer version of Mend.",
		"Open it with that version; this one has not touched the file."},
	{ErrNotJournal, "This is not a Mend journal.",
		"Choose a file that ends in .mend, or create a new journal."},
	{ErrAlreadyOpen, "This journal is already open.",
		"Look for another Mend window or command, close it, and try again."},
	{ErrMoved, "The journal's file was moved, replaced or deleted while it was open, so nothing more was saved.",
		"Your words are still on the screen: copy them, put the file back where it was, and try again."},
	{ErrUnconfirmed, "The journal has its new key and passphrase, but the disk did not confirm that they will last.",
		"Remember the old passphrase as well until you have written something, locked the journal and opened it again."},
	{ErrObstructed, "Something else lies beside the journal under a name that Mend needs.",
		"Look there for a folder or a link whose name ends in .lock or -journal, or a file whose name ends in -backups, move it away, and try again."},
	{ErrReadOnly, "Mend has no right to write there.",
		"Choose a place that belongs to you, or change the rights of that folder and file."},
	{ErrNoSpace, "There is no space left on the disk.",
		"Free some space and try again; what was saved before is safe."},
	{ErrMissing, "There is no journal at that place.",
		"Check the path, or create a new journal there."},
	{ErrExists, "There is already a file with that name.",
		"Choose another name; Mend never overwrites a journal."},
	{ErrNotFound, "There is nothing with that id.",
		"Check the id and try again."},
	{ErrEmptyEntry, "The entry has nothing in it, so it was not kept.",
		"Write something, name a feeling, or give it a title."},
	{ErrNothingShown, "One stage has to stay to be shown, also to somebody who parts or steps back.",
		"Show or add another stage first, or follow another guide."},
	{ErrBadArchive, "This file is not an archive that Mend can read.",
		"Export it again from Mend; nothing in your journal was changed."},
	{ErrClosed, "The journal was locked before this could finish.",
		"Open it again and repeat what you did."},
	{context.Canceled, "It was stopped before the end.",
		"Nothing was changed; start again whenever you like."},
}

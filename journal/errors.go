package journal

import (
	"errors"
	"fmt"
)

// The sentinels below are everything that can go wrong in a way the person
// can be told about. Other packages wrap them; Explain puts them into words.
var (
	// ErrWrongPassphrase means that no key slot opened with the passphrase.
	ErrWrongPassphrase = errors.New("wrong passphrase")
	// ErrMalformedCode means that a recovery code was mistyped: it can't be one.
	ErrMalformedCode = errors.New("the recovery code is mistyped")
	// ErrWrongCode means that no key slot opened with the recovery code.
	ErrWrongCode = errors.New("wrong recovery code")
	// ErrDamaged means that sealed bytes are not the ones that were written.
	ErrDamaged = errors.New("journal is damaged")
	// ErrWrongForCopy means that no key slot of a backup opened with the
	// passphrase.
	ErrWrongForCopy = errors.New("wrong passphrase for the backup")
	// ErrCopyDamaged means that a backup is not whole or not sound, which says
	// nothing of the journal.
	ErrCopyDamaged = errors.New("backup is damaged")
	// ErrNoFolder means that the folder in which a file is to be made is not
	// there.
	ErrNoFolder = errors.New("no folder here")
	// ErrChanged means that a journal changed while it was being moved.
	ErrChanged = errors.New("journal changed since it was copied")
	// ErrNewerVersion means that a newer Mend made the file.
	ErrNewerVersion = errors.New("made by a newer version")
	// ErrNotJournal means that the path does not hold a Mend journal at all.
	ErrNotJournal = errors.New("not a Mend journal")
	// ErrAlreadyOpen means that another process holds the journal.
	ErrAlreadyOpen = errors.New("journal is already open")
	// ErrMoved means that the journal's file was moved, replaced or deleted
	// while it was open, so that what is saved would not be found again.
	ErrMoved = errors.New("journal was moved while it was open")
	// ErrUnconfirmed means that a new key is in use, but that the disk did not
	// confirm that it still will be after a power cut.
	ErrUnconfirmed = errors.New("done, but not confirmed by the disk")
	// ErrObstructed means that something other than a file has a name beside
	// the journal that Mend needs for a file of its own.
	ErrObstructed = errors.New("something lies in the way beside the journal")
	// ErrReadOnly means that there is no right to write where the file lies.
	ErrReadOnly = errors.New("no right to write here")
	// ErrNoSpace means that the disk is full.
	ErrNoSpace = errors.New("no space left on the disk")
	// ErrMissing means that there is no file at the path.
	ErrMissing = errors.New("no file here")
	// ErrExists means that something that must not be overwritten is there.
	ErrExists = errors.New("file already exists")
	// ErrNotFound means that an id names nothing that is kept.
	ErrNotFound = errors.New("not found")
	// ErrInvalid means that a value breaks a rule; see InvalidError.
	ErrInvalid = errors.New("not valid")
	// ErrEmptyEntry means that an entry has nothing in it and is not kept.
	ErrEmptyEntry = errors.New("entry has nothing in it")
	// ErrNothingShown means that a guide would have nothing left to show.
	ErrNothingShown = errors.New("nothing of the guide would be shown")
	// ErrClosed means that the journal was locked or closed meanwhile.
	ErrClosed = errors.New("journal is closed")
	// ErrBadArchive means that a file is not an archive Mend can read.
	ErrBadArchive = errors.New("not a Mend archive")
)

// InvalidError says which field breaks which rule. Both strings are fixed
// wording and never hold what the person wrote. It matches ErrInvalid.
type InvalidError struct {
	Field  string // the field's name, such as "body" or "feeling"
	Reason string // what is wrong and what is accepted
}

// Error implements error.
func (e *InvalidError) Error() string { return fmt.Sprintf("%s: %s", e.Field, e.Reason) }

// Is reports whether target is ErrInvalid.
func (e *InvalidError) Is(target error) bool { return target == ErrInvalid }

func invalid(field, reason string) error { return &InvalidError{Field: field, Reason: reason} }

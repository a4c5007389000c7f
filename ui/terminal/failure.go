package terminal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// The exit codes; scripts rely on them.
const (
	exitDone = iota
	exitOther
	exitUse
	exitPassphrase
	exitDamaged
	exitOpen
	exitNewer
	exitNotJournal
	exitNoWrite
)

// failure is an error of the command line's own, in the person's language:
// what failed, and what to do.
type failure struct {
	code       int
	what, next string
}

// Error implements error.
func (f *failure) Error() string { return f.what }

// misuse is the failure of asking for something that can't be.
func misuse(what, next string) error { return &failure{exitUse, what, next} }

// unsaid is the failure of printing the result of what was done, or nil for no
// error. Its code is not that of a full disk, even if that is the cause: a
// script would make room and do the same thing twice.
func unsaid(err error, what string) error {
	if err == nil {
		return nil
	}
	return &failure{exitOther, what, lang.L("What you asked for is done; there is no need to repeat it.")}
}

// fail tells the person about err and returns its exit code.
func (c *call) fail(err error) int {
	defer quiet()()
	what, next := explain(err)
	fmt.Fprintf(c.Stderr, "mend: %s\n%s\n", what, next)
	return exitCode(err)
}

// note tells the person something about a result.
func (c *call) note(text string) { fmt.Fprintln(c.Stderr, text) }

func exitCode(err error) int {
	var own *failure
	if errors.As(err, &own) {
		return own.code
	}
	err = ofDisk(err)
	for _, row := range []struct {
		sentinel error
		code     int
	}{
		{journal.ErrBadArchive, exitOther}, // which can be an invalid value as well
		{journal.ErrWrongPassphrase, exitPassphrase},
		{journal.ErrDamaged, exitDamaged},
		{journal.ErrAlreadyOpen, exitOpen},
		{journal.ErrNewerVersion, exitNewer},
		{journal.ErrNotJournal, exitNotJournal},
		{journal.ErrNoSpace, exitNoWrite},
		{journal.ErrReadOnly, exitNoWrite},
		{journal.ErrInvalid, exitUse},
		{journal.ErrEmptyEntry, exitUse},
		{journal.ErrNotFound, exitUse},
	} {
		if errors.Is(err, row.sentinel) {
			return row.code
		}
	}
	return exitOther
}

// explain puts err into two sentences in the person's language.
func explain(err error) (what, next string) {
	var own *failure
	var placed interface {
		Place() string
		Reason() string
	}
	switch {
	case errors.As(err, &own):
		return own.what, own.next
	case errors.Is(err, context.Canceled):
		return lang.L("It was stopped before the end."), lang.L("Nothing was changed; start again whenever you like.")
	}
	what, next = journal.Explain(ofDisk(err))
	what, next = lang.L(what), lang.L(next)
	if errors.As(err, &placed) {
		what += " " + strings.TrimPrefix(placed.Place()+": ", ": ") + placed.Reason() + "."
	} else if exitCode(err) == exitOther && !known(err) {
		what, next = lang.L("Something went wrong that Mend did not expect."), lang.L("Nothing more was done; please try again.")
	}
	return what, next
}

// known reports whether an error with the code 1 has words of its own.
func known(err error) bool {
	return errors.Is(err, journal.ErrMissing) || errors.Is(err, journal.ErrExists) ||
		errors.Is(err, journal.ErrBadArchive) || errors.Is(err, journal.ErrClosed)
}

// ofDisk adds to an error of the operating system what it means here.
func ofDisk(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return errors.Join(journal.ErrNoSpace, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return errors.Join(journal.ErrReadOnly, err)
	}
	return err
}

// misunderstood is the failure of a command line that can't be read. What was
// given as a value is left out: it may be the person's words.
func misunderstood(err error) error {
	text := err.Error()
	switch {
	case strings.Contains(text, "applies to the default command"):
		text = lang.L("flags come after the command they belong to")
	case strings.HasPrefix(text, "unexpected argument"):
		text = lang.L("there is an argument too many, or a text without quotes")
	case strings.HasPrefix(text, "unexpected flag argument"):
		text = lang.L("a flag was given a value that takes none")
	}
	text, _, _ = strings.Cut(text, " but got ")
	text = strings.TrimSuffix(text, "?")
	return misuse(lang.L("Mend did not understand that: {{.Reason}}.", map[string]string{"Reason": text}),
		lang.L("Run mend --help, or mend COMMAND --help, to see what can be asked for."))
}

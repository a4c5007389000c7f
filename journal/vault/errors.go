package vault

import (
	"errors"
	"fmt"
	"io/fs"
)

// The sentinels below are everything a caller needs to tell apart. Every error
// of this package wraps one of them or a plain disk error; none ever holds a
// passphrase, a key or anything that is written inside the vault.
var (
	// ErrWrongPassphrase means that no key slot opened with the passphrase.
	ErrWrongPassphrase = errors.New("wrong passphrase")
	// ErrEmptyPassphrase means that a vault was to be sealed with no secret.
	ErrEmptyPassphrase = errors.New("the passphrase is empty")
	// ErrMalformedCode means that a recovery code was mistyped: its length,
	// alphabet or check digit is wrong, so no key slot was tried.
	ErrMalformedCode = errors.New("the recovery code is mistyped")
	// ErrWrongCode means that no key slot opened with a well-formed recovery code.
	ErrWrongCode = errors.New("wrong recovery code")
	// ErrDamaged means that bytes are not the ones that were written.
	ErrDamaged = errors.New("the file is damaged")
	// ErrNewerVersion means that this program is too old for the file.
	ErrNewerVersion = errors.New("made by a newer version")
	// ErrNotVault means that the path holds something else.
	ErrNotVault = errors.New("not a sealed vault")
	// ErrAlreadyOpen means that another process, or this one, holds the vault.
	ErrAlreadyOpen = errors.New("already open")
	// ErrMoved means that the file of an open vault was moved, replaced or
	// deleted: what is written into it would not be found again. The vault goes
	// on when the file is back.
	ErrMoved = errors.New("moved, replaced or deleted while it was open")
	// ErrObstructed means that something other than a file lies beside the vault
	// under a name that the vault needs: its lock file's or its rollback
	// journal's.
	ErrObstructed = errors.New("something else lies under a name that is needed")
	// ErrReadOnly means that the file, its folder or its disk cannot be written.
	ErrReadOnly = errors.New("no right to write")
	// ErrNoSpace means that the disk, a quota or a size limit is exhausted.
	ErrNoSpace = errors.New("no space left")
	// ErrExists means that something already lies where a vault was to be made.
	ErrExists = errors.New("file exists")
	// ErrMissing means that there is no file, or no parent folder.
	ErrMissing = errors.New("no such file")
	// ErrUnconfirmed means that a new key is in use, but that the disk did not
	// confirm that it will be after a power cut.
	ErrUnconfirmed = errors.New("done, but not confirmed by the disk")
	// ErrClosed means that the vault was closed meanwhile.
	ErrClosed = errors.New("vault is closed")
	// ErrSlots means that no key slot is free, or that trying one more would
	// take too long.
	ErrSlots = errors.New("key slot not available")
)

// damaged reports what is wrong with the file; what must be fixed wording.
func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// Classify adds to a disk error the sentinel it stands for: ErrNoSpace,
// ErrMissing, ErrExists or ErrReadOnly. Other errors come back as they are.
func Classify(err error) error { return classify(err) }

// classify adds the sentinel that a disk error stands for. Errors that already
// carry one, and those that carry none, come back as they are.
func classify(err error) error {
	switch {
	case err == nil, classified(err):
		return err
	case isNoSpace(err):
		return fmt.Errorf("%w: %w", ErrNoSpace, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrMissing, err)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%w: %w", ErrExists, err)
	case errors.Is(err, fs.ErrPermission), isReadOnlyDisk(err):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}

func classified(err error) bool {
	return errors.Is(err, ErrNoSpace) || errors.Is(err, ErrReadOnly) ||
		errors.Is(err, ErrMissing) || errors.Is(err, ErrExists)
}

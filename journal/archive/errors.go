package archive

import (
	"errors"
	"io"

	"mend/journal"
)

// Error says where an archive breaks which rule. It matches
// journal.ErrBadArchive and holds no value from the file; of names, only those
// an archive has, or could have: up to 32 small letters and underscores.
type Error struct {
	place, reason string
}

// Place is where the fault lies, such as "entries[12].feelings[0].intensity",
// or empty for the archive as a whole.
func (e *Error) Place() string { return e.place }

// Reason is what is wrong there.
func (e *Error) Reason() string { return e.reason }

// Error implements error.
func (e *Error) Error() string {
	if e.place == "" {
		return "archive: " + e.reason
	}
	return "archive: " + e.place + ": " + e.reason
}

// Is reports whether target is journal.ErrBadArchive.
func (e *Error) Is(target error) bool { return target == journal.ErrBadArchive }

// errTooLarge is what a capped reader gives past its limit.
var errTooLarge = errors.New("archive is too large")

// capped reads at most left bytes and then fails with errTooLarge, so that a
// file is never taken for whole when it was cut.
type capped struct {
	from io.Reader
	left int64
}

// Read implements io.Reader.
func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		var probe [1]byte
		if n, err := c.from.Read(probe[:]); n == 0 {
			return 0, err
		}
		return 0, errTooLarge
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.from.Read(p)
	c.left -= int64(n)
	return n, err
}

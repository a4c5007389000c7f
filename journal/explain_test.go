package journal_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"mend/journal"
)

func TestExplainTellsErrorsApart(t *testing.T) {
	seen := map[string]error{}
	for _, err := range []error{
		journal.ErrWrongPassphrase, journal.ErrMalformedCode, journal.ErrWrongCode, journal.ErrDamaged, journal.ErrNewerVersion, journal.ErrNotJournal,
		journal.ErrAlreadyOpen, journal.ErrReadOnly, journal.ErrNoSpace, journal.ErrMissing, journal.ErrExists,
		journal.ErrMoved, journal.ErrUnconfirmed, journal.ErrObstructed, journal.ErrNotFound, journal.ErrEmptyEntry, journal.ErrClosed, journal.ErrNothingShown, journal.ErrBadArchive, context.Canceled,
		errors.New("a driver's own words"),
	} {
		what, next := journal.Explain(fmt.Errorf("save entry: %w", err))
		if what == "" || next == "" {
			t.Errorf("Explain(%v) leaves a sentence out", err)
		}
		if other, ok := seen[what]; ok {
			t.Errorf("%v and %v are told in the same words", err, other)
		}
		seen[what] = err
	}
}

func TestExplainNamesTheField(t *testing.T) {
	_, err := journal.ParseRole("nobody")
	what, _ := journal.Explain(err)
	if want := "The role can't be kept as it is: it is none of hurt, caused, both, unsure."; what != want {
		t.Errorf("Explain = %q, want %q", what, want)
	}
}

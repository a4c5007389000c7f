package store_test

import (
	"errors"
	"testing"

	"mend/journal"
)

func TestCheckPassphrase(t *testing.T) {
	b := newBox(t)
	must(t, b.CheckPassphrase(t.Context(), passphrase))
	for _, wrong := range []string{"", "not the one"} {
		if err := b.CheckPassphrase(t.Context(), []byte(wrong)); !errors.Is(err, journal.ErrWrongPassphrase) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	must(t, b.Close())
	if err := b.CheckPassphrase(t.Context(), passphrase); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

package summary

import (
	"fmt"
	"io"

	"filippo.io/age"

	"mend/journal"
)

// Seal returns a writer that seals everything written to it with passphrase
// and puts it on w, as an age file (age-encryption.org/v1: scrypt recipient,
// binary). The file is whole only after Close, which leaves w open. The
// passphrase is not kept or changed; deriving the key takes about a second.
//
// An empty passphrase is refused with a journal.InvalidError.
func Seal(w io.Writer, passphrase []byte) (io.WriteCloser, error) {
	if len(passphrase) == 0 {
		return nil, &journal.InvalidError{Field: "passphrase", Reason: "it is empty"}
	}
	recipient, err := age.NewScryptRecipient(string(passphrase))
	if err != nil {
		return nil, fmt.Errorf("seal summary: %w", err)
	}
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return nil, fmt.Errorf("seal summary: %w", err)
	}
	return sealed, nil
}

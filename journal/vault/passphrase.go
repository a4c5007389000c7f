package vault

import (
	"context"
	"fmt"
)

// CheckPassphrase returns nil if passphrase opens this vault, else
// ErrWrongPassphrase, and changes nothing. It takes as long as opening does;
// reading and writing the database go on meanwhile.
func (v *Vault) CheckPassphrase(ctx context.Context, passphrase []byte) error {
	h, held, err := v.snapshot()
	if err != nil {
		return fmt.Errorf("check passphrase: %w", err)
	}
	clear(held)
	s := passphraseSecret(passphrase)
	defer s.clear()
	opened, err := unlock(ctx, h, s, v.cheap)
	if err != nil {
		return fmt.Errorf("check passphrase: %w", err)
	}
	clear(opened)
	return nil
}

package store

import (
	"context"
	"fmt"

	"mend/journal/vault"
)

// NewRecoveryCode returns a new random recovery code, to be shown once, typed
// back and kept nowhere. It opens nothing until SetRecoveryCode is given it.
func NewRecoveryCode() (string, error) { return vault.NewRecoveryCode() }

// HasRecoveryCode reports whether a recovery code opens the journal.
func (s *Store) HasRecoveryCode() bool { return s.file.HasRecoveryCode() }

// SetRecoveryCode makes code, which the person has typed back, the only
// recovery code, once it is proven to open the journal; ErrMalformedCode means
// a typing mistake. It takes about two seconds, in which other methods can run.
// If it fails half-way both codes may open the journal, and it can be called
// again.
func (s *Store) SetRecoveryCode(ctx context.Context, code string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return fromVault(s.file.SetRecoveryCode(code, s.slots))
}

// RemoveRecoveryCode sees to it that no recovery code opens the journal. Copies
// made earlier still open with the one they were made under.
func (s *Store) RemoveRecoveryCode(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return fromVault(s.file.RemoveRecoveryCode())
}

// ChangePassphrase makes passphrase the only one, after Options.Backup. It
// takes about two seconds, in which other methods can run. Copies made earlier
// still open with the passphrase they were made under. If it fails half-way
// both passphrases open the journal, and it can be called again. An empty
// passphrase is ErrInvalid; it stays the caller's to clear.
func (s *Store) ChangePassphrase(ctx context.Context, passphrase []byte) error {
	if err := s.changePassphrase(ctx, passphrase); err != nil {
		return fmt.Errorf("change passphrase: %w", err)
	}
	return nil
}

func (s *Store) changePassphrase(ctx context.Context, passphrase []byte) error {
	if len(passphrase) == 0 {
		return fromVault(vault.ErrEmptyPassphrase)
	}
	if err := s.save(ctx, s); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return fromVault(s.file.ChangePassphrase(passphrase, s.slots))
}

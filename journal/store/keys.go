package store

import (
	"context"
	"errors"
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

// NewKey seals the whole journal anew under a new key and a new file id, for
// when somebody may know the passphrase. Whoever opened a copy with it once can
// read every later one, also after ChangePassphrase, which keeps the key; after
// NewKey only those made before. Passphrase becomes the only way in: there is no
// recovery code any more. Nothing is backed up first: the old file is there
// until the new one is proven, and a further copy of it is not wanted.
//
// No other method can run meanwhile, and nobody else can open the journal.
// Progress, which may be nil, is told the steps done and their total. It needs
// as much room on the disk as the journal takes. If it fails or is cancelled,
// the journal is as it was and nothing is left beside it; only ErrUnconfirmed
// means that it is done, but may not outlast a power cut right now. An empty
// passphrase is ErrInvalid; it stays the caller's to clear.
func (s *Store) NewKey(ctx context.Context, passphrase []byte, progress func(done, total int64)) error {
	if err := s.take(ctx); err != nil {
		return fmt.Errorf("new key: %w", err)
	}
	defer s.giveBack()
	if err := s.rest(ctx); err != nil {
		return fmt.Errorf("new key: %w", err)
	}
	err := s.translate(s.db.Close())
	if err == nil {
		err = fromVault(s.file.NewKey(ctx, passphrase, vault.Renewal{
			Options:  s.slots,
			Check:    func(made *vault.Vault) error { return sound(ctx, made) },
			Progress: progress,
		}))
	}
	s.db = connect(s.file)
	return err
}

// sound fails unless SQLite finds the trees of a journal in order. The file
// stays open.
func sound(ctx context.Context, file sealedFile) error {
	s := newStore(file, Options{})
	c := checker{store: s}
	return errors.Join(c.demand(ctx, c.version, c.structure), s.translate(s.db.Close()))
}

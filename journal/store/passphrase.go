package store

import (
	"context"
	"fmt"
)

// CheckPassphrase returns nil if passphrase opens this journal, else
// ErrWrongPassphrase: for when something is asked of an open journal that only
// the one who could open it may have. It takes about a second, in which other
// methods can run. The passphrase stays the caller's to clear.
func (s *Store) CheckPassphrase(ctx context.Context, passphrase []byte) error {
	if err := s.take(ctx); err != nil {
		return fmt.Errorf("check passphrase: %w", err)
	}
	file := s.file
	s.giveBack()
	if err := file.CheckPassphrase(ctx, passphrase); err != nil {
		return fmt.Errorf("check passphrase: %w", fromVault(err))
	}
	return nil
}
